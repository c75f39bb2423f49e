/** The pages `Automatic Start Action` and `Automatic Stop Action`. */
import { makeStyles } from '@fluentui/react-components';
import { PlayCircle16Regular, RecordStop16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Vm } from '../../../../shared/model/vm';
import { GroupBox } from '../../../forms/group-box';
import { NumberField } from '../../../forms/number-field';
import { RadioChoices } from '../../../forms/radio-choices';
import { automaticActionPages as text } from '../../../text/en/vm-pages';
import type { SettingsDraft } from '../settings-draft';
import { errorOf } from '../settings-page';
import type { PageView, SettingsPage } from '../settings-page';
import { valueOfVm, withVmEdit } from '../vm-value';
import type { VmValue } from '../vm-value';
import { longestDelay, startActionPageId, stopActionPageId } from './automatic-actions-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface ActionPageProps extends PageView {
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

const startActions: readonly VmValue['startAction'][] = ['Nothing', 'StartIfRunning', 'Start'];
const stopActions: readonly VmValue['stopAction'][] = ['Save', 'TurnOff', 'ShutDown'];

/** A delay needs something that it delays. */
function StartActionPage({ vm, draft, problem, change }: ActionPageProps): ReactNode {
  const styles = useStyles();
  const { startAction, startDelaySeconds } = valueOfVm(vm, draft);
  return (
    <div className={styles.page}>
      <RadioChoices
        label={text.startQuestion}
        showLabel
        choices={startActions.map((value) => ({ value, label: text.startActions[value] }))}
        value={startAction}
        onChange={(next) => {
          change(withVmEdit(draft, { startAction: next }));
        }}
      />
      <GroupBox caption={text.delayGroup}>
        <div>{text.delayIntro}</div>
        <NumberField
          label={text.delay}
          labelWidth="88px"
          width="140px"
          unit={text.seconds}
          min={0}
          max={longestDelay}
          value={startDelaySeconds}
          error={errorOf(problem, 'startDelaySeconds')}
          disabledReason={startAction === 'Nothing' ? text.delayNeedsStart : undefined}
          onChange={(seconds) => {
            change(withVmEdit(draft, { startDelaySeconds: seconds }));
          }}
        />
      </GroupBox>
    </div>
  );
}

function StopActionPage({ vm, draft, problem, change }: ActionPageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <RadioChoices
        label={text.stopQuestion}
        showLabel
        choices={stopActions.map((value) => ({ value, ...text.stopActions[value] }))}
        value={valueOfVm(vm, draft).stopAction}
        error={errorOf(problem, 'stopAction')}
        onChange={(stopAction) => {
          change(withVmEdit(draft, { stopAction }));
        }}
      />
    </div>
  );
}

export function automaticActionPages(vm: Vm, draft: SettingsDraft): readonly SettingsPage[] {
  const { startAction, stopAction } = valueOfVm(vm, draft);
  return [
    {
      id: startActionPageId,
      label: text.startTitle,
      detail: text.startDetails[startAction],
      icon: <PlayCircle16Regular />,
      draw: (view) => <StartActionPage vm={vm} draft={draft} {...view} />,
    },
    {
      id: stopActionPageId,
      label: text.stopTitle,
      detail: text.stopDetails[stopAction],
      icon: <RecordStop16Regular />,
      draw: (view) => <StopActionPage vm={vm} draft={draft} {...view} />,
    },
  ];
}
