/**
 * What a packet costs on each of the three paths. Units are frames of the profile's packet size:
 * the published throughput figures that the cost model was fitted to are met without large
 * segments in the root partition. Copies are charged alike in both directions for the same reason.
 */
import type { ModelParameters } from '../../../shared/model/model-parameters';
import type { Flow, Plant } from './flow';
import { adaptiveInterrupts, proportional } from './pieces';
import type { Pieces } from './pieces';

/** What one packet or one interrupt takes: processor cycles by who spends them, and bits on the line. */
export interface Load {
  readonly root: number;
  /** Hypervisor on a root virtual processor. */
  readonly rootHypervisor: number;
  readonly guest: number;
  /** Hypervisor on a virtual processor of the VM. */
  readonly hypervisor: number;
  readonly sentBits: number;
  readonly receivedBits: number;
}

/** What a resource is made of, and so which part of a load counts against it. */
export type Measure = 'sentBits' | 'receivedBits' | 'rootCycles' | 'guestCycles' | 'allCycles';

/** How much of one measure each step of a flow takes. */
export interface Weights {
  readonly perSend: number;
  readonly perReceive: number;
  readonly perInterrupt: number;
  readonly perSignal: number;
}

export interface PathCost {
  readonly frameBytes: number;
  readonly payloadBits: number;
  readonly weights: Readonly<Record<Measure, Weights>>;
  /** Per packet sent. */
  readonly send: Load;
  /** Per packet received. */
  readonly receive: Load;
  /** Per interrupt to the guest. */
  readonly interrupt: Load;
  /** Per VMBus signal to the root. */
  readonly signal: Load;
  /** Interrupts per second over packets per second of both directions. */
  readonly interrupts: Pieces;
  /** VMBus signals per second over packets sent per second. */
  readonly signals: Pieces;
  readonly interceptsPerSend: number;
  readonly interceptsPerInterrupt: number;
}

/** What the paths differ in: the per-packet work and what comes with it. */
type PathWork = Omit<PathCost, 'frameBytes' | 'payloadBits' | 'weights'>;

const free: Load = { root: 0, rootHypervisor: 0, guest: 0, hypervisor: 0, sentBits: 0, receivedBits: 0 };
const never = proportional(0);

/** Knows the cost of every flow on one plant; flows that cost the same share one answer. */
export class PathCosts {
  readonly #known = new Map<string, PathCost>();
  readonly #batches: Pieces;

  constructor(
    private readonly plant: Plant,
    private readonly parameters: ModelParameters,
  ) {
    this.#batches = adaptiveInterrupts(parameters);
  }

