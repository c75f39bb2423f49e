/** Words of Hyper-V Settings; captions and sentences from memory. */
import type { KeyboardChoice, MouseReleaseKey } from '../../frame/preferences';

const keyboardChoices: Readonly<Record<KeyboardChoice, string>> = {
  physical: 'Use on the physical computer',
  virtual: 'Use on the virtual machine',
  fullScreen: 'Use on the virtual machine only when running full-screen',
};

const mouseReleaseKeys: Readonly<Record<MouseReleaseKey, string>> = {
  left: 'CTRL+ALT+LEFT ARROW',
  right: 'CTRL+ALT+RIGHT ARROW',
  space: 'CTRL+ALT+SPACE',
  shift: 'CTRL+ALT+SHIFT',
};

export const hostSettings = {
  title: (host: string) => `Hyper-V Settings for ${host}`,
  menu: 'Hyper-V Settings...',
  tree: 'Pages',
  server: 'Server',
  user: 'User',
  applyFailed: (page: string, message: string) => `Error applying ${page} changes. ${message}`,

  virtualHardDisks: 'Virtual Hard Disks',
  virtualHardDisksIntro: 'Specify the default folder to store virtual hard disk files.',
  virtualMachines: 'Virtual Machines',
  virtualMachinesIntro: 'Specify the default folder to store virtual machine configuration files.',
  folder: 'Folder:',
  noFolder: '(no folder)',
  folderNote: 'Virtual machines and virtual hard disks that exist stay where they are.',

  numaSpanning: 'NUMA Spanning',
  numaIntro:
    'You can configure Hyper-V to allow virtual machines to span non-uniform memory architecture (NUMA) nodes. ' +
    'When the physical computer has NUMA nodes, this setting provides virtual machines with additional computing ' +
    'resources. Spanning NUMA nodes can help you run more virtual machines at the same time, and lets a virtual ' +
    'machine have more memory than is available on a single NUMA node. However, it might reduce the overall ' +
    'performance of your virtual machines.',
  numaBox: 'Allow virtual machines to span physical NUMA nodes',
  numaOn: 'Allow NUMA Spanning',
  numaOff: 'Do not allow NUMA Spanning',
  numaNodes: (count: number, memoryMb: number) =>
    count === 1
      ? `This computer has one NUMA node of ${memoryMb} MB.`
      : `This computer has ${count} NUMA nodes of ${memoryMb} MB each.`,
  numaMark: 'Nodes are the simulator’s own',
  numaMarkHint:
    'Without spanning, a virtual machine does not start when one of its virtual NUMA nodes is larger than a physical one. How many nodes the host has is the simulator’s choice; slower memory of another node is not simulated.',

  sessionPolicy: 'Enhanced Session Mode Policy',
  sessionPolicyIntro:
    'Enhanced session mode allows redirection of local devices and resources from computers running Virtual ' +
    'Machine Connection. Allowing enhanced session mode connections to virtual machines running on this server ' +
    'requires a supported guest operating system and might require additional configuration in the virtual machine.',
  sessionPolicyBox: 'Allow enhanced session mode',
  sessionPolicyOn: 'Allow Enhanced Session Mode',
  sessionPolicyOff: 'No Enhanced Session Mode',

  keyboard: 'Keyboard',
  keyboardIntro:
    'Select how you want to use Windows key combinations when running Virtual Machine Connection.',
  keyboardChoices,

  mouseReleaseKey: 'Mouse Release Key',
  mouseReleaseKeyIntro:
    'Specify the key combination that you want to use to release the mouse when you use Virtual Machine Connection ' +
    'and virtual machine drivers have not been installed in the guest operating system.',
  mouseReleaseKeyLabel: 'Release key:',
  mouseReleaseKeys,

  session: 'Enhanced Session Mode',
  sessionIntro:
    'Use enhanced session mode with Virtual Machine Connection when the guest operating system offers it and this ' +
    'server allows it.',
  sessionBox: 'Use enhanced session mode',
  sessionOn: 'Use if available',
  sessionOff: 'Do not use',
  consoleMark: 'The simulator keeps the choice; a simulated guest takes no keys, no mouse and no session.',

  reset: 'Reset Check Boxes',
  resetDetail: 'Reset check boxes',
  resetIntro:
    'You can restore confirmation messages and wizard pages that were hidden by selecting certain check boxes. ' +
    'Click Reset to clear these check boxes.',
  resetButton: 'Reset',
  resetDone: 'Hidden confirmation messages and wizard pages show again.',
} as const;
