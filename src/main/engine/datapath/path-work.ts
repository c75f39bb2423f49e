/**
 * What each of the three paths asks of root, guest and hypervisor per frame. Without large segments
 * a frame is also the unit that passes the virtual switch: that is what the figures were fitted to.
 */
import type { ModelParameters } from '../../../shared/model/model-parameters';
import type { Flow, FlowPath, FlowSide, Plant } from './flow';
import { adaptiveInterrupts, moderatedInterrupts, proportional, severally } from './pieces';
import type { Pieces } from './pieces';

/** What one step takes: processor cycles by who spends them, and bits where they pass. */
export interface Load {
  readonly root: number;
  /** Hypervisor on a root virtual processor. */
  readonly rootHypervisor: number;
  readonly guest: number;
  /** The guest's application, on one thread. */
  readonly application: number;
  /** Hypervisor on a virtual processor of the VM. */
  readonly hypervisor: number;
  readonly sentBits: number;
  readonly receivedBits: number;
  /** Through the NIC's internal switch. */
  readonly switchedBits: number;
}

/** The steps of a path, what each takes, and how often the rarer ones come. */
export interface PathWork {
  /** Per frame sent. */
  readonly send: Load;
  /** Per frame received. */
  readonly receive: Load;
  /** Per interrupt to the guest. */
  readonly interrupt: Load;
  /** Per VMBus signal to the root. */
  readonly signal: Load;
  /** What passes the VMBus per frame: less than one where segments go whole. */
  readonly unitsPerSent: number;
  readonly unitsPerReceived: number;
  /** Interrupts per second over units per second of both directions. */
  readonly interrupts: Pieces;
  /** VMBus signals per second over units sent per second. */
  readonly signals: Pieces;
  readonly interceptsPerSend: number;
  readonly interceptsPerInterrupt: number;
}

