/**
 * Why SR-IOV does not operate, in Windows' own words where they are known.
 * `source` says where the wording comes from; `memory` marks wording recalled, `simulator` our own.
 */
import type { SriovSupport } from './nic';
import type { PlatformReason } from './platform';
import type { VfShortage } from './vf-shortage';

export type AdapterReason =
  | 'nicMissing'
  | 'pfDriverFailed'
  | 'nicDisabled'
  | 'nicRestarting'
  | 'nicSriovDisabled'
  | 'nicWithoutVfs'
  | 'switchNotExternal'
  | 'switchWithoutIov'
  | 'forwardingExtension'
  | 'legacyAdapter'
  | 'adapterWithoutIov'
  | 'macSpoofing'
  | 'portMirroring'
  | 'portAcl'
  | 'dhcpGuard'
  | 'routerGuard'
  | 'bandwidthLimit'
  | VfShortage
  | 'guestUnsupported'
  | 'guestDriverMissing'
  | 'guestNotResponding'
  | 'vfMediaDisconnected'
  | 'vfMtuMismatch'
  | 'vfCannotSwitch';

export type IovReason = PlatformReason | Exclude<SriovSupport, 'Supported'> | AdapterReason;

export interface ReasonText {
  readonly text: string;
  /** What to do about it. */
  readonly cure: string;
  readonly source:
    | 'KB2762297'
    | 'Get-NetAdapterSriov'
    | 'Best Practices Analyzer'
    | 'NetVSC trace events'
    | 'memory'
    | 'simulator';
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
    cure: 'Turn on I/O virtualization in Firmware Setup, or use a chipset with interrupt remapping.',
    source: 'KB2762297',
  },
  noDmaRemapping: {
    text: 'The chipset on the system does not do DMA remapping, without which SR-IOV cannot be supported.',
    cure: 'Turn on I/O virtualization in Firmware Setup, or use a chipset with DMA remapping.',
    source: 'KB2762297',
  },
  ioRemappingDisabled: {
    text: 'SR-IOV cannot be used on this system as it has been configured to disable the use of I/O remapping hardware.',
    cure: 'Set the hypervisor IOMMU policy to its default and restart the host.',
    source: 'KB2762297',
  },
  ioVirtualizationOff: {
    text: 'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.',
    cure: firmwareCure,
    source: 'KB2762297',
  },
  firmwareTablesWrong: {
    text:
      'To use SR-IOV on this computer, the BIOS must be updated because it contains incorrect information describing ' +
      'the hardware capabilities. Contact your computer manufacturer for an update.',
    cure: 'Update the BIOS.',
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
    cure: 'Use a computer whose root ports have Access Control Services.',
    source: 'KB2762297',
  },
};

const supportTexts: Readonly<Record<Exclude<SriovSupport, 'Supported'>, ReasonText>> = {
  Unknown: {
    text: 'SriovSupport: Unknown. Windows cannot tell whether the adapter supports SR-IOV.',
    cure: 'Check the hardware and that I/O virtualization is enabled in the BIOS.',
    source: 'Get-NetAdapterSriov',
  },
  MissingAcs: {
    text: 'SriovSupport: MissingAcs. The PCI Express hardware above the adapter lacks Access Control Services (ACS).',
    cure: 'Move the adapter to another slot.',
    source: 'Get-NetAdapterSriov',
  },
  MissingPfDriver: {
    text: 'SriovSupport: MissingPfDriver. This network adapter does not support SR-IOV.',
    cure: 'Bind the virtual switch to an adapter whose device and driver support SR-IOV.',
    source: 'Get-NetAdapterSriov',
  },
  NoBusResources: {
    text: 'SriovSupport: NoBusResources. There are not enough PCI Express bus numbers for the virtual functions.',
    cure: 'Move the adapter to another slot, or have the firmware reserve more bus numbers.',
    source: 'Get-NetAdapterSriov',
  },
  NoIoMmuSupport: {
    text: 'SriovSupport: NoIoMmuSupport. Address translation, interrupt remapping or DMA remapping is missing or disabled.',
    cure: 'Cure what the host reports first.',
    source: 'Get-NetAdapterSriov',
  },
  NoVfBarSpace: {
    text: 'SriovSupport: NoVfBarSpace. There are not enough PCI Express BAR resources for the virtual functions.',
    cure: 'Correct the BIOS settings, or move the adapter to another slot.',
    source: 'Get-NetAdapterSriov',
  },
  NoOscSupport: {
    text: 'SriovSupport: NoOscSupport. The BIOS does not let Windows control PCI Express (_OSC hand-off).',
    cure: firmwareCure,
    source: 'Get-NetAdapterSriov',
  },
};

