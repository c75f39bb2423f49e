/** What the steps of one end of a flow cost on the resources that it needs. */
import type { ModelParameters } from '../../../shared/model/model-parameters';
import type { Flow, FlowSide, Plant } from './flow';
import { pathWork } from './path-work';
import type { EndTask, Load, PathWork } from './path-work';
import { valueAt } from './pieces';

/** What can be measured of a flow: the parts of its load, and what they add up to on shared processors. */
export type Measure = keyof Load | 'lineBits' | 'onRootProcessor' | 'onGuestProcessor' | 'onHost';

/** How much of one measure each step of a flow takes. */
export interface Weights {
  readonly perSend: number;
  readonly perReceive: number;
  readonly perInterrupt: number;
  readonly perSignal: number;
}

/** How often per second each step is taken. */
export interface Steps {
  readonly sent: number;
  readonly received: number;
  readonly interrupts: number;
  readonly signals: number;
}

/** Sizes of the packets of one direction. */
export interface PacketSize {
  readonly frameBytes: number;
  readonly payloadBits: number;
}

/** The rarer steps come as often as the path's work says. */
type Rhythm = Omit<PathWork, 'send' | 'receive' | 'interrupt' | 'signal'>;

export interface PathCost extends Rhythm {
  readonly sent: PacketSize;
  readonly received: PacketSize;
  readonly weights: Readonly<Record<Measure, Weights>>;
}

/** The steps of an end that sends and receives so many packets per second. */
export function stepsOf(cost: PathCost, sent: number, received: number): Steps {
  const unitsSent = sent * cost.unitsPerSent;
  const interrupts = valueAt(cost.interrupts, unitsSent + received * cost.unitsPerReceived);
  return { sent, received, interrupts, signals: valueAt(cost.signals, unitsSent) };
}

/** What the steps take of one measure, per second. */
export function amountOf(weights: Weights, steps: Steps): number {
  return (
    steps.sent * weights.perSend +
    steps.received * weights.perReceive +
    steps.interrupts * weights.perInterrupt +
    steps.signals * weights.perSignal
  );
}

/** IP bytes of the packets that a flow's own guest sends and receives. */
export function packetBytesOf(flow: Flow, { framing }: ModelParameters): { sent: number; received: number } {
  const { packetBytes, closedLoop, protocol } = flow.traffic;
  const most = Math.min(packetBytes, flow.mtuBytes ?? Infinity, flow.peer?.mtuBytes ?? Infinity);
  if (closedLoop === undefined) return { sent: most, received: most };
  const headers = protocol === 'tcp' ? framing.ipTcpHeaders : framing.ipUdpHeaders;
  // A message that fits one packet makes a small packet.
  const size = (message: number): number => Math.min(most, message + headers);
  return { sent: size(closedLoop.requestBytes), received: size(closedLoop.responseBytes) };
}

/** Queues that a flow's connections occupy, each with an interrupt of its own: a connection keeps to one. */
export function busyQueues({ queues = 1, guestProcessors }: FlowSide, connections = Infinity): number {
  return Math.min(queues, guestProcessors, connections);
}

/** Knows the cost of every flow's ends on one plant; ends that cost the same share one answer. */
export class PathCosts {
  readonly #known = new Map<string, PathCost>();

  constructor(
    private readonly plant: Plant,
    private readonly parameters: ModelParameters,
  ) {}

  /** The cost of the flow's steps at its own end. */
  own(flow: Flow): PathCost {
    const { sent, received } = packetBytesOf(flow, this.parameters);
    return this.#of(flow, flow, sent, received);
  }

  /** The cost at the other end, which sends what the flow receives; undefined when that is beyond the host. */
  other(flow: Flow): PathCost | undefined {
    const { sent, received } = packetBytesOf(flow, this.parameters);
    return flow.peer === undefined ? undefined : this.#of(flow, flow.peer, received, sent);
  }

