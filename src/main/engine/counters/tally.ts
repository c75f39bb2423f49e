/**
 * Adds up what the adapters carry and cost, by everything that counts it. Each number is entered
 * once per counting party, which is why the sums between counters hold; and always in the order of
 * the ends, so that the sums are the same to the last bit however they came about.
 */
import type { EndRows, Place } from './end-rows';
import { addRow, columns, width } from './end-rows';
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
  /** Work on each root virtual processor; one that never had any is absent. */
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
  readonly adapters: ReadonlySet<string>;
  readonly vms: ReadonlySet<string>;
}

/** Sums of rows by who counts them. */
class Sums<Key> {
  readonly #rows = new Map<Key, Float64Array>();

  of(key: Key): Float64Array {
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = new Float64Array(width);
    this.#rows.set(key, row);
    return row;
  }

  /** Begins at 0 again. */
  empty(): void {
    for (const row of this.#rows.values()) row.fill(0);
  }

  read<Value>(read: (row: Float64Array) => Value): Map<Key, Value> {
    return new Map(Array.from(this.#rows, ([key, row]) => [key, read(row)]));
  }
}

/** Adds up again and again. */
export class Tallies {
  #switches = new Sums<string>();
  readonly #roots = new Sums<number>();
  /** What hangs on no switch, and in the end everything. */
  readonly #all = new Float64Array(width);

  /** Switches may have come or gone: all places are to be asked for again. */
  forget(): void {
    this.#switches = new Sums();
  }

  /** Where the adapter's traffic counts; null for the adapter of a VM that is not active. */
  place(world: WorldView, adapterId: string): Place | null {
    const adapter = world.adapter.get(adapterId);
    const vm = adapter === undefined ? undefined : world.vm.get(adapter.vmId);
    if (adapter === undefined || vm === undefined || !isActive(vm)) return null;
    const { switchId } = adapter;
    const onSwitch = switchId !== null && world.switch.has(switchId);
    return { vmId: vm.id, sum: onSwitch ? this.#switches.of(switchId) : this.#all };
  }

  /** Adds up the rows of all adapters that belong to active VMs. */
  tally(world: WorldView, rows: EndRows, asked: Asked): Tally {
    const hertz = thePlatform(world).clockMhz * 1e6;
    const adapters = new Sums<string>();
    const nics = new Sums<string>();
    const vms = new Sums<string>();
    const switches = this.#switches;
    const roots = this.#roots;
    const all = this.#all;
    switches.empty();
    roots.empty();
    all.fill(0);
    for (const { end, start, place } of rows.rows) {
      if (place === null) continue;
      const [id, { rootProcessors }] = end;
      for (const processor of rootProcessors) {
        rows.addRootTo(roots.of(processor), start, rootProcessors.length);
      }
      rows.addTo(place.sum, start);
      if (asked.vms.has(place.vmId)) rows.addTo(vms.of(place.vmId), start);
      if (asked.adapters.has(id)) rows.addTo(adapters.of(id), start);
    }
    for (const { id, nicId } of world.switch.values()) {
      const row = switches.of(id);
      addRow(all, row, 0);
      if (nicId !== null) addRow(nics.of(nicId), row, 0);
    }
    const guestWork = (row: Float64Array): Work => guestWorkOf(row, hertz);
    const rootWork = (row: Float64Array): Work => rootWorkOf(row, hertz);
    const paths = (row: Float64Array): PathTraffic => pathTrafficOf(row, hertz);
    return {
      adapters: adapters.read(switchedOf),
      switches: switches.read(switchedOf),
      nics: nics.read(wireOf),
      paths: adapters.read(paths),
      allPaths: paths(all),
      vms: vms.read(guestWork),
      allVms: guestWork(all),
      roots: roots.read(rootWork),
      allRoots: rootWork(all),
    };
  }
}

function at(row: Float64Array, column: number): number {
  return row[column] ?? 0;
}

/** What passed the virtual switch. */
function switchedOf(row: Float64Array): Traffic {
  return {
    bytesSent: at(row, columns.switchedBytesSent),
    bytesReceived: at(row, columns.switchedBytesReceived),
    packetsSent: at(row, columns.switchedPacketsSent),
    packetsReceived: at(row, columns.switchedPacketsReceived),
    droppedSent: at(row, columns.switchedDroppedSent),
    droppedReceived: at(row, columns.switchedDroppedReceived),
  };
}

/** What passed the port. */
function wireOf(row: Float64Array): Traffic {
  return {
    ...noTraffic(),
    bytesSent: at(row, columns.wireBytesSent),
    bytesReceived: at(row, columns.wireBytesReceived),
    packetsSent: at(row, columns.wirePacketsSent),
    packetsReceived: at(row, columns.wirePacketsReceived),
  };
}

function pathTrafficOf(row: Float64Array, hertz: number): PathTraffic {
  return {
    emulated: at(row, columns.emulated),
    vmbus: at(row, columns.vmbus),
    vf: at(row, columns.vf),
    sent: at(row, columns.sent),
    received: at(row, columns.received),
    localSent: at(row, columns.localSent),
    localReceived: at(row, columns.localReceived),
    droppedSent: at(row, columns.droppedSent),
    droppedReceived: at(row, columns.droppedReceived),
    packets: at(row, columns.packets),
    waited: at(row, columns.waited),
    p50: at(row, columns.p50),
    p99: at(row, columns.p99),
    p999: at(row, columns.p999),
    root: at(row, columns.root) / hertz,
  };
}

function guestWorkOf(row: Float64Array, hertz: number): Work {
  return {
    guest: at(row, columns.guest) / hertz,
    hypervisor: at(row, columns.guestHypervisor) / hertz,
    intercepts: at(row, columns.intercepts),
    hypercalls: at(row, columns.hypercalls),
    syntheticInterrupts: at(row, columns.synthetic),
    hardwareInterrupts: at(row, columns.hardware),
    postedInterrupts: at(row, columns.posted),
  };
}

/** The root sends a VMBus interrupt with a hypercall; nothing else of the traffic intercepts it. */
function rootWorkOf(row: Float64Array, hertz: number): Work {
  return {
    ...noWork(),
    guest: at(row, columns.root) / hertz,
    hypervisor: at(row, columns.rootHypervisor) / hertz,
    intercepts: at(row, columns.synthetic),
    hypercalls: at(row, columns.synthetic),
  };
}
