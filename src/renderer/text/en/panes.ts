/** Words of the panes: the list of virtual machines, the details band, the introduction. */
import type { DataPathSwitching } from '../../../shared/model/adapter';
import type { Heartbeat } from '../../../shared/model/integration-services';
import type { MemoryStatus } from '../../../shared/model/memory';
import type { NetvscState } from '../../../shared/model/netvsc';
import type { IovLayer, IovLink } from '../../../shared/model/iov-status';
import type { VfStep } from '../../../shared/model/vf';

const steps: Readonly<Record<VfStep, string>> = {
  allocating: 'Allocating the VF',
  programmingIommu: 'Programming the IOMMU',
  creatingVPort: 'Creating the VPort',
  movingFilter: "Moving the receive filter to the VF's VPort",
  associating: 'Offering the VF to the guest',
  loadingDriver: 'Loading the VF driver in the guest',
  takingOver: 'NetVSC takes the VF over',
  switching: 'Switching the data path to the VF',
  active: 'In use',
  noDriver: 'The guest has no driver for it',
  refused: 'NetVSC does not use it',
  switchingBack: 'Switching the data path back to the virtual switch',
  removingDevice: 'Removing the VF from the guest',
  movingFilterBack: 'Moving the receive filter back to the default VPort',
  deletingVPort: 'Deleting the VPort',
  resettingVf: 'Resetting the VF',
  freeing: 'Freeing the VF',
};

const netvscStates: Readonly<Record<NetvscState, string>> = {
  synthetic: 'Synthetic',
  advertised: 'VF advertised',
  joined: 'VF joined',
  switching: 'Switching to the VF',
  vfActive: 'VF active',
  switchingBack: 'Switching back',
  removed: 'VF removed',
};

/** How often the path has changed, and what that has cost. */
function switched({ switches, packetsLost, lastLost, connectionsLost }: DataPathSwitching): string {
  const lost = `${packetsLost.toLocaleString('en-US')} packets lost, ${lastLost.toLocaleString('en-US')} by the last`;
  const connections = connectionsLost === 0 ? 'no connection lost' : `${connectionsLost} connections lost`;
  return `${switches}; ${lost}; ${connections}`;
}

const heartbeats: Readonly<Record<Heartbeat, string>> = {
  okHealthy: 'OK (Applications Healthy)',
  noContact: 'No Contact',
  lostCommunication: 'Lost Communication',
  disabled: 'Disabled',
};

const layers: Readonly<Record<IovLayer, string>> = {
  platform: 'Platform',
  nic: 'Physical adapter',
  switch: 'Virtual switch',
  adapter: 'Network adapter',
  guest: 'Guest',
};

const linkStates: Readonly<Record<IovLink['state'], string>> = {
  holds: 'OK',
  fails: 'Problem',
  unknown: 'Not known',
};

const memoryStatuses: Readonly<Record<MemoryStatus, string>> = { ok: 'OK', low: 'Low', warning: 'Warning' };

