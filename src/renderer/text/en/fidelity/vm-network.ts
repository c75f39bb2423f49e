/** How real the pages of a virtual machine's network adapters are. */
import type { PageEntry } from '../../../fidelity/model';
import { networkAdapter as text } from '../network-adapter';
import { learnAndMemory, memory, scripts } from './sources';

const setAdapter = learnAndMemory('Set-VMNetworkAdapter');

const adapter: PageEntry = {
  page: 'Network Adapter',
  what: 'Which virtual switch the adapter is connected to, its VLAN, and its limits of bandwidth.',
  mark: 'asInWindows',
  source: setAdapter,
  controls: [
    'Virtual switch:',
    {
      caption: 'VLAN ID',
      controls: ['Enable virtual LAN identification', 'The VLAN identifier specifies*'],
    },
    {
      caption: 'Bandwidth Management',
      controls: ['Enable bandwidth management', 'Minimum bandwidth:', 'Maximum bandwidth:'],
    },
    'Remove',
  ],
};

const legacy: PageEntry = {
  ...adapter,
  page: 'Legacy Network Adapter',
  what: 'The emulated adapter of a generation 1 virtual machine: never a virtual function, never a queue.',
};

const acceleration: PageEntry = {
  page: 'Hardware Acceleration',
  what: 'What the physical adapter takes over from the host: queues, IPsec, and with SR-IOV the data path.',
  mark: 'asInWindows',
  source: `captions ${memory.high}, confirmed by ${scripts}; values Microsoft Learn: Set-VMNetworkAdapter`,
  controls: [
    { caption: 'Virtual machine queue', controls: ['Enable virtual machine queue'] },
    {
      caption: 'IPsec task offloading',
      mark: 'simplified',
      why: text.ipsecMark,
      source: setAdapter,
      controls: ['Enable IPsec task offloading', 'Maximum number:'],
    },
    {
      caption: 'Single-root I/O virtualization',
      controls: [
        'Enable SR-IOV',
        { caption: 'What stands in the way of SR-IOV', mark: 'simulatorOnly', why: text.iovMark },
      ],
    },
  ],
};

const advanced: PageEntry = {
  page: 'Advanced Features',
  what: 'The MAC address, guards against a hostile guest, and what else the switch port does.',
  mark: 'asInWindows',
  source: `captions ${memory.high}, the boxes confirmed by ${scripts}; meaning Microsoft Learn: Set-VMNetworkAdapter`,
  controls: [
    {
      caption: 'MAC address',
      controls: ['Dynamic', 'Static', 'MAC address, pair *', 'Enable MAC address spoofing'],
    },
    { caption: 'DHCP guard', controls: ['Enable DHCP guard'] },
    { caption: 'Router guard', controls: ['Enable router advertisement guard'] },
    {
      caption: 'Protected network',
      mark: 'simplified',
      why: text.protectedMark,
      source: `${memory.high}; the default from the WMI class Msvm_SyntheticEthernetPortSettingData`,
      controls: ['Protected network'],
    },
    {
      caption: 'Port mirroring',
      mark: 'simplified',
      why: text.mirroringMark,
      source: setAdapter,
      controls: ['Mirroring mode:'],
    },
    {
      caption: 'NIC Teaming',
      mark: 'simplified',
      why: text.teamingMark,
      source: setAdapter,
      controls: ['Enable this network adapter to be part of a team in the guest operating system'],
    },
    {
      caption: 'Device naming',
      mark: 'simplified',
      why: text.namingMark,
      source: setAdapter,
      controls: ['Enable device naming'],
    },
  ],
};

export const networkAdapterPages: readonly PageEntry[] = [adapter, acceleration, advanced, legacy];
