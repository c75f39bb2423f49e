/**
 * Pages and captions that are written but not in the console yet. Whoever adds one removes its entry here; the test of
 * captions fails until that is done. An empty list stays empty.
 */
import type { AbsentEntry } from '../../../fidelity/model';

const reason = 'Not there yet.';
const settings = 'Settings';

const pages: readonly AbsentEntry[] = ['Security', 'Compatibility', 'NUMA', 'Smart Paging File Location'].map(
  (page) => ({ window: settings, page, reason }),
);

export const notYetThere: readonly AbsentEntry[] = [
  ...pages,
  {
    window: settings,
    page: 'Memory',
    captions: ['Enable Dynamic Memory', 'Minimum RAM:', 'Maximum RAM:', 'Memory buffer:', 'Memory weight:'],
    reason,
  },
  {
    window: 'Main window',
    page: 'Memory',
    captions: ['Minimum Memory:', 'Maximum Memory:', 'Memory Demand:', 'Memory Status:'],
    reason,
  },
  { window: 'Main window', page: 'Menu bar', captions: ['Customize...'], reason },
  { window: 'Main window', page: 'Actions', captions: ['Hyper-V Settings...'], reason },
  { window: 'Hyper-V Settings', reason },
  {
    window: 'New Virtual Machine Wizard',
    page: 'Specify Name and Location',
    captions: ['Store the virtual machine in a different location', 'Location:'],
    reason,
  },
  {
    window: 'New Virtual Machine Wizard',
    page: 'Assign Memory',
    captions: ['Use Dynamic Memory for this virtual machine.'],
    reason,
  },
  { window: 'New Virtual Machine Wizard', page: 'Connect Virtual Hard Disk', reason },
  { window: 'New Virtual Machine Wizard', page: 'Installation Options', reason },
  { window: 'Virtual Machine Connection', captions: ['File', 'View', 'Help'], reason },
];
