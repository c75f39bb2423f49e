/** Translates the world into the traffic flows that the data paths have to carry. */
import type { Adapter } from '../../shared/model/adapter';
import type { ModelParameters } from '../../shared/model/model-parameters';
import { carriesTraffic, isHalfDuplex, mtuOf, negotiatedMbps, vmqAvailable } from '../../shared/model/nic';
import type { InterruptModeration, Nic } from '../../shared/model/nic';
import type { Platform } from '../../shared/model/platform';
import { hasTraffic, isClosedLoop } from '../../shared/model/traffic';
import type { TrafficProfile } from '../../shared/model/traffic';
import { levelAt, nextChangeAt } from '../../shared/model/traffic-shape';
import type { TrafficLevel } from '../../shared/model/traffic-shape';
import type { Vm } from '../../shared/model/vm';
import { hostAnswers } from '../../shared/model/uplink';
import { hasNicSwitch } from '../../shared/model/vport';
import { thePlatform } from '../../shared/model/world-view';
import type { WorldView } from '../../shared/model/world-view';
import type { AdapterEnd } from './counters/publish';
import type { EndRates, Flow, FlowRates, FlowSide, Moderation, Offer, Plant } from './datapath/flow';
import { DataPaths } from './datapath/solve';
import { invariant } from './kernel/invariant';

/**
 * Whether a hardware queue sorts the adapter's packets: a VPort of the PF where there is a NIC
 * switch, else one of the plain queues, of which `used` are given.
 */
function hasVmq(adapter: Adapter, nic: Nic | undefined, used: number): boolean {
  if (nic === undefined || adapter.dataPath !== 'vmbus' || adapter.vmqWeight === 0) return false;
  if (hasNicSwitch(nic)) return adapter.vmqNicId === nic.id;
  return vmqAvailable(nic) && used < nic.vmqQueues;
}

/** Whether packets can come and go: a running guest behind a connected adapter. */
function isUp(world: WorldView, adapter: Adapter): boolean {
  return adapter.dataPath !== 'none' && world.vm.get(adapter.vmId)?.state === 'Running';
}

function nicIdOf(world: WorldView, adapter: Adapter): string | null {
  return world.switch.get(adapter.switchId ?? '')?.nicId ?? null;
}

function nicOf(world: WorldView, adapter: Adapter): Nic | undefined {
  return world.nic.get(nicIdOf(world, adapter) ?? '');
}

/** Frames leave the host there. */
function hasLink(world: WorldView, adapter: Adapter): boolean {
  const nic = nicOf(world, adapter);
  return nic !== undefined && carriesTraffic(nic);
}

/** Two adapters of this host reach each other on one switch, or over the wire from one external switch to another. */
function reach(world: WorldView, one: Adapter, other: Adapter): 'local' | 'wire' | null {
  if (one.vlanId !== other.vlanId) return null;
  if (one.switchId === other.switchId) return 'local';
  return hasLink(world, one) && hasLink(world, other) ? 'wire' : null;
}

/** Whether somebody outside the host's virtual machines answers: nobody does on a private switch. */
function isAnswered(world: WorldView, adapter: Adapter): boolean {
  const virtualSwitch = world.switch.get(adapter.switchId ?? '');
  if (virtualSwitch?.type === 'Internal') return hostAnswers(virtualSwitch, adapter);
  return virtualSwitch?.type === 'External' && hasLink(world, adapter);
}

/** Which hardware queue and root processor serves each adapter that is up. */
interface Serving {
  readonly vmq: boolean;
  readonly rootProcessor: number;
}

/**
 * Hardware queues go to the adapters that are up, in their order. Each adapter has its root
 * processor by its place among all of them, so that nobody moves when another VM starts or stops.
 */
function servingOf(world: WorldView): Map<string, Serving> {
  const { logicalProcessors } = thePlatform(world);
  const nicOrder = new Map([...world.nic.keys()].map((id, index) => [id, index]));
  const queuesUsed = new Map<string, number>();
  const serving = new Map<string, Serving>();
  let place = 0;
  for (const adapter of world.adapter.values()) {
    place += 1;
    if (!isUp(world, adapter)) continue;
    const { dataPath } = adapter;
    const nicId = nicIdOf(world, adapter);
    const nic = nicId === null ? undefined : world.nic.get(nicId);
    const used = queuesUsed.get(nicId ?? '') ?? 0;
    const vmq = hasVmq(adapter, nic, used);
    if (vmq) queuesUsed.set(nicId ?? '', used + 1);
    if (dataPath === 'vf') serving.set(adapter.id, { vmq, rootProcessor: 0 });
    else {
      // Without a queue of its own a flow is served where its port's default queue is.
      const own = vmq || dataPath === 'emulated' || nicId === null;
      const spread = own ? place : (nicOrder.get(nicId) ?? 0);
      serving.set(adapter.id, { vmq, rootProcessor: spread % logicalProcessors });
    }
  }
  return serving;
}