export const panes = {
  virtualMachines: 'Virtual Machines',
  columns: {
    name: 'Name',
    state: 'State',
    cpu: 'CPU Usage',
    memory: 'Assigned Memory',
    uptime: 'Uptime',
    status: 'Status',
    version: 'Configuration Version',
    connection: 'Connection',
    created: 'Created',
    generation: 'Generation',
    heartbeat: 'Heartbeat',
    notes: 'Notes',
    guest: 'Guest',
    sriov: 'SR-IOV',
    processors: 'Virtual Processors',
  },
  columnKeys: 'Shift+Left and Shift+Right set the width of the column.',
  sriovInUse: (used: number, asking: number) => {
    if (used === asking) return 'Active';
    return used === 0 ? 'Not active' : `${used} of ${asking} active`;
  },
  empty: 'No virtual machines were found on this server.',
  emptyHint: 'To create one, choose New, Virtual Machine... in the Actions pane.',
  emptyLink: 'New Virtual Machine...',
  hostRestarting: (host: string) =>
    `${host} is restarting. Virtual machines start again as their automatic start actions say.`,
  notConnected: 'The console could not read the state of the host.',
  tryAgain: 'Try Again',
  task: (text: string, percent: number) => `${text} (${percent}%)`,
  percent: (value: number) => `${value}%`,
  megabytes: (value: number) => `${value} MB`,

  resizeDetails: 'Height of the list',
  resizeTree: 'Width of the console tree',
  resizeActions: 'Width of the Actions pane',
  details: 'Details',
  nothingSelected: 'No virtual machine selected.',
  manySelected: (count: number) => `${count} virtual machines selected`,
  noCommonAction: 'No action applies to all of them.',
  tabs: { summary: 'Summary', memory: 'Memory', networking: 'Networking', performance: 'Performance' },
  performanceHint: 'Windows shows these figures in Performance Monitor, not here.',
  loading: 'Loading...',

  created: 'Created:',
  configurationVersion: 'Configuration Version:',
  generation: 'Generation:',
  notes: 'Notes:',
  none: 'None',
  clustered: 'Clustered:',
  no: 'No',
  heartbeat: 'Heartbeat:',
  heartbeats,
  guest: 'Guest:',
  connectThumbnail: (name: string) => `Screen of ${name}; double-click to connect`,

  startupMemory: 'Startup Memory:',
  dynamicMemory: 'Dynamic Memory:',
  minimumMemory: 'Minimum Memory:',
  maximumMemory: 'Maximum Memory:',
  assignedMemory: 'Assigned Memory:',
  memoryDemand: 'Memory Demand:',
  memoryStatus: 'Memory Status:',
  memoryStatuses,
  enabled: 'Enabled',
  disabled: 'Disabled',

  network: {
    adapter: 'Adapter',
    connection: 'Connection',
    ipAddresses: 'IP Addresses',
    status: 'Status',
    table: 'Network adapters',
    dynamicMac: (name: string, mac: string) => `${name} (Dynamic MAC: ${mac})`,
    staticMac: (name: string, mac: string) => `${name} (Static MAC: ${mac})`,
    notConnected: 'Not connected',
    noAdapters: 'The virtual machine has no network adapters.',
  },
  iov: {
    region: 'SR-IOV',
    hint: 'Windows has no such view. It shows which link keeps a network adapter from its virtual function.',
    of: (adapter: string) => `SR-IOV of ${adapter}`,
    chain: 'What SR-IOV needs, from the host to the guest',
    layers,
    linkStates,
    linkName: (layer: string, state: string) => `${layer}: ${state}`,
    cure: (text: string) => `What to do: ${text}`,
    vf: 'VF',
    noVf: 'None',
    vfAt: (index: number, routingId: string) => `VF ${index} at ${routingId}`,
    vPort: (id: number) => `VPort ${id}`,
    noVPort: 'no VPort yet',
    step: 'Assignment:',
    steps,
    netvsc: 'NetVSC:',
    netvscStates,
    switching: 'Changes of path:',
    interrupted: 'Interrupted since:',
    stalled: (step: string) => `${step} (waits for the guest, which does not answer)`,
    queuePairs: (assigned: number, requested: number) =>
      `${assigned} queue ${assigned === 1 ? 'pair' : 'pairs'} (${requested} requested)`,
    serial: (serial: number) => `serial number ${serial}`,
    switched,
    path: 'Data path:',
    paths: { none: 'None', emulated: 'Emulated device', vmbus: 'VMBus', vf: 'VF' },
    waiting: 'Waits for a free VF',
    notAsked: 'SR-IOV is not enabled on the network adapter.',
  },

  introduction: {
    title: 'Hyper-V Manager',
    heading: 'Introduction',
    paragraphs: [
      'This console manages virtual machines, virtual switches and SR-IOV on one Hyper-V host.',
      'The host is simulated: nothing you do here touches this computer, and every figure comes from the model of the host.',
    ],
    resources: 'Resources',
    resourceItems: [
      'Select the host in the console tree to see its virtual machines.',
      'Virtual Switch Manager creates an external switch with SR-IOV; that choice cannot be changed later.',
      "A network adapter's Hardware Acceleration page enables SR-IOV for one virtual machine.",
      'The Networking tab below the list shows which link of the chain is missing.',
    ],
  },
} as const;
