/** How real a virtual machine's Settings are: the pages that are not about its disks or its network. */
import type { PageEntry, WindowEntry } from '../../../fidelity/model';
import { integrationServicesPage } from '../vm-pages';
import { networkAdapterPages } from './vm-network';
import { memory, learn, learnAndMemory, scripts } from './sources';
import { storagePages } from './vm-storage';

const addHardware: PageEntry = {
  page: 'Add Hardware',
  what: 'Adds a device to the virtual machine.',
  mark: 'asInWindows',
  source: `${memory.high}; the list also in Altaro's article on virtual machine settings`,
  controls: ['SCSI Controller', 'Network Adapter', 'Legacy Network Adapter', 'Add'],
};

const security: PageEntry = {
  page: 'Security',
  what: 'Secure Boot, the virtual TPM and shielding.',
  mark: 'simplified',
  why: 'The settings are kept and shown; no simulated guest checks a signature or uses a TPM.',
  source: memory.high,
  controls: [
    { caption: 'Secure Boot', controls: ['Enable Secure Boot', 'Template:'] },
    {
      caption: 'Encryption Support',
      controls: ['Enable Trusted Platform Module', 'Encrypt state and virtual machine migration traffic'],
    },
    { caption: 'Security Policy', controls: ['Enable Shielding'] },
  ],
};

const memoryPage: PageEntry = {
  page: 'Memory',
  what: 'How much memory the virtual machine can use.',
  mark: 'asInWindows',
  source: learnAndMemory('Set-VMMemory'),
  controls: [
    'RAM:',
    {
      caption: 'Dynamic Memory',
      mark: 'simplified',
      why: 'The demand of a simulated guest follows from a model, so what is assigned to it does, too.',
      source: learnAndMemory('Set-VMMemory'),
      controls: ['Enable Dynamic Memory', 'Minimum RAM:', 'Maximum RAM:', 'Memory buffer:', 'Memory weight:'],
    },
  ],
};

const processor: PageEntry = {
  page: 'Processor',
  what: 'How many virtual processors there are, and which share of the host they get.',
  mark: 'asInWindows',
  source: learnAndMemory('Set-VMProcessor'),
  controls: [
    'Number of virtual processors:',
    {
      caption: 'Resource control',
      controls: [
        'Virtual machine reserve (percentage):',
        'Percent of total system resources:',
        'Virtual machine limit (percentage):',
        'Relative weight:',
      ],
    },
  ],
};

const compatibility: PageEntry = {
  page: 'Compatibility',
  what: 'Hides newer processor features from the guest.',
  mark: 'simplified',
  why: 'The setting is kept; there is no other host to migrate to.',
  source: scripts,
  controls: ['Migrate to a physical computer with a different processor version'],
};

const numa: PageEntry = {
  page: 'NUMA',
  what: 'The NUMA topology that the guest sees.',
  mark: 'simplified',
  why: 'The numbers decide whether the virtual machine starts without NUMA spanning; the cost model knows no distance between memory and processor.',
  source: `${scripts}; the button ${memory.high}`,
  controls: [
    'Maximum number of virtual processors:',
    'Maximum amount of memory (MB):',
    'Maximum NUMA nodes allowed on a socket:',
    'Use Hardware Topology',
  ],
};

const name: PageEntry = {
  page: 'Name',
  what: 'The name of the virtual machine, and notes on it.',
  mark: 'asInWindows',
  source: memory.high,
  controls: ['Name', 'Notes'],
};

const integrationServices: PageEntry = {
  page: 'Integration Services',
  what: 'The services that Hyper-V offers to the guest.',
  mark: 'simplified',
  why: integrationServicesPage.mark,
  source: `${scripts}; defaults ${memory.high}`,
  controls: [
    {
      caption: 'Services',
      controls: [
        ...['Operating system shutdown', 'Heartbeat'].map((caption) => ({
          caption,
          mark: 'asInWindows' as const,
          source: scripts,
        })),
        'Time synchronization',
        'Data Exchange',
        'Backup (volume shadow copy)',
        'Guest services',
      ],
    },
  ],
};

const smartPaging: PageEntry = {
  page: 'Smart Paging File Location',
  what: 'The folder of the file that bridges a shortage of memory at a restart.',
  mark: 'simplified',
  why: 'The folder is kept; the simulator writes no file there.',
  source: memory.high,
  controls: ['Folder:'],
};

const startAction: PageEntry = {
  page: 'Automatic Start Action',
  what: 'What the virtual machine does when the host starts.',
  mark: 'asInWindows',
  source: `${learn('Set-VM')}; ${scripts}`,
  controls: [
    'Nothing',
    'Automatically start if it was running when the service stopped',
    'Always start this virtual machine automatically',
    { caption: 'Automatic start delay', controls: ['Startup delay:'] },
  ],
};

const stopAction: PageEntry = {
  page: 'Automatic Stop Action',
  what: 'What the virtual machine does when the host shuts down.',
  mark: 'asInWindows',
  source: `${learn('Set-VM')}; ${scripts}`,
  controls: [
    'Save the virtual machine state',
    'Turn off the virtual machine',
    'Shut down the guest operating system',
  ],
};

export const vmSettings: WindowEntry = {
  title: 'Settings',
  what: 'The hardware of one virtual machine, and how the host manages it.',
  mark: 'simplified',
  why: 'Without the bar at the top of the window that goes from one virtual machine to another, back and forward.',
  source: memory.high,
  controls: [
    { caption: 'OK', mark: 'asInWindows', source: memory.high },
    { caption: 'Cancel', mark: 'asInWindows', source: memory.high },
    { caption: 'Apply', mark: 'asInWindows', source: memory.high },
  ],
  pages: [
    addHardware,
    ...storagePages,
    security,
    memoryPage,
    processor,
    compatibility,
    numa,
    ...networkAdapterPages,
    name,
    integrationServices,
    smartPaging,
    startAction,
    stopAction,
  ],
};
