/** The page `Diskette Drive` of generation 1: no medium, or a virtual floppy disk. */
import { makeStyles } from '@fluentui/react-components';
import { Save16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { fileNameOf } from '../../../../shared/model/host-file';
import { canChangeMedia } from '../../../../shared/model/storage';
import type { Vm } from '../../../../shared/model/vm';
import { GroupBox } from '../../../forms/group-box';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { RadioChoices } from '../../../forms/radio-choices';
import { TextField } from '../../../forms/text-field';
import { diskettePage as text, drivePage } from '../../../text/en/vm-storage';
import type { SettingsDraft } from '../settings-draft';
import { errorOf } from '../settings-page';
import type { PageView, SettingsPage } from '../settings-page';
import { diskettePageId } from './start-up-draft';
import { valueOfStartUp, withStartUpEdit } from './start-up-value';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface DiskettePageProps extends PageView {
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

/** The disk is changed while the VM runs, too. */
function DiskettePage({ vm, draft, problem, change }: DiskettePageProps): ReactNode {
  const styles = useStyles();
  const { hasDiskette, diskette } = valueOfStartUp(vm, draft);
  const disabledReason = canChangeMedia(vm) ? undefined : drivePage.needsOffOrRunning;
  const file = (
    <div title={diskette}>
      <TextField
        label={text.path}
        maxLength={260}
        value={diskette}
        error={errorOf(problem, 'diskette')}
        disabledReason={disabledReason}
        onChange={(next) => {
          change(withStartUpEdit(draft, { hasDiskette: true, diskette: next }));
        }}
      />
    </div>
  );
  return (
    <div className={styles.page}>
      <div>{text.intro}</div>
      <GroupBox caption={text.media}>
        <RadioChoices
          label={text.media}
          choices={[
            { value: 'none', label: text.none },
            { value: 'file', label: text.file, content: file },
          ]}
          value={hasDiskette ? 'file' : 'none'}
          disabledReason={disabledReason}
          onChange={(choice) => {
            change(withStartUpEdit(draft, { hasDiskette: choice === 'file' }));
          }}
        />
        <NoEffectMark what={text.mark} />
      </GroupBox>
    </div>
  );
}

export function diskettePage(vm: Vm, draft: SettingsDraft): SettingsPage {
  const { hasDiskette, diskette } = valueOfStartUp(vm, draft);
  const name = fileNameOf(diskette.trim());
  return {
    id: diskettePageId,
    label: text.title,
    detail: hasDiskette && name !== '' ? name : text.none,
    icon: <Save16Regular />,
    draw: (view) => <DiskettePage vm={vm} draft={draft} {...view} />,
  };
}