  #of(flow: Flow, side: FlowSide, sentBytes: number, receivedBytes: number): PathCost {
    const task = this.task(flow, side, sentBytes, receivedBytes);
    const { path, portId, vmq, moderation = '', mtuBytes } = side;
    const { protocol, closedLoop, applicationCopies } = flow.traffic;
    const limit = typeof moderation === 'object' ? moderation.limitPerSecond : moderation;
    const { lso = false, policyLayer = false } = side;
    const offloads = `${lso} ${task.merged} ${policyLayer} ${mtuBytes} ${task.queues}`;
    const key = `${path} ${portId === null} ${vmq} ${limit} ${task.localPeer} ${flow.peer?.local} ${protocol} ${sentBytes} ${receivedBytes} ${offloads} ${closedLoop?.outstanding} ${side === flow && applicationCopies}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const cost = costOf(task, this.parameters);
    this.#known.set(key, cost);
    return cost;
  }

  task(flow: Flow, side: FlowSide, sentBytes: number, receivedBytes: number): EndTask {
    const otherEnd = side === flow ? flow.peer : flow;
    const localPeer = flow.peer?.local === true && otherEnd !== undefined ? otherEnd.path : null;
    // From one software adapter to the other a segment passes the switch as it was handed over.
    const merged =
      localPeer === null || localPeer === 'vf' ? side.rsc : localPeer === 'vmbus' && otherEnd?.lso;
    const queues = busyQueues(side, flow.traffic.connections);
    return {
      side,
      flow,
      localPeer,
      merged: merged === true,
      queues,
      sentBytes,
      receivedBytes,
      plant: this.plant,
    };
  }
}

function costOf(task: EndTask, parameters: ModelParameters): PathCost {
  const { framing, copy } = parameters;
  const headers = task.flow.traffic.protocol === 'tcp' ? framing.ipTcpHeaders : framing.ipUdpHeaders;
  const size = (bytes: number): PacketSize => ({
    frameBytes: bytes + framing.ethernetHeader,
    // A packet of nothing but headers still has to carry something to be worth sending.
    payloadBits: Math.max(1, bytes - headers) * 8,
  });
  const { send, receive, interrupt, signal, ...rhythm } = pathWork(task, parameters);
  const wireBits = (bytes: number): number => (bytes + framing.wireOverhead) * 8;
  const sentBits = wireBits(task.sentBytes);
  const receivedBits = wireBits(task.receivedBytes);
  const local = task.flow.peer?.local === true;
  // Inside the NIC each packet passes once, and the end that sends it answers for it.
  const inside = local && (task.side.path === 'vf' || task.localPeer === 'vf');
  const sending = local ? { switchedBits: inside ? sentBits : 0 } : { sentBits };
  const sent = size(task.sentBytes);
  const received = size(task.receivedBytes);
  // The application is the one at the flow's own end.
  const { applicationCopies = 0 } = task.side === task.flow ? task.flow.traffic : {};
  const application = ({ payloadBits }: PacketSize): number =>
    (applicationCopies * copy.perByte * payloadBits) / 8;
  const weights = weightsOf(
    { ...send, application: application(sent), ...sending },
    { ...receive, application: application(received), ...(local ? {} : { receivedBits }) },
    interrupt,
    signal,
  );
  return { ...rhythm, sent, received, weights };
}

function weightsOf(send: Load, receive: Load, interrupt: Load, signal: Load): PathCost['weights'] {
  const weigh = (part: (load: Load) => number): Weights => ({
    perSend: part(send),
    perReceive: part(receive),
    perInterrupt: part(interrupt),
    perSignal: part(signal),
  });
  return {
    root: weigh((load) => load.root),
    rootHypervisor: weigh((load) => load.rootHypervisor),
    guest: weigh((load) => load.guest + load.application),
    application: weigh((load) => load.application),
    hypervisor: weigh((load) => load.hypervisor),
    sentBits: weigh((load) => load.sentBits),
    receivedBits: weigh((load) => load.receivedBits),
    switchedBits: weigh((load) => load.switchedBits),
    lineBits: weigh((load) => load.sentBits + load.receivedBits),
    onRootProcessor: weigh((load) => load.root + load.rootHypervisor),
    onGuestProcessor: weigh((load) => load.guest + load.application + load.hypervisor),
    onHost: weigh(
      (load) => load.root + load.rootHypervisor + load.guest + load.application + load.hypervisor,
    ),
  };
}
