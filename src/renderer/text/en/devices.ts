/** Words of Device Manager and of a network adapter's properties. Windows' own where they are known. */
import type { ProblemCode } from '../../../shared/model/device-status';
import type { SpeedDuplex } from '../../../shared/model/nic';

/** Device Manager's sentences, from memory. */
const problems: Readonly<Record<ProblemCode, string>> = {
  22: 'This device is disabled. (Code 22)\n\nClick Enable Device to enable this device.',
  43: 'Windows has stopped this device because it has reported problems. (Code 43)',
  45:
    'Currently, this hardware device is not connected to the computer. (Code 45)\n\n' +
    'To fix this problem, reconnect this hardware device to the computer.',
};

const working = {
  up: 'This device is working properly.',
  halting: 'This device is stopping: whoever uses it lets go of it first.',
  restarting: 'This device is starting.',
} as const;

/** In the words of Get-NetAdapterAdvancedProperty. */
const speeds: Readonly<Record<SpeedDuplex, string>> = {
  auto: 'Auto Negotiation',
  '100half': '100 Mbps Half Duplex',
  '100full': '100 Mbps Full Duplex',
  '1000full': '1.0 Gbps Full Duplex',
  '10000full': '10 Gbps Full Duplex',
};

/** Who loses a VF, as a sentence behind another one; nothing when nobody does. */
function fallBack(vms: number): string {
  if (vms === 0) return '';
  return vms === 1
    ? ' 1 virtual machine uses a virtual function of it and falls back to the virtual switch.'
    : ` ${vms} virtual machines use virtual functions of it and fall back to the virtual switch.`;
}

export const deviceManager = {
  title: 'Device Manager',
  tree: 'Devices',
  category: 'Network adapters',
  properties: 'Properties',
  enable: 'Enable device',
  disable: 'Disable device',
  showHidden: 'Show hidden devices',
  empty: 'This computer has no network adapter.',
  emptyHint: 'Put one into a slot in Firmware Setup and restart the host.',
  virtualEthernet: (number: number) =>
    number === 1 ? 'Hyper-V Virtual Ethernet Adapter' : `Hyper-V Virtual Ethernet Adapter #${number}`,
  virtualConnection: (switchName: string) => `vEthernet (${switchName})`,
  detail: (connection: string, state: string | null) =>
    state === null ? connection : `${connection} - ${state}`,
  states: { 22: 'disabled', 43: 'code 43', 45: 'not connected to the computer' },
  passing: { up: null, halting: 'stopping', restarting: 'starting' },
  cableOut: 'cable unplugged',
  formerly: 'not in this slot any more',
  nothingChosen: 'Choose a network adapter first.',
  virtualReason:
    "This adapter is the management operating system's port of a virtual switch: see Virtual Switch Manager.",
  absentReason: 'This adapter is not in the computer any more: Windows only remembers it.',
  notPresent: 'The card is not in the computer. Put it back first.',
  hostRestarting: 'The host is restarting.',
  /** Device Manager's question, from memory; what it means for virtual functions is the simulator's. */
  disableQuestion: (vms: number) =>
    `Disabling this device will cause it to stop functioning.${fallBack(vms)} ` +
    'Do you really want to disable it?',
  yes: 'Yes',
  no: 'No',
  failure: (description: string) => `'${description}' could not be changed.`,
} as const;

