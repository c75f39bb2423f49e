/** How real the smaller windows are: the simulator's own, and message boxes. */
import { customizeView as customize } from '../customize-view';
import type { WindowEntry } from '../../../fidelity/model';
import { columnsDialog } from '../columns';
import { firmware } from '../firmware';
import { frame } from '../frame';
import { lspci } from '../lspci';
import { recordings } from '../recordings';
import { memory } from './sources';

function own(
  title: string,
  what: string,
  why: string,
  controls: readonly string[],
  pages: readonly string[] = [],
): WindowEntry {
  return {
    ...{ title, what, why, mark: 'simulatorOnly', controls },
    pages: pages.map((page) => ({ page, what, why, mark: 'simulatorOnly', controls: [] })),
  };
}

const documents = 'Windows keeps no documents of a host; the simulator keeps each simulated host in one.';

export const firmwareSetup: WindowEntry = {
  title: 'Firmware Setup',
  what: "The computer's firmware set-up, its boot configuration, and what is in its slots.",
  mark: 'simulatorOnly',
  why: firmware.simulated,
  controls: ['Save', 'Save and Restart Host', 'Cancel'],
  pages: [
    {
      page: 'Settings',
      what: 'What the firmware allows of I/O virtualization and PCI Express.',
      mark: 'simulatorOnly',
      why: 'Every maker calls these differently; the names here are common ones.',
      controls: [...Object.values(firmware.switches).map(({ label }) => label), firmware.version],
    },
    {
      page: 'Boot configuration',
      what: 'What the boot configuration of Windows tells the hypervisor.',
      mark: 'simulatorOnly',
      why: 'In Windows this is bcdedit, a command without a window.',
      controls: [firmware.policy],
    },
    {
      page: 'Processor and chipset',
      what: 'What the processor and the chipset can do.',
      mark: 'simulatorOnly',
      why: 'Taking a part away stands for another computer.',
      controls: [...Object.values(firmware.parts).map(({ label }) => label), firmware.mmio],
    },
    {
      page: 'Slots',
      what: 'Which card is in which slot, and what the port above it can do.',
      mark: 'simulatorOnly',
      why: 'Stands for a screwdriver.',
      controls: [
        'ACS at the port of *',
        'ARI forwarding at the port of *',
        'Spare buses of *',
        'Network adapter in *',
        'Put back the network adapter into *',
      ],
    },
  ],
};

export const virtualFunctions = own(
  'Virtual Functions',
  'The physical and virtual functions of each network adapter, and who has them.',
  frame.virtualFunctionsHint,
  ['Network adapters', 'Close'],
  ['Virtual functions', 'Get-NetAdapterSriov'],
);

export const newHostFromLspci = own(
  'New Host from lspci',
  'Builds a host with the topology of a real computer.',
  lspci.simulated,
  [lspci.label, lspci.browse, 'Go to Line *', lspci.create, lspci.cancel],
);

export const setDate = own(
  'Set Date and Time',
  'Sets the clock of the simulated host.',
  'Windows sets its clock in the settings of date and time, and cannot take anything back by it.',
  ['Date and time:', 'OK', 'Cancel'],
);

export const recordingsWindow = own('Recordings', 'What counters were recorded.', recordings.hint, [
  recordings.new,
  recordings.stop,
  recordings.export,
  recordings.delete,
  'Close',
]);
export const newRecording = own('New Recording', 'Begins to record counters.', recordings.hint, [
  recordings.name,
  recordings.interval,
  recordings.rootProcessor,
  recordings.find,
  recordings.start,
  'Cancel',
]);
export const compare = own('Compare', 'What differs between two moments of the document.', documents, [
  'Left:',
  'Right:',
  'Choose Another File...',
  'Close',
]);
export const documentRefused = own('Open Document', 'Why a document cannot be opened.', documents, [
  'Recover',
  'Open a Copy',
  'Close',
]);
export const longWork = own('Long work', 'How far long work has come.', documents, ['Cancel']);

export const addRemoveColumns: WindowEntry = {
  title: 'Add/Remove Columns',
  what: 'Which columns the list of virtual machines shows, and in which order.',
  mark: 'simplified',
  why: columnsDialog.furtherHint,
  source: memory.medium,
  controls: [
    'Available columns:',
    'Displayed columns:',
    'Add ->',
    '<- Remove',
    'Move Up',
    'Move Down',
    'Restore Defaults',
    'OK',
    'Cancel',
  ],
  pages: [],
};

export const browseDisks: WindowEntry = {
  title: 'Open',
  what: 'Chooses a virtual hard disk.',
  mark: 'simplified',
  why: 'Windows shows every file of the computer here; the simulator knows the virtual hard disks alone.',
  source: memory.high,
  controls: ['Name', 'Maximum size', 'Used by', 'Open', 'Cancel'],
  pages: [],
};

export const rename: WindowEntry = {
  title: 'Rename',
  what: 'Gives a virtual machine another name.',
  mark: 'simplified',
  why: 'Windows lets the name be typed over in the list.',
  source: memory.medium,
  controls: ['Name:', 'OK', 'Cancel'],
  pages: [],
};

export const about: WindowEntry = {
  title: 'About SR-IOV Manager',
  what: 'What the program is, and what the present host is made of.',
  mark: 'simplified',
  why: 'Tells of the simulator instead of Hyper-V Manager.',
  source: memory.medium,
  controls: ['This host', 'Close'],
  pages: [],
};

export const confirm: WindowEntry = {
  title: 'Question',
  what: 'Asks before something is done that cannot be taken back.',
  mark: 'asInWindows',
  source:
    'titles and buttons from the names of the strings in Hyper-V Manager; sentences from memory, medium confidence',
  controls: [
    'Turn Off',
    "Don't Turn Off",
    'Shut Down',
    "Don't Shut Down",
    'Reset',
    "Don't Reset",
    'Delete',
    "Don't Delete",
  ],
  pages: [],
};

export const failure: WindowEntry = {
  title: 'Failure',
  what: 'Says what could not be done, and why.',
  mark: 'simplified',
  why: "The sentence below the heading is the simulator's.",
  source: memory.high,
  controls: ['Close'],
  pages: [],
};

export const help = own(
  'Help',
  'What has the focus, and how real it is.',
  'Windows has help texts instead.',
  ['What Is Real Here?', 'Close'],
);
export const fidelity = own(
  'What Is Real Here?',
  'The whole list of how real the console is.',
  'The console tells about itself.',
  ['Find:', 'Show:', 'Window:', 'Close'],
);

export const customizeView: WindowEntry = {
  title: customize.title,
  what: 'Which panes and bars the main window shows.',
  mark: 'simplified',
  why: "MMC's dialog also has boxes for menus, description bar and task pads, which this console does not have.",
  source: memory.medium,
  controls: [...Object.values(customize.boxes), 'OK'],
  pages: [],
};
