/** Words of the pages of a network adapter in a virtual machine's Settings. */
import type { Adapter } from '../../../shared/model/adapter';

const mirroringModes: Readonly<Record<Adapter['portMirroring'], string>> = {
  None: 'None',
  Source: 'Source',
  Destination: 'Destination',
};

export const networkAdapter = {
  intro: 'Specify the configuration of the network adapter or remove the network adapter.',
  virtualSwitch: 'Virtual switch:',
  notConnected: 'Not connected',
  vlanGroup: 'VLAN ID',
  enableVlan: 'Enable virtual LAN identification',
  vlanId:
    'The VLAN identifier specifies the virtual LAN that this virtual machine will use for all network ' +
    'communications through this network adapter.',
  vlanNeedsBox: 'Select Enable virtual LAN identification first.',
  vlanRange: 'Enter a number from 1 to 4094.',
  bandwidthGroup: 'Bandwidth Management',
  enableBandwidth: 'Enable bandwidth management',
  bandwidthText:
    'Specify how this network adapter utilizes network bandwidth. Both Minimum Bandwidth and Maximum Bandwidth ' +
    'are measured in Megabits per second.',
  minimumBandwidth: 'Minimum bandwidth:',
  maximumBandwidth: 'Maximum bandwidth:',
  mbps: 'Mbps',
  unrestricted: 'To leave the minimum or maximum unrestricted, specify 0 as the value.',
  bandwidthNeedsBox: 'Select Enable bandwidth management first.',
  bandwidthRange: 'Enter a whole number from 0 to 1,000,000.',
  minimumAboveMaximum: 'The minimum bandwidth must not be above the maximum.',
  removeText: 'To remove the network adapter from this virtual machine, click Remove.',
  remove: 'Remove',
  legacyHint:
    'Use a legacy network adapter instead of this network adapter to perform a network-based installation of the ' +
    'guest operating system or when integration services are not installed in the guest operating system.',

  hardwareAcceleration: 'Hardware Acceleration',
  accelerationIntro: 'Specify networking tasks that can be offloaded to a physical network adapter.',
  vmq: 'Virtual machine queue',
  vmqText: 'Virtual machine queue (VMQ) requires a physical network adapter that supports this feature.',
  enableVmq: 'Enable virtual machine queue',
  ipsec: 'IPsec task offloading',
  ipsecText:
    'Support from a physical network adapter and the guest operating system is required to offload IPsec tasks.',
  ipsecFallback:
    'When sufficient hardware resources are not available, the security associations are not offloaded and are ' +
    'handled in software by the guest operating system.',
  enableIpsec: 'Enable IPsec task offloading',
  ipsecSelect: 'Select the maximum number of offloaded security associations from a range of 1 to 4096.',
  ipsecMaximum: 'Maximum number:',
  ipsecUnit: 'Offloaded SA',
  ipsecNeedsBox: 'Select Enable IPsec task offloading first.',
  ipsecRange: 'Enter a number from 1 to 4096.',
  ipsecMark: 'The number is kept; no simulated guest uses IPsec.',
  sriov: 'Single-root I/O virtualization',
  sriovText:
    'Single-root I/O virtualization (SR-IOV) requires specific hardware. It also might require drivers to be ' +
    'installed in the guest operating system.',
  sriovFallback:
    'When sufficient hardware resources are not available, network connectivity is provided through the virtual switch.',
  enableSriov: 'Enable SR-IOV',
  iovMark:
    'Windows does not tell here whether SR-IOV can operate. It shows the outcome on the Networking tab.',
  iovInTheWay: 'As things are now, this stands in the way of SR-IOV:',
  iovNotConnected: 'The network adapter is not connected to a virtual switch.',
  iovNotConnectedCure: 'Select an external virtual switch with SR-IOV enabled on the Network Adapter page.',
  iovClear: 'As things are now, nothing stands in the way of SR-IOV.',

  advancedFeatures: 'Advanced Features',
  macGroup: 'MAC address',
  macDynamic: 'Dynamic',
  macStatic: 'Static',
  macChosen: 'Choose Static to type an address.',
  spoofingText:
    'MAC address spoofing allows virtual machines to change the source MAC address in outgoing packets to one ' +
    'that is not assigned to them.',
  enableSpoofing: 'Enable MAC address spoofing',
  dhcpGuardGroup: 'DHCP guard',
  dhcpGuardText:
    'DHCP guard drops DHCP server messages from unauthorized virtual machines pretending to be DHCP servers.',
  enableDhcpGuard: 'Enable DHCP guard',
  routerGuardGroup: 'Router guard',
  routerGuardText:
    'Router guard drops router advertisement and redirection messages from unauthorized virtual machines ' +
    'pretending to be routers.',
  enableRouterGuard: 'Enable router advertisement guard',
  protectedGroup: 'Protected network',
  protectedText: 'Move this virtual machine to another cluster node if a network disconnection is detected.',
  protectedNetwork: 'Protected network',
  protectedMark: 'The setting is kept; the simulated host is in no cluster.',
  mirroringGroup: 'Port mirroring',
  mirroringText:
    'Port mirroring allows the network traffic of a virtual machine to be monitored by copying incoming and ' +
    'outgoing packets and forwarding the copies to another virtual machine configured for monitoring.',
  mirroringMode: 'Mirroring mode:',
  mirroringModes,
  copiesMissing: 'Nothing is copied in the simulator',
  mirroringMark:
    'The setting takes the virtual function away, as the virtual switch must see every packet. The copies are not simulated.',
  teamingGroup: 'NIC Teaming',
  teamingText:
    'You can establish NIC Teaming in the guest operating system to aggregate bandwidth and provide redundancy. ' +
    'This is useful if teaming is not configured in the management operating system.',
  allowTeaming: 'Enable this network adapter to be part of a team in the guest operating system',
  teamingWarning:
    'When this option is cleared, a team created in the guest operating system will lose connectivity if one of ' +
    'the physical network adapters stops working.',
  teamingMark: 'The setting is kept; no simulated guest makes a team.',
  namingGroup: 'Device naming',
  namingText:
    'Device naming causes the name of the network adapter to be propagated into supported guest operating systems.',
  enableNaming: 'Enable device naming',
  namingMark: 'The setting is kept; no simulated guest reads the name.',
} as const;
