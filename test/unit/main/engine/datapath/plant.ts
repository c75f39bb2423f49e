/** Plants and flows for tests; every test names only what it is about. */
import file from '../../../../../assets/model/parameters.yaml';
import { plain } from '../../../../../src/shared/model/marked';
import { modelParametersFileSchema } from '../../../../../src/shared/model/model-parameters';
import type { ModelParameters } from '../../../../../src/shared/model/model-parameters';
import { solve } from '../../../../../src/main/engine/datapath/solve';
import type { Offer } from '../../../../../src/main/engine/datapath/flow';
import type { Flow, FlowRates, Plant } from '../../../../../src/main/engine/datapath/solve';

/** The figures that the program ships with. */
export const parameters: ModelParameters = plain(modelParametersFileSchema.parse(file));

/** More than anything here can carry. */
export const flood = 400_000;

export function flow(changes: Partial<Omit<Flow, 'traffic'>> & { traffic?: Partial<Offer> }): Flow {
  const { traffic, ...rest } = changes;
  return {
    adapterId: 'adapter',
    vmId: `vm of ${changes.adapterId ?? 'adapter'}`,
    path: 'vmbus',
    portId: 'port',
    vmq: true,
    rootProcessors: [0],
    guestProcessors: 8,
    traffic: { protocol: 'tcp', sendMbps: 0, receiveMbps: 0, packetBytes: 1500, ...traffic },
    ...rest,
  };
}

export function plant(changes: {
  clockMhz?: number;
  linkSpeedMbps?: number;
  logicalProcessors?: number;
  postedInterrupts?: boolean;
}): Plant {
  return {
    ...changes,
    clockMhz: changes.clockMhz ?? 2400,
    logicalProcessors: changes.logicalProcessors ?? 32,
    ports: [{ id: 'port', linkSpeedMbps: changes.linkSpeedMbps ?? 40_000 }],
  };
}

/** What one flow gets when it is alone. */
export function alone(each: Flow, on: Plant, figures = parameters): FlowRates {
  return solve([each], on, figures).get(each.adapterId)!;
}

/** Gigabits of IP packets per second, both directions: the unit in which the model was fitted. */
export function packetGigabits({ send, receive }: FlowRates, packetBytes = 1500): number {
  return ((send.packetsPerSecond + receive.packetsPerSecond) * packetBytes * 8) / 1e9;
}

/** All processor cycles of a flow. */
export function totalCycles(rates: FlowRates): number {
  return rates.rootCyclesPerSecond + rates.guestCyclesPerSecond + rates.hypervisorCyclesPerSecond;
}
