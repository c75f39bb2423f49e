/**
 * Why SR-IOV does not operate, in Windows' own words where they are known.
 * `source` says where the wording comes from; `memory` marks wording recalled, `simulator` our own.
 */
import type { SriovSupport } from './nic';
import type { PlatformReason } from './platform';

export type AdapterReason =
  | 'nicMissing'
  | 'legacyAdapter'
  | 'switchNotExternal'
  | 'switchWithoutIov'
  | 'adapterWithoutIov'
  | 'noFreeVf'
  | 'guestUnsupported'
  | 'guestDriverMissing';

export type IovReason = PlatformReason | Exclude<SriovSupport, 'Supported'> | AdapterReason;

export interface ReasonText {
  readonly text: string;
  /** What to do about it. */
  readonly cure: string;
  readonly source: 'KB2762297' | 'Get-NetAdapterSriov' | 'Best Practices Analyzer' | 'memory' | 'simulator';
}

const firmwareCure = 'Change the setting in Firmware Setup and restart the host.';
const hardwareCure = 'Use a computer whose processor and chipset can do it.';

const platformTexts: Readonly<Record<PlatformReason, ReasonText>> = {
  noSlat: {
    text:
      'SR-IOV cannot be used on this computer because the processor does not support second level address ' +
      'translation (SLAT). For Intel processors, this feature might be referred to as Extended Page Tables (EPT). ' +
      'For AMD processors, this feature might be referred to as Rapid Virtualization Indexing (RVI) or Nested Page ' +
      'Tables (NPT).',
    cure: hardwareCure,
    source: 'KB2762297',
  },
  noInterruptRemapping: {
    text: 'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.',
    cure: 'Turn on I/O virtualization and interrupt remapping in Firmware Setup, or use a chipset with interrupt remapping.',
    source: 'KB2762297',
  },
  noDmaRemapping: {
    text: 'The chipset on the system does not do DMA remapping, without which SR-IOV cannot be supported.',
    cure: 'Turn on I/O virtualization in Firmware Setup, or use a chipset with DMA remapping.',
    source: 'KB2762297',
  },
  ioRemappingDisabled: {
    text: 'SR-IOV cannot be used on this system as it has been configured to disable the use of I/O remapping hardware.',
    cure: 'Set the hypervisor IOMMU policy to its default in Firmware Setup and restart the host.',
    source: 'KB2762297',
  },
  ioVirtualizationOff: {
    text: 'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.',
    cure: 'Turn on I/O virtualization in Firmware Setup, or use a chipset that has it, and restart the host.',
    source: 'KB2762297',
  },
  firmwareTablesWrong: {
    text:
      'To use SR-IOV on this computer, the BIOS must be updated because it contains incorrect information describing ' +
      'the hardware capabilities. Contact your computer manufacturer for an update.',
    cure: 'Update the BIOS in Firmware Setup and restart the host.',
    source: 'KB2762297',
  },
  noPciExpress: {
    text:
      'SR-IOV cannot be used on this system as it is reporting that there is no PCI Express Bus. Contact your system ' +
      'manufacturer for further information.',
    cure: hardwareCure,
    source: 'KB2762297',
  },
  noPcieNativeControl: {
    text:
      'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact ' +
      'your system manufacturer for an update.',
    cure: firmwareCure,
    source: 'KB2762297',
  },
  noAcsAtRootPorts: {
    text:
      'SR-IOV cannot be used on this system as the PCI Express hardware does not support Access Control Services ' +
      '(ACS) at any root port. Contact your system vendor for further information.',
    cure: 'Turn on ACS in Firmware Setup, or use a computer whose root ports have Access Control Services.',
    source: 'KB2762297',
  },
};

