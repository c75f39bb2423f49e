/**
 * Get-NetAdapterAdvancedProperty: the Advanced tab. Keywords, names and numbers as Windows
 * standardizes them for INF files. Receive Side Scaling is shown and has no effect while the adapter
 * serves a virtual switch; both kinds of Large Send Offload are one setting. *NumVFs belongs to the NIC switch and is not among these.
 */
import type { Nic, SpeedDuplex } from '../../../shared/model/nic';
import type { Properties, View } from './view';

const speeds: Readonly<Record<SpeedDuplex, readonly [value: number, text: string]>> = {
  auto: [0, 'Auto Negotiation'],
  '100half': [3, '100 Mbps Half Duplex'],
  '100full': [4, '100 Mbps Full Duplex'],
  '1000full': [6, '1.0 Gbps Full Duplex'],
  '10000full': [7, '10 Gbps Full Duplex'],
};

function property(
  nic: Nic,
  DisplayName: string,
  DisplayValue: string,
  RegistryKeyword: string,
  value: number,
): Properties {
  return { Name: nic.name, DisplayName, DisplayValue, RegistryKeyword, RegistryValue: [String(value)] };
}

function onOff(nic: Nic, name: string, keyword: string, on: boolean): Properties {
  return property(nic, name, on ? 'Enabled' : 'Disabled', keyword, on ? 1 : 0);
}

function propertiesOf(nic: Nic): Properties[] {
  const { jumboPacket, lso, rss, sriov, speedDuplex, vmq } = nic.properties;
  const [speed, speedText] = speeds[speedDuplex];
  const jumboText = jumboPacket === 1514 ? 'Disabled' : `${jumboPacket} Bytes`;
  return [
    property(nic, 'Jumbo Packet', jumboText, '*JumboPacket', jumboPacket),
    onOff(nic, 'Large Send Offload V2 (IPv4)', '*LsoV2IPv4', lso),
    onOff(nic, 'Large Send Offload V2 (IPv6)', '*LsoV2IPv6', lso),
    onOff(nic, 'Receive Side Scaling', '*RSS', rss),
    property(nic, 'Speed & Duplex', speedText, '*SpeedDuplex', speed),
    ...(nic.sriovDriver ? [onOff(nic, 'SR-IOV', '*SRIOV', sriov)] : []),
    ...(nic.vmqQueues > 0 ? [onOff(nic, 'Virtual Machine Queues', '*VMQ', vmq)] : []),
  ];
}

export const getNetAdapterAdvancedProperty: View = {
  defaults: ['Name', 'DisplayName', 'DisplayValue', 'RegistryKeyword', 'RegistryValue'],
  named: 'Name',
  read: (world) => [...world.nic.values()].filter((nic) => nic.present).flatMap(propertiesOf),
};