  of(flow: Flow): PathCost {
    const { protocol, packetBytes } = flow.traffic;
    const key = `${flow.path} ${protocol} ${packetBytes} ${needsSorting(flow)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { framing } = this.parameters;
    const headers = protocol === 'tcp' ? framing.ipTcpHeaders : framing.ipUdpHeaders;
    const wireBits = (packetBytes + framing.wireOverhead) * 8;
    const bare = this.#workOf(flow);
    const work = {
      ...bare,
      send: { ...bare.send, sentBits: wireBits },
      receive: { ...bare.receive, receivedBits: wireBits },
    };
    const cost: PathCost = {
      ...work,
      frameBytes: packetBytes + framing.ethernetHeader,
      payloadBits: (packetBytes - headers) * 8,
      weights: weightsOf(work),
    };
    this.#known.set(key, cost);
    return cost;
  }

  #workOf(flow: Flow): PathWork {
    switch (flow.path) {
      case 'vf':
        return vfWork(flow, this.parameters, this.#batches);
      case 'vmbus':
        return vmbusWork(flow, this.plant, this.parameters, this.#batches);
      case 'emulated':
        return emulatedWork(flow, this.plant, this.parameters);
    }
  }
}

function weightsOf({ send, receive, interrupt, signal }: PathWork): PathCost['weights'] {
  const weigh = (part: (load: Load) => number): Weights => ({
    perSend: part(send),
    perReceive: part(receive),
    perInterrupt: part(interrupt),
    perSignal: part(signal),
  });
  return {
    sentBits: weigh((load) => load.sentBits),
    receivedBits: weigh((load) => load.receivedBits),
    rootCycles: weigh((load) => load.root + load.rootHypervisor),
    guestCycles: weigh((load) => load.guest + load.hypervisor),
    allCycles: weigh((load) => load.root + load.rootHypervisor + load.guest + load.hypervisor),
  };
}

/** True when the root must sort packets by software. Without a physical port there is no queue to sort. */
function needsSorting(flow: Flow): boolean {
  return flow.path === 'vmbus' && !flow.vmq && flow.portId !== null;
}

/** The guest's stack per packet; `offloads`: the adapter aggregates what TCP sends and receives. */
function guestPerPacket(flow: Flow, { guest }: ModelParameters, offloads: boolean): number {
  const aggregated = offloads && flow.traffic.protocol === 'tcp';
  const perPacket = aggregated ? guest.perPacketAggregated : guest.perPacket;
  return perPacket + guest.perByte * flow.traffic.packetBytes;
}

/** The virtual switch and the copy between partitions. */
function rootPerPacket(flow: Flow, plant: Plant, { root, copy }: ModelParameters): number {
  const sorting = needsSorting(flow) ? root.withoutVmq : 0;
  const policy = plant.policyLayer === true ? root.policyLayer : 0;
  const copies = copy.perByte * copy.copiesPerUnit * flow.traffic.packetBytes;
  return root.perPacket + sorting + policy + copies;
}

function vfWork(flow: Flow, parameters: ModelParameters, batches: Pieces): PathWork {
  const perPacket = { ...free, guest: guestPerPacket(flow, parameters, true) };
  const { guestHandler, virtualPosted } = parameters.interrupts;
  return {
    send: perPacket,
    receive: perPacket,
    interrupt: { ...free, guest: guestHandler, hypervisor: virtualPosted },
    signal: free,
    interrupts: batches,
    signals: never,
    interceptsPerSend: 0,
    interceptsPerInterrupt: 0,
  };
}

function vmbusWork(flow: Flow, plant: Plant, parameters: ModelParameters, batches: Pieces): PathWork {
  const { exits, interrupts, signal } = parameters;
  const perPacket = {
    ...free,
    root: rootPerPacket(flow, plant, parameters),
    guest: guestPerPacket(flow, parameters, true),
  };
  return {
    send: perPacket,
    receive: perPacket,
    interrupt: {
      ...free,
      // The root asks for the interrupt with a hypercall of its own.
      rootHypervisor: exits.hypercall,
      guest: interrupts.guestHandler + signal.toGuestWake,
      hypervisor: signal.toGuestInterrupt,
    },
    signal: { ...free, root: signal.toHostWorkerWake, hypervisor: signal.toHostHypercall },
    interrupts: batches,
    // A writer signals only into an empty ring, so a busy ring batches as a moderated queue does.
    signals: batches,
    interceptsPerSend: 0,
    interceptsPerInterrupt: 0,
  };
}

function emulatedWork(flow: Flow, plant: Plant, parameters: ModelParameters): PathWork {
  const { exits, legacy } = parameters;
  const intercepts = (count: number): Load => ({
    ...free,
    root: count * exits.interceptToWorker,
    hypervisor: count * exits.hypercall,
  });
  const receive = {
    ...free,
    root: rootPerPacket(flow, plant, parameters),
    // The emulated 21140 has no offloads.
    guest: guestPerPacket(flow, parameters, false),
  };
  const doorbell = intercepts(legacy.interceptsPerSend);
  return {
    send: { ...receive, root: receive.root + doorbell.root, hypervisor: doorbell.hypervisor },
    receive,
    // The guest's handler is nothing but these register accesses.
    interrupt: intercepts(legacy.interceptsPerInterrupt),
    signal: free,
    interrupts: proportional(1 / legacy.packetsPerInterrupt),
    signals: never,
    interceptsPerSend: legacy.interceptsPerSend,
    interceptsPerInterrupt: legacy.interceptsPerInterrupt,
  };
}
