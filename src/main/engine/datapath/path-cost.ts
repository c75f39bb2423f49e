/** What the steps of a flow cost on the resources that it needs. */
import type { ModelParameters } from '../../../shared/model/model-parameters';
import type { Flow, Plant } from './flow';
import { needsSorting, pathWork } from './path-work';
import type { Load, PathWork } from './path-work';
import { adaptiveInterrupts, valueAt } from './pieces';
import type { Pieces } from './pieces';

/** What can be measured of a flow: the parts of its load, and what they add up to on shared processors. */
export type Measure = keyof Load | 'onRootProcessor' | 'onGuestProcessor' | 'onHost';

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

/** The rarer steps come as often as the path's work says. */
type Rhythm = Omit<PathWork, 'send' | 'receive' | 'interrupt' | 'signal'>;

export interface PathCost extends Rhythm {
  readonly frameBytes: number;
  readonly payloadBits: number;
  readonly weights: Readonly<Record<Measure, Weights>>;
}

/** The steps of a flow that sends and receives so many packets per second. */
export function stepsOf(cost: PathCost, sent: number, received: number): Steps {
  const interrupts = valueAt(cost.interrupts, sent + received);
  return { sent, received, interrupts, signals: valueAt(cost.signals, sent) };
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

/** Knows the cost of every flow on one plant; flows that cost the same share one answer. */
export class PathCosts {
  /** By path and need to sort, protocol, packet size: a text as a key would take longer to build. */
  readonly #known = {
    vf: { tcp: new Map<number, PathCost>(), udp: new Map<number, PathCost>() },
    vmbus: { tcp: new Map<number, PathCost>(), udp: new Map<number, PathCost>() },
    sorted: { tcp: new Map<number, PathCost>(), udp: new Map<number, PathCost>() },
    emulated: { tcp: new Map<number, PathCost>(), udp: new Map<number, PathCost>() },
  };
  readonly #batches: Pieces;

  constructor(
    private readonly plant: Plant,
    private readonly parameters: ModelParameters,
  ) {
    this.#batches = adaptiveInterrupts(parameters);
  }

  /** The cost of the flow's steps on the path it takes. */
  of(flow: Flow): PathCost {
    const { protocol, packetBytes } = flow.traffic;
    const kind = this.#known[needsSorting(flow) ? 'sorted' : flow.path][protocol];
    const known = kind.get(packetBytes);
    if (known !== undefined) return known;
    const { framing } = this.parameters;
    const headers = protocol === 'tcp' ? framing.ipTcpHeaders : framing.ipUdpHeaders;
    const { send, receive, interrupt, signal, ...work } = pathWork(
      flow,
      this.plant,
      this.parameters,
      this.#batches,
    );
    const wireBits = (packetBytes + framing.wireOverhead) * 8;
    const cost: PathCost = {
      ...work,
      frameBytes: packetBytes + framing.ethernetHeader,
      payloadBits: (packetBytes - headers) * 8,
      weights: weightsOf(
        { ...send, sentBits: wireBits },
        { ...receive, receivedBits: wireBits },
        interrupt,
        signal,
      ),
    };
    kind.set(packetBytes, cost);
    return cost;
  }
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
    guest: weigh((load) => load.guest),
    hypervisor: weigh((load) => load.hypervisor),
    sentBits: weigh((load) => load.sentBits),
    receivedBits: weigh((load) => load.receivedBits),
    onRootProcessor: weigh((load) => load.root + load.rootHypervisor),
    onGuestProcessor: weigh((load) => load.guest + load.hypervisor),
    onHost: weigh((load) => load.root + load.rootHypervisor + load.guest + load.hypervisor),
  };
}
