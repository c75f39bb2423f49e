/** Translates the world into the traffic flows that the data paths have to carry. */
import type { Adapter } from '../../shared/model/adapter';
import type { ModelParameters } from '../../shared/model/model-parameters';
import { hasTraffic } from '../../shared/model/traffic';
import { thePlatform } from '../../shared/model/world-view';
import type { WorldView } from '../../shared/model/world-view';
import type { Flow, FlowRates } from './datapath/flow';
import { solve } from './datapath/solve';

/** VMQ is off on links below 10 Gb/s unless BelowTenGigVmqEnabled is set (Hyper-V performance guide). */
const vmqMinimumMbps = 10_000;

/** Adapters whose guests run and have somebody to talk to; nobody answers on a private switch. */
function* talking(world: WorldView): Generator<Adapter> {
  for (const adapter of world.adapter.values()) {
    if (adapter.dataPath === 'none' || !hasTraffic(adapter.traffic)) continue;
    if (world.vm.get(adapter.vmId)?.state !== 'Running') continue;
    if (world.switch.get(adapter.switchId ?? '')?.type === 'Private') continue;
    yield adapter;
  }
}

/** One flow per adapter with traffic; hardware queues are given in the order of the adapters. */
export function flowsOf(world: WorldView): Flow[] {
  const { logicalProcessors } = thePlatform(world);
  const nicOrder = [...world.nic.keys()];
  const queuesUsed = new Map<string, number>();
  let software = 0;
  const flows: Flow[] = [];
  for (const adapter of talking(world)) {
    const { dataPath: path } = adapter;
    if (path === 'none') continue;
    const nicId = world.switch.get(adapter.switchId ?? '')?.nicId ?? null;
    const nic = nicId === null ? undefined : world.nic.get(nicId);
    const used = queuesUsed.get(nicId ?? '') ?? 0;
    const queueFree = nic !== undefined && nic.linkSpeedMbps >= vmqMinimumMbps && used < nic.vmqQueues;
    const vmq = path === 'vmbus' && adapter.vmqWeight > 0 && queueFree;
    if (vmq) queuesUsed.set(nicId ?? '', used + 1);
    // Without a queue of its own a flow is served where its port's default queue is.
    const spread = vmq || path === 'emulated' || nicId === null ? (software += 1) : nicOrder.indexOf(nicId);
    flows.push({
      adapterId: adapter.id,
      vmId: adapter.vmId,
      path,
      portId: nicId,
      traffic: adapter.traffic,
      vmq,
      rootProcessor: spread % logicalProcessors,
      guestProcessors: world.vm.get(adapter.vmId)?.processors ?? 1,
    });
  }
  return flows;
}

/** What every flow gets, by adapter id. */
export function solveWorld(world: WorldView, parameters: ModelParameters): ReadonlyMap<string, FlowRates> {
  const { clockMhz, logicalProcessors } = thePlatform(world);
  const ports = [...world.nic.values()].map(({ id, linkSpeedMbps }) => ({ id, linkSpeedMbps }));
  return solve(flowsOf(world), { clockMhz, logicalProcessors, ports }, parameters);
}

/** Everything about an adapter that its flow depends on, as one comparable text. */
export function flowKey(adapter: Adapter): string {
  const { dataPath, switchId, vmqWeight, traffic } = adapter;
  return `${dataPath} ${switchId} ${vmqWeight} ${traffic.protocol} ${traffic.sendMbps} ${traffic.receiveMbps} ${traffic.packetBytes}`;
}
