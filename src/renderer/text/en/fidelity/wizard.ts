/** How real the New Virtual Machine Wizard is. */
import type { PageEntry, WindowEntry } from '../../../fidelity/model';
import { wizard as text } from '../wizard';
import { memory } from './sources';

const pages: readonly PageEntry[] = [
  {
    page: 'Before You Begin',
    what: 'What the wizard does.',
    mark: 'asInWindows',
    source: memory.high,
    controls: ['Do not show this page again'],
  },
  {
    page: 'Specify Name and Location',
    what: 'The name, and the folder of the configuration.',
    mark: 'simplified',
    why: 'The folder is kept; the simulator writes no file there.',
    source: memory.high,
    controls: [
      { caption: 'Name:', mark: 'asInWindows', source: memory.high },
      'Store the virtual machine in a different location',
      'Location:',
      'Browse...',
    ],
  },
  {
    page: 'Specify Generation',
    what: 'The virtual hardware, once and for all.',
    mark: 'asInWindows',
    source: memory.high,
    controls: ['Generation', 'Generation 1', 'Generation 2'],
  },
  {
    page: 'Assign Memory',
    what: 'How much memory the virtual machine starts with.',
    mark: 'asInWindows',
    source: memory.high,
    controls: ['Startup memory:', 'Use Dynamic Memory for this virtual machine.'],
  },
  {
    page: 'Configure Networking',
    what: 'The virtual switch of the first network adapter.',
    mark: 'asInWindows',
    source: memory.high,
    controls: ['Connection:'],
  },
  {
    page: 'Connect Virtual Hard Disk',
    what: 'The disk of the virtual machine: a new one, one that exists, or none yet.',
    mark: 'simplified',
    why: 'The disk is kept and shown; a simulated guest brings its own operating system and reads no disk.',
    source: memory.high,
    controls: [
      'Create a virtual hard disk',
      'Name:',
      'Location:',
      'Size:',
      'Use an existing virtual hard disk',
      'Path:',
      'Browse...',
      'Attach a virtual hard disk later',
    ],
  },
  {
    page: 'Installation Options',
    what: 'Where the operating system is installed from.',
    mark: 'simplified',
    why: 'Nothing is installed: a simulated virtual machine comes with an operating system.',
    source: memory.high,
    controls: [
      'Install an operating system later',
      'Install an operating system from a bootable CD/DVD-ROM',
      'Image file (.iso):',
      'Install an operating system from a bootable floppy disk',
      'Virtual floppy disk (.vfd):',
      'Install an operating system from a network-based installation server',
      'Install an operating system from a bootable image file',
    ],
  },
  {
    page: 'Summary',
    also: ['Completing the New Virtual Machine Wizard'],
    what: 'What is about to be created.',
    mark: 'simplified',
    why: text.summary.guestHint,
    source: memory.high,
    controls: ['Description:'],
  },
];

export const newVirtualMachine: WindowEntry = {
  title: 'New Virtual Machine Wizard',
  what: 'Creates a virtual machine page by page.',
  mark: 'asInWindows',
  source: memory.high,
  controls: ['< Previous', 'Next >', 'Finish', 'Cancel', 'Steps'],
  pages,
};
