/** The tab `Memory`. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { panes } from '../../text/en/panes';
import { Facts } from '../../forms/facts';
import type { Fact } from '../../forms/facts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '24px', padding: '12px' },
});

/** What the VM is given at start, and what it holds now. */
export function MemoryTab(props: { readonly vm: Vm }): ReactNode {
  const styles = useStyles();
  const { vm } = props;
  const given: Fact[] = [
    [panes.startupMemory, panes.megabytes(vm.startupMemoryMb)],
    [panes.dynamicMemory, panes.disabled],
  ];
  const held: Fact[] = isActive(vm) ? [[panes.assignedMemory, panes.megabytes(vm.startupMemoryMb)]] : [];
  return (
    <div className={styles.page}>
      <Facts facts={given} />
      <Facts facts={held} />
    </div>
  );
}
