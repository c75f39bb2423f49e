/** Words of the window on an adapter's virtual functions. */
export const virtualFunctions = {
  title: (host: string) => `Virtual Functions of ${host}`,
  adapters: 'Network adapters',
  tabs: 'Views',
  functions: 'Virtual functions',
  cmdlet: 'Get-NetAdapterSriov',
  noSriov: 'No SR-IOV',
  notPresent: 'Not in the computer',
  inUse: (used: number, existing: number) =>
    existing === 0 ? 'No virtual function' : `${used} of ${existing} in use`,
  empty: 'This computer has no network adapter. Put one into a slot in Firmware Setup and restart the host.',

  used: 'In use:',
  free: 'Free:',
  existing: 'Enabled (NumVFs):',
  most: 'At most:',
  mostText: (limit: number, driver: number, total: number) =>
    `${limit} (the driver offers ${driver}, TotalVFs is ${total})`,
  vPorts: 'VPorts:',
  queuePairs: 'Queue pairs:',
  ofAll: (used: number, all: number) => `${used} of ${all}`,
  ofAllAssumed: (used: number, all: number) => `${used} of ${all} (assumed)`,
  support: 'SriovSupport:',
  switchName: 'Virtual switch:',
  none: 'None',

  table: 'Physical and virtual functions',
  columns: {
    name: 'Function',
    routingId: 'Routing ID',
    owner: 'Owner',
    vPort: 'VPort',
    queuePairs: 'Queue pairs',
    state: 'State',
    path: 'Data path',
  },
  pf: 'PF',
  vf: (index: number) => `VF ${index}`,
  parent: 'Parent partition',
  owner: (vm: string, adapter: string) => `${vm}, ${adapter}`,
  freeVf: 'Free',
  vmqs: (count: number) => (count === 0 ? '0' : `0 + ${count} VMQ`),
  nobody: '',
  noFunctions:
    'No virtual function exists now. They are enabled when an external virtual switch with SR-IOV is bound to the adapter.',
  incapable: 'Device or driver know nothing of SR-IOV.',
  gone: 'The card is not in the computer.',

  property: 'Property',
  value: 'Value',
  notListed: 'Get-NetAdapterSriov does not list this adapter.',
  reading: 'Reading...',
} as const;
