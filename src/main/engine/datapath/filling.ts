/** What progressive filling works on besides the resources: the flows that claim them, end by end. */
import type { HeapEntry } from './event-heap';
import type { FlowLimit } from './flow';
import { amountOf, stepsOf } from './path-cost';
import type { PathCost, Steps, Weights } from './path-cost';
import { endOf, pieceAt, slopeOf } from './pieces';
import type { Resource } from './resource';

/** A resource that one end of a flow needs, and which part of what the end takes falls on it. */
export interface Need {
  readonly resource: Resource;
  readonly end: FlowEnd;
  readonly share: number;
}

/** What one flow takes from one scarce resource, in the resource's own unit. */
export class Claim {
  constructor(
    readonly flow: FlowFill,
    readonly resource: Resource,
    readonly end: FlowEnd,
    readonly weights: Weights,
    readonly share: number,
    /** Present share of the resource's `rising`. */
    public rising: number,
  ) {}
}

/** One end of a flow: what the flow sends, the other end (`swapped`) receives. */
export class FlowEnd {
  #interruptPiece = 0;
  #signalPiece = 0;
  #interruptPieceEndsAt = Infinity;
  #signalPieceEndsAt = Infinity;
  /** Per second and unit of level until the next event. */
  #sentRising = 0;
  #receivedRising = 0;
  #interruptRising = 0;
  #signalRising = 0;
  /** Whether a scarce resource cares. */
  mindsInterrupts = false;
  mindsSignals = false;

  constructor(
    readonly cost: PathCost,
    readonly swapped: boolean,
  ) {}

  /** Begins anew with what its steps are at so many packets per second of the flow's guest. */
  reset(sent: number): void {
    const unitsSent = this.swapped ? 0 : sent * this.cost.unitsPerSent;
    const units = this.swapped ? sent * this.cost.unitsPerReceived : unitsSent;
    this.#interruptPiece = pieceAt(this.cost.interrupts, units);
    this.#signalPiece = pieceAt(this.cost.signals, unitsSent);
    this.#interruptPieceEndsAt = Infinity;
    this.#signalPieceEndsAt = Infinity;
    this.#interruptRising = 0;
    this.#signalRising = 0;
    this.mindsInterrupts = false;
    this.mindsSignals = false;
  }

  /** Its steps when the flow's own guest sends and receives so many packets per second. */
  steps(sent: number, received: number): Steps {
    return this.swapped ? stepsOf(this.cost, received, sent) : stepsOf(this.cost, sent, received);
  }

