/** The selected virtual machines and what they allow, for everything that offers verbs. */
import { useMemo } from 'react';
import type { Vm } from '../../shared/model/vm';
import { useSelection } from '../host/selection';
import { useHost } from '../host/store';
import { useServiceRuns } from './management-service';
import { actionsFor } from './verb-list';
import type { VmAction } from './verb-list';

export interface SelectedVms {
  readonly vms: readonly Vm[];
  readonly actions: readonly VmAction[];
}

/**
 * The selected virtual machines that still exist; none while the host's node is not selected, or
 * while there is no service to ask for them.
 */
export function useSelectedVms(): SelectedVms {
  const managed = useServiceRuns();
  const node = useSelection((selection) => selection.node);
  const vmIds = useSelection((selection) => selection.vmIds);
  const map = useHost((state) => state.world.vm);
  const running = useHost((state) => state.world.host.get('host')?.state === 'running');
  return useMemo(() => {
    const vms = managed && node === 'host' ? vmIds.flatMap((id) => map.get(id) ?? []) : [];
    return { vms, actions: actionsFor(vms, running) };
  }, [managed, node, vmIds, map, running]);
}
