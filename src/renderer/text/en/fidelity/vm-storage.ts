/** How real the pages of a virtual machine's disks, ports and firmware are. */
import type { PageEntry } from '../../../fidelity/model';
import { learnAndMemory, memory, scripts } from './sources';

const noDisk =
  'What a disk stores is not simulated: the guest has its operating system whatever is attached. A virtual machine does not start, though, while another one holds its disk.';

const noMedia = 'The path is kept; a simulated guest reads no media.';

const order = 'The order is kept; a simulated guest starts from its own operating system.';

const bios: PageEntry = {
  page: 'BIOS',
  what: 'The order in which a generation 1 virtual machine looks for an operating system.',
  mark: 'simplified',
  why: order,
  source: learnAndMemory('Set-VMBios'),
  controls: ['Num Lock', 'Startup order:', 'Move Up', 'Move Down'],
};

const firmware: PageEntry = {
  page: 'Firmware',
  what: 'The order in which a generation 2 virtual machine looks for an operating system.',
  mark: 'simplified',
  why: order,
  source: memory.high,
  controls: [
    'Boot order:',
    'Type',
    'Value',
    { caption: 'Boot entry details*', controls: ['Description:', 'Value:', 'File path:'] },
    'Move Up',
    'Move Down',
  ],
};

const ide: PageEntry = {
  page: 'IDE Controller *',
  what: 'Connects a disk or a DVD drive to an emulated controller of a generation 1 virtual machine.',
  mark: 'simplified',
  why: noDisk,
  source: memory.high,
  controls: ['Hard Drive', 'DVD Drive', 'Drives', 'Add'],
};

const scsi: PageEntry = {
  page: 'SCSI Controller',
  what: 'Connects a disk or a DVD drive to a synthetic controller.',
  mark: 'simplified',
  why: noDisk,
  source: memory.high,
  controls: ['Hard Drive', 'DVD Drive', 'Drives', 'Add', 'Remove'],
};

const hardDrive: PageEntry = {
  page: 'Hard Drive',
  what: 'Which virtual or physical disk is connected, and where.',
  mark: 'simplified',
  why: noDisk,
  source: memory.high,
  controls: [
    'Controller:',
    'Location:',
    { caption: 'Media', controls: ['Virtual hard disk:', 'Browse...'] },
    'Remove',
  ],
};

const qualityOfService: PageEntry = {
  page: 'Quality of Service',
  what: 'Limits for the operations per second of one virtual disk.',
  mark: 'simplified',
  why: 'The limits are kept; the simulator has no traffic of disks.',
  source: `${scripts}; the rest ${memory.high}`,
  controls: ['Enable Quality of Service management', 'Minimum:', 'Maximum:'],
};

const dvd: PageEntry = {
  page: 'DVD Drive',
  what: 'Which image or drive is in the virtual DVD drive.',
  mark: 'simplified',
  why: noMedia,
  source: memory.high,
  controls: ['Controller:', 'Location:', 'Media', 'None', 'Image file:', 'Path:', 'Browse...', 'Remove'],
};

const com: PageEntry = {
  page: 'COM *',
  what: 'Connects a serial port of the virtual machine to a named pipe.',
  mark: 'simplified',
  why: 'The pipe is kept; nothing is sent through it.',
  source: memory.high,
  controls: ['None', 'Named pipe:', 'Pipe name:', 'Remote computer', 'Computer name:', 'Named pipe path:'],
};

const diskette: PageEntry = {
  page: 'Diskette Drive',
  what: 'Which virtual floppy disk is in the drive.',
  mark: 'simplified',
  why: noMedia,
  source: memory.high,
  controls: [{ caption: 'Media', controls: ['None', 'Virtual floppy disk (.vfd) file:', 'Path:'] }],
};

export const storagePages: readonly PageEntry[] = [
  bios,
  firmware,
  ide,
  scsi,
  hardDrive,
  qualityOfService,
  dvd,
  com,
  diskette,
];
