/**
 * Max-min fair sharing by progressive filling: the level rises from 0 and every direction of every
 * flow carries as much payload as the level says, until its demand is met or a resource that it
 * claims runs out. Costs are straight between events, so the exact level of the next event is
 * known and the work is a few heap operations per flow.
 */
import { EventHeap } from './event-heap';
import { FlowFill } from './filling';
import type { Resource } from './filling';

type Event = FlowFill | Resource;

/** Share of a capacity below which the rest counts as nothing: rounding leaves as much. */
const ROUNDING = 1e-12;

/** Fills until every direction has stopped; the answer is in the flows. */
export function fill(flows: readonly FlowFill[], resources: readonly Resource[]): void {
  // What could serve everybody's full demand never runs out, and it is most resources most of the time.
  const scarce = resources.filter((resource) => resource.wanted > resource.capacity);
  const contending = flows.filter((flow) => claimScarce(flow));
  for (const resource of scarce) resource.dueAt = resource.runsOutAt();
  const heap = new EventHeap<Event>([...scarce, ...contending]);
  for (let event = heap.first(); event !== undefined; event = heap.first()) {
    const level = event.dueAt;
    if (event instanceof FlowFill) {
      event.pass(level);
      follow(heap, event, level);
    } else {
      examine(heap, event, level);
    }
  }
}

/** Enters the flow's claims on scarce resources; false, with all demand met, when there are none. */
function claimScarce(flow: FlowFill): boolean {
  const scarce = flow.resources.filter((resource) => resource.wanted > resource.capacity);
  if (scarce.length === 0) {
    flow.pass(Infinity);
    return false;
  }
  flow.dueAt = flow.plan(0);
  flow.claims = scarce.map((resource) => {
    const weights = flow.cost.weights[resource.measure];
    const claim = { flow, resource, weights, rising: flow.risingOf(weights) };
    resource.claims.push(claim);
    resource.rising += claim.rising;
    return claim;
  });
  return true;
}

/** Carries a flow's change at `level` over to what it claims. */
function follow(heap: EventHeap<Event>, flow: FlowFill, level: number): void {
  heap.move(flow, flow.plan(level));
  for (const claim of flow.claims) {
    const rising = flow.risingOf(claim.weights);
    if (rising === claim.rising) continue;
    const { resource } = claim;
    resource.advance(level);
    resource.rising += rising - claim.rising;
    // A resource that is claimed less runs out later: it finds out when its turn comes.
    if (rising > claim.rising) heap.move(resource, Math.min(resource.dueAt, resource.runsOutAt()));
    claim.rising = rising;
  }
}

/** A resource's turn: either it has run out, or it was claimed less meanwhile and is due later. */
function examine(heap: EventHeap<Event>, resource: Resource, level: number): void {
  resource.advance(level);
  const runsOutAt = resource.runsOutAt();
  if (runsOutAt > level && resource.capacity - resource.used > ROUNDING * resource.capacity) {
    heap.move(resource, runsOutAt);
    return;
  }
  resource.exhausted = true;
  heap.move(resource, Infinity);
  for (const { flow, weights } of resource.claims) {
    const stopsSending = flow.sending && weights.perSend > 0;
    const stopsReceiving = flow.receiving && weights.perReceive > 0;
    if (!stopsSending && !stopsReceiving) continue;
    if (stopsSending) flow.stopSending(level);
    if (stopsReceiving) flow.stopReceiving(level);
    if (flow.limitedBy === 'demand') flow.limitedBy = resource.limit;
    follow(heap, flow, level);
  }
}
