/** The bars between panes: dragged, or moved with the arrow keys. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';

/** Where a splitter may be, and how far a key moves it. */
export interface SplitterRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface SplitterProps extends SplitterRange {
  readonly label: string;
  /** Where the bar is between two parts of its parent: under the upper one, or beside one at a side. */
  readonly edge: SplitterEdge;
  /** Under: the upper part's share of the height. Beside: the width of the part at that side in CSS pixels. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export type SplitterEdge = 'under' | 'rightOf' | 'leftOf';

const useStyles = makeStyles({
  bar: { zIndex: 2, flexShrink: 0, touchAction: 'none', outlineStyle: 'none' },
  lying: {
    height: '7px',
    margin: '-3px 0',
    cursor: 'row-resize',
    '::after': {
      content: '""',
      display: 'block',
      height: '1px',
      marginTop: '3px',
      backgroundColor: tokens.colorNeutralStroke2,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
    ':hover::after': {
      backgroundColor: tokens.colorBrandStroke1,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
    ':focus-visible::after': {
      height: '3px',
      marginTop: '2px',
      backgroundColor: tokens.colorStrokeFocus2,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
  standing: {
    width: '7px',
    margin: '0 -3px',
    cursor: 'col-resize',
    '::after': {
      content: '""',
      display: 'block',
      width: '1px',
      height: '100%',
      marginLeft: '3px',
      backgroundColor: tokens.colorNeutralStroke2,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
    ':hover::after': {
      backgroundColor: tokens.colorBrandStroke1,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
    ':focus-visible::after': {
      width: '3px',
      marginLeft: '2px',
      backgroundColor: tokens.colorStrokeFocus2,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
});

/** The keys that make the value smaller and larger: the bar goes where the arrow points. */
const arrows: Readonly<Record<SplitterEdge, readonly [less: string, more: string]>> = {
  under: ['ArrowUp', 'ArrowDown'],
  rightOf: ['ArrowLeft', 'ArrowRight'],
  leftOf: ['ArrowRight', 'ArrowLeft'],
};

/** Where a key moves the splitter; null for a key that does not. */
export function splitterKey(
  key: string,
  edge: SplitterEdge,
  value: number,
  range: SplitterRange,
): number | null {
  const { min, max, step } = range;
  if (key === 'Home') return min;
  if (key === 'End') return max;
  const [less, more] = arrows[edge];
  const sign = key === more ? 1 : key === less ? -1 : 0;
  return sign === 0 ? null : Math.min(max, Math.max(min, value + sign * step));
}

/** Where the pointer took hold of the bar, and of which value. */
interface Hold {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** The value that keeps the bar under the pointer; `height` is that of both parts in CSS pixels. */
function valueAt(edge: SplitterEdge, hold: Hold, event: PointerEvent, height: number): number {
  if (edge === 'under') return hold.value + (event.clientY - hold.y) / Math.max(1, height);
  const moved = Math.round(event.clientX - hold.x);
  return hold.value + (edge === 'rightOf' ? moved : -moved);
}

/** A separator between two panes. One that lies is between two parts that fill its parent's height. */
export function Splitter(props: SplitterProps): ReactNode {
  const styles = useStyles();
  const { edge, value, min, max, onChange } = props;
  const lying = edge === 'under';
  // A share reads as per cent.
  const read = (figure: number): number => Math.round(lying ? figure * 100 : figure);

  const hold = useRef<Hold | null>(null);

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    const bar = event.currentTarget;
    if (hold.current === null || !bar.hasPointerCapture(event.pointerId)) return;
    const height = bar.parentElement?.getBoundingClientRect().height ?? 0;
    onChange(Math.min(max, Math.max(min, valueAt(edge, hold.current, event, height))));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = splitterKey(event.key, edge, value, props);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  }

  return (
    <div
      role="separator"
      aria-orientation={lying ? 'horizontal' : 'vertical'}
      aria-label={props.label}
      aria-valuenow={read(value)}
      aria-valuemin={read(min)}
      aria-valuemax={read(max)}
      tabIndex={0}
      className={mergeClasses(styles.bar, lying ? styles.lying : styles.standing)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        hold.current = { x: event.clientX, y: event.clientY, value };
      }}
      onPointerMove={onPointerMove}
    />
  );
}
