/** What Hyper-V Manager has and the console has not, and why. The test of captions holds it to that. */
import type { AbsentEntry } from '../../../fidelity/model';

const later = {
  checkpoints: 'Checkpoints come later.',
  disks: 'The wizards that create, edit and inspect virtual hard disks come later.',
  copies: 'Export and import come later.',
  hosts: 'Several hosts, and moving virtual machines between them, come later.',
} as const;

const nothing = {
  replication: 'Replication needs a second site; it has no part in SR-IOV.',
  fibreChannel: 'Fibre Channel has no part in SR-IOV, and the simulated host has no such adapter.',
  remoteFx: 'Windows itself has removed RemoteFX.',
  screen: 'The guest has no screen, keyboard or files to share: its window shows what matters for SR-IOV.',
  media: 'A simulated guest reads no disk; the DVD drive is set in Settings.',
  upgrade: 'Every virtual machine has the newest configuration version.',
  mmc: 'Belongs to the Microsoft Management Console, which the console does not run in.',
  gallery: 'Quick Create downloads images; the console opens no connection.',
  installation: 'Drivers of the simulated host are not installed from files; see Installed driver.',
  folders: 'The simulated host has no folders to look through: a path is typed.',
  deviceDetails: 'What of it concerns SR-IOV is under Resources; events are not kept per device.',
  failover: 'Shows for replicated virtual machines alone; there is no replication.',
} as const;

const settings = 'Settings';
const main = 'Main window';
const hostSettings = 'Hyper-V Settings';

export const absent: readonly AbsentEntry[] = [
  {
    window: main,
    page: 'Menu bar',
    captions: ['Options...', 'TechCenter Web Site', 'About Microsoft Management Console...'],
    reason: nothing.mmc,
  },
  {
    window: main,
    page: 'Menu bar',
    captions: ['About Hyper-V Manager...'],
    reason: 'About SR-IOV Manager... stands in its place.',
  },
  {
    window: main,
    page: 'Tool bar',
    captions: ['Back', 'Forward'],
    reason: 'The tree has two nodes to go to.',
  },
  { window: main, page: 'Checkpoints', reason: later.checkpoints },
  { window: main, page: 'Replication', reason: nothing.replication },
  { window: main, page: 'Virtual Machines', captions: ['Replication Health'], reason: nothing.replication },
  {
    window: main,
    page: 'Actions',
    captions: ['Connect to Server...', 'Remove Server', 'Move...'],
    reason: later.hosts,
  },
  {
    window: main,
    page: 'Actions',
    captions: ['Hard Disk...', 'Floppy Disk...', 'Edit Disk...', 'Inspect Disk...'],
    reason: later.disks,
  },
  {
    window: main,
    page: 'Actions',
    captions: ['Import Virtual Machine...', 'Export...'],
    reason: later.copies,
  },
  { window: main, page: 'Actions', captions: ['Checkpoint', 'Revert...'], reason: later.checkpoints },
  { window: main, page: 'Actions', captions: ['Virtual SAN Manager...'], reason: nothing.fibreChannel },
  {
    window: main,
    page: 'Actions',
    captions: ['Enable Replication...', 'Replication'],
    reason: nothing.replication,
  },
  { window: main, page: 'Actions', captions: ['Upgrade Configuration Version...'], reason: nothing.upgrade },
  { window: main, page: 'Actions', captions: ['Quick Create...'], reason: nothing.gallery },
  { window: main, page: 'Actions', captions: ['View'], reason: 'The same items are in the menu View.' },
  { window: main, page: 'Select Computer', reason: later.hosts },
  {
    window: settings,
    page: 'Add Hardware',
    captions: ['RemoteFX 3D Video Adapter'],
    reason: nothing.remoteFx,
  },
  {
    window: settings,
    page: 'Add Hardware',
    captions: ['Fibre Channel Adapter'],
    reason: nothing.fibreChannel,
  },
  { window: settings, page: 'Fibre Channel Adapter', reason: nothing.fibreChannel },
  {
    window: settings,
    page: 'SCSI Controller',
    captions: ['Shared Drive'],
    reason: 'A shared drive needs a cluster.',
  },
  { window: settings, page: 'Hard Drive', captions: ['New', 'Edit', 'Inspect'], reason: later.disks },
  {
    window: settings,
    page: 'Hard Drive',
    captions: ['Physical hard disk:'],
    reason: 'The simulated host has no disk to spare for a virtual machine.',
  },
  { window: settings, page: 'Failover TCP/IP', reason: nothing.failover },
  { window: settings, page: 'Test Failover', reason: nothing.failover },
  { window: settings, page: 'Checkpoints', reason: later.checkpoints },
  { window: settings, page: 'Replication', reason: nothing.replication },
  {
    window: settings,
    page: 'Smart Paging File Location',
    captions: ['Browse...'],
    reason: nothing.folders,
  },
  { window: hostSettings, page: 'Virtual Hard Disks', captions: ['Browse...'], reason: nothing.folders },
  { window: hostSettings, page: 'Virtual Machines', captions: ['Browse...'], reason: nothing.folders },
  { window: hostSettings, page: 'Physical GPUs', reason: nothing.remoteFx },
  { window: hostSettings, page: 'Live Migrations', reason: later.hosts },
  { window: hostSettings, page: 'Storage Migrations', reason: later.hosts },
  { window: hostSettings, page: 'Replication Configuration', reason: nothing.replication },
  { window: 'Network adapter properties', page: 'Details', reason: nothing.deviceDetails },
  { window: 'Network adapter properties', page: 'Events', reason: nothing.deviceDetails },
  {
    window: 'Network adapter properties',
    page: 'Power Management',
    reason: 'The simulated host does not sleep.',
  },
  {
    window: 'Network adapter properties',
    page: 'Driver',
    captions: ['Driver Details', 'Update Driver', 'Roll Back Driver', 'Uninstall Device'],
    reason: nothing.installation,
  },
  {
    window: 'Device Manager',
    captions: ['Scan for hardware changes', 'Uninstall device', 'Update driver'],
    reason: nothing.installation,
  },
  { window: 'Virtual Machine Connection', captions: ['Media'], reason: nothing.media },
  {
    window: 'Virtual Machine Connection',
    captions: ['Clipboard', 'Ctrl+Alt+Delete', 'Basic session', 'Enhanced session', 'Share'],
    reason: nothing.screen,
  },
  {
    window: 'Virtual Machine Connection',
    captions: ['Checkpoint...', 'Revert...'],
    reason: later.checkpoints,
  },
];
