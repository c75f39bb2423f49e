/** Words of the traffic chart. */
import type { SeriesId } from '../../charts/traffic-series';

const series: Readonly<Record<SeriesId, string>> = {
  emulated: 'Emulated',
  vmbus: 'VMBus',
  vf: 'VF',
  rootCpu: 'Root partition CPU',
};

const units: Readonly<Record<SeriesId, string>> = {
  emulated: 'Mbps',
  vmbus: 'Mbps',
  vf: 'Mbps',
  rootCpu: '% of one LP',
};

export const performance = {
  title: (vm: string) => `Network traffic of ${vm} by data path`,
  simulated:
    'Windows counts what passes the virtual switch. The chart reads the Simulator Data Path counters, which ' +
    'count every path of the virtual machine.',
  axisTraffic: 'Traffic, Mbps',
  axisCpu: 'Root CPU, % of one LP',
  axisTime: 'Seconds of simulated time ago',
  markers: { vf: 'SR-IOV active', software: 'Software path' },
  legend: 'Last 60 seconds',
  columns: {
    series: 'Series',
    unit: 'Unit',
    last: 'Now',
    average: 'Average',
    minimum: 'Minimum',
    maximum: 'Maximum',
  },
  series,
  units,
  rootCpuHint: 'Run time of the root partition, in per cent of one logical processor.',
  noAdapters: 'This virtual machine has no network adapters. Add one in Settings, Add Hardware.',
  noValue: '-',
  summary: (figures: { emulated: string; vmbus: string; vf: string; rootCpu: string }) =>
    `Now ${figures.vf} Mbps over the VF, ${figures.vmbus} Mbps over VMBus, ${figures.emulated} Mbps emulated; ` +
    `the root partition uses ${figures.rootCpu} per cent of one logical processor.`,
} as const;
