/** Get-NetAdapterSriovVf: MSFT_NetAdapterSriovVfSettingData, one per allocated VF. */
import type { Vf } from '../../../shared/model/vf';
import type { WorldView } from '../../../shared/model/world-view';
import { dashedMac } from './view';
import type { Properties, View } from './view';

function propertiesOf(world: WorldView, vf: Vf): Properties {
  const adapter = world.adapter.get(vf.adapterId ?? '');
  const mac = dashedMac(adapter?.macAddress ?? '');
  return {
    Name: world.nic.get(vf.nicId)?.name ?? '',
    FunctionID: vf.index,
    VPortID: vf.vPortId === null ? [] : [String(vf.vPortId)],
    MacAddress: mac,
    VmID: adapter?.vmId.toUpperCase() ?? '',
    VmFriendlyName: world.vm.get(adapter?.vmId ?? '')?.name ?? '',
    SwitchID: 0,
    CurrentMacAddress: mac,
    PermanentMacAddress: mac,
    VmNicID: adapter?.id.toUpperCase() ?? '',
    RequestorID: `0x${vf.routingId.toString(16).toUpperCase().padStart(4, '0')}`,
  };
}

export const getNetAdapterSriovVf: View = {
  // Header from memory.
  defaults: ['Name', 'FunctionID', 'VPortID', 'MacAddress', 'VmID', 'VmFriendlyName'],
  named: 'Name',
  read: (world) =>
    [...world.vf.values()].filter((vf) => vf.adapterId !== null).map((vf) => propertiesOf(world, vf)),
};
