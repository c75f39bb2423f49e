/** The pages `COM 1` and `COM 2`: no attachment, or a named pipe of this or another computer. */
import { makeStyles } from '@fluentui/react-components';
import { SerialPort16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { isPipePath } from '../../../../shared/model/host-file';
import type { Vm } from '../../../../shared/model/vm';
import { CheckField } from '../../../forms/check-field';
import { Facts } from '../../../forms/facts';
import { GroupBox } from '../../../forms/group-box';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { RadioChoices } from '../../../forms/radio-choices';
import { TextField } from '../../../forms/text-field';
import { comPage as text } from '../../../text/en/vm-storage';
import { vmSettings } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import { errorOf } from '../settings-page';
import type { PageView, SettingsPage } from '../settings-page';
import { comMember, comPageId } from './start-up-draft';
import type { ComNumber } from './start-up-draft';
import { pipePathOf, valueOfStartUp, withStartUpEdit } from './start-up-value';
import type { ComValue } from './start-up-value';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  pipe: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface ComPageProps extends PageView {
  readonly vm: Vm;
  readonly value: ComValue;
  readonly onEdit: (patch: Partial<ComValue>) => void;
}

/** The pipe's path, once its names have been typed. */
function shownPipe(value: ComValue): string {
  const path = pipePathOf(value);
  return isPipePath(path) ? path : text.unfinished;
}

function PipeFields({ vm, value, problem, onEdit }: ComPageProps): ReactNode {
  const styles = useStyles();
  const fixed = vm.state === 'Off' ? undefined : vmSettings.needsOff;
  const needsPipe = fixed ?? (value.connected ? undefined : text.needsPipe);
  const shared = { labelWidth: '104px', maxLength: 200 };
  return (
    <div className={styles.pipe}>
      <TextField
        {...shared}
        label={text.pipeName}
        value={value.pipeName}
        error={errorOf(problem, 'pipeName')}
        disabledReason={needsPipe}
        onChange={(pipeName) => {
          onEdit({ pipeName });
        }}
      />
      <CheckField
        label={text.remote}
        value={value.remote}
        disabledReason={needsPipe}
        onChange={(remote) => {
          onEdit({ remote });
        }}
      />
      <TextField
        {...shared}
        label={text.computerName}
        value={value.computerName}
        error={errorOf(problem, 'computerName')}
        disabledReason={needsPipe ?? (value.remote ? undefined : text.needsRemote)}
        onChange={(computerName) => {
          onEdit({ computerName });
        }}
      />
      {value.connected && <Facts facts={[[text.pipePath, shownPipe(value)]]} />}
    </div>
  );
}

function ComPage(props: ComPageProps): ReactNode {
  const styles = useStyles();
  const { vm, value, onEdit } = props;
  return (
    <div className={styles.page}>
      <div>{text.intro}</div>
      <GroupBox caption={text.attachment}>
        <RadioChoices
          label={text.attachment}
          choices={[
            { value: 'none', label: text.none },
            { value: 'pipe', label: text.namedPipe, content: <PipeFields {...props} /> },
          ]}
          value={value.connected ? 'pipe' : 'none'}
          disabledReason={vm.state === 'Off' ? undefined : vmSettings.needsOff}
          onChange={(choice) => {
            onEdit({ connected: choice === 'pipe' });
          }}
        />
        <NoEffectMark what={text.mark} />
      </GroupBox>
    </div>
  );
}

export function comPages(vm: Vm, draft: SettingsDraft): readonly SettingsPage[] {
  return ([1, 2] as const).map((number: ComNumber) => {
    const member = comMember(number);
    const value = valueOfStartUp(vm, draft)[member];
    return {
      id: comPageId(number),
      label: text.title(number),
      detail: value.connected ? shownPipe(value) : text.none,
      icon: <SerialPort16Regular />,
      draw: (view) => (
        <ComPage
          key={number}
          {...{ vm, value }}
          {...view}
          onEdit={(patch) => {
            view.change(withStartUpEdit(draft, { [member]: { ...value, ...patch } }));
          }}
        />
      ),
    };
  });
}
