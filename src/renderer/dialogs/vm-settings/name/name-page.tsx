/** The page `Name`: renames the VM, and keeps notes about it. */
import { makeStyles } from '@fluentui/react-components';
import { Rename16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Vm } from '../../../../shared/model/vm';
import { TextField } from '../../../forms/text-field';
import { vmSettings as text } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import { errorOf } from '../settings-page';
import type { PageView, SettingsPage } from '../settings-page';
import { valueOfVm, withVmEdit } from '../vm-value';
import { nameFixedReason, namePageId } from './name-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface NamePageProps extends PageView {
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

/** Notes can be written in every state of the VM. */
function NamePage({ vm, draft, problem, change }: NamePageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div>{text.nameIntro}</div>
      <TextField
        label={text.name}
        layout="above"
        value={draft.name ?? vm.name}
        error={errorOf(problem, 'name')}
        disabledReason={nameFixedReason(vm)}
        onChange={(name) => {
          change({ ...draft, name });
        }}
      />
      <TextField
        label={text.notes}
        lines={10}
        maxLength={4000}
        spellCheck
        value={valueOfVm(vm, draft).notes}
        error={errorOf(problem, 'notes')}
        onChange={(notes) => {
          change(withVmEdit(draft, { notes }));
        }}
      />
    </div>
  );
}

export function namePage(vm: Vm, draft: SettingsDraft): SettingsPage {
  const name = draft.name ?? vm.name;
  return {
    id: namePageId,
    label: text.name,
    detail: name.trim() === '' ? text.unnamed : name,
    icon: <Rename16Regular />,
    draw: (view) => <NamePage vm={vm} draft={draft} {...view} />,
  };
}
