/** What runs out in progressive filling: a line, a processor, several of them. */
import type { HeapEntry } from './event-heap';
import type { Claim } from './filling';
import type { FlowLimit } from './flow';
import type { Measure } from './path-cost';
import type { ProcessorClaim } from './processor-shares';

/** What a packet finds before a resource, in microseconds. */
export interface Queue {
  /** Mean wait. */
  readonly wait: number;
  /** Probability that there is a wait. */
  readonly busy: number;
  /** The longest possible wait. */
  readonly full: number;
}

/** Something that flows share: a link direction (bits per second) or processor time (cycles per second). */
export class Resource implements HeapEntry {
  dueAt = Infinity;
  rank = 0;
  position = 0;
  claims: Claim[] = [];
  /** What all its flows together would take at their full demand. */
  wanted = 0;
  /** Taken at `level`. */
  used = 0;
  /** Taken further per unit of level. */
  rising = 0;
  level = 0;
  exhausted = false;
  /** The packets per second that it would serve at full demand. */
  wantedPackets = 0;
  /** What its flows take in the end and the packets per second that it serves then; undefined when it is all they want. */
  served: { taken: number; packets: number } | undefined;
  /** The queue before it, once somebody has asked; of the present round. */
  queue: Queue | undefined;
  /** What its VM claims of the host's processors; of the processors of VMs only. */
  claim: ProcessorClaim | undefined;
  /** What it can serve at present. */
  capacity: number;
  #round = 0;

  constructor(
    /** What it can serve unless something restricts it. */
    readonly whole: number,
    private readonly ownLimit: FlowLimit,
    readonly measure: Measure,
  ) {
    this.capacity = whole;
  }

  /** Whom a flow has to thank when nothing is left. */
  get limit(): FlowLimit {
    return this.capacity < this.whole ? 'hostProcessors' : this.ownLimit;
  }

  /** Lets it serve no more than the host's processors leave to it; Infinity for all that is wanted. */
  restrictTo(capacity: number): void {
    this.capacity = capacity === Infinity ? capacity : Math.min(capacity, this.whole);
  }

  /** Takes every restriction back. */
  lift(): void {
    this.capacity = this.whole;
  }

  get scarce(): boolean {
    return this.wanted > this.capacity;
  }

  /** Forgets everything but what it is, once per round. */
  begin(round: number): void {
    if (round === this.#round) return;
    this.#round = round;
    this.wanted = 0;
    this.wantedPackets = 0;
    this.served = undefined;
    this.queue = undefined;
    if (this.claims.length === 0) return;
    this.claims = [];
    this.dueAt = Infinity;
    this.used = 0;
    this.rising = 0;
    this.level = 0;
    this.exhausted = false;
  }

  advance(level: number): void {
    this.used += this.rising * (level - this.level);
    this.level = level;
  }

  /** The level at which nothing is left, if everybody goes on as now. */
  runsOutAt(): number {
    if (this.exhausted || this.rising <= 0) return Infinity;
    return this.level + Math.max(0, this.capacity - this.used) / this.rising;
  }
}
