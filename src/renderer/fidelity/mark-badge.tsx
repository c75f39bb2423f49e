/** Shows a mark of the table of fidelity: a sign and its words. */
import { makeStyles, tokens } from '@fluentui/react-components';
import {
  Beaker16Regular,
  CheckmarkCircle16Regular,
  CircleHalfFill16Regular,
  SubtractCircle16Regular,
} from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { help } from '../text/en/help';
import type { Mark } from './model';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    '& svg': { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  },
});

const signs: Readonly<Record<Mark | 'absent', ReactElement>> = {
  asInWindows: <CheckmarkCircle16Regular aria-hidden />,
  simplified: <CircleHalfFill16Regular aria-hidden />,
  simulatorOnly: <Beaker16Regular aria-hidden />,
  absent: <SubtractCircle16Regular aria-hidden />,
};

export function MarkBadge(props: { readonly mark: Mark | 'absent' }): ReactNode {
  const styles = useStyles();
  return (
    <span className={styles.badge}>
      {signs[props.mark]}
      {help.marks[props.mark]}
    </span>
  );
}
