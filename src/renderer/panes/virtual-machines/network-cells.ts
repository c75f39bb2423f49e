/** What the list's cells say of a virtual machine's network adapters. */
import type { Adapter } from '../../../shared/model/adapter';
import { runs } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { panes } from '../../text/en/panes';

// Hundreds of cells ask about the same map of adapters: it is sorted out once.
const known = new WeakMap<WorldView['adapter'], ReadonlyMap<string, readonly Adapter[]>>();

function adaptersOf(world: WorldView, vmId: string): readonly Adapter[] {
  let byVm = known.get(world.adapter);
  if (byVm === undefined) {
    const sorted = new Map<string, Adapter[]>();
    for (const adapter of world.adapter.values()) {
      const list = sorted.get(adapter.vmId);
      if (list === undefined) sorted.set(adapter.vmId, [adapter]);
      else list.push(adapter);
    }
    byVm = sorted;
    known.set(world.adapter, byVm);
  }
  return byVm.get(vmId) ?? [];
}

/** The Connection cell: every virtual switch that the VM's adapters are connected to, once. */
export function connectionText(world: WorldView, vmId: string): string {
  const names = adaptersOf(world, vmId).map(({ switchId }) =>
    switchId === null ? undefined : world.switch.get(switchId)?.name,
  );
  const switches = [...new Set(names)].filter((name) => name !== undefined);
  return names.length > 0 && switches.length === 0 ? panes.network.notConnected : switches.join(', ');
}

/** The SR-IOV cell: how many of the adapters that ask for a VF use one; blank while the VM does not run. */
export function sriovText(world: WorldView, vm: Vm): string {
  const asking = adaptersOf(world, vm.id).filter(({ iovWeight }) => iovWeight > 0);
  if (asking.length === 0 || !runs(vm)) return '';
  return panes.sriovInUse(asking.filter(({ dataPath }) => dataPath === 'vf').length, asking.length);
}
