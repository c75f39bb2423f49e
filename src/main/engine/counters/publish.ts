/** Brings the counters up to date with the world and with what its data paths carry. */
import { objects } from '../../../shared/model/counter';
import { isActive } from '../../../shared/model/vm';
import { thePlatform } from '../../../shared/model/world-view';
import type { Change, WorldView } from '../../../shared/model/world-view';
import { MemorySums } from './memory-sums';
import { EndRows } from './end-rows';
import type { Place } from './end-rows';
import type { Owner } from './layout';
import { adapterOwnerOf, hasOwners, hostIndex, ownerId, ownersOf, vmOwnerOf } from './owners';
import {
  dataPathReadings,
  balancerReadings,
  legacyReadings,
  logicalReadings,
  memoryReadings,
  nicReadings,
  rootReadings,
  switchedReadings,
  virtualReadings,
} from './readings';
import type { CounterStore } from './store';
import { noPathTraffic, noTraffic, noWork, Tallies } from './tally';
import type { AdapterEnd, Tally } from './tally';

export type { AdapterEnd, AdapterRates } from './tally';

/**
 * Publishes again and again, and leaves alone what did not change in between. That is never more
 * than a shortcut: setting a counter to what it has is no change.
 */
export class Publisher {
  /** What was last published. */
  readonly #rows = new EndRows();
  readonly #tallies = new Tallies();
  /** Virtual processors of each active VM. */
  readonly #processors = new Map<string, number>();
  #allProcessors = 0;
  readonly #memory = new MemorySums();
  /** What changes of the data path have cost each adapter that has counters. */
  readonly #lost = new Map<string, number>();
  #allLost = 0;
  /** VMs and adapters that may have changed since. */
  readonly #vms = new Set<string>();
  readonly #adapters = new Set<string>();
  /** Anything may have changed. */
  #everything = true;
  /** Nothing of what is in the store is known to be up to date. */
  #fresh = true;

  /** `parentReserveMb`: memory that is no VM's to have. */
  constructor(
    private readonly store: CounterStore,
    private readonly parentReserveMb: number,
  ) {}

  /** Takes note of a change since the last time. With a VM its adapters change, which must be noted as well. */
  note({ kind, id }: Pick<Change, 'kind' | 'id'>): void {
    if (kind === 'vm') this.#vms.add(id);
    else if (kind === 'adapter') this.#adapters.add(id);
    else if (kind !== 'vf' && kind !== 'function') this.#everything = true;
  }

