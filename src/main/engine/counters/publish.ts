/** Brings the counters up to date with the world and with what its data paths carry. */
import { objects } from '../../../shared/model/counter';
import { isActive } from '../../../shared/model/vm';
import { thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import { hostIndex, ownerId, ownersOf } from './owners';
import {
  dataPathReadings,
  legacyReadings,
  logicalReadings,
  nicReadings,
  rootReadings,
  switchedReadings,
  virtualReadings,
} from './readings';
import type { CounterStore } from './store';
import { noPathTraffic, noTraffic, noWork, tally } from './tally';
import type { AdapterRates, Tally } from './tally';

export type { AdapterRates } from './tally';

/**
 * From simulated time `now` on the counters grow by `rates`, which hold one entry per adapter with
 * traffic. Instances of owners that are no longer active vanish, new ones begin at 0, renamed ones
 * keep their values. What passes the virtual switch is counted by adapter and switch; traffic over
 * a VF bypasses both and is counted by the physical adapter, as the switch's external traffic is.
 */
export function publish(
  store: CounterStore,
  world: WorldView,
  rates: ReadonlyMap<string, AdapterRates>,
  now: number,
): void {
  store.settle(now);
  const owners = ownersOf(world);
  store.arrange(owners);
  if (owners.length === 0) return;
  const sums = tally(world, rates);
  publishHost(store, world, sums);
  publishNetwork(store, world, sums);
  publishVms(store, world, sums);
}

/** Totals are the sum of the instances' events and the mean of their run times. */
function publishHost(store: CounterStore, world: WorldView, sums: Tally): void {
  const { host } = ownerId;
  const { logicalProcessors } = thePlatform(world);
  let virtualProcessors = 0;
  for (const vm of world.vm.values()) if (isActive(vm)) virtualProcessors += vm.processors;
  const logical = logicalReadings(sums.allRoots, sums.allVms, logicalProcessors);
  const root = rootReadings(sums.allRoots, logicalProcessors, 1);
  const virtual = virtualReadings(sums.allVms, Math.max(1, virtualProcessors), 1);
  store.set(host, hostIndex.logicalTotal, objects.logicalProcessor, logical);
  store.set(host, hostIndex.rootTotal, objects.rootVirtualProcessor, root);
  store.set(host, hostIndex.virtualTotal, objects.virtualProcessor, virtual);
  store.set(host, hostIndex.dataPathTotal, objects.dataPath, dataPathReadings(sums.allPaths));
  for (let index = 0; index < logicalProcessors; index++) {
    const at = hostIndex.firstProcessor + 2 * index;
    const one = rootReadings(sums.roots.get(index) ?? noWork(), 1, 1);
    store.set(host, at, objects.logicalProcessor, logical);
    store.set(host, at + 1, objects.rootVirtualProcessor, one);
  }
}

function publishNetwork(store: CounterStore, world: WorldView, sums: Tally): void {
  for (const { id, linkSpeedMbps } of world.nic.values()) {
    const readings = nicReadings(sums.nics.get(id) ?? noTraffic(), linkSpeedMbps);
    store.set(ownerId.nic(id), 0, objects.nic, readings);
  }
  for (const id of world.switch.keys()) {
    const readings = switchedReadings(sums.switches.get(id) ?? noTraffic());
    store.set(ownerId.switch(id), 0, objects.switch, readings);
  }
}

function publishVms(store: CounterStore, world: WorldView, sums: Tally): void {
  for (const vm of world.vm.values()) {
    if (!isActive(vm)) continue;
    // A VM spreads its work evenly over its processors, a simplification.
    const readings = virtualReadings(sums.vms.get(vm.id) ?? noWork(), vm.processors, vm.processors);
    const owner = ownerId.vm(vm.id);
    for (let index = 0; index < vm.processors; index++) {
      store.set(owner, index, objects.virtualProcessor, readings);
    }
  }
  for (const adapter of world.adapter.values()) {
    const vm = world.vm.get(adapter.vmId);
    if (vm === undefined || !isActive(vm)) continue;
    const owner = ownerId.adapter(adapter.id);
    const traffic = sums.adapters.get(adapter.id) ?? noTraffic();
    store.set(owner, 0, objects.adapter, switchedReadings(traffic));
    store.set(owner, 1, objects.dataPath, dataPathReadings(sums.paths.get(adapter.id) ?? noPathTraffic()));
    if (adapter.kind === 'legacy') store.set(owner, 2, objects.legacyAdapter, legacyReadings(traffic));
  }
}
