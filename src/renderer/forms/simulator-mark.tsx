/** Marks what Windows does not have. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Beaker16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { forms } from '../text/en/forms';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    padding: '0 5px 0 3px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground3,
    fontSize: '11px',
    lineHeight: '14px',
    whiteSpace: 'nowrap',
    '& svg': { width: '12px', height: '12px' },
  },
  compact: { padding: '1px', margin: '0 6px' },
});

export interface SimulatorMarkProps {
  /** The sign alone, where there is no room for words; its name and tool tip stay. */
  readonly compact?: boolean;
  /** Words instead of `Simulator only`. */
  readonly children?: ReactNode;
  /** The tool tip: what exactly Windows lacks. */
  readonly what?: string;
}

/**
 * A small mark with a tool tip. `data-simulator-mark` lets a test hold it against the table of fidelity. The tool tip is the browser's own: the frame shows marks at once,
 * and Fluent's would have to be loaded before the window can be painted.
 */
export function SimulatorMark(props: SimulatorMarkProps): ReactNode {
  const styles = useStyles();
  const { compact = false, what = forms.simulatorOnlyHint } = props;
  if (compact) {
    const name = forms.simulatorOnlyWith(what);
    return (
      <span
        role="img"
        aria-label={name}
        title={name}
        data-simulator-mark={what}
        className={mergeClasses(styles.mark, styles.compact)}
      >
        <Beaker16Regular aria-hidden />
      </span>
    );
  }
  return (
    <span title={what} data-simulator-mark={what} className={styles.mark}>
      <Beaker16Regular aria-hidden />
      {props.children ?? forms.simulatorOnly}
    </span>
  );
}
