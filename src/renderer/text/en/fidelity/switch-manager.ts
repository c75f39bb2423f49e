/** How real the Virtual Switch Manager is. */
import type { PageEntry, WindowEntry } from '../../../fidelity/model';
import { switchManager as text } from '../switch-manager';
import { learn, memory } from './sources';

const article = learn('Create a virtual switch for Hyper-V virtual machines');

const newSwitch: PageEntry = {
  page: 'New virtual network switch',
  also: ['Create virtual switch'],
  what: 'Begins a virtual switch of one of three types.',
  mark: 'asInWindows',
  source: `${article}; descriptions ${memory.high}`,
  controls: [
    {
      caption: 'What type of virtual switch do you want to create?',
      controls: ['External', 'Internal', 'Private'],
    },
    'Create Virtual Switch',
  ],
};

const properties: PageEntry = {
  page: 'Virtual Switch Properties',
  what: 'What a virtual switch is connected to; the only place where SR-IOV can be chosen for it.',
  mark: 'asInWindows',
  source: `captions of the boxes ${article}; the rest ${memory.high}`,
  controls: [
    'Name:',
    'Notes:',
    {
      caption: 'Connection type',
      controls: [
        'External network:',
        'Allow management operating system to share this network adapter',
        'Enable single-root I/O virtualization (SR-IOV)',
        { caption: 'What stands in the way of SR-IOV', mark: 'simulatorOnly', why: text.sriovMark },
        'Internal network',
        'Private network',
      ],
    },
    {
      caption: 'VLAN ID',
      controls: [
        'Enable virtual LAN identification for management operating system',
        'The VLAN identifier specifies*',
      ],
    },
    'Remove',
  ],
};

const extensions: PageEntry = {
  page: 'Extensions',
  also: ['Virtual Switch Extensions'],
  what: 'The extensions that see, filter or forward what passes the virtual switch.',
  mark: 'simplified',
  why: text.extensionMark,
  source: `the first two names from printed properties of a real switch; the rest ${memory.medium}`,
  controls: [
    'Switch extensions',
    'Microsoft NDIS Capture',
    'Microsoft Windows Filtering Platform',
    {
      caption: 'Microsoft Azure VFP Switch Extension',
      mark: 'simplified',
      why: text.forwardingMark,
      source: memory.medium,
    },
    'Move Up',
    'Move Down',
    {
      caption: 'Details for selected extension',
      controls: ['Company:', 'Version:', 'Extension type:'],
    },
  ],
};

const macRange: PageEntry = {
  page: 'MAC Address Range',
  what: 'The range that dynamic MAC addresses of virtual adapters come from.',
  mark: 'asInWindows',
  source: `${memory.high}; ${learn('Set-VMHost')}`,
  controls: [
    {
      caption: 'MAC address range',
      controls: ['Minimum:', 'Maximum:', 'Minimum, pair *', 'Maximum, pair *'],
    },
  ],
};

export const switchManager: WindowEntry = {
  title: 'Virtual Switch Manager',
  what: 'Creates, changes and removes the virtual switches of the host.',
  mark: 'asInWindows',
  source: memory.high,
  controls: ['OK', 'Cancel', 'Apply'],
  pages: [newSwitch, properties, extensions, macRange],
};
