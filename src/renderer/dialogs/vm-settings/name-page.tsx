/** The page `Name`: renames the VM. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import { TextField } from '../../forms/text-field';
import { vmSettings as text } from '../../text/en/vm-settings';
import { nameFixedReason } from './settings-draft';
import type { Problem } from './settings-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

export interface NamePageProps {
  readonly vm: Vm;
  readonly name: string;
  /** What is wrong on this page; null if nothing is. */
  readonly problem: Problem | null;
  readonly onChange: (name: string) => void;
}

/** One box, as high as the original's with its name above. */
export function NamePage(props: NamePageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div>{text.nameIntro}</div>
      <TextField
        label={text.name}
        layout="above"
        value={props.name}
        error={props.problem?.field === 'name' ? props.problem.message : undefined}
        disabledReason={nameFixedReason(props.vm)}
        onChange={props.onChange}
      />
    </div>
  );
}
