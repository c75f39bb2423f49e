/** The page `NUMA` below `Processor`: how large the nodes are that the guest sees. */
import { makeStyles } from '@fluentui/react-components';
import { TableCellsSplit16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { hardwareTopology } from '../../../../shared/model/memory';
import type { Numa } from '../../../../shared/model/memory';
import type { Vm } from '../../../../shared/model/vm';
import { thePlatform } from '../../../../shared/model/world-view';
import type { WorldView } from '../../../../shared/model/world-view';
import { Facts } from '../../../forms/facts';
import { GroupBox } from '../../../forms/group-box';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { NumberField } from '../../../forms/number-field';
import { ReasonedButton } from '../../../forms/reasoned-button';
import { numaPage as text } from '../../../text/en/processor-children';
import { vmSettings } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import { errorOf } from '../settings-page';
import type { PageView, SettingsPage } from '../settings-page';
import { valueOfVm, withVmEdit } from '../vm-value';
import { numaPageId, numaRanges, topologyOf } from './numa-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  button: { display: 'flex' },
});

interface NumaPageProps extends PageView {
  readonly world: WorldView;
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

function figure(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? text.unknown : String(value);
}

function Configuration({ vm, draft }: Pick<NumaPageProps, 'vm' | 'draft'>): ReactNode {
  const topology = topologyOf(vm, draft);
  return (
    <GroupBox caption={text.configuration}>
      <div>{text.configurationText}</div>
      <Facts
        facts={[
          [text.processors, figure(valueOfVm(vm, draft).processors)],
          [text.nodes, figure(topology?.nodes)],
          [text.sockets, figure(topology?.sockets)],
        ]}
      />
    </GroupBox>
  );
}

function NumaPage({ world, vm, draft, problem, change }: NumaPageProps): ReactNode {
  const styles = useStyles();
  const { numa } = valueOfVm(vm, draft);
  const disabledReason = vm.state === 'Off' ? undefined : vmSettings.needsOff;
  function limit(field: keyof Numa, label: string): ReactNode {
    const [min, max] = numaRanges[field];
    return (
      <NumberField
        {...{ min, max, label, disabledReason }}
        labelWidth="256px"
        width="120px"
        value={numa[field]}
        error={errorOf(problem, field)}
        onChange={(typed) => {
          change(withVmEdit(draft, { numa: { ...numa, [field]: typed } }));
        }}
      />
    );
  }
  return (
    <div className={styles.page}>
      <Configuration vm={vm} draft={draft} />
      <GroupBox caption={text.topology}>
        <div>{text.nodeText}</div>
        {limit('maximumProcessors', text.maximumProcessors)}
        {limit('maximumMemoryMb', text.maximumMemory)}
        <div>{text.socketText}</div>
        {limit('maximumNodesPerSocket', text.maximumNodes)}
        <div>{text.resetText}</div>
        <div className={styles.button}>
          <ReasonedButton
            reason={disabledReason}
            onPress={() => {
              change(withVmEdit(draft, { numa: hardwareTopology(thePlatform(world)) }));
            }}
          >
            {text.useHardware}
          </ReasonedButton>
        </div>
        <NoEffectMark what={text.mark} />
      </GroupBox>
    </div>
  );
}

export function numaPage(world: WorldView, vm: Vm, draft: SettingsDraft): SettingsPage {
  return {
    id: numaPageId,
    label: text.title,
    icon: <TableCellsSplit16Regular />,
    draw: (view) => <NumaPage world={world} vm={vm} draft={draft} {...view} />,
  };
}
