/** One flow from one solution to the next: what it takes part with, and what came out for it. */
import type { Latency } from '../../../shared/model/latency';
import type { ModelParameters } from '../../../shared/model/model-parameters';
import { FlowFill } from './filling';
import type { FlowEnd } from './filling';
import type { AdapterEnd, ClosedLoop, DirectionRates, EndRates, Flow, FlowRates, FlowSide } from './flow';
import { moderationMicroseconds, queueAt } from './latency';
import type { Latencies } from './latency';
import { amountOf, busyQueues } from './path-cost';
import type { PacketSize, PathCosts } from './path-cost';
import type { Queue } from './resource';
import { endsOf, servingProcessors } from './resources';
import type { Resources } from './resources';

const bitsPerByte = 8;

export class Course {
  /** Replaced when a closed loop changes its pace. */
  fill: FlowFill;
  readonly #own: FlowEnd;
  readonly #other: FlowEnd | undefined;
  /** Payload bits per second that the guest offers, before anybody holds it back. */
  #offeredSend = 0;
  #offeredReceive = 0;
  #latency: Latency | undefined;
  /** What the latency was worked out from. */
  #timedBy: Queue = { wait: -1, busy: 0, full: 0 };
  #moderation = -1;
  /** The filling, all demand met, that the moderation's delay was worked out for. */
  #paced: FlowFill | undefined;
  /** The last answer and the packets it was for. */
  #rates: FlowRates | undefined;
  /** The same by adapter. */
  #ends: readonly AdapterEnd[] = [];
  #answered = { sent: -1, received: -1 };
  /** The filling that met all demand when the last answer was given. */
  #metBy: FlowFill | undefined;

