/** Translates the world into the traffic flows that the data paths have to carry. */
import type { Adapter } from '../../shared/model/adapter';
import type { ModelParameters } from '../../shared/model/model-parameters';
import { carriesTraffic, isHalfDuplex, mtuOf, negotiatedMbps } from '../../shared/model/nic';
import type { InterruptModeration, Nic } from '../../shared/model/nic';
import { postsInterrupts } from '../../shared/model/platform';
import type { Platform } from '../../shared/model/platform';
import type { VirtualSwitch } from '../../shared/model/switch';
import { droppingGuard } from '../../shared/model/port-guard';
import { hasTraffic, isClosedLoop } from '../../shared/model/traffic';
import type { TrafficProfile } from '../../shared/model/traffic';
import { levelAt, nextChangeAt } from '../../shared/model/traffic-shape';
import type { TrafficLevel } from '../../shared/model/traffic-shape';
import type { Vm } from '../../shared/model/vm';
import { hostAnswers } from '../../shared/model/uplink';
import { thePlatform } from '../../shared/model/world-view';
import type { WorldView } from '../../shared/model/world-view';
import type { AdapterEnd } from './counters/publish';
import type { Flow, FlowSide, Moderation, Offer, Plant } from './datapath/flow';
import { DataPaths } from './datapath/solve';
import { invariant } from './kernel/invariant';
import { servedAlike, servingOf } from './serving';
import type { Serving } from './serving';

function switchOf(world: WorldView, adapter: Adapter): VirtualSwitch | undefined {
  return world.switch.get(adapter.switchId ?? '');
}

function nicOf(world: WorldView, adapter: Adapter): Nic | undefined {
  return world.nic.get(switchOf(world, adapter)?.nicId ?? '');
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
  const virtualSwitch = switchOf(world, adapter);
  if (virtualSwitch?.type === 'Internal') return hostAnswers(virtualSwitch, adapter);
  return virtualSwitch?.type === 'External' && hasLink(world, adapter);
}

/** What an adapter's side of its flows is made from. */
interface SideParts {
  readonly adapter: Adapter;
  readonly vm: Vm;
  /** The virtual switch that it is connected to. */
  readonly through: VirtualSwitch | undefined;
  readonly nic: Nic | undefined;
  readonly serving: Serving;
}

/** An adapter's side of its flows, and what that was made from: as long as those are the same, so is the side. */
interface MadeSide extends SideParts {
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
  const platform = thePlatform(world);
  const { clockMhz, logicalProcessors } = platform;
  const ports = [...world.nic.values()].map((nic) => ({
    id: nic.id,
    linkSpeedMbps: negotiatedMbps(nic),
    halfDuplex: isHalfDuplex(nic),
  }));
  return { clockMhz, logicalProcessors, ports, postedInterrupts: postsInterrupts(platform) };
}

/** The adapter's side of a flow on whatever path, served as it is now or as it would be with a queue of its own. */
export function sideFor(world: WorldView, adapter: Adapter, path: FlowSide['path']): FlowSide {
  const served = servingOf(world).get(adapter.id);
  const vmq =
    path === 'vmbus' && (adapter.dataPath === 'vmbus' ? served?.vmq === true : adapter.vmqWeight > 0);
  const serving = { ...(served ?? unserved), vmq };
  const vm = world.vm.get(adapter.vmId);
  invariant(vm !== undefined, `Adapter ${adapter.id} has no virtual machine.`);
  return sideOf(
    { adapter, vm, through: switchOf(world, adapter), nic: nicOf(world, adapter), serving },
    path,
    world,
  );
}