  pass(level: number): void {
    if (this.#interruptPieceEndsAt <= level) this.#interruptPiece += 1;
    if (this.#signalPieceEndsAt <= level) this.#signalPiece += 1;
  }

  /** Packets per second that the flow's guest sends and receives, and how both rise; answers its next event. */
  plan(level: number, sent: number, received: number, sendRising: number, receiveRising: number): number {
    const { cost, swapped } = this;
    this.#sentRising = swapped ? receiveRising : sendRising;
    this.#receivedRising = swapped ? sendRising : receiveRising;
    const unitsSent = (swapped ? received : sent) * cost.unitsPerSent;
    const unitsSentRising = this.#sentRising * cost.unitsPerSent;
    if (this.mindsInterrupts) {
      const units = unitsSent + (swapped ? sent : received) * cost.unitsPerReceived;
      const rising = unitsSentRising + this.#receivedRising * cost.unitsPerReceived;
      const end = endOf(cost.interrupts, this.#interruptPiece);
      this.#interruptPieceEndsAt = levelOf(end, units, rising, level);
      this.#interruptRising = slopeOf(cost.interrupts, this.#interruptPiece) * rising;
    }
    if (this.mindsSignals) {
      const end = endOf(cost.signals, this.#signalPiece);
      this.#signalPieceEndsAt = levelOf(end, unitsSent, unitsSentRising, level);
      this.#signalRising = slopeOf(cost.signals, this.#signalPiece) * unitsSentRising;
    }
    return Math.min(this.#interruptPieceEndsAt, this.#signalPieceEndsAt);
  }

  /** What a claim of these weights takes per unit of level, as last planned. */
  risingOf(weights: Weights): number {
    return (
      this.#sentRising * weights.perSend +
      this.#receivedRising * weights.perReceive +
      this.#interruptRising * weights.perInterrupt +
      this.#signalRising * weights.perSignal
    );
  }
}

/** What a flow takes of each of its needs. */
interface Taken {
  readonly amounts: readonly number[];
  readonly packets: readonly number[];
}

/** A flow while the level rises: each direction follows the level until its demand or a resource stops it. */
export class FlowFill implements HeapEntry {
  dueAt = Infinity;
  position = 0;
  rank = 0;
  /** On scarce resources only. */
  claims: Claim[] = [];
  limitedBy: FlowLimit = 'demand';
  sending = false;
  receiving = false;
  /** Levels at which the directions have stopped. */
  #sent = 0;
  #received = 0;
  /** What it sends however low the level is; part of `reservation`. */
  #floor = 0;
  /** What it would take of each of its needs at its full demand. */
  readonly #wants: Taken;

  /** All three are levels, i.e. payload bits per second; no more is reserved than is to be sent. */
  constructor(
    readonly own: FlowEnd,
    readonly other: FlowEnd | undefined,
    readonly needs: readonly Need[],
    readonly sendDemand: number,
    readonly receiveDemand: number,
    readonly reservation = 0,
  ) {
    this.#wants = this.#at(sendDemand / this.#sentBits, receiveDemand / this.#receivedBits);
  }

  get #sentBits(): number {
    return this.own.cost.sent.payloadBits;
  }

  get #receivedBits(): number {
    return this.own.cost.received.payloadBits;
  }

  /** Packets per second, once the direction has stopped. */
  get sentPackets(): number {
    return this.#sent / this.#sentBits;
  }

  get receivedPackets(): number {
    return this.#received / this.#receivedBits;
  }

  /** True when neither direction rises any more. */
  get stopped(): boolean {
    return !this.sending && !this.receiving;
  }

  /** Says what it would take; begins anew. */
  want(round: number): void {
    const { needs } = this;
    for (let index = 0; index < needs.length; index++) {
      const resource = needs[index]?.resource;
      if (resource === undefined) continue;
      resource.begin(round);
      resource.wanted += this.#wants.amounts[index] ?? 0;
      resource.wantedPackets += this.#wants.packets[index] ?? 0;
    }
    this.limitedBy = 'demand';
    this.#sent = this.sendDemand;
    this.#received = this.receiveDemand;
    this.#floor = this.reservation;
    if (this.claims.length > 0) this.claims = [];
  }

  /** Gives half of what is kept for it back to everybody. */
  halveFloor(): void {
    this.#floor = this.#floor < leastReservation ? 0 : this.#floor / 2;
  }

  /** Enters what is kept for it at its scarce resources. */
  reserve(): void {
    if (this.#floor === 0) return;
    const own = this.own.steps(this.#floor / this.#sentBits, 0);
    const other = this.other?.steps(this.#floor / this.#sentBits, 0) ?? own;
    for (const need of this.needs) {
      if (need.resource.scarce) need.resource.used += amountAt(need, need.end === this.own ? own : other);
    }
  }

  /** Has its resources count what is taken of them: they do not serve everybody's full demand. */
  unsettle(): void {
    for (const { resource } of this.needs) resource.served ??= { taken: 0, packets: 0 };
  }

  /** Enters what it has got in the end, where that is counted. */
  take(): void {
    if (this.claims.length > 0) {
      this.#takeAt(this.sentPackets, this.receivedPackets);
      return;
    }
    const { needs } = this;
    for (let index = 0; index < needs.length; index++) {
      const served = needs[index]?.resource.served;
      if (served === undefined) continue;
      served.taken += this.#wants.amounts[index] ?? 0;
      served.packets += this.#wants.packets[index] ?? 0;
    }
  }

  #takeAt(sent: number, received: number): void {
    const own = this.own.steps(sent, received);
    const other = this.other?.steps(sent, received) ?? own;
    for (const need of this.needs) {
      const { served } = need.resource;
      if (served === undefined) continue;
      const steps = need.end === this.own ? own : other;
      const amount = amountAt(need, steps);
      served.taken += amount;
      served.packets += packetsAt(need, steps, amount);
    }
  }

  /** What falls on each of its needs at so many packets per second: amounts, and the packets that take part in it. */
  #at(sent: number, received: number): Taken {
    const own = this.own.steps(sent, received);
    const other = this.other?.steps(sent, received) ?? own;
    // Mapped, not pushed: there are thousands of these arrays, and a pushed one keeps room for more.
    const amounts = this.needs.map((need) => amountAt(need, need.end === this.own ? own : other));
    const packets = this.needs.map((need, index) =>
      packetsAt(need, need.end === this.own ? own : other, amounts[index] ?? 0),
    );
    return { amounts, packets };
  }

  stopSending(level: number): void {
    this.sending = false;
    this.#sent = Math.max(level, this.#floor);
  }

  stopReceiving(level: number): void {
    this.receiving = false;
    this.#received = level;
  }

  #meetsScarcity(): boolean {
    for (const { resource } of this.needs) if (resource.scarce) return true;
    return false;
  }

  /** Enters claims on the scarce ones of its resources; false without any: all its demand is met. */
  claimScarce(): boolean {
    if (!this.#meetsScarcity()) return false;
    this.sending = this.sendDemand > 0;
    this.receiving = this.receiveDemand > 0;
    this.#sent = 0;
    this.#received = 0;
    this.own.reset(this.#floor / this.#sentBits);
    this.other?.reset(this.#floor / this.#sentBits);
    for (const { resource, end } of this.needs) {
      if (!resource.scarce) continue;
      const { perInterrupt, perSignal } = end.cost.weights[resource.measure];
      if (perInterrupt > 0) end.mindsInterrupts = true;
      if (perSignal > 0) end.mindsSignals = true;
    }
    this.dueAt = this.plan(0);
    for (const { resource, end, share } of this.needs) {
      if (!resource.scarce) continue;
      const weights = end.cost.weights[resource.measure];
      const claim = new Claim(this, resource, end, weights, share, end.risingOf(weights) * share);
      resource.claims.push(claim);
      resource.rising += claim.rising;
      this.claims.push(claim);
    }
    return true;
  }

  /** Takes note of everything of its own that is due at `level`. */
  pass(level: number): void {
    if (this.sending && this.sendDemand <= level) this.stopSending(this.sendDemand);
    if (this.receiving && this.receiveDemand <= level) this.stopReceiving(this.receiveDemand);
    this.own.pass(level);
    this.other?.pass(level);
  }

  /** Works out how it goes on from `level`; answers when its next own event is due. */
  plan(level: number): number {
    // Below what is kept for it, a rising level brings nothing more.
    const kept = this.sending && level < this.#floor;
    const sent = (this.sending ? Math.max(level, this.#floor) : this.#sent) / this.#sentBits;
    const received = (this.receiving ? level : this.#received) / this.#receivedBits;
    const sendRising = this.sending && !kept ? 1 / this.#sentBits : 0;
    const receiveRising = this.receiving ? 1 / this.#receivedBits : 0;
    const own = this.own.plan(level, sent, received, sendRising, receiveRising);
    const other = this.other?.plan(level, sent, received, sendRising, receiveRising) ?? Infinity;
    return Math.min(
      this.sending ? (kept ? this.#floor : this.sendDemand) : Infinity,
      this.receiving ? this.receiveDemand : Infinity,
      own,
      other,
    );
  }
}

/** Payload bits per second; less is not worth keeping. */
const leastReservation = 1000;

function amountAt({ resource, end, share }: Need, steps: Steps): number {
  return share * amountOf(end.cost.weights[resource.measure], steps);
}

/** Packets that take part in an amount; none in nothing. */
function packetsAt({ resource, end, share }: Need, steps: Steps, amount: number): number {
  if (amount <= 0) return 0;
  const { perSend, perReceive } = end.cost.weights[resource.measure];
  return share * ((perSend > 0 ? steps.sent : 0) + (perReceive > 0 ? steps.received : 0));
}

/** The level at which something that is at `now` and rises by `rising` per level gets to `end`. */
function levelOf(end: number, now: number, rising: number, level: number): number {
  if (rising === 0 || end === Infinity) return Infinity;
  return level + Math.max(0, end - now) / rising;
}
