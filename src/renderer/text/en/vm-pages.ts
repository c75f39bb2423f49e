/** Words of the pages of a virtual machine's Settings that are not about its network. */
import type { IntegrationServices } from '../../../shared/model/integration-services';
import type { Vm } from '../../../shared/model/vm';

function countOf(processors: number): string {
  if (Number.isNaN(processors)) return '(no number)';
  return `${processors} Virtual processor${processors === 1 ? '' : 's'}`;
}

export const processorPage = {
  title: 'Processor',
  count: countOf,
  intro:
    'You can modify the number of virtual processors based on the number of processors on the physical ' +
    'computer. You can also modify other resource control settings.',
  number: 'Number of virtual processors:',
  range: (least: number, most: number) => `Enter a whole number from ${least} to ${most}.`,
  resourceControl: 'Resource control',
  resourceControlIntro: 'You can use resource controls to balance resources among virtual machines.',
  controls: {
    processorReserve: 'Virtual machine reserve (percentage):',
    processorLimit: 'Virtual machine limit (percentage):',
    processorWeight: 'Relative weight:',
  },
  reserveAboveLimit: 'The reserve must not be above the limit.',
  shareOfSystem: 'Percent of total system resources:',
} as const;

const serviceNames: Readonly<Record<keyof IntegrationServices, string>> = {
  shutdown: 'Operating system shutdown',
  timeSynchronization: 'Time synchronization',
  dataExchange: 'Data Exchange',
  heartbeat: 'Heartbeat',
  backup: 'Backup (volume shadow copy)',
  guestServices: 'Guest services',
};

export const integrationServicesPage = {
  title: 'Integration Services',
  noneOffered: 'No services offered',
  someOffered: 'Some services offered',
  allOffered: 'All services offered',
  intro:
    'Select the services that you want Hyper-V to offer to this virtual machine. To use the services you ' +
    'select, the guest operating system must support them.',
  services: 'Services',
  names: serviceNames,
  simulated: 'Shutdown and heartbeat alone have an effect in the simulator',
  mark: 'Of the other services the simulator keeps whether they are offered; its guests make no use of them.',
} as const;

type StartAction = Vm['automaticStart']['action'];
type StopAction = Vm['automaticStop'];

const startActions: Readonly<Record<StartAction, string>> = {
  Nothing: 'Nothing',
  StartIfRunning: 'Automatically start if it was running when the service stopped',
  Start: 'Always start this virtual machine automatically',
};

const startDetails: Readonly<Record<StartAction, string>> = {
  Nothing: 'None',
  StartIfRunning: 'Restart if previously running',
  Start: 'Always start',
};

const stopActions: Readonly<Record<StopAction, { readonly label: string; readonly hint?: string }>> = {
  Save: { label: 'Save the virtual machine state' },
  TurnOff: { label: 'Turn off the virtual machine' },
  ShutDown: {
    label: 'Shut down the guest operating system',
    hint: 'The integration service Operating system shutdown must be offered to the virtual machine and supported by its guest operating system.',
  },
};

const stopDetails: Readonly<Record<StopAction, string>> = {
  Save: 'Save',
  TurnOff: 'Turn Off',
  ShutDown: 'Shut Down',
};

export const automaticActionPages = {
  startTitle: 'Automatic Start Action',
  startQuestion: 'What do you want this virtual machine to do when the physical computer starts?',
  startActions,
  startDetails,
  delayGroup: 'Automatic start delay',
  delayIntro: 'Specify a startup delay to reduce resource contention between virtual machines.',
  delay: 'Startup delay:',
  seconds: 'seconds',
  delayRange: (most: number) => `Enter a whole number from 0 to ${most}.`,
  delayNeedsStart: 'Choose one of the two automatic starts to give it a delay.',
  stopTitle: 'Automatic Stop Action',
  stopQuestion: 'What do you want this virtual machine to do when the physical computer shuts down?',
  stopActions,
  stopDetails,
} as const;
