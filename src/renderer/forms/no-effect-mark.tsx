/** Marks a setting of Windows' that the simulator keeps and does nothing with. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SimulatorMark } from './simulator-mark';
import { forms } from '../text/en/forms';

const useStyles = makeStyles({ place: { display: 'flex' } });

export interface NoEffectMarkProps {
  /** The tool tip: what exactly the simulator lacks. */
  readonly what: string;
  /** Words instead of the usual ones. */
  readonly children?: string;
}

export function NoEffectMark(props: NoEffectMarkProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <SimulatorMark what={props.what}>{props.children ?? forms.noEffectHere}</SimulatorMark>
    </div>
  );
}
