/** Words of the New Virtual Machine Wizard; captions as Hyper-V Manager writes them. */
export const wizard = {
  title: 'New Virtual Machine Wizard',
  steps: 'Steps',
  previous: '< Previous',
  next: 'Next >',
  finish: 'Finish',
  cancel: 'Cancel',
  cannotFinish: (page: string, error: string) => `${page}: ${error}`,
  pages: {
    begin: 'Before You Begin',
    name: 'Specify Name and Location',
    generation: 'Specify Generation',
    memory: 'Assign Memory',
    network: 'Configure Networking',
    summary: 'Summary',
  },
  begin: {
    intro:
      'This wizard helps you create a virtual machine. You can use virtual machines in place of physical ' +
      'computers for a variety of uses. You can use this wizard to configure the virtual machine now, and you can ' +
      'change the configuration later using Hyper-V Manager.',
    choices: 'To create a virtual machine, do one of the following:',
    finish: 'Click Finish to create a virtual machine that is configured with default values.',
    next: 'Click Next to create a virtual machine with a custom configuration.',
    skip: 'Do not show this page again',
  },
  name: {
    intro: 'Choose a name for this virtual machine.',
    purpose:
      'The name is displayed in Hyper-V Manager. We recommend that you use a name that helps you easily identify ' +
      'this virtual machine, such as the name of the guest operating system or workload.',
    label: 'Name:',
    initial: 'New Virtual Machine',
    missing: 'Enter a name.',
    tooLong: 'Use at most 100 characters.',
  },
  generation: {
    intro: 'Choose the generation of this virtual machine.',
    label: 'Generation',
    first: 'Generation 1',
    firstHint:
      'This virtual machine generation supports 32-bit and 64-bit guest operating systems and provides virtual ' +
      'hardware which has been available in all previous versions of Hyper-V, such as legacy network adapters.',
    second: 'Generation 2',
    secondHint:
      'This virtual machine generation provides support for newer virtualization features, has UEFI-based ' +
      'firmware, and requires a supported 64-bit guest operating system.',
    final: 'Once a virtual machine has been created, you cannot change its generation.',
  },
  memory: {
    intro: (minimum: number, maximum: number) =>
      'Specify the amount of memory to allocate to this virtual machine. You can specify an amount from ' +
      `${minimum} MB through ${maximum} MB. To improve performance, specify more than the minimum amount ` +
      'recommended for the operating system.',
    label: 'Startup memory:',
    unit: 'MB',
    range: (minimum: number, maximum: number) => `Enter a whole number from ${minimum} to ${maximum}.`,
  },
  network: {
    intro:
      'Each new virtual machine includes a network adapter. You can configure the network adapter to use a ' +
      'virtual switch, or it can remain disconnected.',
    label: 'Connection:',
    notConnected: 'Not Connected',
    gone: 'This virtual switch was removed. Choose another connection.',
    sriovHint: 'To use SR-IOV, enable it in Settings, Network Adapter, Hardware Acceleration.',
  },
  summary: {
    heading: 'Completing the New Virtual Machine Wizard',
    intro:
      'You have successfully completed the New Virtual Machine Wizard. You are about to create the following ' +
      'virtual machine.',
    label: 'Description:',
    table: 'Description',
    name: 'Name:',
    generation: 'Generation:',
    memory: 'Memory:',
    memoryOf: (megabytes: number) => `${megabytes} MB`,
    network: 'Network:',
    system: 'Operating System:',
    guest: "Windows Server 2022 with the VF driver of the host's network adapters",
    guestHint:
      'A simulated virtual machine needs no virtual hard disk and no installation: it comes with an operating ' +
      'system that starts when the virtual machine starts.',
    close: 'To create the virtual machine and close the wizard, click Finish.',
  },
} as const;
