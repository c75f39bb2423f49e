/**
 * The default NIC switch of a physical adapter as the trace tells it. An entry for a request stands
 * before the calls that the PF driver makes while it carries the request out. The drivers create
 * the switch dynamically, with the virtual switch, and therefore enable and disable virtualization
 * while they handle the requests. Microsoft, "Halting a PF Miniport Driver" and the pages around it.
 */
import type { Nic } from '../../../shared/model/nic';
import { defaultVPortQueuePairs } from '../../../shared/model/queue-pairs';
import { vPortsOf } from '../../../shared/model/vport';
import type { ReceiveFilter } from '../../../shared/model/vport';
import type { Context } from '../world/context';
import { enableVirtualization, oid } from './trace';

/** NDIS_DEFAULT_SWITCH_ID: Windows knows no other switch. */
export const switchId = 0;

function filterParameters(vPortId: number, { macAddress, vlanId }: ReceiveFilter) {
  return { VPortId: vPortId, MacAddress: macAddress, VlanId: vlanId ?? 0 };
}

/** The switch is there: VFs answer, and the filters of everybody connected are on the default VPort. */
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
  for (const port of vPortsOf(context.world, nic.id)) {
    for (const filter of port.filters) {
      oid(
        context,
        nic,
        'method',
        'OID_RECEIVE_FILTER_SET_FILTER',
        filterParameters(port.id, filter),
        filter.adapterId === null ? {} : { adapterId: filter.adapterId },
      );
    }
  }
  context.log({ about: 'nic', what: 'vfsEnabled', nic });
}

/** The switch goes once no VF and no further VPort is left. `nic` still has it. */
export function reportDeleted(context: Context, nic: Nic): void {
  // A device that is gone is asked nothing any more.
  if (nic.state === 'failed') return;
  context.log({ about: 'nic', what: 'vfsDisabled', nic });
  for (const port of vPortsOf(context.world, nic.id)) {
    for (const filter of port.filters) {
      oid(
        context,
        nic,
        'set',
        'OID_RECEIVE_FILTER_CLEAR_FILTER',
        filterParameters(port.id, filter),
        filter.adapterId === null ? {} : { adapterId: filter.adapterId },
      );
    }
  }
  oid(context, nic, 'set', 'OID_NIC_SWITCH_DELETE_SWITCH', { SwitchId: switchId });
  enableVirtualization(context, nic, 0);
}