/** An adapter's side of its flows, and what that was made from: as long as those are the same, so is the side. */
interface MadeSide {
  readonly adapter: Adapter;
  readonly vm: Vm;
  readonly nic: Nic | undefined;
  readonly serving: Serving;
  readonly side: FlowSide;
}

/** The same for its flow. */
interface MadeFlow {
  readonly side: FlowSide;
  readonly peer: FlowSide | undefined;
  readonly way: 'local' | 'wire' | null;
  readonly level: TrafficLevel;
  readonly flow: Flow;
}

/** What is remembered of adapters that are gone; beyond that everything is made anew. */
const mostForgotten = 256;

/** What the world's traffic comes to. */
export interface Solution {
  /** One entry per adapter and flow that it is at an end of, always in the same order. */
  readonly ends: readonly AdapterEnd[];
  /** When an offered load next changes by itself, simulated milliseconds; null for never. */
  readonly nextChangeAt: number | null;
}

/** The hardware that the world's flows share. */
export function plantOf(world: WorldView): Plant {
  const { clockMhz, logicalProcessors } = thePlatform(world);
  const ports = [...world.nic.values()].map((nic) => ({
    id: nic.id,
    linkSpeedMbps: negotiatedMbps(nic),
    halfDuplex: isHalfDuplex(nic),
  }));
  return { clockMhz, logicalProcessors, ports };
}

/** The adapter's side of a flow on whatever path, served as it is now or as it would be with a queue of its own. */
export function sideFor(world: WorldView, adapter: Adapter, path: FlowSide['path']): FlowSide {
  const served = servingOf(world).get(adapter.id);
  const vmq =
    path === 'vmbus' && (adapter.dataPath === 'vmbus' ? served?.vmq === true : adapter.vmqWeight > 0);
  const serving = { vmq, rootProcessor: served?.rootProcessor ?? 0 };
  const vm = world.vm.get(adapter.vmId);
  invariant(vm !== undefined, `Adapter ${adapter.id} has no virtual machine.`);
  return sideOf(adapter, path, vm, nicOf(world, adapter), serving);
}

/** Works out the traffic of one world again and again; keeps what did not change in between. */
export class WorldTraffic {
  readonly #paths: DataPaths;
  #plant: { readonly platform: Platform; readonly nics: readonly Nic[]; readonly plant: Plant } | undefined;
  #sides = new Map<string, MadeSide>();
  #flows = new Map<string, MadeFlow>();

  constructor(private readonly parameters: ModelParameters) {
    this.#paths = new DataPaths(parameters);
  }

  /** What every adapter carries at simulated time `now`. */
  solve(world: WorldView, now: number): Solution {
    const rampStepMs = this.parameters.traffic.rampStep;
    const serving = servingOf(world);
    if (this.#sides.size > world.adapter.size + mostForgotten) {
      this.#sides = new Map();
      this.#flows = new Map();
    }
    const flows: Flow[] = [];
    let next = Infinity;
    for (const adapter of world.adapter.values()) {
      const { traffic, trafficSince } = adapter;
      if (!hasTraffic(traffic) || !serving.has(adapter.id)) continue;
      next = Math.min(next, nextChangeAt(traffic, trafficSince, now, rampStepMs) ?? Infinity);
      const level = levelAt(traffic, trafficSince, now, rampStepMs);
      if (level.sendMbps === 0 && level.receiveMbps === 0) continue;
      const flow = this.#flow(world, adapter, level, serving);
      if (flow !== null) flows.push(flow);
    }
    const ends = endsOf(this.#paths.solve(flows, this.#plantOf(world)));
    return { ends, nextChangeAt: next === Infinity ? null : next };
  }

  #plantOf(world: WorldView): Plant {
    const platform = thePlatform(world);
    const nics = [...world.nic.values()];
    const known = this.#plant;
    const same = known?.platform === platform && known.nics.length === nics.length;
    if (same && nics.every((nic, index) => nic === known.nics[index])) return known.plant;
    const plant = plantOf(world);
    this.#plant = { platform, nics, plant };
    return plant;
  }

