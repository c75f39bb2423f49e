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
    disk: 'Connect Virtual Hard Disk',
    installation: 'Installation Options',
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
    intro: 'Choose a name and location for this virtual machine.',
    purpose:
      'The name is displayed in Hyper-V Manager. We recommend that you use a name that helps you easily identify ' +
      'this virtual machine, such as the name of the guest operating system or workload.',
    label: 'Name:',
    initial: 'New Virtual Machine',
    missing: 'Enter a name.',
    tooLong: 'Use at most 100 characters.',
    folders:
      "You can create a folder or use an existing folder to store the virtual machine. If you don't select a " +
      'folder, the virtual machine is stored in the default folder configured for this server.',
    storeElsewhere: 'Store the virtual machine in a different location',
    location: 'Location:',
    needsBox: 'Tick the box above to choose another location.',
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
    range: (minimum: number, maximum: number) => `Enter an even number from ${minimum} to ${maximum}.`,
    dynamic: 'Use Dynamic Memory for this virtual machine.',
    advice:
      'When you decide how much memory to assign to a virtual machine, consider how you intend to use the ' +
      'virtual machine and the operating system that it will run.',
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
  disk: {
    intro:
      'A virtual machine requires storage so that you can install an operating system. You can specify the ' +
      "storage now or configure it later by modifying the virtual machine's properties.",
    label: 'Virtual hard disk',
    create: 'Create a virtual hard disk',
    createHint: 'Use this option to create a VHDX dynamically expanding virtual hard disk.',
    name: 'Name:',
    location: 'Location:',
    size: 'Size:',
    unit: 'GB (Maximum: 64 TB)',
    needsCreate: 'Choose Create a virtual hard disk to change this.',
    existing: 'Use an existing virtual hard disk',
    existingHints: {
      1: 'Use this option to attach an existing virtual hard disk, either VHD or VHDX format.',
      2: 'Use this option to attach an existing VHDX virtual hard disk.',
    },
    path: 'Path:',
    browse: 'Browse...',
    needsExisting: 'Choose Use an existing virtual hard disk to change this.',
    later: 'Attach a virtual hard disk later',
    laterHint: 'Use this option to skip this step now and attach an existing virtual hard disk later.',
    /** In the folder of a virtual machine that is stored apart. */
    subfolder: 'Virtual Hard Disks',
    unnamed: 'New Virtual Hard Disk',
    nameMissing: 'Enter a name for the virtual hard disk.',
    nameForbidden: String.raw`Windows forbids \ / : * ? " < > | in the name of a file, and a dot or a blank at its end.`,
    pathTooLong: 'Location and name together must not have more than 260 characters.',
    sizeRange: (most: number) => `Enter a whole number from 1 to ${most}.`,
  },
  installation: {
    intro:
      'You can install an operating system now if you have access to the setup media, or you can install it later.',
    label: 'Installation',
    later: 'Install an operating system later',
    image: {
      1: 'Install an operating system from a bootable CD/DVD-ROM',
      2: 'Install an operating system from a bootable image file',
    },
    imageFile: 'Image file (.iso):',
    floppy: 'Install an operating system from a bootable floppy disk',
    floppyFile: 'Virtual floppy disk (.vfd):',
    network: 'Install an operating system from a network-based installation server',
    networkHint: 'A legacy network adapter is added for it.',
    needsChoice: 'Choose the option above to change this.',
    marked: 'No setup runs in the simulator',
    mark: 'What is chosen decides which drives the virtual machine gets and what it starts from first. No setup runs: the guest has its operating system already.',
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
    hardDisk: 'Hard Disk:',
    noDisk: 'None',
    newDisk: (path: string, format: string) => `${path} (${format}, dynamically expanding)`,
    system: 'Operating System:',
    installLater: 'Will be installed at a later time',
    installFrom: (path: string) => `Will be installed from ${path}`,
    installNetwork: 'Will be installed from a network-based installation server',
    guestHint:
      'Nothing has to be installed in a simulated virtual machine: it comes with Windows Server 2022 and the VF ' +
      "driver of the host's network adapters, whatever its drives hold.",
    close: 'To create the virtual machine and close the wizard, click Finish.',
  },
} as const;
