/** How real the Hyper-V Settings are. */
import type { PageEntry, WindowEntry } from '../../../fidelity/model';
import { learnAndMemory, memory } from './sources';

const noFiles = 'The folder is kept and proposed; the simulator writes no file there.';
const noSession = 'The setting is kept; the guest has no screen and takes no keys.';

const serverPages: readonly PageEntry[] = [
  {
    page: 'Virtual Hard Disks',
    what: 'The folder that is proposed for virtual hard disks.',
    mark: 'simplified',
    why: noFiles,
    source: learnAndMemory('Set-VMHost'),
    controls: ['Folder:'],
  },
  {
    page: 'Virtual Machines',
    what: 'The folder that holds the configuration of virtual machines.',
    mark: 'simplified',
    why: noFiles,
    source: learnAndMemory('Set-VMHost'),
    controls: ['Folder:'],
  },
  {
    page: 'NUMA Spanning',
    what: 'Whether a virtual machine may take memory from more than one NUMA node.',
    mark: 'simplified',
    why: 'Without spanning a virtual machine does not start when one of its virtual nodes is larger than a physical one. The host’s nodes are the simulator’s own, and the cost model knows no distance between memory and processor.',
    source: learnAndMemory('Hyper-V Virtual NUMA Overview'),
    controls: ['Allow virtual machines to span physical NUMA nodes'],
  },
  {
    page: 'Enhanced Session Mode Policy',
    what: 'Whether the host allows enhanced sessions.',
    mark: 'simplified',
    why: noSession,
    source: memory.high,
    controls: ['Allow enhanced session mode'],
  },
];

const userPages: readonly PageEntry[] = [
  {
    page: 'Keyboard',
    what: 'Where key combinations of Windows go while a connection has the focus.',
    mark: 'simplified',
    why: noSession,
    source: memory.high,
    controls: [
      'Use on the physical computer',
      'Use on the virtual machine',
      'Use on the virtual machine only when running full-screen',
    ],
  },
  {
    page: 'Mouse Release Key',
    what: 'The keys that give the mouse back to the host.',
    mark: 'simplified',
    why: noSession,
    source: memory.high,
    controls: ['Release key:'],
  },
  {
    page: 'Enhanced Session Mode',
    what: 'Whether connections use the enhanced session where they can.',
    mark: 'simplified',
    why: noSession,
    source: memory.high,
    controls: ['Use enhanced session mode'],
  },
  {
    page: 'Reset Check Boxes',
    what: "Brings back the questions that were answered with Please don't ask me again.",
    mark: 'asInWindows',
    source: memory.high,
    controls: ['Reset'],
  },
];

export const hostSettings: WindowEntry = {
  title: 'Hyper-V Settings',
  what: 'What concerns the host as a whole, and what concerns the person at the console.',
  mark: 'simplified',
  why: 'Without the pages about other hosts: Live Migrations, Storage Migrations and Replication Configuration.',
  source: memory.high,
  controls: [
    { caption: 'OK', mark: 'asInWindows', source: memory.high },
    { caption: 'Cancel', mark: 'asInWindows', source: memory.high },
    { caption: 'Apply', mark: 'asInWindows', source: memory.high },
    { caption: 'Folder:', mark: 'simplified', why: noFiles, source: memory.high },
  ],
  pages: [...serverPages, ...userPages],
};
