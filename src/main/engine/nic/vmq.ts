/**
 * VPorts of the PF that serve as VMQs: on an SR-IOV adapter full VMQ is off, and a non-default VPort
 * of the PF with the filter of one virtual network adapter takes its place.
 */
import type { Adapter } from '../../../shared/model/adapter';
import type { Nic } from '../../../shared/model/nic';
import { nicBehind } from '../../../shared/model/uplink';
import {
  canAddVmq,
  freeVPort,
  hasNicSwitch,
  vmqCapacity,
  vmqQueuePairs,
  wantedFilter,
} from '../../../shared/model/vport';
import { invariant } from '../kernel/invariant';
import type { Context } from '../world/context';
import { switchId } from './nic-switch';
import { clearFilter, moveFilter } from './receive-filter';
import { oid } from './trace';

/** An adapter that owns a VF has that VF's VPort; one whose guest does not talk needs no queue. */
function mayHaveVmq(adapter: Adapter): boolean {
  return adapter.vmqWeight > 0 && adapter.dataPath === 'vmbus' && adapter.assignment === null;
}

function give(context: Context, nic: Nic, adapter: Adapter, vPortId: number): void {
  const { latencies, world } = context;
  const about = { adapterId: adapter.id };
  const created = { VPortId: vPortId, AttachedFunctionId: 'PF', NumQueuePairs: vmqQueuePairs(nic) };
  oid(
    context,
    nic,
    'method',
    'OID_NIC_SWITCH_CREATE_VPORT',
    { SwitchId: switchId, ...created, VPortState: 'Deactivated' },
    { ...about, tookMs: latencies.createVPort },
  );
  const activated = { SwitchId: switchId, VPortId: vPortId, VPortState: 'Activated' };
  oid(context, nic, 'method', 'OID_NIC_SWITCH_VPORT_PARAMETERS', activated, about);
  const filter = adapter.filter && moveFilter(context, nic, adapter.filter, vPortId, adapter.id);
  world.put('adapter', { ...adapter, vmqVPortId: vPortId, vmqNicId: nic.id, filter });
}

/** The filter goes back to the default VPort; of an adapter that is no longer served here it goes away. */
function freeFilter(context: Context, nic: Nic, adapter: Adapter): void {
  const stays = wantedFilter(context.world, adapter)?.nicId === nic.id;
  if (!stays || adapter.filter === null) return clearFilter(context, adapter.id);
  const filter = moveFilter(context, nic, adapter.filter, 0, adapter.id);
  context.world.put('adapter', { ...adapter, filter });
}

function takeBack(context: Context, adapter: Adapter): void {
  const { world } = context;
  const without = { ...adapter, vmqVPortId: null, vmqNicId: null };
  world.put('adapter', without);
  const nic = world.nic.get(adapter.vmqNicId ?? '');
  // Nobody answers at an adapter that is gone; its VPorts went with it.
  if (nic === undefined || nic.state === 'failed' || !hasNicSwitch(nic)) return;
  freeFilter(context, nic, without);
  const parameters = { VPortId: adapter.vmqVPortId ?? 0 };
  const more = { adapterId: adapter.id, tookMs: context.latencies.deleteVPort };
  oid(context, nic, 'set', 'OID_NIC_SWITCH_DELETE_VPORT', parameters, more);
}

/** Takes the adapter's VMQ back, because the adapter is about to be removed. */
export function releaseVmqAtOnce(context: Context, adapterId: string): void {
  const adapter = context.world.adapter.get(adapterId);
  if (adapter?.vmqNicId != null) takeBack(context, adapter);
}

/**
 * Takes the adapter's VMQ back as soon as it is not entitled to it any more. Answers with the
 * physical adapter that has a VPort free now; null when nothing was to be done.
 */
export function releaseVmq(context: Context, adapterId: string): string | null {
  const adapter = context.world.adapter.get(adapterId);
  if (adapter?.vmqNicId == null) return null;
  const nic = nicBehind(context.world, adapter);
  const keeps = mayHaveVmq(adapter) && nic?.id === adapter.vmqNicId && vmqCapacity(nic) > 0;
  if (keeps) return null;
  takeBack(context, adapter);
  return adapter.vmqNicId;
}

/** The physical adapter that may be able to give the adapter the VMQ it lacks; null when none is lacking. */
export function lacksVmq({ world }: Context, adapterId: string): string | null {
  const adapter = world.adapter.get(adapterId);
  if (adapter?.vmqNicId !== null || !mayHaveVmq(adapter)) return null;
  const nic = nicBehind(world, adapter);
  return nic !== undefined && vmqCapacity(nic) > 0 ? nic.id : null;
}

/** Hands out the adapter's free PF VPorts: the greater weight first, then the VM that has run longest. */
export function allocateVmqs(context: Context, nic: Nic): void {
  const { world } = context;
  if (!canAddVmq(world, nic)) return;
  const since = ({ vmId }: Adapter): number => world.vm.get(vmId)?.runningSince ?? Infinity;
  const waiting = [...world.adapter.values()]
    .filter((each) => lacksVmq(context, each.id) === nic.id)
    .sort((left, right) => right.vmqWeight - left.vmqWeight || since(left) - since(right));
  for (const adapter of waiting) {
    if (!canAddVmq(world, nic)) return;
    const vPortId = freeVPort(world, nic);
    invariant(vPortId !== null, `NIC ${nic.id} has a VPort to give and no number for it.`);
    give(context, nic, adapter, vPortId);
  }
}
