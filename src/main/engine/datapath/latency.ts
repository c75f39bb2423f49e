/**
 * How long a packet takes from guest to guest: a base by path, the wait behind other packets,
 * interrupt moderation, and the spread around it.
 */
import type { Latency } from '../../../shared/model/latency';
import type { ModelParameters } from '../../../shared/model/model-parameters';
import type { Queue, Resource } from './resource';
import type { Flow, FlowPath, FlowSide, Plant } from './flow';
import { Spread } from './jitter';
import type { Jitter } from './jitter';
import { interruptLimit } from './pieces';

/** Steps per octave to which waits are rounded: far finer than the model is exact. */
const stepsPerOctave = 8;
/** Waits below count as none, microseconds. */
const negligible = 0.05;
/** Steps to which the probability of a wait is rounded. */
const probabilitySteps = 16;

const noQueue: Queue = { wait: 0, busy: 0, full: 0 };

function rounded(microseconds: number): number {
  if (microseconds < negligible) return 0;
  return 2 ** (Math.round(Math.log2(microseconds) * stepsPerOctave) / stepsPerOctave);
}

/**
 * The queue before a resource, as before one server (M/M/1) with a bounded ring. Rounded, so that
 * a small change of somebody else's load is no change of everybody's latency.
 */
export function queueAt(resource: Resource, { latency }: ModelParameters): Queue {
  const { capacity } = resource;
  const taken = resource.served?.taken ?? resource.wanted;
  const packets = resource.served?.packets ?? resource.wantedPackets;
  if (taken <= 0 || packets <= 0) return noQueue;
  const load = Math.min(1, taken / capacity);
  const service = (taken / packets / capacity) * 1e6;
  const full = service * latency.queuePackets;
  const wait = load >= 1 ? full : Math.min(full, (service * load) / (1 - load));
  if (wait < negligible) return noQueue;
  return {
    wait: rounded(wait),
    busy: Math.round(load * probabilitySteps) / probabilitySteps,
    full: rounded(full),
  };
}

/** Microseconds that the software path adds at one end of a flow. */
export function sideMicroseconds(
  path: FlowPath,
  plant: Plant,
  { latency, exits, legacy }: ModelParameters,
): number {
  switch (path) {
    case 'vf':
      return 0;
    case 'vmbus': {
      const { vmbusSignal, rootWake, virtualSwitch, rootCopy, virtualInterrupt } = latency;
      return vmbusSignal + rootWake + virtualSwitch + rootCopy + virtualInterrupt;
    }
    case 'emulated':
      return emulatedIntercepts(legacy) * interceptMicroseconds(plant, exits) + latency.virtualSwitch;
  }
}

/** Intercepts between guest and wire at one end of the emulated path. */
export function emulatedIntercepts(legacy: ModelParameters['legacy']): number {
  return legacy.interceptsPerSend + legacy.interceptsPerInterrupt;
}

/** One intercept that the worker process handles, with the wake-up of its thread. */
export function interceptMicroseconds(plant: Plant, exits: ModelParameters['exits']): number {
  return (exits.interceptToWorker + exits.workerWakeLatency + exits.hypercall) / plant.clockMhz;
}

/** Guest to guest over VFs on two hosts. */
export function vfMicroseconds({ latency }: ModelParameters): number {
  const { guestSend, nicSend, switchHops, nicReceive, vfInterrupt, guestReceive } = latency;
  return guestSend + nicSend + switchHops + nicReceive + vfInterrupt + guestReceive;
}

/** What an injected interrupt takes longer than a posted one. */
export function injectionMicroseconds(plant: Plant, { interrupts }: ModelParameters): number {
  return plant.postedInterrupts === false
    ? (interrupts.virtualOld - interrupts.virtualPosted) / plant.clockMhz
    : 0;
}

