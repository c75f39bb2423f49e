/** Counter paths behind a chart of one VM, or of one of its adapters. */
import { useMemo } from 'react';
import { useHost } from '../host/store';
import type { HostState } from '../host/store';
import { trafficPaths } from './traffic-series';

function pathsIn(state: HostState, vmId: string, adapterId: string | undefined): string {
  const vm = state.world.vm.get(vmId);
  if (vm === undefined) return '';
  const adapters = [...state.world.adapter.values()].filter(
    (adapter) => adapter.vmId === vmId && (adapterId === undefined || adapter.id === adapterId),
  );
  return trafficPaths(vm, adapters).join('\n');
}

/**
 * As `trafficPaths` makes them; empty when there is no such VM. Adapters change with every step of a
 * VF, the answer only when one comes, goes or is renamed: it is another array only then.
 */
export function useTrafficPaths(vmId: string, adapterId?: string): readonly string[] {
  const joined = useHost((state) => pathsIn(state, vmId, adapterId));
  return useMemo(() => (joined === '' ? [] : joined.split('\n')), [joined]);
}
