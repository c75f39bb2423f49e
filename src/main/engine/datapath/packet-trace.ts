/**
 * Follows one packet over one path of an idle host. The hops are the cost model seen from the
 * packet: their cycles add up to what the model charges for a lone packet, their durations to the
 * base latency.
 */
import type { ModelParameters } from '../../../shared/model/model-parameters';
import type { PacketTrace, TraceEvent, TraceActor, TraceHop } from '../../../shared/model/packet-trace';
import type { Flow, Plant } from './flow';
import {
  emulatedIntercepts,
  injectionMicroseconds,
  interceptMicroseconds,
  sideMicroseconds,
} from './latency';
import { packetBytesOf, PathCosts } from './path-cost';
import { guestStack, pathWork, sendClass, switchPass } from './path-work';
import type { EndTask, PathWork } from './path-work';
import { slopeOf } from './pieces';
import { traceLabels } from './trace-events';

type Draft = Omit<TraceHop, 'label' | 'startUs'>;

const none = { guest: 0, root: 0, hypervisor: 0 };

function hop(actor: TraceActor, event: TraceEvent, durationUs: number, rest: Partial<Draft> = {}): Draft {
  const nothing = { cycles: none, copy: null, intercepts: 0, hypercalls: 0, signals: 0, onTheWay: true };
  return { actor, event, durationUs, ...nothing, ...rest };
}

/** What the hops of one trace are made from. */
interface Scene {
  readonly task: EndTask;
  readonly work: PathWork;
  readonly parameters: ModelParameters;
  readonly bytes: number;
}

/** Frames are aggregated in a busy flow; a lone packet is one unit and brings one interrupt and one signal. */
function perLonePacket(work: PathWork): { interrupts: number; signals: number } {
  return { interrupts: slopeOf(work.interrupts, 0), signals: slopeOf(work.signals, 0) };
}

/** The guest's interrupt: for a packet that comes, or after one that has gone. */
function interruptHop({ task, work }: Scene, event: TraceEvent, durationUs: number): Draft {
  const { interrupts } = perLonePacket(work);
  const { guest, hypervisor, root } = work.interrupt;
  return hop(task.side.path === 'emulated' ? 'vmwp' : 'guestKernel', event, durationUs, {
    cycles: { guest: guest * interrupts, root: root * interrupts, hypervisor: hypervisor * interrupts },
    intercepts: work.interceptsPerInterrupt * interrupts,
    onTheWay: event !== 'completeSend',
  });
}

/** The root's hypercall that asks for a VMBus interrupt. */
function rootSignalHop({ work }: Scene, durationUs: number, onTheWay: boolean): Draft {
  const { interrupts } = perLonePacket(work);
  const cycles = { ...none, hypervisor: work.interrupt.rootHypervisor * interrupts };
  return hop('hypervisor', 'signalGuest', durationUs, {
    cycles,
    signals: interrupts,
    hypercalls: 0,
    onTheWay,
  });
}

function stackHop(
  { task, parameters, bytes }: Scene,
  event: 'stackSend' | 'stackReceive',
  durationUs: number,
): Draft {
  const guest = guestStack(task, parameters, bytes, task.side.path !== 'emulated');
  return hop('guestKernel', event, durationUs, { cycles: { ...none, guest } });
}

/** From the guest to the wire. */
function sendHops(scene: Scene): Draft[] {
  switch (scene.task.side.path) {
    case 'vf':
      return vfSend(scene);
    case 'vmbus':
      return vmbusSend(scene);
    case 'emulated':
      return emulatedSend(scene);
  }
}

function vfSend(scene: Scene): Draft[] {
  const { latency } = scene.parameters;
  return [stackHop(scene, 'stackSend', latency.guestSend), hop('nic', 'nicSend', latency.nicSend)];
}

function vmbusSend(scene: Scene): Draft[] {
  const { task, work, parameters, bytes } = scene;
  const { latency, copy, root } = parameters;
  const { signals } = perLonePacket(work);
  const section = sendClass(task, parameters) === 'sendBuffer';
  const copied = copy.perByte * copy.intoSendBuffer * bytes;
  const handing = section
    ? hop('guestKernel', 'copyToSendBuffer', 0, {
        cycles: { ...none, guest: copied },
        copy: { bytes, class: 'sendBuffer' },
      })
    : hop('guestKernel', 'gatherPages', 0);
  const pass = switchPass(task, parameters) + (section ? 0 : root.perLargeUnit);
  const { hypervisor, root: waking } = work.signal;
  return [
    stackHop(scene, 'stackSend', latency.guestSend),
    handing,
    hop('hypervisor', 'signalHost', latency.vmbusSignal, {
      cycles: { ...none, hypervisor: hypervisor * signals },
      intercepts: signals,
      hypercalls: signals,
      signals,
    }),
    hop('hypervisor', 'interruptRoot', latency.virtualInterrupt),
    hop('rootKernel', 'wakeRoot', latency.rootWake, { cycles: { ...none, root: waking * signals } }),
    hop('rootKernel', 'switchFrame', latency.virtualSwitch, { cycles: { ...none, root: pass } }),
    hop('rootKernel', 'touchPayload', latency.rootCopy, {
      cycles: { ...none, root: root.sentPerByte * bytes },
    }),
    hop('nic', 'nicSend', latency.nicSend),
    rootSignalHop(scene, 0, false),
  ];
}

