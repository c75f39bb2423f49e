/** Words of Firmware Setup. */
function machines(number: number): string {
  return number === 1 ? '1 running virtual machine is' : `${number} running virtual machines are`;
}

export const firmware = {
  title: (host: string) => `Firmware Setup for ${host}`,
  simulated:
    'On a real computer this is the BIOS or UEFI set-up, which each vendor draws differently. Windows cannot change it.',
  intro:
    'What the firmware allows decides whether Windows can use SR-IOV at all. A change is stored at once and takes ' +
    'effect at the next restart of the host.',
  pending: 'A stored change waits for the restart of the host.',
  settings: 'Settings',
  ioVirtualization: 'I/O Virtualization (VT-d / AMD-Vi)',
  ioVirtualizationHint: 'DMA remapping and interrupt remapping for devices that belong to a virtual machine.',
  pcieNativeControl: 'PCI Express Native Control (_OSC)',
  pcieNativeControlHint: 'Lets Windows, not the firmware, control PCI Express.',
  inForce: (on: boolean) => `In force: ${on ? 'Enabled' : 'Disabled'}`,
  waiting: (on: boolean) => `${on ? 'Enabled' : 'Disabled'} after the next restart`,
  platform: 'Platform',
  facts: {
    processor: 'Processor',
    slat: 'Second level address translation (SLAT)',
    dmaRemapping: 'DMA remapping',
    interruptRemapping: 'Interrupt remapping',
    acs: 'ACS at root ports',
  },
  processor: (name: string, logicalProcessors: number) => `${name}, ${logicalProcessors} logical processors`,
  yes: 'Yes',
  no: 'No',
  hidden: 'Yes, hidden by the firmware',
  acs: (capable: number, all: number) => (all === 0 ? 'No root ports' : `${capable} of ${all}`),
  support: 'SR-IOV support of the host, as Get-VMHost reports it',
  now: 'Now',
  afterRestart: 'After the restart',
  iovSupport: 'IovSupport',
  iovSupportReasons: 'IovSupportReasons',
  supported: (supported: boolean) => (supported ? 'True' : 'False'),
  save: 'Save',
  saveAndRestart: 'Save and Restart Host',
  cancel: 'Cancel',
  restart: (running: number) =>
    running === 0
      ? 'Save and Restart Host restarts the host at once. No virtual machine is running.'
      : `Save and Restart Host restarts the host at once: ${machines(running)} saved and started again.`,
  restarting: 'The host is restarting. Wait until it is up again.',
} as const;
