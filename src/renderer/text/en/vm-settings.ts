/** Words of a virtual machine's Settings dialog. */
import type { AdapterKind } from '../../../shared/model/adapter';

const deviceNames: Readonly<Record<AdapterKind, string>> = {
  synthetic: 'Network Adapter',
  legacy: 'Legacy Network Adapter',
};

export const vmSettings = {
  title: (vm: string, host: string) => `Settings for ${vm} on ${host}`,
  tree: 'Pages',
  hardware: 'Hardware',
  management: 'Management',
  runningBanner:
    'Some settings cannot be modified because the virtual machine was running when this window was opened. To ' +
    'modify a setting that is unavailable, shut down the virtual machine and then reopen this window.',
  gone: (vm: string) =>
    `The virtual machine '${vm}' no longer exists on this host, so its settings cannot be changed.`,

  addHardware: 'Add Hardware',
  addHardwareIntro: 'You can use this setting to add devices to your virtual machine.',
  addHardwareChoose: 'Select the devices you want to add and click the Add button.',
  deviceNames,
  add: 'Add',

  adapterIntro: 'Specify the configuration of the network adapter or remove the network adapter.',
  virtualSwitch: 'Virtual switch:',
  notConnected: 'Not connected',
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

  name: 'Name',
  unnamed: '(no name)',
  nameIntro: 'Specify a name for this virtual machine.',
  nameMissing: 'Enter a name for the virtual machine.',
  nameTooLong: 'Use at most 100 characters.',
  renameNotNow: 'The virtual machine is changing its state; wait until it is running or off.',

  generation1NeedsOff: 'A generation 1 virtual machine must be off to add or remove network adapters.',
  generation2NeedsOffOrRunning:
    'The virtual machine must be off or running to add or remove network adapters.',
  limitReached: (device: string, limit: number) =>
    `A virtual machine can have at most ${limit} devices of the kind ${device}.`,
  applyFailed: (page: string, message: string) => `Error applying ${page} changes. ${message}`,
} as const;
