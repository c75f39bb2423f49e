/** Words of the page `Memory` of a virtual machine's Settings. */
export const memoryPage = {
  title: 'Memory',
  intro: 'Specify the amount of memory that this virtual machine can use.',
  ram: 'RAM:',
  unit: 'MB',
  amount: (megabytes: number) => `${megabytes} MB`,
  noAmount: '(no amount)',
  range: (least: number, most: number) => `Enter an even number from ${least} to ${most}.`,
  dynamic: 'Dynamic Memory',
  enable: 'Enable Dynamic Memory',
  dynamicText:
    'You can manage the amount of memory assigned to this virtual machine dynamically within the specified range.',
  minimum: 'Minimum RAM:',
  maximum: 'Maximum RAM:',
  bufferText:
    'Specify the percentage of memory that Hyper-V should try to reserve as a buffer. Hyper-V uses the percentage ' +
    'and the current demand for memory to determine an amount of memory for the buffer.',
  buffer: 'Memory buffer:',
  percent: '%',
  needsDynamic: 'Enable Dynamic Memory to change this.',
  minimumAbove: 'The minimum must not be above the RAM.',
  maximumBelow: 'The maximum must not be below the RAM.',
  onlyLower: (most: number) =>
    `The virtual machine is not off: the minimum can only be lowered. Enter at most ${most}.`,
  onlyRaise: (least: number) =>
    `The virtual machine is not off: the maximum can only be raised. Enter at least ${least}.`,
  bufferRange: (least: number, most: number) => `Enter a whole number from ${least} to ${most}.`,
  weight: 'Memory weight:',
  weightText:
    'Specify how to prioritize the availability of memory for this virtual machine compared to other virtual ' +
    'machines on this computer.',
  low: 'Low',
  high: 'High',
} as const;
