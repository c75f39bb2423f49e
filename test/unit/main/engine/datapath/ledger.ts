/** Who uses how much of which resource, worked out from a solver's answer and from nothing else. */
import type { ModelParameters } from '../../../../../src/shared/model/model-parameters';
import type { DirectionRates, Flow, FlowRates, Plant } from '../../../../../src/main/engine/datapath/solve';

/** One direction of one flow. */
export interface Stream {
  readonly flow: Flow;
  readonly rates: DirectionRates;
  /** Offered payload bits per second. */
  readonly demand: number;
}

export interface Account {
  readonly name: string;
  readonly capacity: number;
  used: number;
  readonly streams: Stream[];
}

export function ledger(
  flows: readonly Flow[],
  plant: Plant,
  { framing }: ModelParameters,
  answer: ReadonlyMap<string, FlowRates>,
): Account[] {
  const accounts = new Map<string, Account>();
  const enter = (name: string, capacity: number, used: number, streams: readonly Stream[]): void => {
    const account = accounts.get(name) ?? { name, capacity, used: 0, streams: [] };
    account.used += used;
    account.streams.push(...streams);
    accounts.set(name, account);
  };
  const hertz = plant.clockMhz * 1e6;
  for (const flow of flows) {
    const rates = answer.get(flow.adapterId)!;
    const send: Stream = { flow, rates: rates.send, demand: flow.traffic.sendMbps * 1e6 };
    const receive: Stream = { flow, rates: rates.receive, demand: flow.traffic.receiveMbps * 1e6 };
    const both = [send, receive];
    const wire = (flow.traffic.packetBytes + framing.wireOverhead) * 8;
    const port = plant.ports.find(({ id }) => id === flow.portId);
    if (port !== undefined) {
      const bits = port.linkSpeedMbps * 1e6;
      enter(`sent ${port.id}`, bits, send.rates.packetsPerSecond * wire, [send]);
      enter(`received ${port.id}`, bits, receive.rates.packetsPerSecond * wire, [receive]);
    }
    const root = rates.rootCyclesPerSecond + rates.rootHypervisorCyclesPerSecond;
    const total = rates.rootCyclesPerSecond + rates.guestCyclesPerSecond + rates.hypervisorCyclesPerSecond;
    if (flow.path !== 'vf') enter(`root ${flow.rootProcessors[0]}`, hertz, root, both);
    if (flow.path === 'emulated') enter(`worker ${flow.vmId}`, hertz, total, both);
    enter(`guest ${flow.vmId}`, flow.guestProcessors * hertz, total - root, both);
    const { queues = flow.guestProcessors } = flow;
    enter(`queues of ${flow.adapterId}`, queues * hertz, total - root, both);
    enter('host', plant.logicalProcessors * hertz, total, both);
  }
  return [...accounts.values()];
}
