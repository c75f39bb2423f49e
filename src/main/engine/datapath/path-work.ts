/**
 * What each of the three paths asks of root, guest and hypervisor. Units are frames of the
 * profile's packet size: the published throughput figures that the cost model was fitted to are met
 * without large segments in the root partition. Copies are charged alike in both directions for the
 * same reason.
 */
import type { ModelParameters } from '../../../shared/model/model-parameters';
import type { Flow, Plant } from './flow';
import { proportional } from './pieces';
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

/** The steps of a path, what each takes, and how often the rarer ones come. */
export interface PathWork {
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

const free: Load = { root: 0, rootHypervisor: 0, guest: 0, hypervisor: 0, sentBits: 0, receivedBits: 0 };
const never = proportional(0);

/** The work on the path that the flow takes; `batches` says how packets share interrupts and signals. */
export function pathWork(flow: Flow, plant: Plant, parameters: ModelParameters, batches: Pieces): PathWork {
  switch (flow.path) {
    case 'vf':
      return vfWork(flow, parameters, batches);
    case 'vmbus':
      return vmbusWork(flow, plant, parameters, batches);
    case 'emulated':
      return emulatedWork(flow, plant, parameters);
  }
}

/** True when the root must sort packets by software. Without a physical port there is no queue to sort. */
export function needsSorting(flow: Flow): boolean {
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
