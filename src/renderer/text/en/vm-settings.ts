/** Words of a virtual machine's Settings dialog. */
import type { AdapterKind } from '../../../shared/model/adapter';

const deviceNames: Readonly<Record<AdapterKind, string>> = {
  synthetic: 'Network Adapter',
  legacy: 'Legacy Network Adapter',
};

export const vmSettings = {
  title: (vm: string, host: string) => `Settings for ${vm} on ${host}`,
  tree: 'Pages',
  hardware: 'Hardware',
  management: 'Management',
  runningBanner:
    'Some settings cannot be modified because the virtual machine was running when this window was opened. To ' +
    'modify a setting that is unavailable, shut down the virtual machine and then reopen this window.',
  gone: (vm: string) =>
    `The virtual machine '${vm}' no longer exists on this host, so its settings cannot be changed.`,

  addHardware: 'Add Hardware',
  addHardwareIntro: 'You can use this setting to add devices to your virtual machine.',
  addHardwareChoose: 'Select the devices you want to add and click the Add button.',
  deviceNames,
  add: 'Add',

  name: 'Name',
  unnamed: '(no name)',
  nameIntro: 'Specify a name for this virtual machine.',
  notes: 'Notes',
  nameMissing: 'Enter a name for the virtual machine.',
  nameTooLong: 'Use at most 100 characters.',
  renameNotNow: 'The virtual machine is changing its state; wait until it is running or off.',

  generation1NeedsOff: 'A generation 1 virtual machine must be off to add or remove network adapters.',
  generation2NeedsOffOrRunning:
    'The virtual machine must be off or running to add or remove network adapters.',
  limitReached: (device: string, limit: number) =>
    `A virtual machine can have at most ${limit} devices of the kind ${device}.`,
  needsOff: 'The virtual machine must be off to change this.',
  applyFailed: (page: string, message: string) => `Error applying ${page} changes. ${message}`,
} as const;
