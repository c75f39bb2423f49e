/** What progressive filling works on: resources that run out, and flows that claim them. */
import type { HeapEntry } from './event-heap';
import type { FlowLimit } from './flow';
import { amountOf, stepsOf } from './path-cost';
import type { Measure, PathCost, Weights } from './path-cost';
import { endOf, slopeOf } from './pieces';

/** What one flow takes from one resource, in the resource's own unit. */
export interface Claim {
  readonly flow: FlowFill;
  readonly resource: Resource;
  readonly weights: Weights;
  /** Present share of the resource's `rising`. */
  rising: number;
}

/** Something that flows share: a link direction (bits per second) or processor time (cycles per second). */
export class Resource implements HeapEntry {
  dueAt = Infinity;
  position = 0;
  readonly claims: Claim[] = [];
  /** What all its flows together would take at their full demand. */
  wanted = 0;
  /** Taken at `level`. */
  used = 0;
  /** Taken further per unit of level. */
  rising = 0;
  level = 0;
  exhausted = false;

  constructor(
    readonly rank: number,
    readonly capacity: number,
    readonly limit: FlowLimit,
    readonly measure: Measure,
  ) {}

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

/** A flow while the level rises: each direction follows the level until its demand or a resource stops it. */
export class FlowFill implements HeapEntry {
  dueAt = Infinity;
  position = 0;
  /** On scarce resources only. */
  claims: readonly Claim[] = [];
  limitedBy: FlowLimit = 'demand';
  sending: boolean;
  receiving: boolean;
  /** Levels at which the directions have stopped. */
  #sent = 0;
  #received = 0;
  /** Whether a scarce resource cares. */
  #mindsInterrupts = false;
  #mindsSignals = false;
  #interruptPiece = 0;
  #signalPiece = 0;
  #interruptPieceEndsAt = Infinity;
  #signalPieceEndsAt = Infinity;
  /** Packets, interrupts and signals per second and unit of level until the next event. */
  #sendRising = 0;
  #receiveRising = 0;
  #interruptRising = 0;
  #signalRising = 0;

  /** `sendDemand` and `receiveDemand` are levels, i.e. payload bits per second. */
  constructor(
    readonly rank: number,
    readonly cost: PathCost,
    readonly resources: readonly Resource[],
    readonly sendDemand: number,
    readonly receiveDemand: number,
  ) {
    this.sending = sendDemand > 0;
    this.receiving = receiveDemand > 0;
    const steps = stepsOf(cost, sendDemand / cost.payloadBits, receiveDemand / cost.payloadBits);
    for (const resource of resources) resource.wanted += amountOf(cost.weights[resource.measure], steps);
  }

  /** Packets per second, once the direction has stopped. */
  get sentPackets(): number {
    return this.#sent / this.cost.payloadBits;
  }

  get receivedPackets(): number {
    return this.#received / this.cost.payloadBits;
  }

  /** True when neither direction rises any more. */
  get stopped(): boolean {
    return !this.sending && !this.receiving;
  }

  stopSending(level: number): void {
    this.sending = false;
    this.#sent = level;
  }

  stopReceiving(level: number): void {
    this.receiving = false;
    this.#received = level;
  }

  /** Enters claims on the scarce ones of its resources. Without any, all its demand is met. */
  claimScarce(): void {
    const scarce = this.resources.filter((resource) => resource.wanted > resource.capacity);
    if (scarce.length === 0) {
      this.pass(Infinity);
      return;
    }
    const weightsOf = ({ measure }: Resource): Weights => this.cost.weights[measure];
    this.#mindsInterrupts = scarce.some((resource) => weightsOf(resource).perInterrupt > 0);
    this.#mindsSignals = scarce.some((resource) => weightsOf(resource).perSignal > 0);
    this.dueAt = this.plan(0);
    this.claims = scarce.map((resource) => {
      const weights = weightsOf(resource);
      const claim = { flow: this, resource, weights, rising: this.risingOf(weights) };
      resource.claims.push(claim);
      resource.rising += claim.rising;
      return claim;
    });
  }

  /** Takes note of everything of its own that is due at `level`. */
  pass(level: number): void {
    if (this.sending && this.sendDemand <= level) this.stopSending(this.sendDemand);
    if (this.receiving && this.receiveDemand <= level) this.stopReceiving(this.receiveDemand);
    if (this.#interruptPieceEndsAt <= level) this.#interruptPiece += 1;
    if (this.#signalPieceEndsAt <= level) this.#signalPiece += 1;
  }

  /** Works out how it goes on from `level`; answers when its next own event is due. */
  plan(level: number): number {
    const perLevel = 1 / this.cost.payloadBits;
    this.#sendRising = this.sending ? perLevel : 0;
    this.#receiveRising = this.receiving ? perLevel : 0;
    if (this.#mindsInterrupts) this.#planInterrupts(level);
    if (this.#mindsSignals) this.#planSignals(level);
    return Math.min(
      this.sending ? this.sendDemand : Infinity,
      this.receiving ? this.receiveDemand : Infinity,
      this.#interruptPieceEndsAt,
      this.#signalPieceEndsAt,
    );
  }

  #planInterrupts(level: number): void {
    const { interrupts, payloadBits } = this.cost;
    const payload = (this.sending ? level : this.#sent) + (this.receiving ? level : this.#received);
    const rising = this.#sendRising + this.#receiveRising;
    const end = endOf(interrupts, this.#interruptPiece);
    this.#interruptPieceEndsAt = levelOf(end, payload / payloadBits, rising, level);
    this.#interruptRising = slopeOf(interrupts, this.#interruptPiece) * rising;
  }

  #planSignals(level: number): void {
    const { signals, payloadBits } = this.cost;
    const sent = (this.sending ? level : this.#sent) / payloadBits;
    const end = endOf(signals, this.#signalPiece);
    this.#signalPieceEndsAt = levelOf(end, sent, this.#sendRising, level);
    this.#signalRising = slopeOf(signals, this.#signalPiece) * this.#sendRising;
  }

  /** What a claim of these weights takes per unit of level, as last planned. */
  risingOf(weights: Weights): number {
    return (
      this.#sendRising * weights.perSend +
      this.#receiveRising * weights.perReceive +
      this.#interruptRising * weights.perInterrupt +
      this.#signalRising * weights.perSignal
    );
  }
}

/** The level at which something that is at `now` and rises by `rising` per level gets to `end`. */
function levelOf(end: number, now: number, rising: number, level: number): number {
  if (rising === 0 || end === Infinity) return Infinity;
  return level + Math.max(0, end - now) / rising;
}