function emulatedSend(scene: Scene): Draft[] {
  const { task, parameters, bytes } = scene;
  const { latency, legacy, exits, root } = parameters;
  const each = interceptMicroseconds(task.plant, exits);
  const doorbells = legacy.interceptsPerSend;
  return [
    stackHop(scene, 'stackSend', latency.guestSend),
    hop('hypervisor', 'doorbell', 0, {
      cycles: { ...none, hypervisor: doorbells * exits.hypercall },
      intercepts: doorbells,
    }),
    hop('vmwp', 'emulateDoorbell', doorbells * each, {
      cycles: { ...none, root: doorbells * exits.interceptToWorker },
    }),
    // The interrupt of the packet before holds this one up: the adapter serves one at a time.
    interruptHop(scene, 'serveInterrupt', (emulatedIntercepts(legacy) - doorbells) * each),
    hop('rootKernel', 'switchFrame', latency.virtualSwitch, {
      cycles: { ...none, root: switchPass(task, parameters) },
    }),
    hop('rootKernel', 'touchPayload', 0, { cycles: { ...none, root: root.sentPerByte * bytes } }),
    hop('nic', 'nicSend', latency.nicSend),
  ];
}

/** From the wire to the guest. */
function receiveHops(scene: Scene): Draft[] {
  switch (scene.task.side.path) {
    case 'vf':
      return vfReceive(scene);
    case 'vmbus':
      return vmbusReceive(scene);
    case 'emulated':
      return emulatedReceive(scene);
  }
}

function vfReceive(scene: Scene): Draft[] {
  const { parameters, task } = scene;
  const { latency } = parameters;
  const interrupt = latency.vfInterrupt + injectionMicroseconds(task.plant, parameters);
  return [
    hop('nic', 'nicReceive', latency.nicReceive),
    interruptHop(scene, 'interruptGuest', interrupt),
    stackHop(scene, 'stackReceive', latency.guestReceive),
  ];
}

/** The root's part of receiving: the pass through the virtual switch and the copy. */
function rootReceive({ task, parameters, bytes }: Scene, copyUs: number): Draft[] {
  const { latency, copy } = parameters;
  const copied = copy.perByte * copy.intoReceiveBuffer * bytes;
  return [
    hop('rootKernel', 'switchFrame', latency.virtualSwitch, {
      cycles: { ...none, root: switchPass(task, parameters) },
    }),
    hop('rootKernel', 'copyToReceiveBuffer', copyUs, {
      cycles: { ...none, root: copied },
      copy: { bytes, class: 'receiveBuffer' },
    }),
  ];
}

function vmbusReceive(scene: Scene): Draft[] {
  const { latency, copy } = scene.parameters;
  const { bytes } = scene;
  const copied = copy.perByte * copy.outOfReceiveBuffer * bytes;
  return [
    hop('nic', 'nicReceive', latency.nicReceive),
    hop('rootKernel', 'nicInterruptRoot', latency.virtualInterrupt),
    hop('rootKernel', 'wakeRoot', latency.rootWake),
    ...rootReceive(scene, latency.rootCopy),
    rootSignalHop(scene, latency.vmbusSignal, true),
    interruptHop(scene, 'interruptGuest', latency.vfInterrupt),
    hop('guestKernel', 'copyFromReceiveBuffer', 0, {
      cycles: { ...none, guest: copied },
      copy: { bytes, class: 'receiveBuffer' },
    }),
    stackHop(scene, 'stackReceive', latency.guestReceive),
  ];
}

function emulatedReceive(scene: Scene): Draft[] {
  const { latency, legacy, exits } = scene.parameters;
  const each = interceptMicroseconds(scene.task.plant, exits);
  return [
    hop('nic', 'nicReceive', latency.nicReceive),
    ...rootReceive(scene, 0),
    hop('hypervisor', 'interruptGuest', latency.vfInterrupt),
    interruptHop(scene, 'serveInterrupt', emulatedIntercepts(legacy) * each),
    stackHop(scene, 'stackReceive', latency.guestReceive),
  ];
}

/** What the other host's half of the way takes. */
function mirrored({ task, parameters }: Scene, receives: boolean): number {
  const { latency } = parameters;
  const side = sideMicroseconds(task.side.path, task.plant, parameters);
  if (!receives) return latency.guestSend + latency.nicSend + side;
  const late = task.side.path === 'vf' ? injectionMicroseconds(task.plant, parameters) : 0;
  return latency.nicReceive + latency.vfInterrupt + latency.guestReceive + side + late;
}

function timed(drafts: readonly Draft[]): TraceHop[] {
  let at = 0;
  return drafts.map((draft) => {
    const startUs = at;
    if (draft.onTheWay) at += draft.durationUs;
    return { ...draft, label: traceLabels[draft.event], startUs };
  });
}

/**
 * Follows one packet of the flow's packet size between its guest and another one, behind the wire
 * and on the same kind of path.
 */
export function tracePacket(
  flow: Flow,
  direction: 'send' | 'receive',
  plant: Plant,
  parameters: ModelParameters,
): PacketTrace {
  const { sent: bytes } = packetBytesOf(flow, parameters);
  // Of a lone packet there is nothing to merge, and it is part of no large segment.
  const lone = { ...flow, lso: false, rsc: false };
  const task = new PathCosts(plant, parameters).task(lone, lone, bytes, bytes);
  const scene: Scene = { task, work: pathWork(task, parameters), parameters, bytes };
  const wire = hop('network', 'wire', parameters.latency.switchHops + parameters.latency.networkDistance);
  const other = hop('otherHost', 'mirror', mirrored(scene, direction === 'send'));
  const own = direction === 'send' ? sendHops(scene) : receiveHops(scene);
  const late =
    direction === 'send' && flow.path !== 'emulated' ? [interruptHop(scene, 'completeSend', 0)] : [];
  const hops = timed(direction === 'send' ? [...own, wire, other, ...late] : [other, wire, ...own]);
  const totalUs = hops.reduce((sum, each) => sum + (each.onTheWay ? each.durationUs : 0), 0);
  return { path: flow.path, direction, bytes, hops, totalUs };
}
