/** Words of the pages below `Processor` in a virtual machine's Settings. */
export const compatibilityPage = {
  title: 'Compatibility',
  group: 'Processor compatibility',
  intro:
    'You can limit the processor features that this virtual machine can use, to improve its compatibility with ' +
    'different processor versions.',
  migrate: 'Migrate to a physical computer with a different processor version',
  mark: 'The simulator keeps the setting. Live migration is not simulated, so nothing depends on it.',
} as const;

export const numaPage = {
  title: 'NUMA',
  configuration: 'Configuration',
  configurationText: 'This virtual machine has the following configuration:',
  processors: 'Processors:',
  nodes: 'NUMA nodes:',
  sockets: 'Sockets:',
  unknown: '-',
  topology: 'NUMA topology',
  nodeText:
    'Select the maximum number of processors and memory allowed on a single virtual non-uniform memory ' +
    'architecture (NUMA) node.',
  maximumProcessors: 'Maximum number of virtual processors:',
  maximumMemory: 'Maximum amount of memory (MB):',
  socketText: 'Select the maximum number of nodes allowed on a single socket.',
  maximumNodes: 'Maximum NUMA nodes allowed on a socket:',
  resetText:
    'Click Use Hardware Topology to reset the virtual topology to the topology of the physical hardware.',
  useHardware: 'Use Hardware Topology',
  range: (least: number, most: number) => `Enter a whole number from ${least} to ${most}.`,
  mark: 'The limits decide whether the virtual machine starts without NUMA spanning; no time is charged for where memory lies.',
} as const;
