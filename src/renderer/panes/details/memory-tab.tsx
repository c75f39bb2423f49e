/** The tab `Memory`. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { assignedMemoryMb, memoryStatus } from '../../../shared/model/memory';
import { isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { panes } from '../../text/en/panes';
import { Facts } from '../../forms/facts';
import type { Fact } from '../../forms/facts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '24px', padding: '12px' },
});

/** What the VM is given at start, and within which limits that changes. */
function given({ startupMemoryMb, dynamicMemory }: Vm): Fact[] {
  const { enabled, minimumMb, maximumMb } = dynamicMemory;
  const startup: Fact = [panes.startupMemory, panes.megabytes(startupMemoryMb)];
  if (!enabled) return [startup, [panes.dynamicMemory, panes.disabled]];
  return [
    startup,
    [panes.dynamicMemory, panes.enabled],
    [panes.minimumMemory, panes.megabytes(minimumMb)],
    [panes.maximumMemory, panes.megabytes(maximumMb)],
  ];
}

/** What it holds now, and what its guest makes of it once it has reported. */
function held(vm: Vm): Fact[] {
  if (!isActive(vm)) return [];
  const assigned: Fact = [panes.assignedMemory, panes.megabytes(assignedMemoryMb(vm))];
  const status = memoryStatus(vm);
  if (status === null || vm.memory?.demandMb == null) return [assigned];
  return [
    assigned,
    [panes.memoryDemand, panes.megabytes(vm.memory.demandMb)],
    [panes.memoryStatus, panes.memoryStatuses[status]],
  ];
}

/** The limits at the left, the present at the right. */
export function MemoryTab(props: { readonly vm: Vm }): ReactNode {
  const styles = useStyles();
  const { vm } = props;
  return (
    <div className={styles.page}>
      <Facts facts={given(vm)} />
      <Facts facts={held(vm)} />
    </div>
  );
}
