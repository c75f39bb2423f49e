/**
 * Receive filters of virtual network adapters in the NIC switch: set when a VM that is connected
 * starts, cleared when it stops, changed with the adapter's address, VLAN and connection. Moves to
 * and from a VF or a VMQ belong to those who make and delete the VPorts.
 */
import type { Adapter, ProgrammedFilter } from '../../../shared/model/adapter';
import type { Nic } from '../../../shared/model/nic';
import { hasNicSwitch, sameFilter, wantedFilter } from '../../../shared/model/vport';
import type { Context } from '../world/context';
import { oid } from './trace';

type Frames = Pick<ProgrammedFilter, 'vPortId' | 'macAddress' | 'vlanId'>;

/** `adapterId` is null for the filter of the management operating system. */
export function traceSet(context: Context, nic: Nic, filter: Frames, adapterId: string | null): void {
  trace(context, nic, 'method', 'OID_RECEIVE_FILTER_SET_FILTER', filter, adapterId);
}

export function traceClear(context: Context, nic: Nic, filter: Frames, adapterId: string | null): void {
  trace(context, nic, 'set', 'OID_RECEIVE_FILTER_CLEAR_FILTER', filter, adapterId);
}

function trace(
  context: Context,
  nic: Nic,
  kind: 'method' | 'set',
  name: string,
  { vPortId, macAddress, vlanId }: Frames,
  adapterId: string | null,
): void {
  const parameters = { VPortId: vPortId, MacAddress: macAddress, VlanId: vlanId ?? 0 };
  oid(context, nic, kind, name, parameters, adapterId === null ? {} : { adapterId });
}

/** Moves the filter to another VPort of the same NIC switch; answers with the filter there. */
export function moveFilter(
  context: Context,
  nic: Nic,
  filter: ProgrammedFilter,
  to: number,
  adapterId: string,
): ProgrammedFilter {
  const { vPortId, macAddress, vlanId } = filter;
  const parameters = {
    SourceVPortId: vPortId,
    DestVPortId: to,
    MacAddress: macAddress,
    VlanId: vlanId ?? 0,
  };
  oid(context, nic, 'set', 'OID_RECEIVE_FILTER_MOVE_FILTER', parameters, { adapterId });
  return { ...filter, vPortId: to };
}

/** The adapter whose driver can still be asked; one that failed has lost its filters with everything else. */
function asked({ world }: Context, { nicId }: ProgrammedFilter): Nic | undefined {
  const nic = world.nic.get(nicId);
  return nic !== undefined && nic.state !== 'failed' && hasNicSwitch(nic) ? nic : undefined;
}

function clear(context: Context, filter: ProgrammedFilter, adapterId: string): void {
  const nic = asked(context, filter);
  if (nic !== undefined) traceClear(context, nic, filter, adapterId);
}

/** From one filter to another in the same NIC switch. The new one comes before the old one goes: at no moment is there none. */
function change(context: Context, { id }: Adapter, before: ProgrammedFilter, after: ProgrammedFilter): void {
  const nic = asked(context, before);
  if (nic === undefined) return;
  const moved =
    before.vPortId === after.vPortId ? before : moveFilter(context, nic, before, after.vPortId, id);
  if (sameFilter(moved, after)) return;
  traceSet(context, nic, after, id);
  traceClear(context, nic, moved, id);
}

/** Brings the adapter's receive filter up to date with what it is connected to, its VM, address and VLAN. */
export function followFilter(context: Context, adapterId: string): void {
  const { world } = context;
  const adapter = world.adapter.get(adapterId);
  if (adapter === undefined) return;
  const { filter: before } = adapter;
  const after = wantedFilter(world, adapter);
  if (sameFilter(before, after)) return;
  if (before !== null && after !== null && before.nicId === after.nicId) {
    change(context, adapter, before, after);
  } else {
    if (before !== null) clear(context, before, adapterId);
    if (after !== null) traceSet(context, world.need('nic', after.nicId), after, adapterId);
  }
  world.put('adapter', { ...adapter, filter: after });
}

/** Clears the filter, because the adapter is about to be removed, or the NIC switch to be deleted. */
export function clearFilter(context: Context, adapterId: string): void {
  const adapter = context.world.adapter.get(adapterId);
  if (adapter === undefined || adapter.filter === null) return;
  clear(context, adapter.filter, adapterId);
  context.world.put('adapter', { ...adapter, filter: null });
}
