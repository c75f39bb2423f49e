/** The page `Compatibility` below `Processor`. */
import { ArrowSwap16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Vm } from '../../../../shared/model/vm';
import { CheckField } from '../../../forms/check-field';
import { GroupBox } from '../../../forms/group-box';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { compatibilityPage as text } from '../../../text/en/processor-children';
import { vmSettings } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import { errorOf } from '../settings-page';
import type { PageView, SettingsPage } from '../settings-page';
import { valueOfVm, withVmEdit } from '../vm-value';
import { compatibilityPageId } from './processor-draft';

interface CompatibilityPageProps extends PageView {
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

function CompatibilityPage({ vm, draft, problem, change }: CompatibilityPageProps): ReactNode {
  return (
    <GroupBox caption={text.group}>
      <div>{text.intro}</div>
      <CheckField
        label={text.migrate}
        value={valueOfVm(vm, draft).compatibilityForMigration}
        error={errorOf(problem, 'compatibilityForMigration')}
        disabledReason={vm.state === 'Off' ? undefined : vmSettings.needsOff}
        onChange={(compatibilityForMigration) => {
          change(withVmEdit(draft, { compatibilityForMigration }));
        }}
      />
      <NoEffectMark what={text.mark} />
    </GroupBox>
  );
}

export function compatibilityPage(vm: Vm, draft: SettingsDraft): SettingsPage {
  return {
    id: compatibilityPageId,
    label: text.title,
    icon: <ArrowSwap16Regular />,
    draw: (view) => <CompatibilityPage vm={vm} draft={draft} {...view} />,
  };
}
