/** Get-VMNetworkAdapter: the VMs' adapters. Not the management operating system's. */
import type { Adapter } from '../../../shared/model/adapter';
import { networkingStatus } from '../../../shared/model/iov-status';
import type { Vf } from '../../../shared/model/vf';
import type { WorldView } from '../../../shared/model/world-view';
import type { Properties, View } from './view';

/** Status and its description as a pair of arrays; how Windows splits the texts is from memory. */
function statusOf(world: WorldView, adapter: Adapter): { Status: string[]; StatusDescription: string[] } {
  const text = networkingStatus(world, adapter);
  if (text === '') return { Status: [], StatusDescription: [] };
  const [, word = text, detail] = /^(.*?)(?: \((.*)\))?$/.exec(text) ?? [];
  const status = word === 'OK' ? 'Ok' : word.replaceAll(' ', '');
  return { Status: [status], StatusDescription: [detail ?? word] };
}

/** The VF that is assigned to the adapter: it has its VPort. */
function assignedVf(world: WorldView, adapter: Adapter): Vf | undefined {
  const vf = world.vf.get(adapter.assignment?.vfId ?? '');
  return vf?.vPortId == null ? undefined : vf;
}

function iovProperties(world: WorldView, adapter: Adapter): Properties {
  const vf = assignedVf(world, adapter);
  return {
    IovWeight: adapter.iovWeight,
    IovQueuePairsRequested: adapter.iovQueuePairsRequested,
    IovQueuePairsAssigned: vf?.queuePairs ?? 0,
    IovInterruptModeration: adapter.iovInterruptModeration,
    IovUsage: vf === undefined ? 0 : 1,
    VirtualFunction:
      vf === undefined ? null : `${world.nic.get(vf.nicId)?.name ?? ''}: FunctionID ${vf.index}`,
    VfDataPathActive: adapter.dataPath === 'vf',
  };
}

function propertiesOf(world: WorldView, adapter: Adapter): Properties {
  const vm = world.vm.get(adapter.vmId);
  return {
    Name: adapter.name,
    IsManagementOs: false,
    VMName: vm?.name ?? '',
    SwitchName: world.switch.get(adapter.switchId ?? '')?.name ?? '',
    MacAddress: adapter.macAddress ?? '000000000000',
    DynamicMacAddressEnabled: !adapter.staticMac,
    ...statusOf(world, adapter),
    Id: adapter.id.toUpperCase(),
    VMId: adapter.vmId.toUpperCase(),
    IsLegacy: adapter.kind === 'legacy',
    Connected: adapter.switchId !== null,
    ...iovProperties(world, adapter),
    VmqWeight: adapter.vmqWeight,
    VmqUsage: adapter.vmqVPortId === null ? 0 : 1,
    VrssEnabled: adapter.vrssEnabled,
    VrssMaxQueuePairs: adapter.vrssMaxQueuePairs,
    MacAddressSpoofing: adapter.macSpoofing ? 'On' : 'Off',
    DhcpGuard: adapter.dhcpGuard ? 'On' : 'Off',
    RouterGuard: adapter.routerGuard ? 'On' : 'Off',
    AllowTeaming: adapter.allowTeaming ? 'On' : 'Off',
    DeviceNaming: adapter.deviceNaming ? 'On' : 'Off',
    ClusterMonitored: adapter.protectedNetwork,
    IPsecOffloadMaxSA: adapter.ipsecMaximumSas,
    PortMirroringMode: adapter.portMirroring,
    MinimumBandwidthAbsolute: adapter.minimumMbps * 1e6,
    MaximumBandwidth: adapter.maximumMbps * 1e6,
    AccessVlanId: adapter.vlanId ?? 0,
  };
}

export const getVmNetworkAdapter: View = {
  defaults: ['Name', 'IsManagementOs', 'VMName', 'SwitchName', 'MacAddress', 'Status'],
  named: 'VMName',
  read: (world) => [...world.adapter.values()].map((adapter) => propertiesOf(world, adapter)),
};
