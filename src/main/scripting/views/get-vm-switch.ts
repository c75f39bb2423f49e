/** Get-VMSwitch: properties in the order of `select *` as far as the simulator can mean something by them. */
import { reasonText } from '../../../shared/model/iov-reason';
import { sriovSupport, vmqAvailable } from '../../../shared/model/nic';
import type { Nic } from '../../../shared/model/nic';
import { platformReasons } from '../../../shared/model/platform';
import { defaultVPortQueuePairs } from '../../../shared/model/queue-pairs';
import type { VirtualSwitch } from '../../../shared/model/switch';
import { hasNicSwitch, queuePairsInUse, vmqCapacity, vmqHolders } from '../../../shared/model/vport';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import type { Properties, View } from './view';

/** Windows names what the platform lacks and what the adapter lacks in one list. */
function supportOf(world: WorldView, nic: Nic | undefined): { supported: boolean; reasons: string[] } {
  if (nic === undefined) return { supported: false, reasons: [] };
  const platform = thePlatform(world);
  const support = sriovSupport(nic, platform, world.function);
  if (support === 'Supported') return { supported: true, reasons: [] };
  const ofHost = platformReasons(platform, world.function);
  const reasons = ofHost.length > 0 ? ofHost : [support];
  return { supported: false, reasons: reasons.map((reason) => reasonText(reason).text) };
}

/** VMQs, or VPorts of the PF in their place. */
function queuesOf(world: WorldView, nic: Nic | undefined): readonly [available: number, allocated: number] {
  if (nic === undefined) return [0, 0];
  if (hasNicSwitch(nic)) return [vmqCapacity(nic), vmqHolders(world, nic.id).length];
  const available = vmqAvailable(nic) ? nic.vmqQueues : 0;
  const wanting = [...world.adapter.values()].filter(
    (each) => each.switchId === nic.switchId && each.dataPath === 'vmbus' && each.vmqWeight > 0,
  );
  return [available, Math.min(available, wanting.length)];
}

function iovProperties(world: WorldView, nic: Nic | undefined): Properties {
  const { supported, reasons } = supportOf(world, nic);
  const [available, allocated] = queuesOf(world, nic);
  const nicSwitch = nic?.nicSwitch ?? null;
  const vfs = [...world.vf.values()].filter((vf) => vf.nicId === nic?.id);
  // The default VPort's queue pair is not counted: 128 in hardware print as 127.
  const withoutDefault = (count: number): number => Math.max(0, count - defaultVPortQueuePairs);
  return {
    IovSupport: supported,
    IovSupportReasons: reasons,
    AvailableVMQueues: available,
    NumberVmqAllocated: allocated,
    IovQueuePairCount: withoutDefault(nicSwitch?.queuePairs ?? 0),
    IovQueuePairsInUse: nic === undefined ? 0 : withoutDefault(queuePairsInUse(world, nic)),
    IovVirtualFunctionCount: vfs.length,
    IovVirtualFunctionsInUse: vfs.filter((vf) => vf.adapterId !== null).length,
  };
}

function propertiesOf(world: WorldView, each: VirtualSwitch): Properties {
  const nic = each.nicId === null ? undefined : world.nic.get(each.nicId);
  return {
    Name: each.name,
    Id: each.id,
    Notes: each.notes,
    Extensions: [
      'Microsoft Windows Filtering Platform',
      'Microsoft Azure VFP Switch Extension',
      'Microsoft NDIS Capture',
    ],
    // Hyper-V Manager makes switches in the mode Absolute, with SR-IOV in None; from memory.
    BandwidthReservationMode: each.iovEnabled ? 'None' : 'Absolute',
    PacketDirectEnabled: false,
    EmbeddedTeamingEnabled: false,
    IovEnabled: each.iovEnabled,
    SwitchType: each.type,
    AllowManagementOS: each.allowManagementOs,
    NetAdapterInterfaceDescription: nic?.present === true ? nic.interfaceDescription : '',
    ...iovProperties(world, nic?.present === true ? nic : undefined),
    SoftwareRscEnabled: each.softwareRscEnabled,
    ComputerName: theHost(world).computerName,
    IsDeleted: false,
  };
}

export const getVmSwitch: View = {
  defaults: ['Name', 'SwitchType', 'NetAdapterInterfaceDescription'],
  named: 'Name',
  read: (world) => [...world.switch.values()].map((each) => propertiesOf(world, each)),
};