/** The base of a flow on an idle host, without the distance. A party beyond the host is on the flow's own path. */
export function baseMicroseconds(flow: Flow, plant: Plant, parameters: ModelParameters): number {
  const { latency } = parameters;
  const other = flow.peer?.path ?? flow.path;
  const side = (path: FlowPath): number => sideMicroseconds(path, plant, parameters);
  const late = flow.path === 'vf' || other === 'vf' ? injectionMicroseconds(plant, parameters) : 0;
  const paths = side(flow.path) + side(other);
  // On an internal switch the management operating system is at the other end: one pass, too.
  const inside = flow.peer === undefined && flow.portId === null;
  if (inside) return latency.sameHostSoftware + side(flow.path) - side('vmbus');
  if (flow.peer?.local !== true) return vfMicroseconds(parameters) + paths + late;
  if (flow.path === 'vf' || other === 'vf')
    return vfMicroseconds(parameters) - latency.switchHops + paths + late;
  return latency.sameHostSoftware + paths - 2 * side('vmbus');
}

/** Mean delay by moderation at an end of which each queue receives `packets` per second. */
export function moderationMicroseconds(
  side: FlowSide,
  packets: number,
  outstanding: number,
  parameters: ModelParameters,
): number {
  const { moderation = 'adaptive' } = side;
  const adaptive = moderation === 'adaptive';
  // Adaptive moderation lets nothing wait longer than its shortest interval, and a lone packet not at all.
  const limit = adaptive ? parameters.moderation.adaptiveMaximum : interruptLimit(moderation, parameters);
  if (side.path === 'emulated' || limit === Infinity) return 0;
  const together = adaptive ? 1 - 1 / outstanding : 1;
  // Half an interval for those that come within one.
  return (0.5e6 / limit) * Math.min(1, packets / limit) * together;
}

/** So many answers are remembered; more would be a sign that rounding does not do its work. */
const mostKnown = 20_000;

/** Knows the percentiles that have been asked for. */
export class Latencies {
  readonly #known = new Map<string, Latency>();

  constructor(
    private readonly plant: Plant,
    private readonly parameters: ModelParameters,
  ) {}

  /** On the way that the flow takes, behind such queues, with `moderation` microseconds of delay. */
  of(flow: Flow, queue: Queue, moderation: number): Latency {
    const base = baseMicroseconds(flow, this.plant, this.parameters);
    const kind = flow.path === 'vf' && (flow.peer?.path ?? 'vf') === 'vf' ? 'vf' : 'software';
    const onWire = flow.peer?.local !== true && flow.portId !== null;
    const wait = rounded(queue.wait);
    const full = rounded(queue.full);
    const still = rounded(moderation);
    const key = `${kind} ${base} ${onWire} ${wait} ${queue.busy} ${full} ${still}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const distance = onWire ? this.parameters.latency.networkDistance : 0;
    const latency = this.#spread(kind, base, distance, { wait, busy: queue.busy, full }, still);
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(key, latency);
    return latency;
  }

  #spread(
    kind: 'vf' | 'software',
    base: number,
    distance: number,
    queue: Queue,
    moderation: number,
  ): Latency {
    const measured = this.parameters.jitter[kind];
    const usual = kind === 'vf' ? 'vf' : 'vmbus';
    const side = sideMicroseconds(usual, this.plant, this.parameters);
    // A longer or shorter way than the measured one spreads its times in proportion.
    const jitter = stretched(measured, base / (vfMicroseconds(this.parameters) + 2 * side));
    const probability = queue.wait > 0 ? Math.max(queue.busy, 1 / probabilitySteps) : 0;
    const waiting = { probability, mean: probability > 0 ? queue.wait / probability : 0 };
    const idle = new Spread(jitter, { probability: 0, mean: 0 });
    const loaded = probability > 0 ? new Spread(jitter, waiting) : idle;
    const at = (share: number, moderated: number): number => {
      // Nobody waits longer than behind a full ring.
      const most = idle.percentile(share) + queue.full;
      return Math.min(loaded.percentile(share), most) + distance + moderated;
    };
    return {
      mean: base + distance + queue.wait + moderation,
      p50: at(0.5, moderation),
      // The unlucky ones wait for a whole interval.
      p99: at(0.99, 2 * moderation),
      p999: at(0.999, 2 * moderation),
    };
  }
}

function stretched(jitter: Jitter, factor: number): Jitter {
  return {
    ...jitter,
    floor: jitter.floor * factor,
    gammaScale: jitter.gammaScale * factor,
    tailMean: jitter.tailMean * factor,
  };
}
