/**
 * Adds up what the adapters carry and cost, by everything that counts it. Each number is entered
 * once per counting party, which is why the sums between counters hold; and always in the order of
 * the ends, so that the sums are the same to the last bit however they came about.
 */
import type { Latency } from '../../../shared/model/latency';
import { isActive } from '../../../shared/model/vm';
import { thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';

/** What one direction of an adapter carries. */
interface DirectionRates {
  readonly packetsPerSecond: number;
  readonly bytesPerSecond: number;
  /** Packets offered that did not get through. */
  readonly droppedPerSecond: number;
}

/** What one adapter carries at one end of a flow and what that costs, as the data path solver tells it. */
export interface AdapterRates {
  readonly path: 'emulated' | 'vmbus' | 'vf';
  /** They share the root's work evenly. */
  readonly rootProcessors: readonly number[];
  /** The traffic passes the physical port; otherwise it stays on this host. */
  readonly onWire: boolean;
  readonly send: DirectionRates;
  readonly receive: DirectionRates;
  readonly rootCyclesPerSecond: number;
  readonly guestCyclesPerSecond: number;
  /** All hypervisor work, `rootHypervisorCyclesPerSecond` included. */
  readonly hypervisorCyclesPerSecond: number;
  readonly rootHypervisorCyclesPerSecond: number;
  readonly interceptsPerSecond: number;
  readonly hypercallsPerSecond: number;
  readonly syntheticInterruptsPerSecond: number;
  readonly hardwareInterruptsPerSecond: number;
  readonly postedInterruptsPerSecond: number;
  readonly latency: Latency;
}

/** An adapter's id and what it carries at one end of a flow; an adapter may be at the ends of several. */
export type AdapterEnd = readonly [adapterId: string, rates: AdapterRates];

/** Per second, seen from the virtual machines. */
export interface Traffic {
  bytesSent: number;
  bytesReceived: number;
  packetsSent: number;
  packetsReceived: number;
  droppedSent: number;
  droppedReceived: number;
}

/** Work on one processor or on several: seconds per second, and what interrupted it per second. */
export interface Work {
  guest: number;
  hypervisor: number;
  intercepts: number;
  hypercalls: number;
  syntheticInterrupts: number;
  hardwareInterrupts: number;
  postedInterrupts: number;
}

/** Bytes per second by path, by direction and by whether they left the host; latency; the root's seconds per second. */
export interface PathTraffic {
  emulated: number;
  vmbus: number;
  vf: number;
  sent: number;
  received: number;
  localSent: number;
  localReceived: number;
  droppedSent: number;
  droppedReceived: number;
  packets: number;
  /** Packets times their mean latency in microseconds. */
  waited: number;
  p50: number;
  p99: number;
  p999: number;
  root: number;
}

export interface Tally {
  /** Traffic that passes the virtual switch, by adapter. */
  readonly adapters: Map<string, Traffic>;
  readonly switches: Map<string, Traffic>;
  readonly nics: Map<string, Traffic>;
  readonly paths: Map<string, PathTraffic>;
  readonly allPaths: PathTraffic;
  /** Work on the virtual processors of each VM, together. */
  readonly vms: Map<string, Work>;
  readonly allVms: Work;
  /** Work on each root virtual processor that has any. */
  readonly roots: Map<number, Work>;
  readonly allRoots: Work;
}

export function noTraffic(): Traffic {
  return {
    bytesSent: 0,
    bytesReceived: 0,
    packetsSent: 0,
    packetsReceived: 0,
    droppedSent: 0,
    droppedReceived: 0,
  };
}

export function noPathTraffic(): PathTraffic {
  return {
    emulated: 0,
    vmbus: 0,
    vf: 0,
    sent: 0,
    received: 0,
    localSent: 0,
    localReceived: 0,
    droppedSent: 0,
    droppedReceived: 0,
    packets: 0,
    waited: 0,
    p50: 0,
    p99: 0,
    p999: 0,
    root: 0,
  };
}

export function noWork(): Work {
  return {
    guest: 0,
    hypervisor: 0,
    intercepts: 0,
    hypercalls: 0,
    syntheticInterrupts: 0,
    hardwareInterrupts: 0,
    postedInterrupts: 0,
  };
}

/** Whose own sums are asked for; everybody else enters only what is shared. */
export interface Asked {
  adapter(id: string): boolean;
  vm(id: string): boolean;
}

/** Adds up the rates of all adapters that belong to active VMs. */
export function tally(world: WorldView, ends: Iterable<AdapterEnd>, asked: Asked): Tally {
  const hertz = thePlatform(world).clockMhz * 1e6;
  const sums: Tally = {
    adapters: new Map(),
    switches: new Map(),
    nics: new Map(),
    paths: new Map(),
    allPaths: noPathTraffic(),
    vms: new Map(),
    allVms: noWork(),
    roots: new Map(),
    allRoots: noWork(),
  };
  for (const [id, each] of ends) {
    const adapter = world.adapter.get(id);
    const vm = adapter === undefined ? undefined : world.vm.get(adapter.vmId);
    if (adapter === undefined || vm === undefined || !isActive(vm)) continue;
    addPathTraffic(sums.allPaths, each, hertz);
    addGuestWork(sums.allVms, each, hertz);
    addRootWork(sums.allRoots, each, hertz, 1);
    const parts = each.rootProcessors.length;
    for (const processor of each.rootProcessors) {
      addRootWork(entry(sums.roots, processor, noWork), each, hertz, parts);
    }
    if (adapter.switchId !== null) addNetwork(sums, world, adapter.switchId, each);
    if (asked.vm(vm.id)) addGuestWork(entry(sums.vms, vm.id, noWork), each, hertz);
    if (!asked.adapter(id)) continue;
    addPathTraffic(entry(sums.paths, id, noPathTraffic), each, hertz);
    if (each.path !== 'vf') addTraffic(entry(sums.adapters, id, noTraffic), each);
  }
  return sums;
}

function addNetwork(sums: Tally, world: WorldView, switchId: string, each: AdapterRates): void {
  const virtualSwitch = world.switch.get(switchId);
  if (virtualSwitch === undefined) return;
  if (each.path !== 'vf') addTraffic(entry(sums.switches, switchId, noTraffic), each);
  const { nicId } = virtualSwitch;
  if (nicId !== null && each.onWire) addTraffic(entry(sums.nics, nicId, noTraffic), each);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const present = map.get(key);
  if (present !== undefined) return present;
  const created = create();
  map.set(key, created);
  return created;
}

function addTraffic(traffic: Traffic, { send, receive }: AdapterRates): void {
  traffic.bytesSent += send.bytesPerSecond;
  traffic.bytesReceived += receive.bytesPerSecond;
  traffic.packetsSent += send.packetsPerSecond;
  traffic.packetsReceived += receive.packetsPerSecond;
  traffic.droppedSent += send.droppedPerSecond;
  traffic.droppedReceived += receive.droppedPerSecond;
}

function addPathTraffic(traffic: PathTraffic, rates: AdapterRates, hertz: number): void {
  const { send, receive, latency } = rates;
  traffic[rates.path] += send.bytesPerSecond + receive.bytesPerSecond;
  traffic.sent += send.bytesPerSecond;
  traffic.received += receive.bytesPerSecond;
  if (!rates.onWire) {
    traffic.localSent += send.bytesPerSecond;
    traffic.localReceived += receive.bytesPerSecond;
  }
  traffic.droppedSent += send.droppedPerSecond;
  traffic.droppedReceived += receive.droppedPerSecond;
  traffic.root += rates.rootCyclesPerSecond / hertz;
  const packets = send.packetsPerSecond + receive.packetsPerSecond;
  if (packets === 0) return;
  traffic.packets += packets;
  traffic.waited += packets * latency.mean;
  traffic.p50 = Math.max(traffic.p50, latency.p50);
  traffic.p99 = Math.max(traffic.p99, latency.p99);
  traffic.p999 = Math.max(traffic.p999, latency.p999);
}

function addGuestWork(work: Work, rates: AdapterRates, hertz: number): void {
  work.guest += rates.guestCyclesPerSecond / hertz;
  work.hypervisor += (rates.hypervisorCyclesPerSecond - rates.rootHypervisorCyclesPerSecond) / hertz;
  work.intercepts += rates.interceptsPerSecond;
  work.hypercalls += rates.hypercallsPerSecond;
  work.syntheticInterrupts += rates.syntheticInterruptsPerSecond;
  work.hardwareInterrupts += rates.hardwareInterruptsPerSecond;
  work.postedInterrupts += rates.postedInterruptsPerSecond;
}

/** One of `parts` equal parts. The root sends a VMBus interrupt with a hypercall; nothing else of the traffic intercepts it. */
function addRootWork(work: Work, rates: AdapterRates, hertz: number, parts: number): void {
  work.guest += rates.rootCyclesPerSecond / hertz / parts;
  work.hypervisor += rates.rootHypervisorCyclesPerSecond / hertz / parts;
  work.intercepts += rates.syntheticInterruptsPerSecond / parts;
  work.hypercalls += rates.syntheticInterruptsPerSecond / parts;
}
