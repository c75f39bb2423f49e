/** The page `Memory`: how much the VM starts with. */
import { makeStyles } from '@fluentui/react-components';
import { Ram16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { mostMemoryMb } from '../../../../shared/model/vm';
import type { Vm } from '../../../../shared/model/vm';
import { NumberField } from '../../../forms/number-field';
import { memoryPage as text } from '../../../text/en/vm-pages';
import { vmSettings } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import { errorOf } from '../settings-page';
import type { PageView, SettingsPage } from '../settings-page';
import { valueOfVm, withVmEdit } from '../vm-value';
import { leastMemoryMb, memoryPageId } from './memory-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface MemoryPageProps extends PageView {
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

function MemoryPage({ vm, draft, problem, change }: MemoryPageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div>{text.intro}</div>
      <NumberField
        label={text.ram}
        labelWidth="72px"
        width="140px"
        unit={text.unit}
        min={leastMemoryMb}
        max={mostMemoryMb[vm.generation]}
        step={2}
        value={valueOfVm(vm, draft).startupMemoryMb}
        error={errorOf(problem, 'startupMemoryMb')}
        disabledReason={vm.state === 'Off' ? undefined : vmSettings.needsOff}
        onChange={(startupMemoryMb) => {
          change(withVmEdit(draft, { startupMemoryMb }));
        }}
      />
    </div>
  );
}

export function memoryPage(vm: Vm, draft: SettingsDraft): SettingsPage {
  const { startupMemoryMb } = valueOfVm(vm, draft);
  return {
    id: memoryPageId,
    label: text.title,
    detail: Number.isNaN(startupMemoryMb) ? text.noAmount : text.amount(startupMemoryMb),
    icon: <Ram16Regular />,
    draw: (view) => <MemoryPage vm={vm} draft={draft} {...view} />,
  };
}
