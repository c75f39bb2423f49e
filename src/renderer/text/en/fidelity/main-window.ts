/** How real the main window is: menus, panes, the list of virtual machines and its details. */
import type { PageEntry, WindowEntry } from '../../../fidelity/model';
import { frame } from '../frame';
import { panes } from '../panes';
import { memory } from './sources';

const simulatorsMenus =
  'Documents, undo and recordings belong to the simulator; Windows keeps no documents of a host.';

const menuBar: PageEntry = {
  page: 'Menu bar',
  also: ['File', 'Edit', 'Action', 'View', 'Help'],
  what: 'The menus along the top of the window.',
  mark: 'asInWindows',
  source: memory.medium,
  controls: [
    {
      caption: 'File',
      mark: 'simplified',
      why: `${simulatorsMenus} Options... of the Microsoft Management Console is missing.`,
      source: memory.medium,
      controls: [
        { caption: 'Exit', mark: 'asInWindows', source: memory.medium },
        ...['New Document', 'Open...', 'Open Recent', 'Save As...', 'New Host from lspci...'].map(
          (caption) => ({ caption, mark: 'simulatorOnly' as const, why: simulatorsMenus }),
        ),
      ],
    },
    {
      caption: 'Edit',
      mark: 'simulatorOnly',
      why: simulatorsMenus,
      controls: ['Undo*', 'Redo*', 'Compare...', 'Reset to Start...'],
    },
    {
      caption: 'Action',
      controls: ['New', 'Virtual Machine...'],
    },
    {
      caption: 'View',
      controls: [
        'Add/Remove Columns...',
        'Customize...',
        {
          caption: 'Theme',
          mark: 'simulatorOnly',
          why: 'Hyper-V Manager has no themes of its own.',
          controls: ['System', 'Light', 'Dark'],
        },
        { caption: 'Recordings...', mark: 'simulatorOnly', why: simulatorsMenus },
      ],
    },
    {
      caption: 'Help',
      controls: [
        {
          caption: 'Help Topics',
          mark: 'simplified',
          why: "Opens the simulator's own help; Windows opens its help files or a web page.",
          source: memory.medium,
        },
        {
          caption: 'What Is Real Here?',
          mark: 'simulatorOnly',
          why: 'The list of how real the console is.',
        },
        {
          caption: 'About SR-IOV Manager...',
          mark: 'simplified',
          why: 'Tells of the simulator, in the place of About Hyper-V Manager...',
          source: memory.medium,
        },
      ],
    },
  ],
};

const toolBar: PageEntry = {
  page: 'Tool bar',
  what: 'Shows and hides the panes at the sides, and opens the help.',
  mark: 'simplified',
  why: 'Without Back and Forward: there are two nodes to go to.',
  source: memory.medium,
  controls: [
    ...['Show/Hide Console Tree', 'Show/Hide Action Pane'].map((caption) => ({
      caption,
      mark: 'asInWindows' as const,
      source: memory.medium,
    })),
    {
      caption: 'Help',
      mark: 'simplified',
      why: "Opens the simulator's own help.",
      source: memory.medium,
    },
  ],
};

const consoleTree: PageEntry = {
  page: 'Console tree',
  what: 'The console and the hosts it manages.',
  mark: 'simplified',
  why: 'There is one host, the simulated one; other hosts cannot be added.',
  source: memory.high,
  controls: ['Hyper-V Manager'],
};

const introduction: PageEntry = {
  page: 'Hyper-V Manager',
  also: ['Introduction'],
  what: 'What shows while the root of the console tree is selected.',
  mark: 'simplified',
  why: 'The boxes Introduction and Resources are there; their text is about the simulator.',
  source: memory.medium,
  controls: ['Introduction', 'Resources'],
};

const virtualMachines: PageEntry = {
  page: 'Virtual Machines',
  what: 'Every virtual machine of the host, one in a row; a click on a column header sorts.',
  mark: 'asInWindows',
  source:
    'widths and order of the columns: a settings file that Hyper-V Manager wrote; captions from memory, high confidence',
  controls: [
    'Name',
    'State',
    'CPU Usage',
    'Assigned Memory',
    'Uptime',
    'Status',
    'Configuration Version',
    {
      caption: 'New Virtual Machine...',
      mark: 'simulatorOnly',
      why: 'Windows says alone that there are no virtual machines.',
    },
    {
      caption: 'Further columns',
      mark: 'simulatorOnly',
      why: "Columns beyond the usual seven are the simulator's choice.",
      controls: [
        'Connection',
        'Created',
        'Generation',
        'Heartbeat',
        'Notes',
        'Guest',
        'SR-IOV',
        'Virtual Processors',
      ],
    },
  ],
};

