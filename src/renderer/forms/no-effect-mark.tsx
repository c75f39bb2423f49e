/** Marks a setting of Windows' that the simulator keeps and does nothing with. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SimulatorMark } from './simulator-mark';
import { forms } from '../text/en/forms';

const useStyles = makeStyles({ place: { display: 'flex' } });

export function NoEffectMark(props: { readonly what: string }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <SimulatorMark what={props.what}>{forms.noEffectHere}</SimulatorMark>
    </div>
  );
}
