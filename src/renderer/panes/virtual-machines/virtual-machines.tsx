/** The pane `Virtual Machines`: the list, and what shows in its place while there is none. */
import { makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import { thePlatform } from '../../../shared/model/world-view';
import { displayedColumns } from '../../frame/list-columns';
import type { ColumnId } from '../../frame/list-columns';
import { PaneHeader } from '../../frame/pane-header';
import { usePreferences } from '../../frame/preferences';
import { hostStore, simulatedNow, useHost } from '../../host/store';
import { emptyWorld } from '../../host/world-state';
import { frame } from '../../text/en/frame';
import { panes } from '../../text/en/panes';
import { sortOrder, sortVms, worldColumns } from './columns';
import type { SortOrder } from './columns';
import { cpuNow, followCpu, onCpu } from './cpu-usage';
import { Empty, NotConnected, Problem, Waiting } from './list-states';
import { VmList } from './vm-list';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%' },
});

/** The columns that show, and the order of the rows. */
function useColumns(): { readonly columns: readonly ColumnId[]; readonly order: SortOrder } {
  const stored = usePreferences((preferences) => preferences.columns);
  const column = usePreferences((preferences) => preferences.sortColumn);
  const descending = usePreferences((preferences) => preferences.sortDescending);
  return useMemo(() => {
    const columns = displayedColumns(stored);
    return { columns, order: sortOrder(column, descending, columns) };
  }, [stored, column, descending]);
}

const noFigures: ReadonlyMap<string, number> = new Map();

/** The VMs of the store in that order. */
function useSortedVms(order: SortOrder): readonly Vm[] {
  const map = useHost((state) => state.world.vm);
  // Only a list that is sorted by a live figure follows it, and by its network the network.
  const cpu = useSyncExternalStore(onCpu, () => (order.column === 'cpu' ? cpuNow() : noFigures));
  const world = useHost((state) => (worldColumns.has(order.column) ? state.world : null));
  return useMemo(
    () => sortVms(map.values(), order, { now: simulatedNow(), cpu, world: world ?? emptyWorld() }),
    [map, order, cpu, world],
  );
}

/** Keeps the CPU figures coming; begins anew when VMs come, go, or change name or processors. */
function useCpuFeed(): void {
  const map = useHost((state) => state.world.vm);
  const identity = useMemo(
    () => [...map.values()].map((vm) => `${vm.id}/${vm.name}/${vm.processors}`).join('\n'),
    [map],
  );
  const logicalProcessors = useHost((state) =>
    state.ready ? thePlatform(state.world).logicalProcessors : 1,
  );
  useEffect(() => {
    if (identity === '') return undefined;
    return followCpu(hostStore.getState().world.vm.values(), logicalProcessors);
  }, [identity, logicalProcessors]);
}

function Content(): ReactNode {
  const { columns, order } = useColumns();
  const vms = useSortedVms(order);
  const ready = useHost((state) => state.ready);
  const problem = useHost((state) => state.problem);
  const disconnected = useHost((state) => {
    const host = state.world.host.get('host');
    return host?.managementService === 'stopped' ? host.computerName.toUpperCase() : null;
  });
  if (problem !== null && !ready) return <Problem detail={problem.message} />;
  if (!ready) return <Waiting text={frame.connecting} />;
  if (disconnected !== null) return <NotConnected host={disconnected} />;
  return (
    <VmList vms={vms} columns={columns} order={order}>
      {vms.length === 0 && <Empty columns={columns.length} />}
    </VmList>
  );
}

/** The list of virtual machines with its heading. */
export function VirtualMachines(): ReactNode {
  const styles = useStyles();
  const host = useHost((state) => state.world.host.get('host'));
  const restarting =
    host?.state === 'restarting' ? panes.hostRestarting(host.computerName.toUpperCase()) : null;
  useCpuFeed();
  return (
    <section aria-labelledby="vm-list-heading" data-pane className={styles.pane}>
      <PaneHeader id="vm-list-heading">{panes.virtualMachines}</PaneHeader>
      {restarting !== null && <Waiting text={restarting} />}
      <Content />
    </section>
  );
}
