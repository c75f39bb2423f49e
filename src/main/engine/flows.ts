/** Translates the world into the traffic flows that the data paths have to carry. */
import type { Adapter } from '../../shared/model/adapter';
import type { ModelParameters } from '../../shared/model/model-parameters';
import { carriesTraffic, isHalfDuplex, mtuOf, negotiatedMbps, vmqAvailable } from '../../shared/model/nic';
import type { InterruptModeration, Nic } from '../../shared/model/nic';
import { hasTraffic, isClosedLoop } from '../../shared/model/traffic';
import type { TrafficProfile } from '../../shared/model/traffic';
import { levelAt, nextChangeAt } from '../../shared/model/traffic-shape';
import type { TrafficLevel } from '../../shared/model/traffic-shape';
import type { Vm } from '../../shared/model/vm';
import { hasNicSwitch } from '../../shared/model/vport';
import { thePlatform } from '../../shared/model/world-view';
import type { WorldView } from '../../shared/model/world-view';
import type { AdapterEnd } from './counters/publish';
import type { Flow, FlowPeer, FlowRates, FlowSide, Moderation, Offer, Plant } from './datapath/flow';
import { DataPaths } from './datapath/solve';

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

/** Frames leave the host there. */
function hasLink(world: WorldView, adapter: Adapter): boolean {
  const nic = world.nic.get(nicIdOf(world, adapter) ?? '');
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
  const type = world.switch.get(adapter.switchId ?? '')?.type;
  return type === 'Internal' || (type === 'External' && hasLink(world, adapter));
}

/** Which hardware queue and root processor serves each adapter that is up. */
interface Serving {
  readonly vmq: boolean;
  readonly rootProcessor: number;
}

/** Hardware queues and root processors are given in the order of the adapters, whether or not they have traffic. */
function servingOf(world: WorldView): Map<string, Serving> {
  const { logicalProcessors } = thePlatform(world);
  const nicOrder = new Map([...world.nic.keys()].map((id, index) => [id, index]));
  const queuesUsed = new Map<string, number>();
  const serving = new Map<string, Serving>();
  let software = 0;
  for (const adapter of world.adapter.values()) {
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
      const spread = own ? (software += 1) : (nicOrder.get(nicId) ?? 0);
      serving.set(adapter.id, { vmq, rootProcessor: spread % logicalProcessors });
    }
  }
  return serving;
}

/** A value and what it was made from; as long as those are the same, so is the value. */
interface Made<Value> {
  readonly from: readonly unknown[];
  readonly value: Value;
}

class Memory<Value> {
  #known = new Map<string, Made<Value>>();

  get(key: string, from: readonly unknown[], make: () => Value): Value {
    const known = this.#known.get(key);
    if (known?.from.every((each, index) => each === from[index]) === true) return known.value;
    const value = make();
    this.#known.set(key, { from, value });
    return value;
  }

  /** Forgets what is no longer asked for once it is the greater part. */
  prune(used: number): void {
    if (this.#known.size > 64 + 2 * used) this.#known = new Map();
  }
}

/** What the world's traffic comes to. */
export interface Solution {
  /** One entry per adapter and flow that it is at an end of, always in the same order. */
  readonly ends: readonly AdapterEnd[];
  /** When an offered load next changes by itself, simulated milliseconds; null for never. */
  readonly nextChangeAt: number | null;
}

/** Works out the traffic of one world again and again; keeps what did not change in between. */
export class WorldTraffic {
  readonly #paths: DataPaths;
  readonly #plants = new Memory<Plant>();
  readonly #sides = new Memory<FlowSide>();
  readonly #peers = new Memory<FlowPeer>();
  readonly #flows = new Memory<Flow>();

  constructor(private readonly parameters: ModelParameters) {
    this.#paths = new DataPaths(parameters);
  }