  constructor(
    public flow: Flow,
    costs: PathCosts,
    resources: Resources,
    private readonly parameters: ModelParameters,
  ) {
    [this.#own, this.#other] = endsOf(costs.own(flow), costs.other(flow));
    const needs = resources.of(flow, this.#own, this.#other);
    this.fill = this.#filling(needs);
  }

  /** Goes on as a flow that offers more or less but is the same otherwise; false when it is another. */
  follow(flow: Flow): boolean {
    const kin = flow.kin !== undefined && flow.kin === this.flow.kin;
    if (!kin || flow.traffic.closedLoop !== undefined) return false;
    this.flow = flow;
    this.fill = this.#filling(this.fill.needs);
    this.#rates = undefined;
    return true;
  }

  #filling(needs: FlowFill['needs']): FlowFill {
    const { flow } = this;
    this.#offeredSend = flow.traffic.sendMbps * 1e6;
    this.#offeredReceive = flow.traffic.receiveMbps * 1e6;
    const send = flow.dropped === true ? 0 : Math.min(this.#offeredSend, limitOf(flow, this.#own.cost.sent));
    const receive = Math.min(this.#offeredReceive, limitOf(flow.peer, this.#own.cost.received));
    const reserved = flow.traffic.closedLoop === undefined ? reservedFor(flow, this.#own.cost.sent) : 0;
    return new FlowFill(this.#own, this.#other, needs, send, receive, Math.min(send, reserved));
  }

  /** A closed loop begins at the pace of an idle host. */
  beginLoop(latencies: Latencies): void {
    const loop = this.flow.traffic.closedLoop;
    if (loop === undefined) return;
    this.#latency = latencies.of(this.flow, { wait: 0, busy: 0, full: 0 }, 0);
    this.#timedBy = { wait: -1, busy: 0, full: 0 };
    this.#pace(loop, this.#wish(loop));
  }

  /** Transactions per second that have gone through in both directions. */
  get carried(): number {
    const loop = this.flow.traffic.closedLoop;
    if (loop === undefined) return 0;
    const { sent, received } = this.#own.cost;
    return Math.min(
      (this.fill.sentPackets * sent.payloadBits) / (loop.requestBytes * bitsPerByte),
      (this.fill.receivedPackets * received.payloadBits) / (loop.responseBytes * bitsPerByte),
    );
  }

  /** The pace that the last solution's latency would allow a closed loop, transactions per second. */
  nextPace(): number {
    const loop = this.flow.traffic.closedLoop;
    // Half the way, in proportion: a queue answers a small change with a large one.
    return loop === undefined ? 0 : Math.sqrt(this.carried * this.#wish(loop));
  }

  /** How much, in proportion, a pace differs from the present one. */
  changeTo(pace: number): number {
    const present = this.fill.sendDemand / ((this.flow.traffic.closedLoop?.requestBytes ?? 1) * bitsPerByte);
    return present === 0 ? 0 : Math.abs(pace / present - 1);
  }

  /** Lets a closed loop take a pace. */
  pace(transactions: number): void {
    const loop = this.flow.traffic.closedLoop;
    if (loop !== undefined) this.#pace(loop, transactions);
  }

  /** Transactions per second that the latency allows. */
  #wish(loop: ClosedLoop): number {
    const roundTrip = 2 * (this.#latency?.mean ?? 0) + loop.thinkUs;
    return Math.min(this.#most(loop), (loop.outstanding * 1e6) / roundTrip);
  }

  /** Transactions per second that the offered rates allow. */
  #most(loop: ClosedLoop): number {
    return Math.min(
      this.#offeredSend / (loop.requestBytes * bitsPerByte),
      this.#offeredReceive / (loop.responseBytes * bitsPerByte),
      limitOf(this.flow, this.#own.cost.sent) / (loop.requestBytes * bitsPerByte),
    );
  }

  #pace(loop: ClosedLoop, transactions: number): void {
    const send = transactions * loop.requestBytes * bitsPerByte;
    const receive = transactions * loop.responseBytes * bitsPerByte;
    this.fill = new FlowFill(this.#own, this.#other, this.fill.needs, send, receive);
  }

  /** Works out the latency from the queues it passes. */
  time(latencies: Latencies): void {
    let wait = 0;
    let busy = 0;
    let full = 0;
    let last: FlowFill['needs'][number] | undefined;
    let longest = 0;
    for (const need of this.fill.needs) {
      const { resource } = need;
      // The application takes what has arrived: no packet waits for it.
      if (resource.limit === 'application') continue;
      const queue = (resource.queue ??= queueAt(resource, this.parameters));
      // Of alike ones, such as the two directions of a line, a packet passes one: the slower counts.
      const alike = last?.end === need.end && last.resource.limit === resource.limit;
      if (!alike) longest = 0;
      last = need;
      if (queue.wait <= longest) continue;
      wait += queue.wait - longest;
      longest = queue.wait;
      full += queue.full;
      busy = Math.max(busy, queue.busy);
    }
    const moderation =
      this.#paced === this.fill && this.fill.claims.length === 0 ? this.#moderation : this.#moderationNow();
    this.#paced = this.fill.claims.length === 0 ? this.fill : undefined;
    const before = this.#timedBy;
    const same = before.wait === wait && before.busy === busy && before.full === full;
    if (same && this.#moderation === moderation && this.#latency !== undefined) return;
    this.#timedBy = { wait, busy, full };
    this.#moderation = moderation;
    const latency = latencies.of(this.flow, this.#timedBy, moderation);
    if (latency !== this.#latency) this.#rates = undefined;
    this.#latency = latency;
  }

  #moderationNow(): number {
    const { flow, fill, parameters } = this;
    const { closedLoop, connections } = flow.traffic;
    const outstanding = closedLoop?.outstanding ?? Infinity;
    const at = (side: FlowSide, packets: number): number =>
      moderationMicroseconds(side, packets / busyQueues(side, connections), outstanding, parameters);
    const own = at(flow, fill.receivedPackets);
    return flow.peer === undefined ? own : Math.max(own, at(flow.peer, fill.sentPackets));
  }

  /** What came out; the same object as the last time when nothing about it has changed. */
  rates(): FlowRates {
    // All demand met, then as now.
    if (this.#rates !== undefined && this.#metBy === this.fill && this.fill.claims.length === 0)
      return this.#rates;
    const { sentPackets, receivedPackets, limitedBy } = this.fill;
    const known = this.#rates;
    const { sent, received } = this.#answered;
    if (known !== undefined && sent === sentPackets && received === receivedPackets) {
      if (known.limitedBy === this.#limit(limitedBy)) {
        this.#metBy = this.fill.claims.length === 0 ? this.fill : undefined;
        return known;
      }
    }
    this.#answered = { sent: sentPackets, received: receivedPackets };
    this.#metBy = this.fill.claims.length === 0 ? this.fill : undefined;
    this.#rates = this.#answer();
    return this.#rates;
  }

  /** The answer by adapter; the same objects as the last time when nothing about it has changed. */
  ends(): readonly AdapterEnd[] {
    const rates = this.rates();
    if (this.#ends[0]?.[1] === rates) return this.#ends;
    const { peer } = rates;
    this.#ends = [[this.flow.adapterId, rates]];
    if (peer !== undefined) this.#ends = [...this.#ends, [peer.adapterId, peer]];
    return this.#ends;
  }

  #limit(limit: FlowRates['limitedBy']): FlowRates['limitedBy'] {
    const { fill, flow } = this;
    if (flow.dropped === true) return limit;
    const held = fill.sendDemand < this.#offeredSend || fill.receiveDemand < this.#offeredReceive;
    return limit === 'demand' && held && flow.traffic.closedLoop === undefined ? 'bandwidthLimit' : limit;
  }

  #answer(): FlowRates {
    const { flow, fill } = this;
    const limitedBy = this.#limit(fill.limitedBy);
    const own = this.#end(flow, this.#own);
    const { peer } = flow;
    if (peer === undefined || this.#other === undefined) return { ...own, limitedBy };
    return { ...own, limitedBy, peer: { ...this.#end(peer, this.#other), adapterId: peer.adapterId } };
  }

  /** UDP does not notice that packets are lost; TCP offers no more than gets through. */
  #dropped(offered: number, carriedPackets: number, { payloadBits }: PacketSize): number {
    const { protocol, closedLoop } = this.flow.traffic;
    if (protocol === 'tcp' || closedLoop !== undefined) return 0;
    return Math.max(0, offered / payloadBits - carriedPackets);
  }

  #end(side: FlowSide, end: FlowEnd): EndRates {
    const { flow, fill } = this;
    const { cost, swapped } = end;
    const steps = end.steps(fill.sentPackets, fill.receivedPackets);
    const { interrupts, signals } = steps;
    const { weights } = cost;
    const rootHypervisor = amountOf(weights.rootHypervisor, steps);
    const emulation = steps.sent * cost.interceptsPerSend + interrupts * cost.interceptsPerInterrupt;
    const sendOffer = swapped ? this.#offeredReceive : this.#offeredSend;
    const receiveOffer = swapped ? this.#offeredSend : this.#offeredReceive;
    // Between two adapters of the host a lost packet is the sender's loss, and nobody else's.
    const lostOnArrival =
      flow.peer === undefined ? this.#dropped(receiveOffer, steps.received, cost.received) : 0;
    const hardware = side.path === 'vf' ? interrupts : 0;
    return {
      path: side.path,
      rootProcessors: side.path === 'vf' ? [] : servingProcessors(side, flow.traffic.connections),
      onWire: side.portId !== null && flow.peer?.local !== true,
      send: direction(steps.sent, cost.sent, this.#dropped(sendOffer, steps.sent, cost.sent)),
      receive: direction(steps.received, cost.received, lostOnArrival),
      rootCyclesPerSecond: amountOf(weights.root, steps),
      guestCyclesPerSecond: amountOf(weights.guest, steps),
      hypervisorCyclesPerSecond: amountOf(weights.hypervisor, steps) + rootHypervisor,
      rootHypervisorCyclesPerSecond: rootHypervisor,
      // Each VMBus signal to the root is one hypercall, and a hypercall is an intercept.
      interceptsPerSecond: emulation + signals,
      hypercallsPerSecond: signals,
      syntheticInterruptsPerSecond: side.path === 'vmbus' ? interrupts : 0,
      hardwareInterruptsPerSecond: hardware,
      postedInterruptsPerSecond: cost.interceptsPerInterrupt === 0 ? hardware : 0,
      latency: this.#latency ?? { mean: 0, p50: 0, p99: 0, p999: 0 },
    };
  }
}

/** What the virtual switch reserves for the VM, payload bits per second; a closed loop never asks for that much. */
function reservedFor({ minimumMbps = 0, path }: FlowSide, { frameBytes, payloadBits }: PacketSize): number {
  return path === 'vf' ? 0 : (minimumMbps * 1e6 * payloadBits) / (frameBytes * bitsPerByte);
}

/** What the virtual switch lets out of the VM, payload bits per second. */
function limitOf(side: FlowSide | undefined, { frameBytes, payloadBits }: PacketSize): number {
  if (side?.maximumMbps == null || side.path === 'vf') return Infinity;
  return (side.maximumMbps * 1e6 * payloadBits) / (frameBytes * bitsPerByte);
}

function direction(packetsPerSecond: number, size: PacketSize, droppedPerSecond: number): DirectionRates {
  return {
    packetsPerSecond,
    bytesPerSecond: packetsPerSecond * size.frameBytes,
    payloadBitsPerSecond: packetsPerSecond * size.payloadBits,
    droppedPerSecond,
  };
}
