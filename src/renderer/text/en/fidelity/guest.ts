/** How real Virtual Machine Connection is. */
import type { PageEntry, WindowEntry } from '../../../fidelity/model';
import { guestWindow as text } from '../guest';
import { guestView as view } from '../guest-view';
import { memory } from './sources';

const inside = 'In Windows it is a program inside the guest, and shows more than network adapters.';

const pages: readonly PageEntry[] = [
  {
    page: view.tabs.windows.devices,
    also: [view.tabs.linux.devices],
    what: "The guest's network adapters as its own Device Manager, or lspci, would name them.",
    mark: 'simplified',
    why: inside,
    source: memory.medium,
    controls: [],
  },
  {
    page: view.tabs.windows.connections,
    also: [view.tabs.linux.connections],
    what: "The guest's connections, what they carry, and by which path.",
    mark: 'simplified',
    why: `${inside} No IP addresses are simulated but the link-local one.`,
    source: memory.medium,
    controls: [],
  },
  {
    page: view.tabs.windows.drivers,
    what: 'The drivers of the guest, and whether it has one for virtual functions.',
    mark: 'simulatorOnly',
    why: 'Stands for the installation of a driver inside the guest.',
    controls: [text.driver, text.installDriver, text.removeDriver],
  },
  {
    page: view.tabs.windows.traffic,
    what: 'What the guest sends and receives, and what comes of it.',
    mark: 'simulatorOnly',
    why: view.trafficHint,
    controls: [
      view.adapter,
      view.application,
      text.protocol,
      text.send,
      text.receive,
      text.packet,
      text.sender,
      text.startTraffic,
      text.stopTraffic,
    ],
  },
];

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
      controls: ['Start', 'Turn Off*', 'Shut Down*', 'Save', 'Pause', 'Resume', 'Reset*'],
    },
    ...['File', 'View', 'Help'].map((caption) => ({
      caption,
      mark: 'asInWindows' as const,
      source: memory.high,
    })),
  ],
  pages,
};