const summary: PageEntry = {
  page: 'Summary',
  what: 'What the selected virtual machine is, with a small picture of its screen.',
  mark: 'asInWindows',
  source: memory.high,
  controls: [
    'Created:',
    'Configuration Version:',
    'Generation:',
    'Notes:',
    'Clustered:',
    'Heartbeat:',
    {
      caption: 'Guest:',
      mark: 'simulatorOnly',
      why: 'Windows does not tell here which operating system the guest runs.',
    },
    {
      caption: 'Screen of *',
      mark: 'simplified',
      why: 'Drawn from the state of the simulated guest, which has no picture.',
      source: memory.high,
    },
  ],
};

const memoryTab: PageEntry = {
  page: 'Memory',
  what: 'How much memory the selected virtual machine has and wants.',
  mark: 'asInWindows',
  source: memory.high,
  controls: [
    'Startup Memory:',
    'Dynamic Memory:',
    'Minimum Memory:',
    'Maximum Memory:',
    'Assigned Memory:',
    {
      caption: 'Memory Demand:',
      mark: 'simplified',
      why: 'A simulated guest has no programs; its demand follows from a model.',
      source: memory.high,
    },
    {
      caption: 'Memory Status:',
      mark: 'simplified',
      why: 'Follows from the demand, which is modelled.',
      source: memory.high,
    },
  ],
};

const networkingTab: PageEntry = {
  page: 'Networking',
  what: 'The network adapters of the selected virtual machine: the first place where trouble with SR-IOV shows.',
  mark: 'asInWindows',
  source: `status texts and columns ${memory.high}; John Howard's articles on SR-IOV name the tab`,
  controls: [
    'Adapter',
    'Connection',
    'IP Addresses',
    'Status',
    { caption: 'SR-IOV', mark: 'simulatorOnly', why: panes.iov.hint },
  ],
};

const performanceTab: PageEntry = {
  page: 'Performance',
  what: 'The traffic of the selected virtual machine by data path, as a chart and as figures.',
  mark: 'simulatorOnly',
  why: panes.performanceHint,
  controls: ['Last 60 seconds'],
};

/** Windows has the programs behind these elsewhere, or not at all. */
const ownVerbs = [
  [frame.deviceManager, frame.deviceManagerHint],
  [frame.virtualFunctions, frame.virtualFunctionsHint],
  [frame.firmwareSetup, frame.firmwareSetupHint],
] as const;

const actions: PageEntry = {
  page: 'Actions',
  what: 'What the host and the selected virtual machines can be told now.',
  mark: 'asInWindows',
  source: `${memory.high}; order ${memory.medium}`,
  controls: [
    'New',
    'Virtual Machine...',
    'Hyper-V Settings...',
    'Virtual Switch Manager...',
    ...ownVerbs.map(([caption, why]) => ({ caption, mark: 'simulatorOnly' as const, why })),
    'Stop Service',
    'Start Service',
    'Refresh',
    'View',
    {
      caption: 'Help',
      mark: 'simplified',
      why: "Opens the simulator's own help.",
      source: memory.high,
    },
    {
      caption: 'New Host from lspci...',
      mark: 'simulatorOnly',
      why: 'Builds a host from a description of hardware; Windows has nothing like it.',
    },
    'Connect...',
    'Settings...',
    'Start',
    'Turn Off...',
    'Shut Down...',
    'Save',
    'Pause',
    'Resume',
    'Reset...',
    'Rename...',
    'Delete...',
    'Delete Saved State...',
  ],
};

const statusBar: PageEntry = {
  page: 'Status bar',
  also: ['Simulated time'],
  what: 'Which host is simulated, its clock, and how fast that goes.',
  mark: 'simulatorOnly',
  why: "The simulated host's clock and its speed are the simulator's.",
  controls: [
    'Simulated time*',
    'Pause Simulated Time',
    'Resume Simulated Time',
    'Forward *',
    'Back *',
    'Speed*',
    'Set Date and Time...',
  ],
};

export const mainWindow: WindowEntry = {
  title: 'Main window',
  what: 'Tree, list, details and actions of one host.',
  mark: 'asInWindows',
  source: memory.high,
  controls: [],
  pages: [
    menuBar,
    toolBar,
    consoleTree,
    introduction,
    virtualMachines,
    summary,
    memoryTab,
    networkingTab,
    performanceTab,
    actions,
    statusBar,
  ],
};
