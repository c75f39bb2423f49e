/** Words of the Settings pages about controllers, drives, ports and what a virtual machine starts from. */
import type { BiosBootDevice, ControllerType, DriveKind } from '../../../shared/model/storage';

export const driveKinds: Readonly<Record<DriveKind, string>> = { hard: 'Hard Drive', dvd: 'DVD Drive' };

const controllerIntros: Readonly<Record<ControllerType, string>> = {
  IDE: 'You can add hard drives and CD/DVD drives to your IDE controller.',
  SCSI: 'You can add hard drives to your SCSI controller or remove the SCSI controller from the virtual machine.',
};

export const controllerPage = {
  names: { IDE: (number: number) => `IDE Controller ${number}`, SCSI: () => 'SCSI Controller' },
  /** Where a drive's controller is chosen, several are told apart. */
  choice: (type: ControllerType, number: number, several: boolean) =>
    type === 'SCSI' && !several ? 'SCSI Controller' : `${type} Controller ${number}`,
  intros: controllerIntros,
  choose: 'Select the type of drive you want to attach to the controller and then click Add.',
  drives: 'Drives',
  add: 'Add',
  removeText:
    'To remove the SCSI controller from this virtual machine, click Remove. The drives on it are removed with it; virtual hard disks stay on the host.',
  remove: 'Remove',
  full: 'Every location of this controller is in use.',
  addNeedsOff: (drive: string) => `The virtual machine must be off to add a ${drive} to this controller.`,
  needsScsiRunning: 'The virtual machine must be off or running to add a Hard Drive to this controller.',
  removeNeedsOff: 'The virtual machine must be off to add or remove SCSI controllers.',
  tooMany: (most: number) => `A virtual machine can have at most ${most} SCSI controllers.`,
} as const;

export const drivePage = {
  none: 'None',
  hardIntro: 'You can change how this virtual hard disk is attached to the virtual machine.',
  dvdIntro: 'Select the controller to attach the CD/DVD drive to, and the media to use with it.',
  controller: 'Controller:',
  location: 'Location:',
  media: 'Media',
  hardMedia: 'Specify the full path of the virtual hard disk file, or browse to it.',
  virtualHardDisk: 'Virtual hard disk:',
  browse: 'Browse...',
  dvdMedia: 'Specify the media to use with your virtual CD/DVD drive.',
  imageFile: 'Image file:',
  path: 'Path:',
  hardRemoveText:
    'To remove the virtual hard disk, click Remove. This disconnects the disk but does not delete the associated file.',
  dvdRemoveText: 'To remove the CD/DVD drive from this virtual machine, click Remove.',
  remove: 'Remove',
  removeNeedsOff: (drive: string) =>
    `The virtual machine must be off to remove a ${drive} from this controller.`,
  needsOffOrRunning: 'The virtual machine must be off or running to change this.',
  needsDisk: 'Choose a virtual hard disk: a drive that is added to a running virtual machine needs one.',
  holds: (size: string, type: string, format: string) => `${size}, ${type}, ${format}`,
  gigabytes: (count: number) => `${count} GB`,
  types: { Fixed: 'fixed size', Dynamic: 'dynamically expanding' },
  contents: 'What it stores is not simulated',
  contentsMark:
    'A virtual machine does not start while another one holds its virtual hard disk. What the disk stores is not simulated: the guest has its operating system whatever is attached.',
  imageMark: 'The simulator keeps the path; its guests read no media.',
} as const;

export const qualityOfServicePage = {
  title: 'Quality of Service',
  intro:
    'Specify Quality of Service management for this virtual hard disk. Minimum and maximum IOPS are measured in 8 KB increments.',
  enable: 'Enable Quality of Service management',
  minimum: 'Minimum:',
  maximum: 'Maximum:',
  iops: 'IOPS',
  zero: '0 means no minimum, or no maximum.',
  needsBox: 'Enable Quality of Service management to change this.',
  range: (most: number) => `Enter a whole number from 0 to ${most}.`,
  minimumAboveMaximum: 'The minimum must not be above the maximum.',
  mark: 'The simulator keeps the limits; its guests read and write no disks.',
} as const;

const biosDevices: Readonly<Record<BiosBootDevice, string>> = {
  CD: 'CD',
  IDE: 'IDE',
  LegacyNetworkAdapter: 'Legacy Network adapter',
  Floppy: 'Floppy',
};

export const biosPage = {
  title: 'BIOS',
  detail: (device: BiosBootDevice) => `Boot from ${biosDevices[device]}`,
  numLock: 'Num Lock',
  startupOrder: 'Startup order:',
  intro: 'Select the order in which boot devices are checked to start the operating system.',
  devices: biosDevices,
  moveUp: 'Move Up',
  moveDown: 'Move Down',
  isFirst: 'It is the first one already.',
  isLast: 'It is the last one already.',
  mark: 'The simulator keeps the order; the guest has its operating system and starts it whatever the order is.',
} as const;

export const firmwarePage = {
  title: 'Firmware',
  detail: (device: string) => `Boot from ${device}`,
  nothing: 'No boot entries',
  intro: 'Select the order in which boot entries are checked to start the operating system.',
  bootOrder: 'Boot order:',
  type: 'Type',
  value: 'Value',
  networkAdapter: 'Network Adapter',
  notConnected: 'Not connected',
  details: 'Boot entry details',
  description: 'Description:',
  descriptions: { drive: 'EFI SCSI Device', network: 'EFI Network' },
  valueOf: 'Value:',
  filePath: 'File path:',
  newDevices: 'Devices that are still to be added follow at the end once they have been applied.',
} as const;

export const comPage = {
  title: (number: 1 | 2) => `COM ${number}`,
  none: 'None',
  intro:
    'You can configure the virtual COM port to communicate with the physical computer through a named pipe.',
  attachment: 'Attachment',
  namedPipe: 'Named pipe:',
  pipeName: 'Pipe name:',
  remote: 'Remote computer',
  computerName: 'Computer name:',
  pipePath: 'Named pipe path:',
  unfinished: '(no name)',
  pipeMissing:
    'Enter a name for the pipe, without backslashes and other characters that Windows forbids in names.',
  computerMissing: 'Enter the name of the remote computer.',
  needsPipe: 'Choose Named pipe to change this.',
  needsRemote: 'Tick Remote computer to change this.',
  mark: 'The simulator keeps the pipe; its guests write nothing to it.',
} as const;

export const diskettePage = {
  title: 'Diskette Drive',
  intro: 'Specify the virtual floppy disk file (.vfd) to use with the diskette drive.',
  media: 'Media',
  none: 'None',
  file: 'Virtual floppy disk (.vfd) file:',
  path: 'Path:',
  mark: 'The simulator keeps the path; its guests read no media.',
} as const;

export const browseDisks = {
  title: 'Open',
  intro: 'Virtual hard disks on this host:',
  empty: 'There is no virtual hard disk on this host yet. The New Virtual Machine Wizard makes one.',
  name: 'Name',
  size: 'Maximum size',
  usedBy: 'Used by',
  open: 'Open',
  chooseFirst: 'Choose a virtual hard disk.',
  mark: 'Windows shows every file of the computer here; the simulator knows the virtual hard disks.',
} as const;