export const nicProperties = {
  title: (description: string) => `${description} Properties`,
  tabs: 'Pages',
  general: 'General',
  advanced: 'Advanced',
  driver: 'Driver',
  resources: 'Resources',
  simulator: 'Simulator',
  simulatorHint: 'Windows has no such page. It does to the adapter what a person or a fault would do.',

  deviceType: 'Device type:',
  networkAdapters: 'Network adapters',
  manufacturer: 'Manufacturer:',
  location: 'Location:',
  locationText: (slot: string | null, bus: number, device: number, fn: number) => {
    const place = `PCI bus ${bus}, device ${device}, function ${fn}`;
    return slot === null ? place : `PCI ${slot} (${place})`;
  },
  connection: 'Connection:',
  linkSpeed: 'Link speed:',
  noLink: 'No link',
  duplex: (speed: string, half: boolean) => (half ? `${speed}, half duplex` : speed),
  switchName: 'Virtual switch:',
  none: 'None',
  deviceStatus: 'Device status',
  problems,
  working,

  advancedIntro:
    'The following properties are available for this network adapter. Click the property you want to change on the ' +
    'left, and then select its value on the right.',
  property: 'Property:',
  value: 'Value:',
  names: {
    jumboPacket: 'Jumbo Packet',
    rss: 'Receive Side Scaling',
    speedDuplex: 'Speed & Duplex',
    sriov: 'SR-IOV',
    vmq: 'Virtual Machine Queues',
  },
  enabled: 'Enabled',
  disabled: 'Disabled',
  jumbo: (bytes: number) => `${bytes} Bytes`,
  speeds,
  rssHint: 'Without effect while the adapter serves a virtual switch.',
  nicSwitch: 'NIC switch',
  numVfs: 'Most virtual functions (NumVFs):',
  numVfsHint: (most: number) =>
    `0 to ${most}. Windows shows it in Get-NetAdapterSriov alone; Set-NetAdapterSriov -NumVFs sets it.`,
  numVfsMark: 'No page of Device Manager shows this number.',
  numVfsError: (most: number) => `Enter a whole number from 0 to ${most}.`,
  restarts: 'A change restarts the adapter.',

  driverFile: 'Driver file:',
  driverUnknown: 'Not known',
  driverSriov: 'Supports SR-IOV:',
  yes: 'Yes',
  no: 'No',
  vfDriverFile: "Virtual function's driver:",
  noVersion: 'The hardware catalogue tells neither provider, date nor version.',
  enableDevice: 'Enable Device',
  disableDevice: 'Disable Device',
  enableWhat: 'Enable the device.',
  disableWhat: 'Disable the device.',
  installed: 'Installed driver',
  installedMark: 'Stands for Update Driver and Roll Back Driver.',
  withSriov: 'A driver with SR-IOV',
  withoutSriov: 'A driver without SR-IOV',
  noSriovDriver: 'No driver with SR-IOV is known for this adapter.',

  resourceSettings: 'Resource settings',
  resourceType: 'Resource type',
  setting: 'Setting',
  memoryRange: 'Memory Range',
  irq: 'IRQ',
  msix: (vectors: number) =>
    vectors === 1 ? 'Message-signaled (MSI-X), 1 vector' : `Message-signaled (MSI-X), ${vectors} vectors`,
  msi: 'Message-signaled (MSI)',
  conflicts: 'Conflicting device list:',
  noConflicts: 'No conflicts.',
  noResources: 'This device is not using any resources because it has a problem.',
  reading: 'Reading the configuration space...',
  pciExpress: 'PCI Express',
  pciExpressMark: 'Device Manager shows these as numbers under Details, or not at all.',
  routingId: 'Routing ID:',
  routingIdText: (routingId: string, hex: string) => `${routingId} (0x${hex})`,
  ids: 'Vendor and device:',
  vfIds: 'VF device ID:',
  vfPlaces: 'First VF Offset, VF Stride:',
  vfPlacesText: (offset: number, stride: number) => `${offset}, ${stride}`,
  totalVfs: 'TotalVFs:',
  vfBar: (index: number) => `VF BAR ${index}:`,
  vfBarText: (first: string, each: string, count: number) => `${count} x ${each} from ${first}`,
  vfBarUnset: 'No address space reserved',
  ari: 'ARI:',
  acs: 'ACS:',
  has: 'Capability present',
  hasNot: 'Not there',

  restartQuestion: (vms: number) =>
    'This restarts the network adapter: connections through it are interrupted for a moment.' +
    `${fallBack(vms)} Do you want to continue?`,
  notRunning: 'The driver of the adapter does not run.',
  cable: 'Cable',
  cableIn: 'The cable is plugged in.',
  cableIsOut: 'The cable is unplugged: the port has no link.',
  unplug: 'Unplug Cable',
  plugIn: 'Plug Cable In',
  driverGroup: 'Driver',
  restartWhat: 'Restart-NetAdapter: halts the driver and starts it anew.',
  restart: 'Restart Adapter',
  resetWhat: 'The driver resets the physical function: its virtual functions fail over first and come back.',
  reset: 'Reset PF',
  failWhat: 'The driver stops the device at once (code 43); its virtual functions are gone.',
  fail: 'Fail PF Driver',
  card: 'Card',
  removeWhat: 'Pulls the card out of the running computer, with all its ports.',
  remove: 'Pull Card Out',
  returnWhat: 'The card lies beside the computer. Windows keeps its settings and bindings.',
  giveBack: 'Put Card Back',
  refused: (message: string) => `The host refused the change: ${message}`,
} as const;
