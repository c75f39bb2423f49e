/** The bar between list and details: dragged, or moved with the arrow keys. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';

export interface SplitterProps {
  readonly label: string;
  /** Share of the upper part, between `min` and `max`. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

const useStyles = makeStyles({
  bar: {
    height: '7px',
    margin: '-3px 0',
    zIndex: 1,
    flexShrink: 0,
    cursor: 'row-resize',
    touchAction: 'none',
    outlineStyle: 'none',
    '::after': {
      content: '""',
      display: 'block',
      height: '1px',
      marginTop: '3px',
      backgroundColor: tokens.colorNeutralStroke2,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
    ':hover::after': { backgroundColor: tokens.colorBrandStroke1 },
    ':focus-visible::after': { height: '3px', marginTop: '2px', backgroundColor: tokens.colorStrokeFocus2 },
  },
});

/** Where a key moves the splitter; null for a key that does not. */
export function splitterKey(key: string, value: number, min: number, max: number): number | null {
  if (key === 'Home') return min;
  if (key === 'End') return max;
  const step = key === 'ArrowUp' ? -0.05 : key === 'ArrowDown' ? 0.05 : 0;
  return step === 0 ? null : Math.min(max, Math.max(min, value + step));
}

/** A horizontal separator between two parts of its parent, which fills its height with them. */
export function Splitter(props: SplitterProps): ReactNode {
  const styles = useStyles();
  const { value, min, max, onChange } = props;

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined || box.height === 0) return;
    onChange(Math.min(max, Math.max(min, (event.clientY - box.top) / box.height)));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = splitterKey(event.key, value, min, max);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  }

  return (
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={props.label}
      aria-valuenow={Math.round(value * 100)}
      aria-valuemin={Math.round(min * 100)}
      aria-valuemax={Math.round(max * 100)}
      tabIndex={0}
      className={styles.bar}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
    />
  );
}
