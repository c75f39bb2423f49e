/** How real Virtual Machine Connection is. */
import type { WindowEntry } from '../../../fidelity/model';
import { guestWindow as text } from '../guest';
import { memory } from './sources';

export const guest: WindowEntry = {
  title: 'Virtual Machine Connection',
  what: 'A virtual machine seen from inside.',
  mark: 'simplified',
  why: text.guestHint,
  source: memory.high,
  controls: [
    {
      caption: 'Action',
      mark: 'asInWindows',
      source: `${memory.high}; accelerators ${memory.medium}`,
      controls: ['Start', 'Turn Off...', 'Shut Down...', 'Save', 'Pause', 'Resume', 'Reset...'],
    },
    ...['File', 'View', 'Help'].map((caption) => ({
      caption,
      mark: 'asInWindows' as const,
      source: memory.high,
    })),
    {
      caption: 'Device Manager',
      mark: 'simulatorOnly',
      why: 'In Windows it is a program inside the guest.',
      controls: ['Network adapters', 'Other devices'],
    },
    {
      caption: 'Virtual function driver',
      mark: 'simulatorOnly',
      why: 'Stands for the installation of a driver inside the guest.',
      controls: ['Install virtual function driver', 'Remove virtual function driver'],
    },
    {
      caption: 'Traffic*',
      mark: 'simulatorOnly',
      why: 'Stands for a program inside the guest, such as ntttcp or iperf.',
      controls: [
        'Protocol:',
        'Send (Mbps):',
        'Receive (Mbps):',
        'Packet size (bytes):',
        'Start traffic',
        'Stop traffic',
      ],
    },
    {
      caption: 'Close',
      mark: 'simplified',
      why: 'Windows closes the window by its cross or by File, Exit.',
      source: memory.high,
    },
  ],
  pages: [],
};
