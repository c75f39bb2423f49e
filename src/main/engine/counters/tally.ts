/**
 * Adds up what the adapters carry and cost, by everything that counts it. Each number is entered
 * once per counting party, which is why the sums between counters hold.
 */
import { isActive } from '../../../shared/model/vm';
import { thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';

/** What one direction of an adapter carries. */
interface DirectionRates {
  readonly packetsPerSecond: number;
  readonly bytesPerSecond: number;
}

/** What one adapter carries and what that costs, as the data path solver tells it. */
export interface AdapterRates {
  readonly path: 'emulated' | 'vmbus' | 'vf';
  readonly rootProcessor: number;
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
}

/** Per second, seen from the virtual machines. */
export interface Traffic {
  bytesSent: number;
  bytesReceived: number;
  packetsSent: number;
  packetsReceived: number;
}

/** Work on one processor or on several: seconds per second, and what interrupted it per second. */
export interface Work {
  guest: number;
  hypervisor: number;
  intercepts: number;
  hypercalls: number;
  syntheticInterrupts: number;
  hardwareInterrupts: number;
}

/** Bytes per second by path, and the root's processor seconds per second. */
export interface PathTraffic {
  emulated: number;
  vmbus: number;
  vf: number;
  root: number;
}

export interface Tally {
  /** Traffic that passes the virtual switch, by adapter. */
  readonly adapters: ReadonlyMap<string, Traffic>;
  readonly switches: ReadonlyMap<string, Traffic>;
  readonly nics: ReadonlyMap<string, Traffic>;
  readonly paths: ReadonlyMap<string, PathTraffic>;
  readonly allPaths: PathTraffic;
  /** Work on the virtual processors of each VM, together. */
  readonly vms: ReadonlyMap<string, Work>;
  readonly allVms: Work;
  /** Work on each root virtual processor that has any. */
  readonly roots: ReadonlyMap<number, Work>;
  readonly allRoots: Work;
}

export function noTraffic(): Traffic {
  return { bytesSent: 0, bytesReceived: 0, packetsSent: 0, packetsReceived: 0 };
}

export function noPathTraffic(): PathTraffic {
  return { emulated: 0, vmbus: 0, vf: 0, root: 0 };
}

export function noWork(): Work {
  return {
    guest: 0,
    hypervisor: 0,
    intercepts: 0,
    hypercalls: 0,
    syntheticInterrupts: 0,
    hardwareInterrupts: 0,
  };
}

/** Adds up the rates of all adapters that belong to active VMs. */
export function tally(world: WorldView, rates: ReadonlyMap<string, AdapterRates>): Tally {
  const hertz = thePlatform(world).clockMhz * 1e6;
  const adapters = new Map<string, Traffic>();
  const switches = new Map<string, Traffic>();
  const nics = new Map<string, Traffic>();
  const paths = new Map<string, PathTraffic>();
  const allPaths = noPathTraffic();
  const vms = new Map<string, Work>();
  const allVms = noWork();
  const roots = new Map<number, Work>();
  const allRoots = noWork();
  for (const [id, each] of rates) {
    const adapter = world.adapter.get(id);
    const vm = adapter === undefined ? undefined : world.vm.get(adapter.vmId);
    if (adapter === undefined || vm === undefined || !isActive(vm)) continue;
    const virtualSwitch = world.switch.get(adapter.switchId ?? '');
    const path = entry(paths, id, noPathTraffic);
    for (const traffic of [path, allPaths]) {
      traffic[each.path] += each.send.bytesPerSecond + each.receive.bytesPerSecond;
      traffic.root += each.rootCyclesPerSecond / hertz;
    }
    if (each.path !== 'vf') {
      addTraffic(entry(adapters, id, noTraffic), each);
      if (virtualSwitch !== undefined) addTraffic(entry(switches, virtualSwitch.id, noTraffic), each);
    }
    const nicId = virtualSwitch?.nicId ?? null;
    if (nicId !== null) addTraffic(entry(nics, nicId, noTraffic), each);
    for (const work of [entry(vms, vm.id, noWork), allVms]) addGuestWork(work, each, hertz);
    for (const work of [entry(roots, each.rootProcessor, noWork), allRoots]) addRootWork(work, each, hertz);
  }
  return { adapters, switches, nics, paths, allPaths, vms, allVms, roots, allRoots };
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
}

function addGuestWork(work: Work, rates: AdapterRates, hertz: number): void {
  work.guest += rates.guestCyclesPerSecond / hertz;
  work.hypervisor += (rates.hypervisorCyclesPerSecond - rates.rootHypervisorCyclesPerSecond) / hertz;
  work.intercepts += rates.interceptsPerSecond;
  work.hypercalls += rates.hypercallsPerSecond;
  work.syntheticInterrupts += rates.syntheticInterruptsPerSecond;
  work.hardwareInterrupts += rates.hardwareInterruptsPerSecond;
}

/** The root sends a VMBus interrupt with a hypercall; nothing else of the traffic intercepts it. */
function addRootWork(work: Work, rates: AdapterRates, hertz: number): void {
  work.guest += rates.rootCyclesPerSecond / hertz;
  work.hypervisor += rates.rootHypervisorCyclesPerSecond / hertz;
  work.intercepts += rates.syntheticInterruptsPerSecond;
  work.hypercalls += rates.syntheticInterruptsPerSecond;
}
