/**
 * Max-min fair sharing by progressive filling: the level rises from 0 and every direction of every
 * flow carries as much payload as the level says, until its demand is met or a resource that it
 * claims runs out. Costs are straight between events, so the exact level of the next event is
 * known and the work is a few heap operations per flow.
 */
import { EventHeap } from './event-heap';
import { FlowFill } from './filling';
import type { Resource } from './resource';

/** Share of a capacity below which the rest counts as nothing: rounding leaves as much. */
const ROUNDING = 1e-12;

/**
 * Fills until every direction has stopped; the answer is in the flows. The order of `flows` breaks
 * ties; `round` is a number that no earlier call with any of the same resources had.
 */
export function fill(flows: readonly FlowFill[], round: number): void {
  for (const flow of flows) flow.want(round);
  keepReserved(flows.filter((flow) => flow.reservation > 0));
  // What could serve everybody's full demand never runs out, and it is most resources most of the time.
  const contending = flows.filter((flow) => flow.claimScarce());
  if (contending.length === 0) return;
  contend(contending);
  for (const flow of contending) flow.unsettle();
  for (const flow of flows) flow.take();
}

function contend(flows: readonly FlowFill[]): void {
  const scarce = new Set<Resource>();
  flows.forEach((flow, index) => {
    // Flows rank before resources: a demand that is met just as a resource runs out counts as met.
    flow.rank = index - flows.length;
    for (const { resource } of flow.claims) scarce.add(resource);
  });
  const resources = [...scarce];
  resources.forEach((resource, index) => {
    resource.rank = index;
    resource.dueAt = resource.runsOutAt();
  });
  new Filling(resources, flows).run();
}

/**
 * Keeps what is reserved for the flows. Where a processor cannot serve all that ports have promised,
 * everybody's part is halved until it can: a simplification.
 */
function keepReserved(reserved: readonly FlowFill[]): void {
  const resources = new Set(reserved.flatMap(({ needs }) => needs.map(({ resource }) => resource)));
  for (;;) {
    for (const flow of reserved) flow.reserve();
    if ([...resources].every(({ used, capacity }) => used <= capacity)) return;
    for (const resource of resources) resource.used = 0;
    for (const flow of reserved) flow.halveFloor();
  }
}

class Filling {
  readonly #heap: EventHeap<FlowFill | Resource>;
  #unsettled: number;

  constructor(scarce: readonly Resource[], contending: readonly FlowFill[]) {
    this.#heap = new EventHeap<FlowFill | Resource>([...scarce, ...contending]);
    this.#unsettled = contending.length;
    // A flow without any demand is settled before it begins.
    for (const flow of contending) if (flow.stopped) this.#unsettled -= 1;
  }

  run(): void {
    while (this.#unsettled > 0) {
      const event = this.#heap.first();
      if (event === undefined) return;
      const level = event.dueAt;
      if (event instanceof FlowFill) this.#pass(event, level);
      else this.#examine(event, level);
    }
  }

  #pass(flow: FlowFill, level: number): void {
    if (flow.stopped) {
      this.#heap.move(flow, Infinity);
      return;
    }
    flow.pass(level);
    this.#follow(flow, level);
  }

  /** Carries a flow's change at `level` over to what it claims. */
  #follow(flow: FlowFill, level: number): void {
    const dueAt = flow.plan(level);
    // Where a stopped flow is in the heap no longer matters.
    if (flow.stopped) this.#unsettled -= 1;
    else this.#heap.move(flow, dueAt);
    for (const claim of flow.claims) {
      const rising = claim.end.risingOf(claim.weights) * claim.share;
      const { resource } = claim;
      if (rising === claim.rising || resource.exhausted) continue;
      resource.advance(level);
      resource.rising += rising - claim.rising;
      // A resource that is claimed less runs out later: it finds out when its turn comes.
      if (rising > claim.rising) {
        this.#heap.move(resource, Math.min(resource.dueAt, resource.runsOutAt()));
      }
      claim.rising = rising;
    }
  }

  /** A resource's turn: either it has run out, or it was claimed less meanwhile and is due later. */
  #examine(resource: Resource, level: number): void {
    resource.advance(level);
    const runsOutAt = resource.runsOutAt();
    if (runsOutAt > level && resource.capacity - resource.used > ROUNDING * resource.capacity) {
      this.#heap.move(resource, runsOutAt);
      return;
    }
    resource.exhausted = true;
    this.#heap.move(resource, Infinity);
    for (const { flow, end, weights } of resource.claims) {
      // Either direction brings interrupts, so both stop where even those find nothing left.
      const sentCosts = weights.perSend + weights.perSignal + weights.perInterrupt > 0;
      const receivedCosts = weights.perReceive + weights.perInterrupt > 0;
      const stopsSending = flow.sending && (end.swapped ? receivedCosts : sentCosts);
      const stopsReceiving = flow.receiving && (end.swapped ? sentCosts : receivedCosts);
      if (!stopsSending && !stopsReceiving) continue;
      if (stopsSending) flow.stopSending(level);
      if (stopsReceiving) flow.stopReceiving(level);
      if (flow.limitedBy === 'demand') flow.limitedBy = resource.limit;
      this.#follow(flow, level);
    }
  }
}