const supportTexts: Readonly<Record<Exclude<SriovSupport, 'Supported'>, ReasonText>> = {
  Unknown: {
    text: 'SriovSupport: Unknown. Windows cannot tell whether the adapter supports SR-IOV.',
    cure:
      'See that the adapter has started, that the hardware supports SR-IOV, and that I/O virtualization is enabled in ' +
      'the BIOS.',
    source: 'Get-NetAdapterSriov',
  },
  MissingAcs: {
    text: 'SriovSupport: MissingAcs. The PCI Express hardware above the adapter lacks Access Control Services (ACS).',
    cure: 'Turn on ACS in Firmware Setup, or move the adapter to another slot.',
    source: 'Get-NetAdapterSriov',
  },
  MissingPfDriver: {
    text: 'SriovSupport: MissingPfDriver. The network adapter or its driver does not support SR-IOV.',
    cure: 'Install a driver with SR-IOV, or bind the virtual switch to an adapter whose device and driver support it.',
    source: 'Get-NetAdapterSriov',
  },
  NoBusResources: {
    text: 'SriovSupport: NoBusResources. There are not enough PCI Express bus numbers for the virtual functions.',
    cure: 'Turn on SR-IOV support or ARI in Firmware Setup, or move the adapter to another slot.',
    source: 'Get-NetAdapterSriov',
  },
  NoIoMmuSupport: {
    text: 'SriovSupport: NoIoMmuSupport. Address translation, interrupt remapping or DMA remapping is missing or disabled.',
    cure: 'Cure what the host reports first.',
    source: 'Get-NetAdapterSriov',
  },
  NoVfBarSpace: {
    text: 'SriovSupport: NoVfBarSpace. There are not enough PCI Express BAR resources for the virtual functions.',
    cure: 'Turn on SR-IOV support or Above 4G Decoding in Firmware Setup, or move the adapter to another slot.',
    source: 'Get-NetAdapterSriov',
  },
  NoOscSupport: {
    text: 'SriovSupport: NoOscSupport. The BIOS does not let Windows control PCI Express (_OSC hand-off).',
    cure: firmwareCure,
    source: 'Get-NetAdapterSriov',
  },
};

const adapterTexts: Readonly<Record<AdapterReason, ReasonText>> = {
  nicMissing: {
    text: 'The physical network adapter that the virtual switch is bound to is not in the computer.',
    cure: 'Put the adapter back into its slot, or bind the virtual switch to another adapter in Virtual Switch Manager.',
    source: 'simulator',
  },
  legacyAdapter: {
    text: 'A legacy network adapter is emulated and cannot use SR-IOV.',
    cure: 'Add a network adapter and remove the legacy one.',
    source: 'simulator',
  },
  switchNotExternal: {
    text: 'SR-IOV needs an external virtual switch; this one has no physical network adapter.',
    cure: 'Connect the network adapter to an external virtual switch with SR-IOV enabled.',
    source: 'simulator',
  },
  switchWithoutIov: {
    text: 'SR-IOV can only be configured when the virtual switch is created; this virtual switch was created without it.',
    cure: 'Remove the virtual switch and create it again with SR-IOV enabled.',
    source: 'memory',
  },
  adapterWithoutIov: {
    text: 'SR-IOV is not enabled on the network adapter.',
    cure: 'Select Enable SR-IOV in Settings, Network Adapter, Hardware Acceleration.',
    source: 'simulator',
  },
  noFreeVf: {
    text:
      'When sufficient hardware resources are not available, network connectivity is provided through the virtual ' +
      'switch. Every virtual function of the physical network adapter is in use.',
    cure: 'Turn off a virtual machine that owns a virtual function, or disable SR-IOV on its network adapter.',
    source: 'memory',
  },
  guestUnsupported: {
    text:
      'SR-IOV virtual functions will not be allocated: the guest operating system of the virtual machine does not ' +
      'support SR-IOV.',
    cure: 'Use a 64-bit guest of Windows Server 2012 / Windows 8 or later, or a current Linux.',
    source: 'Best Practices Analyzer',
  },
  guestDriverMissing: {
    text:
      'The virtual function driver is not operating correctly in the guest operating system: no driver for the ' +
      'virtual function is installed.',
    cure: "Install the network adapter vendor's virtual function driver in the guest.",
    source: 'Best Practices Analyzer',
  },
};

const texts: Readonly<Record<IovReason, ReasonText>> = { ...platformTexts, ...supportTexts, ...adapterTexts };

/** The sentence, the cure and the wording's source of a reason. */
export function reasonText(reason: IovReason): ReasonText {
  return texts[reason];
}