/** The physical adapter and the virtual switch. */
const uplinkTexts = {
  nicMissing: {
    text: 'The physical network adapter that the virtual switch is bound to is not in the computer.',
    cure: 'Put the adapter back into its slot, or bind the virtual switch to another adapter in Virtual Switch Manager.',
    source: 'simulator',
  },
  pfDriverFailed: {
    text:
      'The driver of the physical function has stopped the device because it has reported problems (code 43). Its ' +
      'virtual functions are gone.',
    cure: 'Restart the physical network adapter.',
    source: 'simulator',
  },
  nicDisabled: {
    text: 'The physical network adapter is disabled: its virtual functions are freed before its driver halts.',
    cure: 'Enable the physical network adapter.',
    source: 'simulator',
  },
  nicRestarting: {
    text: 'The physical network adapter is restarting: its virtual functions are freed before its driver halts.',
    cure: 'Wait until the adapter is up again; the virtual function comes back by itself.',
    source: 'simulator',
  },
  nicSriovDisabled: {
    text: 'SR-IOV is disabled on the physical network adapter, which allocates no virtual function.',
    cure: 'Enable SR-IOV in the advanced properties of the physical network adapter (Enable-NetAdapterSriov).',
    source: 'simulator',
  },
  nicWithoutVfs: {
    text: 'The physical network adapter may allocate no virtual function: its NumVFs is 0.',
    cure: 'Set NumVFs in the advanced properties of the physical network adapter (Set-NetAdapterSriov -NumVFs).',
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
  // Microsoft, NDIS_STATUS_SWITCH_PORT_REMOVE_VF: traffic of a VF passes no extension of the switch.
  forwardingExtension: {
    text:
      'A forwarding extension of the virtual switch has removed the virtual function from the port, so that its ' +
      'policies apply.',
    cure: 'Disable the forwarding extension of the virtual switch.',
    source: 'simulator',
  },
} as const satisfies Partial<Record<AdapterReason, ReasonText>>;

/** The virtual network adapter and the guest. */
const vmTexts = {
  legacyAdapter: {
    text: 'A legacy network adapter is emulated and cannot use SR-IOV.',
    cure: 'Add a network adapter and remove the legacy one.',
    source: 'simulator',
  },
  adapterWithoutIov: {
    text: 'SR-IOV is not enabled on the network adapter.',
    cure: 'Select Enable SR-IOV in Settings, Network Adapter, Hardware Acceleration.',
    source: 'simulator',
  },
  // Microsoft, Hyper-V network performance guide: such a port's traffic goes through the virtual switch.
  macSpoofing: {
    text: 'MAC address spoofing is enabled: the virtual switch takes the virtual function away and carries the traffic.',
    cure: 'Clear Enable MAC address spoofing in Settings, Network Adapter, Advanced Features.',
    source: 'simulator',
  },
  // That Windows withholds the VF for the next five is believed, from memory: no source was found.
  portMirroring: {
    text: 'Port mirroring is configured, and the virtual switch can mirror only what passes it.',
    cure: 'Set the mirroring mode to None in Settings, Network Adapter, Advanced Features.',
    source: 'memory',
  },
  portAcl: {
    text: 'The port has an access control list, which the virtual switch can apply only to what passes it.',
    cure: 'Remove the access control list from the network adapter (Remove-VMNetworkAdapterAcl).',
    source: 'memory',
  },
  dhcpGuard: {
    text: 'DHCP guard is enabled, and the virtual switch can drop only what passes it.',
    cure: 'Clear Enable DHCP guard in Settings, Network Adapter, Advanced Features.',
    source: 'memory',
  },
  routerGuard: {
    text: 'Router advertisement guard is enabled, and the virtual switch can drop only what passes it.',
    cure: 'Clear Enable router advertisement guard in Settings, Network Adapter, Advanced Features.',
    source: 'memory',
  },
  bandwidthLimit: {
    text: 'A maximum bandwidth is set, which the virtual switch can apply only to what passes it.',
    cure: 'Clear the maximum bandwidth in Settings, Network Adapter, Bandwidth Management.',
    source: 'memory',
  },
  noFreeVf: {
    text:
      'When sufficient hardware resources are not available, network connectivity is provided through the virtual ' +
      'switch. Every virtual function of the physical network adapter is in use.',
    cure: 'Turn off a virtual machine that owns a virtual function, or disable SR-IOV on its network adapter.',
    source: 'memory',
  },
  noFreeVPort: {
    text:
      'When sufficient hardware resources are not available, network connectivity is provided through the virtual ' +
      'switch. A virtual function is free, but the NIC switch has no VPort left for it: virtual machine queues use them.',
    cure: 'Disable virtual machine queues on network adapters that can do without.',
    source: 'memory',
  },
  noFreeQueuePairs: {
    text:
      'When sufficient hardware resources are not available, network connectivity is provided through the virtual ' +
      'switch. A virtual function is free, but the NIC switch has no queue pair left for its VPort.',
    cure: 'Ask for fewer queue pairs on other network adapters, or disable their virtual machine queues.',
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
  guestNotResponding: {
    text: 'The guest operating system does not answer, and the virtual function waits for it.',
    cure: 'Wait until the guest answers, or reset the virtual machine.',
    source: 'simulator',
  },
  vfMediaDisconnected: {
    text: 'VF media disconnected. NetVSC does not use the virtual function while its port has no link.',
    cure: 'Plug the cable of the physical network adapter in.',
    source: 'NetVSC trace events',
  },
  vfMtuMismatch: {
    text: 'VF MTU mismatch. The guest wants larger packets than the physical network adapter lets through.',
    cure: 'Set Jumbo Packet in the advanced properties of the physical network adapter, or use smaller packets in the guest.',
    source: 'NetVSC trace events',
  },
  vfCannotSwitch: {
    text: 'Cannot switch to VF data path. The VMBus ring was full whenever NetVSC tried to ask the host for it.',
    cure: 'Lessen the traffic, then install the virtual function driver again or reset the virtual machine.',
    source: 'NetVSC trace events',
  },
} as const satisfies Partial<Record<AdapterReason, ReasonText>>;

const adapterTexts: Readonly<Record<AdapterReason, ReasonText>> = { ...uplinkTexts, ...vmTexts };

const texts: Readonly<Record<IovReason, ReasonText>> = { ...platformTexts, ...supportTexts, ...adapterTexts };

/** The sentence, the cure and the wording's source of a reason. */
export function reasonText(reason: IovReason): ReasonText {
  return texts[reason];
}
