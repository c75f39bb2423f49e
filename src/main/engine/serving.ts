/** What serves the adapters that are up: hardware queues, processors of the root, queues of their own. */
import type { Adapter } from '../../shared/model/adapter';
import { vmqAvailable } from '../../shared/model/nic';
import type { Nic } from '../../shared/model/nic';
import { guestSeesLink } from '../../shared/model/uplink';
import type { Vm } from '../../shared/model/vm';
import { hasNicSwitch } from '../../shared/model/vport';
import { thePlatform } from '../../shared/model/world-view';
import type { WorldView } from '../../shared/model/world-view';

/**
 * Whether a hardware queue sorts the adapter's packets: a VPort of the PF where there is a NIC
 * switch, else one of the plain queues, of which `used` are given.
 */
function hasVmq(adapter: Adapter, nic: Nic | undefined, used: number): boolean {
  if (nic === undefined || adapter.dataPath !== 'vmbus' || adapter.vmqWeight === 0) return false;
  if (hasNicSwitch(nic)) return adapter.vmqNicId === nic.id;
  return vmqAvailable(nic) && used < nic.vmqQueues;
}

/** The VM, when packets can come and go: a running guest that sees a link, behind a connected adapter. */
function runningVm(world: WorldView, adapter: Adapter): Vm | undefined {
  const up = adapter.dataPath !== 'none' && guestSeesLink(adapter);
  const vm = up ? world.vm.get(adapter.vmId) : undefined;
  return vm?.state === 'Running' ? vm : undefined;
}

function nicIdOf(world: WorldView, adapter: Adapter): string | null {
  return world.switch.get(adapter.switchId ?? '')?.nicId ?? null;
}

/** Which hardware queue and which processors serve an adapter. */
export interface Serving {
  readonly vmq: boolean;
  /** Channels of the VMBus adapter, or queue pairs of the VF that its guest can use. */
  readonly queues: number;
  /** The first of the root processors, and how many there are from there on. */
  readonly rootProcessor: number;
  readonly rootProcessors: number;
}

/**
 * Virtual RSS sorts by a hash that comes with a packet from its VMQ. Simplified: without a VMQ it
 * does nothing, and on a switch without a physical adapter it needs none.
 */
function channelsOf(adapter: Adapter, vm: Vm, nic: Nic | undefined, vmq: boolean): number {
  if (!adapter.vrssEnabled || (nic !== undefined && !vmq)) return 1;
  return Math.min(vm.processors, adapter.vrssMaxQueuePairs);
}

/** Without RSS in the VF the guest has one processor for all of its queue pairs. */
function vfQueues(world: WorldView, adapter: Adapter, nic: Nic | undefined): number {
  if (nic?.nicSwitch?.vfRss !== true) return 1;
  return Math.max(1, world.vf.get(adapter.assignment?.vfId ?? '')?.queuePairs ?? 1);
}

/**
 * Hardware queues go to the adapters that are up, in their order. Each adapter has its first root
 * processor by its place among all of them, so that nobody moves when another VM starts or stops.
 */
export function servingOf(world: WorldView): Map<string, Serving> {
  const { logicalProcessors } = thePlatform(world);
  const nicOrder = new Map([...world.nic.keys()].map((id, index) => [id, index]));
  const queuesUsed = new Map<string, number>();
  const serving = new Map<string, Serving>();
  let place = 0;
  for (const adapter of world.adapter.values()) {
    place += 1;
    const vm = runningVm(world, adapter);
    if (vm === undefined) continue;
    const { dataPath } = adapter;
    const nicId = nicIdOf(world, adapter);
    const nic = nicId === null ? undefined : world.nic.get(nicId);
    if (dataPath === 'vf') {
      const queues = vfQueues(world, adapter, nic);
      serving.set(adapter.id, { vmq: false, queues, rootProcessor: 0, rootProcessors: 1 });
      continue;
    }
    const used = queuesUsed.get(nicId ?? '') ?? 0;
    const vmq = hasVmq(adapter, nic, used);
    if (vmq) queuesUsed.set(nicId ?? '', used + 1);
    const queues = dataPath === 'vmbus' ? channelsOf(adapter, vm, nic, vmq) : 1;
    // Without a queue of its own a flow is served where its port's default queue is.
    const own = vmq || dataPath === 'emulated' || nicId === null;
    const spread = own ? place : (nicOrder.get(nicId) ?? 0);
    serving.set(adapter.id, {
      vmq,
      queues,
      rootProcessor: spread % logicalProcessors,
      rootProcessors: Math.min(queues, logicalProcessors),
    });
  }
  return serving;
}

/** Whether nothing differs between two ways to be served. */
export function servedAlike(one: Serving, other: Serving): boolean {
  const { vmq, queues, rootProcessor, rootProcessors } = one;
  return (
    vmq === other.vmq &&
    queues === other.queues &&
    rootProcessor === other.rootProcessor &&
    rootProcessors === other.rootProcessors
  );
}