/** One end of a flow as its costs see it. */
export interface EndTask {
  readonly side: FlowSide;
  readonly flow: Flow;
  /** Path of the other end when both are on one virtual switch; null otherwise. */
  readonly localPeer: FlowPath | null;
  /** Segments reach this end merged: by the virtual switch, or because its neighbour sends them whole. */
  readonly merged: boolean;
  /** How many queues its packets spread over, each with an interrupt of its own. */
  readonly queues: number;
  /** IP bytes of the packets that this end sends and receives. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly plant: Plant;
}

export const free: Load = {
  root: 0,
  rootHypervisor: 0,
  guest: 0,
  application: 0,
  hypervisor: 0,
  sentBits: 0,
  receivedBits: 0,
  switchedBits: 0,
};
const never = proportional(0);

/** The work on the path that this end of the flow takes. */
export function pathWork(task: EndTask, parameters: ModelParameters): PathWork {
  switch (task.side.path) {
    case 'vf':
      return vfWork(task, parameters);
    case 'vmbus':
      return vmbusWork(task, parameters);
    case 'emulated':
      return emulatedWork(task, parameters);
  }
}

/** True when packets come or go by the NIC rather than from one software adapter to another. */
function meetsNic({ side, localPeer }: EndTask): boolean {
  return side.portId !== null && (localPeer === null || localPeer === 'vf');
}

/** True when the root must sort packets by software: without a physical port there is no queue to sort. */
export function needsSorting(task: EndTask): boolean {
  return task.side.path === 'vmbus' && !task.side.vmq && meetsNic(task);
}

/** How a unit that a guest sends gets to the root: copied into the send buffer, or by page list (GPA-direct). */
export function sendClass(task: EndTask, { vmbus, framing }: ModelParameters): 'sendBuffer' | 'pageList' {
  const length = task.sentBytes + framing.ethernetHeader + vmbus.rndisHeader;
  return aggregates(task, task.side.lso, task.sentBytes) || length > vmbus.sendSection
    ? 'pageList'
    : 'sendBuffer';
}

/** Only full segments of TCP are cut from larger ones: a small packet is all that there was to send. */
function aggregates({ flow, side }: EndTask, offload: boolean | undefined, bytes: number): boolean {
  return offload === true && flow.traffic.protocol === 'tcp' && bytes >= (side.mtuBytes ?? 1500);
}

/** The guest's stack per frame; `offloads`: the adapter aggregates what TCP sends and receives. */
export function guestStack(
  { flow }: EndTask,
  { guest }: ModelParameters,
  bytes: number,
  offloads: boolean,
): number {
  const aggregated = offloads && flow.traffic.protocol === 'tcp';
  return (aggregated ? guest.perPacketAggregated : guest.perPacket) + guest.perByte * bytes;
}

/** The virtual switch: one pass of one unit, without what depends on its length. */
export function switchPass(task: EndTask, { root }: ModelParameters): number {
  const sorting = needsSorting(task) ? root.withoutVmq : 0;
  const policy = task.side.policyLayer === true ? root.policyLayer : 0;
  return root.perPacket + sorting + policy;
}

/** Whether the other end's virtual switch work covers what this end receives: there is one pass, charged to the sender. */
export function passedBySender({ localPeer }: EndTask): boolean {
  return localPeer !== null && localPeer !== 'vf';
}

function vfWork(task: EndTask, parameters: ModelParameters): PathWork {
  const { guestHandler, virtualPosted, virtualOld, exitsPerInjected } = parameters.interrupts;
  const posted = task.plant.postedInterrupts !== false;
  const stack = (bytes: number): Load => ({ ...free, guest: guestStack(task, parameters, bytes, true) });
  const outstanding = task.flow.traffic.closedLoop?.outstanding;
  return {
    send: stack(task.sentBytes),
    receive: stack(task.receivedBytes),
    interrupt: { ...free, guest: guestHandler, hypervisor: posted ? virtualPosted : virtualOld },
    signal: free,
    unitsPerSent: 1,
    unitsPerReceived: 1,
    interrupts: severally(
      moderatedInterrupts(task.side.moderation ?? 'adaptive', parameters, outstanding),
      task.queues,
    ),
    signals: never,
    interceptsPerSend: 0,
    interceptsPerInterrupt: posted ? 0 : exitsPerInjected,
  };
}

/** Frames that make up one unit of the virtual switch. */
function framesPerUnit(bytes: number, aggregated: boolean, { root }: ModelParameters): number {
  return aggregated ? Math.max(1, root.largeUnitBytes / bytes) : 1;
}

function vmbusWork(task: EndTask, parameters: ModelParameters): PathWork {
  const { exits, interrupts, signal, root, copy } = parameters;
  const { sentBytes, receivedBytes, flow, side } = task;
  const byPageList = sendClass(task, parameters) === 'pageList';
  const sentFrames = framesPerUnit(sentBytes, aggregates(task, side.lso, sentBytes), parameters);
  const merged = aggregates(task, task.merged, receivedBytes);
  const receivedFrames = framesPerUnit(receivedBytes, merged, parameters);
  const pass = switchPass(task, parameters);
  const byPages = byPageList ? root.perLargeUnit : 0;
  const merging = merged ? root.perLargeUnit : 0;
  const copied = (bytes: number, copies: number): number => copy.perByte * copies * bytes;
  const batches = severally(
    adaptiveInterrupts(parameters, flow.traffic.closedLoop?.outstanding),
    task.queues,
  );
  return {
    send: {
      ...free,
      root: (pass + byPages) / sentFrames + root.sentPerByte * sentBytes,
      guest:
        guestStack(task, parameters, sentBytes, true) +
        copied(sentBytes, byPageList ? 0 : copy.intoSendBuffer),
    },
    receive: {
      ...free,
      root: passedBySender(task)
        ? 0
        : (pass + merging) / receivedFrames + copied(receivedBytes, copy.intoReceiveBuffer),
      guest:
        guestStack(task, parameters, receivedBytes, true) + copied(receivedBytes, copy.outOfReceiveBuffer),
    },
    interrupt: {
      ...free,
      // The root asks for the interrupt with a hypercall of its own.
      rootHypervisor: exits.hypercall,
      guest: interrupts.guestHandler + signal.toGuestWake,
      hypervisor: signal.toGuestInterrupt,
    },
    signal: { ...free, root: signal.toHostWorkerWake, hypervisor: signal.toHostHypercall },
    unitsPerSent: 1 / sentFrames,
    unitsPerReceived: 1 / receivedFrames,
    interrupts: batches,
    // A writer signals only into an empty ring, so a busy ring batches as a moderated queue does.
    signals: batches,
    interceptsPerSend: 0,
    interceptsPerInterrupt: 0,
  };
}

function emulatedWork(task: EndTask, parameters: ModelParameters): PathWork {
  const { exits, legacy, root, copy } = parameters;
  const { sentBytes, receivedBytes } = task;
  const intercepts = (count: number): Load => ({
    ...free,
    root: count * exits.interceptToWorker,
    hypervisor: count * exits.hypercall,
  });
  const pass = switchPass(task, parameters);
  const doorbell = intercepts(legacy.interceptsPerSend);
  return {
    send: {
      ...doorbell,
      root: doorbell.root + pass + root.sentPerByte * sentBytes,
      // The emulated 21140 has no offloads.
      guest: guestStack(task, parameters, sentBytes, false),
    },
    receive: {
      ...free,
      root: passedBySender(task) ? 0 : pass + copy.perByte * copy.intoReceiveBuffer * receivedBytes,
      guest: guestStack(task, parameters, receivedBytes, false),
    },
    // The guest's handler is nothing but these register accesses.
    interrupt: intercepts(legacy.interceptsPerInterrupt),
    signal: free,
    unitsPerSent: 1,
    unitsPerReceived: 1,
    interrupts: proportional(1 / legacy.packetsPerInterrupt),
    signals: never,
    interceptsPerSend: legacy.interceptsPerSend,
    interceptsPerInterrupt: legacy.interceptsPerInterrupt,
  };
}