  /** The adapter's flow; null when it has nobody to talk to. */
  #flow(
    world: WorldView,
    adapter: Adapter,
    level: TrafficLevel,
    serving: ReadonlyMap<string, Serving>,
  ): Flow | null {
    const { peerAdapterId } = adapter.traffic;
    const other = peerAdapterId === null ? undefined : world.adapter.get(peerAdapterId);
    const way = other === undefined || other === adapter ? null : reach(world, adapter, other);
    const side = this.#side(world, adapter, serving);
    const peer = other === undefined || way === null ? undefined : this.#side(world, other, serving);
    const answered = peerAdapterId === null ? isAnswered(world, adapter) : peer !== undefined;
    if (side === undefined || !answered) return null;
    const known = this.#flows.get(adapter.id);
    if (
      known?.side === side &&
      known.peer === peer &&
      known.way === way &&
      known.level.sendMbps === level.sendMbps &&
      known.level.receiveMbps === level.receiveMbps
    ) {
      return known.flow;
    }
    const { traffic } = adapter;
    // The side is made anew with every change of the adapter, its traffic's among them.
    const kin = known?.side === side && known.peer === peer && known.way === way ? known.flow.kin : {};
    const alone = { ...side, traffic: offerOf(traffic, level), kin: kin ?? {} };
    const flow = peer === undefined ? alone : { ...alone, peer: { ...peer, local: way === 'local' } };
    this.#flows.set(adapter.id, { side, peer, way, level, flow });
    return flow;
  }

  #side(world: WorldView, adapter: Adapter, all: ReadonlyMap<string, Serving>): FlowSide | undefined {
    const { dataPath: path } = adapter;
    const serving = all.get(adapter.id);
    const vm = world.vm.get(adapter.vmId);
    if (path === 'none' || serving === undefined || vm === undefined) return undefined;
    const nic = nicOf(world, adapter);
    const known = this.#sides.get(adapter.id);
    if (
      known?.adapter === adapter &&
      known.vm === vm &&
      known.nic === nic &&
      known.serving.vmq === serving.vmq &&
      known.serving.rootProcessor === serving.rootProcessor
    ) {
      return known.side;
    }
    const side = sideOf(adapter, path, vm, nic, serving);
    this.#sides.set(adapter.id, { adapter, vm, nic, serving, side });
    return side;
  }
}

function sideOf(
  adapter: Adapter,
  path: FlowSide['path'],
  vm: Vm,
  nic: Nic | undefined,
  { vmq, rootProcessor }: Serving,
): FlowSide {
  const side: FlowSide = {
    adapterId: adapter.id,
    vmId: vm.id,
    path,
    portId: nic?.id ?? null,
    vmq,
    rootProcessors: [rootProcessor],
    guestProcessors: vm.processors,
    moderation: moderations[adapter.iovInterruptModeration],
    maximumMbps: adapter.maximumMbps === 0 ? null : adapter.maximumMbps,
  };
  return nic === undefined ? side : { ...side, mtuBytes: mtuOf(nic) };
}

/** `Default` leaves the choice to the NIC's vendor, who is taken to adapt. */
const moderations: Readonly<Record<InterruptModeration, Moderation>> = {
  Default: 'adaptive',
  Adaptive: 'adaptive',
  Off: 'off',
  Low: 'low',
  Medium: 'medium',
  High: 'high',
};

function offerOf(profile: TrafficProfile, level: TrafficLevel): Offer {
  const { protocol, packetBytes, connections, outstanding, requestBytes, responseBytes, thinkUs } = profile;
  const { sendMbps, receiveMbps } = level;
  const offer = { protocol, packetBytes, connections, sendMbps, receiveMbps };
  if (!isClosedLoop(profile)) return offer;
  return { ...offer, closedLoop: { outstanding, requestBytes, responseBytes, thinkUs } };
}

/** Entries of what has not changed are the same as before. */
const entries = new WeakMap<EndRates, AdapterEnd>();

function entryOf(adapterId: string, rates: EndRates): AdapterEnd {
  const known = entries.get(rates);
  if (known !== undefined) return known;
  const entry: AdapterEnd = [adapterId, rates];
  entries.set(rates, entry);
  return entry;
}

function endsOf(rates: ReadonlyMap<string, FlowRates>): AdapterEnd[] {
  const ends: AdapterEnd[] = [];
  for (const [id, each] of rates) {
    ends.push(entryOf(id, each));
    if (each.peer !== undefined) ends.push(entryOf(each.peer.adapterId, each.peer));
  }
  return ends;
}

/** Members of an adapter that its traffic does not depend on. */
const besides: ReadonlySet<string> = new Set(['assignment', 'waitingForVf', 'macAddress', 'switching']);

/** Whether anything about the adapter has changed that its flow or its counters depend on. */
export function flowDiffers(before: Adapter | undefined, after: Adapter | undefined): boolean {
  if (before === undefined || after === undefined) return before !== after;
  const keys = Object.keys(after) as (keyof Adapter)[];
  return keys.some((key) => !besides.has(key) && before[key] !== after[key]);
}

/** The same for a VM. */
export function vmDiffers(before: Vm | undefined, after: Vm | undefined): boolean {
  if (before === undefined || after === undefined) return before !== after;
  return before.state !== after.state || before.processors !== after.processors || before.name !== after.name;
}