  /** What every adapter carries at simulated time `now`. */
  solve(world: WorldView, now: number): Solution {
    const rampStepMs = this.parameters.traffic.rampStep;
    const serving = servingOf(world);
    const flows: Flow[] = [];
    let next = Infinity;
    for (const adapter of world.adapter.values()) {
      const { traffic, trafficSince } = adapter;
      if (!serving.has(adapter.id) || !hasTraffic(traffic)) continue;
      next = Math.min(next, nextChangeAt(traffic, trafficSince, now, rampStepMs) ?? Infinity);
      const level = levelAt(traffic, trafficSince, now, rampStepMs);
      if (level.sendMbps === 0 && level.receiveMbps === 0) continue;
      const flow = this.#flow(world, adapter, level, serving);
      if (flow !== null) flows.push(flow);
    }
    for (const memory of [this.#sides, this.#peers, this.#flows]) memory.prune(serving.size);
    const rates = this.#paths.solve(flows, this.#plant(world));
    return { ends: endsOf(rates), nextChangeAt: next === Infinity ? null : next };
  }

  #plant(world: WorldView): Plant {
    const platform = thePlatform(world);
    const nics = [...world.nic.values()];
    return this.#plants.get('host', [platform, nics.length, ...nics], () => ({
      clockMhz: platform.clockMhz,
      logicalProcessors: platform.logicalProcessors,
      ports: nics.map((nic) => ({
        id: nic.id,
        linkSpeedMbps: negotiatedMbps(nic),
        halfDuplex: isHalfDuplex(nic),
      })),
    }));
  }

  /** The adapter's flow; null when it has nobody to talk to. */
  #flow(
    world: WorldView,
    adapter: Adapter,
    level: TrafficLevel,
    serving: ReadonlyMap<string, Serving>,
  ): Flow | null {
    const { traffic } = adapter;
    const side = this.#side(world, adapter, serving);
    const peer =
      traffic.peerAdapterId === null ? undefined : this.#peer(world, adapter, traffic.peerAdapterId, serving);
    const alone = traffic.peerAdapterId === null;
    const answered = alone ? isAnswered(world, adapter) : peer !== undefined;
    if (side === undefined || !answered) return null;
    const from = [side, peer, traffic, level.sendMbps, level.receiveMbps];
    return this.#flows.get(adapter.id, from, () => {
      const flow = { ...side, traffic: offerOf(traffic, level) };
      return peer === undefined ? flow : { ...flow, peer };
    });
  }

  #side(world: WorldView, adapter: Adapter, serving: ReadonlyMap<string, Serving>): FlowSide | undefined {
    const { dataPath: path } = adapter;
    const served = serving.get(adapter.id);
    const vm = world.vm.get(adapter.vmId);
    if (path === 'none' || served === undefined || vm === undefined) return undefined;
    const nic = world.nic.get(nicIdOf(world, adapter) ?? '');
    const from = [adapter, vm, nic, served.vmq, served.rootProcessor];
    return this.#sides.get(adapter.id, from, () => sideOf(adapter, path, vm, nic, served));
  }

  /** The other adapter as the far end; undefined when it cannot be reached now. */
  #peer(
    world: WorldView,
    adapter: Adapter,
    peerId: string,
    serving: ReadonlyMap<string, Serving>,
  ): FlowPeer | undefined {
    const peer = world.adapter.get(peerId);
    const way = peer === undefined || peer === adapter ? null : reach(world, adapter, peer);
    if (peer === undefined || way === null) return undefined;
    const side = this.#side(world, peer, serving);
    if (side === undefined) return undefined;
    return this.#peers.get(adapter.id, [side, way], () => ({ ...side, local: way === 'local' }));
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
  const offer = { protocol, packetBytes, connections, ...level };
  if (!isClosedLoop(profile)) return offer;
  return { ...offer, closedLoop: { outstanding, requestBytes, responseBytes, thinkUs } };
}

function endsOf(rates: ReadonlyMap<string, FlowRates>): AdapterEnd[] {
  const ends: AdapterEnd[] = [];
  for (const [id, each] of rates) {
    ends.push([id, each]);
    if (each.peer !== undefined) ends.push([each.peer.adapterId, each.peer]);
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
