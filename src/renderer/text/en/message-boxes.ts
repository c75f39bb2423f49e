/** Words of the small dialogs: rename, about, failures. */
export const messageBoxes = {
  renameTitle: (name: string) => `Rename ${name}`,
  renameName: 'Name:',
  renameHint: 'The new name changes nothing inside the guest operating system.',
  gone: 'The virtual machine no longer exists.',

  aboutTitle: 'About SR-IOV Manager',
  aboutVersion: (version: string) => `Version ${version}`,
  aboutWhat: 'A console in the manner of Hyper-V Manager over a simulated Hyper-V host with SR-IOV.',
  aboutSimulated:
    'Nothing it shows or does concerns this computer: every host, adapter, virtual machine and figure is simulated.',
  aboutNoAffiliation:
    'Not a product of Microsoft. Hyper-V and Windows are trademarks of the Microsoft group of companies.',
  aboutHost: 'This host',
  aboutComputer: 'Computer:',
  aboutProcessor: 'Processor:',
  aboutMemory: 'Memory:',
  aboutProcessors: (name: string, count: number) => `${name} (${count} logical processors)`,
  aboutMegabytes: (value: number) => `${value} MB`,
  aboutAssumed: 'What was assumed when it was built:',
} as const;
