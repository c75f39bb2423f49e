/**
 * The data paths as a fluid: constant offered loads share links and processors; the answer is what
 * each virtual adapter carries and what that costs, per second, in the steady state.
 */
import type { ModelParameters } from '../../../shared/model/model-parameters';
import { fill } from './fill';
import { FlowFill } from './filling';
import type { DirectionRates, Flow, FlowRates, Plant } from './flow';
import { amountOf, PathCosts, stepsOf } from './path-cost';
import type { PathCost } from './path-cost';
import { Resources } from './resources';

export type { DirectionRates, Flow, FlowLimit, FlowPath, FlowRates, Plant } from './flow';

/**
 * Shares the plant among the flows, max-min fair in payload bits per second and direction. The
 * answer is in the order of the adapter ids and does not depend on the order of `flows`.
 * Throws when a flow names a port or a root processor that the plant lacks.
 */
export function solve(
  flows: Iterable<Flow>,
  plant: Plant,
  parameters: ModelParameters,
): ReadonlyMap<string, FlowRates> {
  const sorted = [...flows].sort((left, right) => (left.adapterId < right.adapterId ? -1 : 1));
  const costs = new PathCosts(plant, parameters);
  const resources = new Resources(plant);
  const fills = sorted.map((flow, index) => {
    const { sendMbps, receiveMbps } = flow.traffic;
    // Flows rank before resources: a demand that is met just as a resource runs out counts as met.
    const rank = index - sorted.length;
    return new FlowFill(rank, costs.of(flow), resources.of(flow), sendMbps * 1e6, receiveMbps * 1e6);
  });
  fill(fills, resources.all);
  const rates = new Map<string, FlowRates>();
  sorted.forEach((flow, index) => {
    const settled = fills[index];
    if (settled !== undefined) rates.set(flow.adapterId, ratesOf(flow, settled));
  });
  return rates;
}

function direction(packetsPerSecond: number, { frameBytes, payloadBits }: PathCost): DirectionRates {
  return {
    packetsPerSecond,
    bytesPerSecond: packetsPerSecond * frameBytes,
    payloadBitsPerSecond: packetsPerSecond * payloadBits,
  };
}

/** What the level at which a flow has settled amounts to. */
function ratesOf(flow: Flow, { cost, limitedBy, sentPackets, receivedPackets }: FlowFill): FlowRates {
  const { weights } = cost;
  const steps = stepsOf(cost, sentPackets, receivedPackets);
  const { interrupts, signals } = steps;
  const emulation = sentPackets * cost.interceptsPerSend + interrupts * cost.interceptsPerInterrupt;
  const rootHypervisor = amountOf(weights.rootHypervisor, steps);
  return {
    path: flow.path,
    rootProcessor: flow.rootProcessor,
    send: direction(sentPackets, cost),
    receive: direction(receivedPackets, cost),
    rootCyclesPerSecond: amountOf(weights.root, steps),
    guestCyclesPerSecond: amountOf(weights.guest, steps),
    hypervisorCyclesPerSecond: amountOf(weights.hypervisor, steps) + rootHypervisor,
    rootHypervisorCyclesPerSecond: rootHypervisor,
    // Each VMBus signal to the root is one hypercall, and a hypercall is an intercept.
    interceptsPerSecond: emulation + signals,
    hypercallsPerSecond: signals,
    syntheticInterruptsPerSecond: flow.path === 'vmbus' ? interrupts : 0,
    hardwareInterruptsPerSecond: flow.path === 'vf' ? interrupts : 0,
    limitedBy,
  };
}
