/** Words of the Virtual Switch Manager. */
import type { SwitchType } from '../../../shared/model/switch';

const typeDescriptions: Readonly<Record<SwitchType, string>> = {
  External:
    'Creates a virtual switch that binds to the physical network adapter so that virtual machines can access a ' +
    'physical network.',
  Internal:
    'Creates a virtual switch that can be used only by the virtual machines that run on this physical computer, ' +
    'and between the virtual machines and the physical computer. An internal virtual switch does not provide ' +
    'connectivity to a physical network connection.',
  Private:
    'Creates a virtual switch that can be used only by the virtual machines that run on this physical computer.',
};

export const switchManager = {
  title: (host: string) => `Virtual Switch Manager for ${host}`,
  tree: 'Pages',
  virtualSwitches: 'Virtual Switches',
  newVirtualNetworkSwitch: 'New virtual network switch',
  unnamed: '(no name)',
  types: { External: 'External', Internal: 'Internal', Private: 'Private' },
  extensionTypes: { Monitoring: 'Monitoring', Filter: 'Filter', Forwarding: 'Forwarding' },
  /** From `Get-VMSwitch`; the third is from memory. */
  extensionNames: {
    captureExtension: 'Microsoft NDIS Capture',
    filteringExtension: 'Microsoft Windows Filtering Platform',
    forwardingExtension: 'Microsoft Azure VFP Switch Extension',
  },
  internalOnly: 'Internal only',
  privateVirtualSwitch: 'Private virtual switch',
  noAdapter: 'No network adapter',

  createVirtualSwitch: 'Create virtual switch',
  whatType: 'What type of virtual switch do you want to create?',
  create: 'Create Virtual Switch',
  typeDescriptions,
  defaultName: 'New Virtual Switch',

  properties: 'Virtual Switch Properties',
  name: 'Name:',
  notes: 'Notes:',
  connectionType: 'Connection type',
  whatToConnect: 'What do you want to connect this virtual switch to?',
  externalNetwork: 'External network:',
  allowManagementOs: 'Allow management operating system to share this network adapter',
  enableSriov: 'Enable single-root I/O virtualization (SR-IOV)',
  internalNetwork: 'Internal network',
  privateNetwork: 'Private network',
  sriovNote:
    'SR-IOV can only be configured when the virtual switch is created. An external virtual switch with SR-IOV ' +
    'enabled cannot be converted to an internal or private switch.',
  remove: 'Remove',

  vlanGroup: 'VLAN ID',
  enableVlan: 'Enable virtual LAN identification for management operating system',
  vlanId:
    'The VLAN identifier specifies the virtual LAN that the management operating system will use for all network ' +
    'communications through this network adapter. This setting does not affect virtual machine networking.',
  vlanNeedsBox: 'Select Enable virtual LAN identification for management operating system first.',
  vlanNeedsHost: 'The management operating system has no network adapter on this virtual switch.',
  vlanRange: 'Enter a number from 1 to 4094.',

  extensions: 'Extensions',
  extensionsHeading: 'Virtual Switch Extensions',
  extensionsIntro:
    'Select the extensions to enable for this virtual switch. The extensions are used in the order in which they ' +
    'are listed; the order can be changed among extensions of the same type.',
  extensionsList: 'Switch extensions',
  moveUp: 'Move Up',
  moveDown: 'Move Down',
  onlyOneOfItsType: 'No other extension of this type is installed.',
  extensionDetails: 'Details for selected extension',
  company: 'Company:',
  microsoft: 'Microsoft',
  version: 'Version:',
  /** The build of Windows Server 2025, which the host stands for; from memory. */
  extensionVersion: '10.0.26100.1',
  extensionType: 'Extension type:',
  extensionMark: 'The setting is kept; nothing is captured or filtered.',
  removesVfs: 'Takes virtual functions away',
  forwardingMark:
    'A forwarding extension sees only what passes the virtual switch, so it has virtual functions removed from ' +
    'the ports. No other effect is simulated.',

  globalNetworkSettings: 'Global Network Settings',
  macRange: 'MAC Address Range',
  macRangeDetail: (minimum: string, maximum: string) => `${minimum} to ${maximum}`,
  macIntro:
    'Use this setting to define the range of media access control (MAC) addresses that can be assigned dynamically ' +
    'to virtual network adapters.',
  macGroup: 'MAC address range',
  minimum: 'Minimum:',
  maximum: 'Maximum:',
  macNote:
    'Changing this setting does not affect network adapters that have already been configured with a MAC address.',
  macReversed: 'The maximum must not be below the minimum, and both must begin with the same pair.',

  inUseBy: (description: string, owner: string) => `${description} (in use by ${owner})`,
  notInComputer: (description: string) => `${description} (not in the computer)`,
  needsExternal: 'Select External network first.',
  noAdapterOnHost: 'This computer has no physical network adapter.',
  sriovFixed: 'SR-IOV can only be configured when the virtual switch is created.',
  sriovStaysExternal:
    'An external virtual switch with SR-IOV enabled cannot be converted to an internal or private switch.',
  sriovInTheWay:
    'SR-IOV will be set on the virtual switch, but it cannot operate as this computer is now, because:',
  sriovMark:
    'Windows creates the virtual switch without a word and tells the reasons in PowerShell only: IovSupportReasons ' +
    'and SriovSupport.',

  nameMissing: 'Enter a name for the virtual switch.',
  nameTooLong: 'Use at most 100 characters.',
  notesTooLong: 'Use at most 4,000 characters.',
  adapterMissing: 'Select a network adapter, or choose an internal or private network.',
  applyFailed: (message: string) => `Error applying Virtual Switch Properties changes. ${message}`,
} as const;

/** Words of the question that comes before changes to an external virtual switch. */
export const applyNetworkingChanges = {
  title: 'Apply Networking Changes',
  header: 'Pending changes may disrupt network connectivity',
  message:
    'This computer may lose its network connection while the changes are applied. This may affect any network ' +
    'operations in progress. These changes also may overwrite some static changes. If that happens, you must ' +
    'reapply the static changes. Do you want to continue?',
  dontAskAgain: "Please don't ask me again",
  yes: 'Yes',
  no: 'No',
} as const;
