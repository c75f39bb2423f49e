/** The pane `Virtual Machines`: the list, and what shows in its place while there is none. */
import { makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { thePlatform } from '../../../shared/model/world-view';
import { PaneHeader } from '../../frame/pane-header';
import { usePreferences } from '../../frame/preferences';
import { hostStore, simulatedNow, useHost } from '../../host/store';
import { frame } from '../../text/en/frame';
import { panes } from '../../text/en/panes';
import { columnOf, sortVms } from './columns';
import { cpuNow, followCpu, onCpu } from './cpu-usage';
import { Empty, Problem, Waiting } from './list-states';
import { VmList } from './vm-list';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%' },
});

/** The VMs of the store in the chosen order. */
function useSortedVms(): ReturnType<typeof sortVms> {
  const map = useHost((state) => state.world.vm);
  const column = columnOf(usePreferences((preferences) => preferences.sortColumn));
  const descending = usePreferences((preferences) => preferences.sortDescending);
  // Only a list that is sorted by a live figure follows it.
  const live = useSyncExternalStore(onCpu, () => (column === 'cpu' ? cpuNow() : null));
  return useMemo(
    () => sortVms(map.values(), { column, descending }, simulatedNow(), live ?? new Map()),
    [map, column, descending, live],
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
  const vms = useSortedVms();
  const ready = useHost((state) => state.ready);
  const problem = useHost((state) => state.problem);
  if (problem !== null && !ready) return <Problem detail={problem.message} />;
  if (!ready) return <Waiting text={frame.connecting} />;
  return <VmList vms={vms}>{vms.length === 0 && <Empty />}</VmList>;
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
