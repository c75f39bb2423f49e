/** Words of the frame: menus, tool bar, tree, actions, status bar. */
export const frame = {
  productName: 'SR-IOV Manager',
  menuBar: 'Menu bar',
  toolbar: 'Tool bar',
  file: 'File',
  edit: 'Edit',
  action: 'Action',
  view: 'View',
  help: 'Help',
  newHostFromLspci: 'New Host from lspci...',
  exit: 'Exit',
  addRemoveColumns: 'Add/Remove Columns...',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  about: 'About SR-IOV Manager...',
  toggleTree: 'Show/Hide Console Tree',
  toggleActions: 'Show/Hide Action Pane',

  consoleTree: 'Console tree',
  rootNode: 'Hyper-V Manager',
  restarting: 'restarting',
  notConnected: 'not connected',

  actions: 'Actions',
  selectedItems: 'Selected virtual machines',
  new: 'New',
  newVirtualMachine: 'Virtual Machine...',
  virtualSwitchManager: 'Virtual Switch Manager...',
  deviceManager: 'Device Manager...',
  deviceManagerHint:
    'Windows has Device Manager as a window of its own (devmgmt.msc), not in Hyper-V Manager.',
  virtualFunctions: 'Virtual Functions...',
  virtualFunctionsHint:
    'Windows has no such window; Get-NetAdapterSriov and Get-NetAdapterSriovVf tell as much.',
  stopService: 'Stop Service',
  startService: 'Start Service',
  refresh: 'Refresh',
  refreshKey: 'F5',
  firmwareSetup: 'Firmware Setup...',
  firmwareSetupHint: 'On a real computer this is outside Windows, in the firmware.',

  statusBar: 'Status bar',
  simulatedHost: 'Simulated host',
  simulatedTime: 'Simulated time',
  speed: (factor: number) => `Speed ${factor}x`,
  paused: 'Paused',
  origins: {
    'built-in': 'Built-in host',
    lspci: 'Built from lspci',
    scale: 'Built for scale',
  },
  connecting: 'Connecting to the virtual machine management service...',
  loadingDialog: 'Loading...',

  isNow: (name: string, state: string) => `${name} is ${state}.`,
  manyAreNow: (count: number, state: string) =>
    count === 1 ? `1 virtual machine is ${state}.` : `${count} virtual machines are ${state}.`,
} as const;
