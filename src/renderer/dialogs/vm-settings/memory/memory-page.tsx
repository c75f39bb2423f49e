/** The page `Memory`: how much the VM starts with, and how much it may have while it runs. */
import { makeStyles } from '@fluentui/react-components';
import { Ram16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { bufferRange, leastMemoryMb, memoryStepMb, weightRange } from '../../../../shared/model/memory';
import { mostMemoryMb } from '../../../../shared/model/vm';
import type { Vm } from '../../../../shared/model/vm';
import { CheckField } from '../../../forms/check-field';
import { GroupBox } from '../../../forms/group-box';
import { NumberField } from '../../../forms/number-field';
import { SliderField } from '../../../forms/slider-field';
import { memoryPage as text } from '../../../text/en/memory';
import { vmSettings } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import { errorOf } from '../settings-page';
import type { PageView, SettingsPage } from '../settings-page';
import { valueOfVm, withVmEdit } from '../vm-value';
import { memoryPageId, withDynamicMemory } from './memory-draft';

const captionWidth = '110px';
const boxWidth = '140px';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  // As far in as the fields of the group below, so that all figures are in one column.
  startup: { padding: '0 13px' },
});

interface MemoryPageProps extends PageView {
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

function DynamicGroup({ vm, draft, problem, change }: MemoryPageProps): ReactNode {
  const value = valueOfVm(vm, draft).dynamicMemory;
  const [min, max] = bufferRange;
  const shared = {
    labelWidth: captionWidth,
    width: boxWidth,
    disabledReason: value.enabled ? undefined : text.needsDynamic,
  };
  const amounts = {
    unit: text.unit,
    min: leastMemoryMb,
    max: mostMemoryMb[vm.generation],
    step: memoryStepMb,
  };
  const edit = (patch: Partial<typeof value>): void => {
    change(withDynamicMemory(vm, draft, patch));
  };
  return (
    <GroupBox caption={text.dynamic}>
      <CheckField
        label={text.enable}
        value={value.enabled}
        error={errorOf(problem, 'enabled')}
        disabledReason={vm.state === 'Off' ? undefined : vmSettings.needsOff}
        onChange={(enabled) => {
          edit({ enabled });
        }}
      />
      <div>{text.dynamicText}</div>
      <NumberField
        {...shared}
        {...amounts}
        label={text.minimum}
        value={value.minimumMb}
        error={errorOf(problem, 'minimumMb')}
        onChange={(minimumMb) => {
          edit({ minimumMb });
        }}
      />
      <NumberField
        {...shared}
        {...amounts}
        label={text.maximum}
        value={value.maximumMb}
        error={errorOf(problem, 'maximumMb')}
        onChange={(maximumMb) => {
          edit({ maximumMb });
        }}
      />
      <div>{text.bufferText}</div>
      <NumberField
        {...shared}
        {...{ min, max }}
        label={text.buffer}
        unit={text.percent}
        value={value.bufferPercent}
        error={errorOf(problem, 'bufferPercent')}
        onChange={(bufferPercent) => {
          edit({ bufferPercent });
        }}
      />
    </GroupBox>
  );
}

function MemoryPage(props: MemoryPageProps): ReactNode {
  const styles = useStyles();
  const { vm, draft, problem, change } = props;
  const value = valueOfVm(vm, draft);
  const [least, most] = weightRange;
  return (
    <div className={styles.page}>
      <div>{text.intro}</div>
      <div className={styles.startup}>
        <NumberField
          label={text.ram}
          labelWidth={captionWidth}
          width={boxWidth}
          unit={text.unit}
          min={leastMemoryMb}
          max={mostMemoryMb[vm.generation]}
          step={memoryStepMb}
          value={value.startupMemoryMb}
          error={errorOf(problem, 'startupMemoryMb')}
          disabledReason={vm.state === 'Off' ? undefined : vmSettings.needsOff}
          onChange={(startupMemoryMb) => {
            change(withVmEdit(draft, { startupMemoryMb }));
          }}
        />
      </div>
      <DynamicGroup {...props} />
      <GroupBox caption={text.weight}>
        <div>{text.weightText}</div>
        <SliderField
          label={text.weight}
          ends={[text.low, text.high]}
          min={least}
          max={most}
          value={value.dynamicMemory.weight}
          error={errorOf(problem, 'weight')}
          onChange={(weight) => {
            change(withDynamicMemory(vm, draft, { weight }));
          }}
        />
      </GroupBox>
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
