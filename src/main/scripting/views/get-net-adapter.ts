/** Get-NetAdapter: the physical adapters (`-Physical`); the management OS's virtual ones are left out. */
import { effectiveLinkMbps, isHalfDuplex, mtuOf } from '../../../shared/model/nic';
import type { Nic } from '../../../shared/model/nic';
import { dashedMac } from './view';
import type { Properties, View } from './view';

/** A device with a problem code, like one that is gone, is not present to NDIS (from memory). */
function statusOf(nic: Nic): string {
  if (nic.state === 'disabled') return 'Disabled';
  if (nic.state === 'failed') return 'Not Present';
  return effectiveLinkMbps(nic) > 0 ? 'Up' : 'Disconnected';
}

function linkSpeed(mbps: number): string {
  if (mbps === 0) return '0 bps';
  return mbps < 1000 ? `${mbps} Mbps` : `${mbps / 1000} Gbps`;
}

function propertiesOf(nic: Nic, index: number): Properties {
  const up = effectiveLinkMbps(nic) > 0;
  const runs = nic.state !== 'disabled' && nic.state !== 'failed';
  return {
    Name: nic.name,
    InterfaceDescription: nic.interfaceDescription,
    // Windows' numbers tell nothing; these are the simulator's.
    ifIndex: index + 1,
    Status: statusOf(nic),
    MacAddress: dashedMac(nic.macAddress),
    LinkSpeed: linkSpeed(effectiveLinkMbps(nic)),
    AdminStatus: nic.state === 'disabled' ? 'Down' : 'Up',
    MediaConnectionState: runs ? (up ? 'Connected' : 'Disconnected') : 'Unknown',
    FullDuplex: up ? !isHalfDuplex(nic) : null,
    MtuSize: mtuOf(nic),
  };
}

export const getNetAdapter: View = {
  defaults: ['Name', 'InterfaceDescription', 'ifIndex', 'Status', 'MacAddress', 'LinkSpeed'],
  named: 'Name',
  // A card that was pulled out is a hidden device, which the cmdlet leaves out.
  read: (world) =>
    [...world.nic.values()].flatMap((nic, index) => (nic.present ? [propertiesOf(nic, index)] : [])),
};