const unserved = { queues: 1, rootProcessor: 0, rootProcessors: 1 };

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
    const ends = this.#paths.solveEnds(flows, this.#plantOf(world));
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
    const dropped = droppingGuard(adapter) !== null;
    // No connection comes about, and no request is ever answered.
    const silent = dropped && (adapter.traffic.protocol === 'tcp' || isClosedLoop(adapter.traffic));
    if (side === undefined || !answered || silent) return null;
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
    // What is not sent is not answered.
    const offered = dropped ? { ...level, receiveMbps: 0 } : level;
    const alone = { ...side, dropped, traffic: offerOf(traffic, offered, this.parameters), kin: kin ?? {} };
    const flow = peer === undefined ? alone : { ...alone, peer: { ...peer, local: way === 'local' } };
    this.#flows.set(adapter.id, { side, peer, way, level, flow });
    return flow;
  }

  #side(world: WorldView, adapter: Adapter, all: ReadonlyMap<string, Serving>): FlowSide | undefined {
    const { dataPath: path } = adapter;
    const serving = all.get(adapter.id);
    const vm = world.vm.get(adapter.vmId);
    if (path === 'none' || serving === undefined || vm === undefined) return undefined;
    const through = switchOf(world, adapter);
    const nic = nicOf(world, adapter);
    const known = this.#sides.get(adapter.id);
    if (
      known?.adapter === adapter &&
      known.vm === vm &&
      known.through === through &&
      known.nic === nic &&
      servedAlike(known.serving, serving)
    ) {
      return known.side;
    }
    const parts = { adapter, vm, through, nic, serving };
    const side = sideOf(parts, path, world);
    this.#sides.set(adapter.id, { ...parts, side });
    return side;
  }
}

/** Root processors from the first one on, and round again after the last. */
function rootProcessorsOf(serving: Serving, world: WorldView): number[] {
  const { logicalProcessors } = thePlatform(world);
  const at = (index: number): number => (serving.rootProcessor + index) % logicalProcessors;
  return Array.from({ length: serving.rootProcessors }, (_, index) => at(index));
}

function sideOf(
  { adapter, vm, through, nic, serving }: SideParts,
  path: FlowSide['path'],
  world: WorldView,
): FlowSide {
  const side: FlowSide = {
    adapterId: adapter.id,
    vmId: vm.id,
    path,
    portId: nic?.id ?? null,
    vmq: serving.vmq,
    rootProcessors: rootProcessorsOf(serving, world),
    guestProcessors: vm.processors,
    guestShare: vm.processorLimit / 100,
    hostWeight: vm.processorWeight,
    hostReserve: vm.processorReserve / 100,
    queues: serving.queues,
    moderation: moderations[adapter.iovInterruptModeration],
    maximumMbps: adapter.maximumMbps === 0 ? null : adapter.maximumMbps,
    minimumMbps: adapter.minimumMbps,
    lso: nic?.properties.lso === true,
    rsc: through?.softwareRscEnabled === true,
    policyLayer: through?.forwardingExtension === true,
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

function offerOf(profile: TrafficProfile, level: TrafficLevel, { traffic }: ModelParameters): Offer {
  const { protocol, packetBytes, connections, outstanding, requestBytes, responseBytes, thinkUs } = profile;
  const { sendMbps, receiveMbps } = level;
  const offer = { protocol, packetBytes, connections, sendMbps, receiveMbps };
  if (profile.application === 'fileCopy') return { ...offer, applicationCopies: traffic.fileCopyCopies };
  if (!isClosedLoop(profile)) return offer;
  return { ...offer, closedLoop: { outstanding, requestBytes, responseBytes, thinkUs } };
}

/** Members of an adapter that neither its traffic nor its counters depend on. */
const besides: ReadonlySet<string> = new Set(['assignment', 'waitingForVf', 'macAddress', 'filter']);

/** Whether anything about the adapter has changed that its flow or its counters depend on. */
export function flowDiffers(before: Adapter | undefined, after: Adapter | undefined): boolean {
  if (before === undefined || after === undefined) return before !== after;
  const keys = Object.keys(after) as (keyof Adapter)[];
  return keys.some((key) => !besides.has(key) && before[key] !== after[key]);
}

/** The same for a VM. */
export function vmDiffers(before: Vm | undefined, after: Vm | undefined): boolean {
  if (before === undefined || after === undefined) return before !== after;
  const keys = [
    'state',
    'name',
    'processors',
    'processorLimit',
    'processorReserve',
    'processorWeight',
  ] as const;
  return keys.some((key) => before[key] !== after[key]);
}

/** Whether the balancer has moved anything that the VM's counters tell. */
export function memoryDiffers(before: Vm | undefined, after: Vm | undefined): boolean {
  return before?.memory !== after?.memory;
}