  /**
   * From simulated time `now` on the counters grow by the rates of `ends`, one entry per adapter
   * and flow that it is at an end of. Instances of owners that are no longer active vanish, new
   * ones begin at 0, renamed ones keep their values. What passes the virtual switch is counted by
   * adapter and switch; traffic over a VF bypasses both. The physical adapter counts what passes
   * its port: all of the adapters' traffic except between two of this host.
   */
  publish(world: WorldView, ends: readonly AdapterEnd[], now: number): void {
    const { store } = this;
    store.settle(now);
    const on = hasOwners(world);
    const opened = this.#arrange(world);
    const differing = this.#take(world, on ? ends : []);
    const fresh = this.#fresh;
    this.#fresh = !on;
    const noted = [...this.#adapters];
    const notedVms = [...this.#vms];
    this.#vms.clear();
    this.#adapters.clear();
    this.#everything = false;
    if (!on) return;
    const adapters = fresh ? new Set(world.adapter.keys()) : new Set([...differing, ...noted]);
    const vms = new Set(fresh ? world.vm.keys() : []);
    for (const { kind, entity } of opened) {
      if (kind === 'adapter') adapters.add(entity);
      else if (kind === 'vm') vms.add(entity);
    }
    for (const id of differing) vms.add(world.adapter.get(id)?.vmId ?? '');
    const sums = this.#tallies.tally(world, this.#rows, { adapters, vms });
    publishHost(store, world, sums, { processors: this.#allProcessors, packetsLost: this.#allLost });
    const freeMb = thePlatform(world).memoryMb - this.parentReserveMb - this.#memory.heldMb;
    const balancer = balancerReadings(freeMb, this.#memory.averagePressure);
    store.set(ownerId.host, hostIndex.memoryBalancer, objects.memoryBalancer, balancer);
    publishNetwork(store, world, sums);
    publishVms(store, world, sums, vms);
    publishMemory(store, world, new Set([...vms, ...notedVms]));
    publishAdapters(store, world, sums, adapters);
  }

  /** Answers the owners whose counters have just begun. */
  #arrange(world: WorldView): readonly Owner[] {
    if (this.#everything) {
      for (const id of [...this.#processors.keys(), ...world.vm.keys()]) this.#count(world, id);
      for (const id of [...this.#lost.keys(), ...world.adapter.keys()]) this.#countLost(world, id);
      return this.store.arrange(ownersOf(world));
    }
    const owners: Owner[] = [];
    const absent: string[] = [];
    for (const id of this.#vms) {
      this.#count(world, id);
      const owner = vmOwnerOf(world, id);
      if (owner === null) absent.push(ownerId.vm(id));
      else owners.push(owner);
    }
    for (const id of this.#adapters) {
      this.#countLost(world, id);
      const owner = adapterOwnerOf(world, id);
      if (owner === null) absent.push(ownerId.adapter(id));
      else owners.push(owner);
    }
    return this.store.rearrange(owners, absent);
  }

  #count(world: WorldView, vmId: string): void {
    const vm = world.vm.get(vmId);
    this.#memory.note(vmId, vm);
    const processors = vm !== undefined && isActive(vm) ? vm.processors : 0;
    this.#allProcessors += processors - (this.#processors.get(vmId) ?? 0);
    if (processors === 0) this.#processors.delete(vmId);
    else this.#processors.set(vmId, processors);
  }

  #countLost(world: WorldView, adapterId: string): void {
    const owner = adapterOwnerOf(world, adapterId);
    const lost = owner === null ? 0 : (world.adapter.get(adapterId)?.switching.packetsLost ?? 0);
    this.#allLost += lost - (this.#lost.get(adapterId) ?? 0);
    if (lost === 0) this.#lost.delete(adapterId);
    else this.#lost.set(adapterId, lost);
  }

  /** Answers the adapters whose traffic is other than it was. */
  #take(world: WorldView, ends: readonly AdapterEnd[]): Set<string> {
    if (this.#everything) this.#tallies.forget();
    const placeOf = (id: string): Place | null => this.#tallies.place(world, id);
    const differing = this.#rows.take(ends, placeOf);
    if (!this.#everything && this.#adapters.size === 0) return differing;
    for (const row of this.#rows.rows) {
      const [id] = row.end;
      if (this.#everything || this.#adapters.has(id)) row.place = placeOf(id);
    }
    return differing;
  }
}

/** Publishes once. */
export function publish(
  store: CounterStore,
  world: WorldView,
  ends: Iterable<AdapterEnd>,
  now: number,
): void {
  new Publisher(store, 0).publish(world, [...ends], now);
}

/** Totals are the sum of the instances' events and the mean of their run times. */
function publishHost(
  store: CounterStore,
  world: WorldView,
  sums: Tally,
  all: { readonly processors: number; readonly packetsLost: number },
): void {
  const { host } = ownerId;
  const { logicalProcessors } = thePlatform(world);
  const logical = logicalReadings(sums.allRoots, sums.allVms, logicalProcessors);
  const root = rootReadings(sums.allRoots, logicalProcessors, 1);
  const virtual = virtualReadings(sums.allVms, Math.max(1, all.processors), 1);
  store.set(host, hostIndex.logicalTotal, objects.logicalProcessor, logical);
  store.set(host, hostIndex.rootTotal, objects.rootVirtualProcessor, root);
  store.set(host, hostIndex.virtualTotal, objects.virtualProcessor, virtual);
  const paths = dataPathReadings(sums.allPaths, all.packetsLost);
  store.set(host, hostIndex.dataPathTotal, objects.dataPath, paths);
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

function publishMemory(store: CounterStore, world: WorldView, ids: Iterable<string>): void {
  for (const id of ids) {
    const vm = world.vm.get(id);
    if (vm?.memory == null || !isActive(vm)) continue;
    store.set(ownerId.vm(id), vm.processors, objects.dynamicMemory, memoryReadings(vm.memory));
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
    const paths = dataPathReadings(sums.paths.get(id) ?? noPathTraffic(), adapter.switching.packetsLost);
    store.set(owner, 1, objects.dataPath, paths);
    if (adapter.kind === 'legacy') store.set(owner, 2, objects.legacyAdapter, legacyReadings(traffic));
  }
}
