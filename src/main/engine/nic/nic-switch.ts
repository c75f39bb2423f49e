/**
 * The default NIC switch of a physical adapter as the trace tells it. An entry for a request stands
 * before the calls that the PF driver makes while it carries the request out. The drivers create
 * the switch dynamically, with the virtual switch, and therefore enable and disable virtualization
 * while they handle the requests. Microsoft, "Halting a PF Miniport Driver" and the pages around it.
 */
import type { ProgrammedFilter } from '../../../shared/model/adapter';
import type { Nic } from '../../../shared/model/nic';
import { defaultVPortQueuePairs } from '../../../shared/model/queue-pairs';
import { hasNicSwitch } from '../../../shared/model/vport';
import type { Context } from '../world/context';
import { clearFilter, traceClear, traceSet } from './receive-filter';
import { enableVirtualization, oid } from './trace';

/** NDIS_DEFAULT_SWITCH_ID: Windows knows no other switch. */
export const switchId = 0;

type ManagementFilter = Pick<ProgrammedFilter, 'vPortId' | 'macAddress' | 'vlanId'>;

/** The management operating system's filter on the default VPort; null while it does not share the adapter. */
export function managementFilter({ world }: Context, nic: Nic): ManagementFilter | null {
  const virtualSwitch = world.switch.get(nic.switchId ?? '');
  if (virtualSwitch?.allowManagementOs !== true) return null;
  return { vPortId: 0, macAddress: nic.macAddress, vlanId: virtualSwitch.managementVlanId };
}

/** The management operating system shares the adapter now or no longer, or is in another VLAN than it was. */
export function followManagement(context: Context, nic: Nic, before: ManagementFilter | null): void {
  if (!hasNicSwitch(nic) || nic.state === 'failed') return;
  const after = managementFilter(context, nic);
  if (before !== null && after !== null && before.vlanId === after.vlanId) return;
  if (after !== null) traceSet(context, nic, after, null);
  if (before !== null) traceClear(context, nic, before, null);
}

/** The switch is there: VFs answer. The filters of the adapters connected follow. */
export function reportCreated(context: Context, nic: Nic, tookMs: number): void {
  const parameters = {
    SwitchType: 'External',
    SwitchId: switchId,
    SwitchName: 'Default Switch',
    NumVFs: nic.numVfs,
    NumQueuePairsForDefaultVPort: defaultVPortQueuePairs,
  };
  oid(context, nic, 'method', 'OID_NIC_SWITCH_CREATE_SWITCH', parameters, { tookMs });
  enableVirtualization(context, nic, nic.numVfs);
  const management = managementFilter(context, nic);
  if (management !== null) traceSet(context, nic, management, null);
  context.log({ about: 'nic', what: 'vfsEnabled', nic });
}

/** The switch goes once no VF and no further VPort is left. `nic` still has it. */
export function reportDeleted(context: Context, nic: Nic): void {
  // A device that is gone is asked nothing any more.
  if (nic.state === 'failed') return;
  context.log({ about: 'nic', what: 'vfsDisabled', nic });
  const management = managementFilter(context, nic);
  if (management !== null) traceClear(context, nic, management, null);
  for (const { id, filter } of context.world.adapter.values()) {
    if (filter?.nicId === nic.id) clearFilter(context, id);
  }
  oid(context, nic, 'set', 'OID_NIC_SWITCH_DELETE_SWITCH', { SwitchId: switchId });
  enableVirtualization(context, nic, 0);
}
