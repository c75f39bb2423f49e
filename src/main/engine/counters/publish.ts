/** Brings the counters up to date with the world and with what its data paths carry. */
import { objects } from '../../../shared/model/counter';
import { isActive } from '../../../shared/model/vm';
import { thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import { EndRows } from './end-rows';
import type { Owner } from './layout';
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
import type { AdapterEnd, Tally } from './tally';

export type { AdapterEnd, AdapterRates } from './tally';

/**
 * Publishes again and again, and leaves alone what did not change in between. That is never more
 * than a shortcut: setting a counter to what it has is no change.
 */
export class Publisher {
  #owners: readonly Owner[] | undefined;
  /** What was last published. */
  readonly #rows = new EndRows();
  /** Nothing of what is in the store is known to be up to date. */
  #fresh = true;

  constructor(private readonly store: CounterStore) {}

  /**
   * From simulated time `now` on the counters grow by the rates of `ends`, one entry per adapter
   * and flow that it is at an end of. Instances of owners that are no longer active vanish, new
   * ones begin at 0, renamed ones keep their values. What passes the virtual switch is counted by
   * adapter and switch; traffic over a VF bypasses both. The physical adapter counts what passes
   * its port: all of the adapters' traffic except between two of this host.
   */
  publish(world: WorldView, ends: Iterable<AdapterEnd>, now: number): void {
    const { store } = this;
    store.settle(now);
    const owners = ownersOf(world);
    const opened = this.#arrange(owners);
    const all = this.#fresh;
    const adapters = this.#rows.take(owners.length === 0 ? [] : ends);
    this.#fresh = owners.length === 0;
    if (owners.length === 0) return;
    const vms = new Set<string>();
    for (const id of adapters) vms.add(world.adapter.get(id)?.vmId ?? '');
    if (all || opened.size > 0) {
      for (const id of world.adapter.keys()) if (all || opened.has(ownerId.adapter(id))) adapters.add(id);
      for (const id of world.vm.keys()) if (all || opened.has(ownerId.vm(id))) vms.add(id);
    }
    const asked = { adapters, vms };
    const sums = tally(world, this.#rows, asked);
    publishHost(store, world, sums);
    publishNetwork(store, world, sums);
    publishVms(store, world, sums, vms);
    publishAdapters(store, world, sums, adapters);
  }

  /** Answers the owners whose counters have just begun. */
  #arrange(owners: readonly Owner[]): ReadonlySet<string> {
    const last = this.#owners;
    this.#owners = owners;
    const same = last?.length === owners.length && owners.every((owner, index) => owner === last[index]);
    return same ? new Set() : this.store.arrange(owners);
  }
}

/** Publishes once. */
export function publish(
  store: CounterStore,
  world: WorldView,
  ends: Iterable<AdapterEnd>,
  now: number,
): void {
  new Publisher(store).publish(world, ends, now);
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
  const idle = rootReadings(noWork(), 1, 1);
  for (let index = 0; index < logicalProcessors; index++) {
    const at = hostIndex.firstProcessor + 2 * index;
    const work = sums.roots.get(index);
    store.set(host, at, objects.logicalProcessor, logical);
    store.set(
      host,
      at + 1,
      objects.rootVirtualProcessor,
      work === undefined ? idle : rootReadings(work, 1, 1),
    );
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

function publishVms(store: CounterStore, world: WorldView, sums: Tally, ids: Iterable<string>): void {
  for (const id of ids) {
    const vm = world.vm.get(id);
    if (vm === undefined || !isActive(vm)) continue;
    // A VM spreads its work evenly over its processors, a simplification.
    const readings = virtualReadings(sums.vms.get(id) ?? noWork(), vm.processors, vm.processors);
    const owner = ownerId.vm(id);
    for (let index = 0; index < vm.processors; index++) {
      store.set(owner, index, objects.virtualProcessor, readings);
    }
  }
}

function publishAdapters(store: CounterStore, world: WorldView, sums: Tally, ids: Iterable<string>): void {
  for (const id of ids) {
    const adapter = world.adapter.get(id);
    const vm = adapter === undefined ? undefined : world.vm.get(adapter.vmId);
    if (adapter === undefined || vm === undefined || !isActive(vm)) continue;
    const owner = ownerId.adapter(id);
    const traffic = sums.adapters.get(id) ?? noTraffic();
    store.set(owner, 0, objects.adapter, switchedReadings(traffic));
    store.set(owner, 1, objects.dataPath, dataPathReadings(sums.paths.get(id) ?? noPathTraffic()));
    if (adapter.kind === 'legacy') store.set(owner, 2, objects.legacyAdapter, legacyReadings(traffic));
  }
}
