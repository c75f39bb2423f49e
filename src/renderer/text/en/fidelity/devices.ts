/** How real Device Manager and the properties of a physical network adapter are. */
import type { PageEntry, WindowEntry } from '../../../fidelity/model';
import { nicProperties as text } from '../devices';
import { frame } from '../frame';
import { learn, memory } from './sources';

export const deviceManager: WindowEntry = {
  title: 'Device Manager',
  what: 'The network adapters of the host, physical and virtual.',
  mark: 'simplified',
  why: `${frame.deviceManagerHint} This one has network adapters alone, and buttons instead of menus.`,
  source: memory.high,
  controls: [
    'Properties',
    'Enable device',
    'Disable device',
    'Show hidden devices',
    { caption: frame.virtualFunctions, mark: 'simulatorOnly', why: frame.virtualFunctionsHint },
    'Devices',
    'Network adapters',
    'Close',
  ],
  pages: [],
};

const general: PageEntry = {
  page: 'General',
  what: 'What the device is, where it sits, and whether it works.',
  mark: 'simplified',
  why: 'Connection, link speed and virtual switch stand here, too; Windows has them in Network Connections.',
  source: memory.high,
  controls: [
    ...['Device type:', 'Manufacturer:', 'Location:', 'Device status'].map((caption) => ({
      caption,
      mark: 'asInWindows' as const,
      source: memory.high,
    })),
    'Connection:',
    'Link speed:',
    'Virtual switch:',
  ],
};

const advanced: PageEntry = {
  page: 'Advanced',
  what: "The driver's properties; a change restarts the adapter.",
  mark: 'simplified',
  why: 'A few of the properties that a real driver offers. The names are the common ones; drivers differ.',
  source: `${learn('Standardized INF keywords for SR-IOV')}; captions ${memory.high}`,
  controls: [
    { caption: 'Property:', mark: 'asInWindows', source: memory.high },
    { caption: 'Value:', mark: 'asInWindows', source: memory.high },
    {
      caption: 'NIC switch',
      mark: 'simulatorOnly',
      why: text.numVfsMark,
      controls: ['Most virtual functions (NumVFs):'],
    },
  ],
};

const driver: PageEntry = {
  page: 'Driver',
  what: 'Which driver is installed, and whether the device is enabled.',
  mark: 'simplified',
  why: `${text.noVersion} Update Driver, Roll Back Driver and Uninstall Device are missing.`,
  source: memory.high,
  controls: [
    'Driver file:',
    { caption: 'Enable Device', mark: 'asInWindows', source: memory.high },
    { caption: 'Disable Device', mark: 'asInWindows', source: memory.high },
    {
      caption: 'Installed driver',
      mark: 'simulatorOnly',
      why: text.installedMark,
      controls: [text.withSriov, text.withoutSriov],
    },
  ],
};

const resources: PageEntry = {
  page: 'Resources',
  what: 'The memory and interrupts of the device, read from its configuration space.',
  mark: 'asInWindows',
  source: memory.high,
  controls: [
    { caption: 'Resource settings', controls: ['Memory Range', 'IRQ'] },
    'Conflicting device list:',
    { caption: 'PCI Express', mark: 'simulatorOnly', why: text.pciExpressMark },
  ],
};

const simulator: PageEntry = {
  page: 'Simulator',
  what: 'Cable, driver faults, and pulling the card out.',
  mark: 'simulatorOnly',
  why: text.simulatorHint,
  controls: [
    { caption: 'Cable', controls: ['Unplug Cable', 'Plug Cable In'] },
    { caption: 'Driver', controls: ['Restart Adapter', 'Reset PF', 'Fail PF Driver'] },
    { caption: 'Card', controls: ['Pull Card Out', 'Put Card Back'] },
  ],
};

export const nicProperties: WindowEntry = {
  title: 'Network adapter properties',
  what: 'The properties of one physical network adapter.',
  mark: 'asInWindows',
  source: memory.high,
  controls: ['OK', 'Cancel', 'Pages'],
  pages: [general, advanced, driver, resources, simulator],
};
