/** Get-NetAdapterSriov: MSFT_NetAdapterSriovSettingData with its capabilities, one per adapter that has SR-IOV. */
import { sriovSupport } from '../../../shared/model/nic';
import type { Nic, NicSwitch } from '../../../shared/model/nic';
import { defaultVPortQueuePairs } from '../../../shared/model/queue-pairs';
import { hasNicSwitch, vmqQueuePairs, vPortsOf } from '../../../shared/model/vport';
import type { VPort } from '../../../shared/model/vport';
import { thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import type { Properties, View } from './view';

function capabilities(nicSwitch: NicSwitch, maxVfs: number): string[] {
  const members = {
    MaxNumSwitches: 1,
    MaxNumVPorts: nicSwitch.maxVPorts,
    MaxNumVFs: maxVfs,
    MaxNumQueuePairs: nicSwitch.queuePairs,
    MaxNumQueuePairsPerNonDefaultVPort: nicSwitch.maxQueuePairsPerVPort,
    // Taken as the least that NDIS asks for: one address for each VPort.
    MaxNumMacAddresses: nicSwitch.maxVPorts,
    VlanSupported: true,
    PerVportInterruptModerationSupported: nicSwitch.perVPortModeration,
    AsymmetricQueuePairsForNonDefaultVPortsSupported: nicSwitch.asymmetricQueuePairs,
    VfRssSupported: nicSwitch.vfRss,
    SingleVportPoolSupported: nicSwitch.singleVPortPool,
  };
  return Object.entries(members).map(([name, value]) => `${name}: ${value}`);
}

function filterCounts(ports: readonly VPort[]): { addresses: number; vlans: number } {
  const filters = ports.flatMap((port) => port.filters);
  return { addresses: filters.length, vlans: filters.filter((filter) => filter.vlanId !== null).length };
}

function propertiesOf(world: WorldView, nic: Nic, nicSwitch: NicSwitch): Properties {
  const ports = vPortsOf(world, nic.id);
  const [ofDefault, ofOthers] = [filterCounts(ports.slice(0, 1)), filterCounts(ports.slice(1))];
  const enabled = nic.sriovDriver && nic.properties.sriov;
  const numVfs = Math.min(nicSwitch.maxVfs, nic.properties.numVfs);
  return {
    Name: nic.name,
    InterfaceDescription: nic.interfaceDescription,
    Enabled: enabled,
    SriovSupport: sriovSupport(nic, thePlatform(world), world.function),
    SwitchName: enabled ? 'Default Switch' : '',
    NumVFs: numVfs,
    CurrentCapabilities: capabilities(nicSwitch, numVfs),
    HardwareCapabilities: capabilities(nicSwitch, nicSwitch.maxVfs),
    NumAllocatedVFs: [...world.vf.values()].filter((vf) => vf.nicId === nic.id && vf.adapterId !== null)
      .length,
    NumVPorts: nicSwitch.maxVPorts,
    NumActiveVPorts: ports.length,
    NumActiveDefaultVPortMacAddresses: ofDefault.addresses,
    NumActiveDefaultVPortVlanIds: ofDefault.vlans,
    NumActiveNonDefaultVPortMacAddresses: ofOthers.addresses,
    NumActiveNonDefaultVPortVlanIds: ofOthers.vlans,
    NumQueuePairsForDefaultVPort: defaultVPortQueuePairs,
    NumQueuePairsForNonDefaultVPorts: hasNicSwitch(nic) ? vmqQueuePairs(nic) : 0,
    SwitchType: 'External',
  };
}

export const getNetAdapterSriov: View = {
  defaults: ['Name', 'InterfaceDescription', 'Enabled', 'SriovSupport', 'SwitchName', 'NumVFs'],
  named: 'Name',
  read: (world) =>
    [...world.nic.values()].flatMap((nic) =>
      nic.present && nic.nicSwitch !== null ? [propertiesOf(world, nic, nic.nicSwitch)] : [],
    ),
};
