/** Words of Virtual Machine Connection: frame, screen and what the guest shows. What Hyper-V Manager has too is written as it writes it. */
import type { DataPath } from '../../../shared/model/adapter';

const paths: Readonly<Record<DataPath, string>> = {
  none: 'no path',
  emulated: 'Emulated',
  vmbus: 'VMBus',
  vf: 'VF',
};

export const guestWindow = {
  title: (vm: string, host: string) => `${vm} on ${host} - Virtual Machine Connection`,
  status: (state: string) => `Status: ${state}`,
  system: (name: string) => `Guest: ${name}`,
  toolTip: (caption: string, key: string) => `${caption} (${key})`,
  /** VMConnect's, from memory. */
  keys: {
    settings: 'Ctrl+O',
    start: 'Ctrl+S',
    turnOff: 'Ctrl+U',
    shutDown: 'Ctrl+D',
    save: 'Ctrl+A',
    pauseOrResume: 'Ctrl+P',
    reset: 'Ctrl+R',
    fullScreen: 'Ctrl+Alt+Break',
  },
  fullScreen: 'Full Screen Mode',
  toolbar: 'Toolbar',
  notManaged: 'The Virtual Machine Management service of the host is stopped. Start it first.',
  notNow: (state: string) => `Not while the virtual machine is ${state}.`,
  off: (vm: string) => `The virtual machine '${vm}' is turned off`,
  saved: (vm: string) => `The virtual machine '${vm}' is saved`,
  toStart: "To start the virtual machine, select 'Start' from the Action menu",
  start: 'Start',
  progress: (task: string, percent: number) => `${task} (${percent}%)`,
  booting: (system: string) => `Starting ${system}`,
  hostRestarting: 'The host is restarting. Wait until it is up again.',
  paused: 'The virtual machine is paused. Resume it first.',
  notBooted: 'Wait until the operating system is up.',
  guestHint:
    'In Windows this window shows the screen of the guest. Here it shows what the tools in the guest would show of its ' +
    'network, and lets you make the guest send and receive.',
  driver: 'Virtual function driver',
  driverInstalled: 'A virtual function driver is installed: the guest can use a VF that it is offered.',
  driverMissing: 'No virtual function driver is installed: the guest sees a VF as an unknown device.',
  installDriver: 'Install virtual function driver',
  removeDriver: 'Remove virtual function driver',
  protocol: 'Protocol:',
  protocols: { tcp: 'TCP', udp: 'UDP' },
  send: 'Send (Mbps):',
  receive: 'Receive (Mbps):',
  packet: 'Packet size (bytes):',
  startTraffic: 'Start traffic',
  stopTraffic: 'Stop traffic',
  running: 'This traffic is running already.',
  nothingToSend: 'Enter a rate for sending or receiving.',
  notRunning: 'No traffic is running.',
  wrong: 'Correct the marked fields first.',
  rateRange: (maximum: number) => `Enter a number from 0 to ${maximum}.`,
  packetRange: (minimum: number, maximum: number) => `Enter a whole number from ${minimum} to ${maximum}.`,
  achieved: 'Achieved (Mbps)',
  chart: 'Last 60 seconds',
  inUse: (path: DataPath) => `Data path in use: ${paths[path]}`,
} as const;
