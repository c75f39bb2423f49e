/** Words of Firmware Setup. */
import type { FirmwareSettings, PlatformHardware } from '../../../shared/model/platform';

type Switch = {
  [K in keyof FirmwareSettings]: FirmwareSettings[K] extends boolean ? K : never;
}[keyof FirmwareSettings];
type Part = {
  [K in keyof PlatformHardware]: PlatformHardware[K] extends boolean ? K : never;
}[keyof PlatformHardware];

interface Caption {
  readonly label: string;
  readonly hint: string;
}

function machines(number: number): string {
  return number === 1
    ? '1 active virtual machine stops and starts'
    : `${number} active virtual machines stop and start`;
}

/** In the order in which they are shown. */
const switches: Readonly<Record<Switch, Caption>> = {
  ioVirtualization: {
    label: 'I/O Virtualization (VT-d / AMD-Vi)',
    hint: 'Remaps DMA and interrupts of devices that a virtual machine owns.',
  },
  interruptRemapping: {
    label: 'Interrupt Remapping',
    hint: 'Part of I/O virtualization; some set-ups switch it on its own.',
  },
  postedInterrupts: {
    label: 'Posted Interrupts (VT-d / AVIC)',
    hint: "Delivers a virtual function's interrupt to a running guest without the hypervisor.",
  },
  pcieNativeControl: {
    label: 'PCI Express Native Control (_OSC)',
    hint: 'Lets Windows, not the firmware, control PCI Express.',
  },
  sriovSupport: {
    label: 'SR-IOV Support',
    hint: 'Reserves bus numbers and address space for virtual functions.',
  },
  above4gDecoding: {
    label: 'Above 4G Decoding',
    hint: 'Places large BARs, those of virtual functions too, above 4 GiB.',
  },
  ariSupport: {
    label: 'ARI Forwarding',
    hint: 'Ports reach functions above number 7 on one bus.',
  },
  acsControl: {
    label: 'Access Control Services (ACS)',
    hint: 'Ports show that they can keep devices apart.',
  },
};

/** In the order in which they are shown. */
const parts: Readonly<Record<Part, Caption>> = {
  slat: {
    label: 'Second level address translation (SLAT: EPT, RVI/NPT)',
    hint: 'Since Windows Server 2016 Hyper-V does not even start without it; the simulated one does.',
  },
  dmaRemapping: { label: 'DMA remapping', hint: "The chipset translates a device's memory addresses." },
  interruptRemapping: {
    label: 'Interrupt remapping',
    hint: "The chipset checks and redirects a device's interrupts.",
  },
  postedInterrupts: {
    label: 'Posted interrupts',
    hint: 'Without them the hypervisor injects every interrupt of a virtual function, which costs exits.',
  },
  pciExpress: {
    label: 'PCI Express',
    hint: 'Without it (no MCFG table) Windows cannot reach the registers that tell of virtual functions.',
  },
};

export const firmware = {
  title: (host: string) => `Firmware Setup for ${host}`,
  simulated:
    'On a real computer this is the BIOS or UEFI set-up, the boot configuration and a screwdriver. Windows shows the ' +
    'report below in Get-VMHost and Get-NetAdapterSriov alone.',
  intro: 'What is saved here takes effect at the next restart of the host.',
  pending: 'A saved change waits for the restart of the host.',
  pages: 'Pages',
  groups: { setUp: 'Set-up', hardware: 'Hardware' },
  settings: 'Settings',
  boot: 'Boot configuration',
  hardware: 'Processor and chipset',
  slots: 'Slots',
  changes: (number: number) =>
    number === 0 ? 'Not changed' : number === 1 ? '1 change' : `${number} changes`,
  switches,
  parts,

  version: 'Firmware version',
  versionHint: 'The faulty version describes the remapping hardware wrongly (ACPI tables DMAR, IVRS).',
  versions: { current: 'Current', faulty: 'Faulty remapping tables' },
  policy: 'Hypervisor IOMMU policy',
  policyHint: 'Disable keeps the hypervisor from using the I/O remapping hardware.',
  policies: { default: 'Default', disable: 'Disable' },
  policyCommand: 'The same in an elevated command prompt:',
  policyLine: (policy: string) => `bcdedit /set hypervisoriommupolicy ${policy}`,

  inForce: (value: string) => `In force: ${value}.`,
  waiting: (value: string) => `${value} after the next restart.`,
  enabled: (on: boolean) => (on ? 'Enabled' : 'Disabled'),
  inComputer: (value: string) => `In the computer: ${value}.`,
  yesNo: (has: boolean) => (has ? 'Yes' : 'No'),

  processor: 'Processor',
  processorName: (name: string, logicalProcessors: number) =>
    `${name}, ${logicalProcessors} logical processors`,
  exchangeHint: 'Taking a part away shows what SR-IOV needs it for.',
  mmio: 'Address space for BARs below 4 GiB',
  mmioHint: 'What does not fit gets no address unless Above 4G Decoding is on.',
  mmioUnit: 'MiB',
  mmioError: 'Enter a whole number from 1 to 3072.',

  slotTable: 'Slots of the computer',
  slotHint:
    'An adapter in another slot is another adapter for Windows: it gets new names, and a virtual switch waits for ' +
    'the old one.',
  noSlots: 'The computer has no slots.',
  columns: { slot: 'Slot', acs: 'ACS', ari: 'ARI', spareBuses: 'Spare buses', card: 'Network adapter' },
  acsOf: (slot: string) => `ACS at the port of ${slot}`,
  ariOf: (slot: string) => `ARI forwarding at the port of ${slot}`,
  spareBusesOf: (slot: string) => `Spare buses of ${slot}`,
  cardIn: (slot: string) => `Network adapter in ${slot}`,
  spareBusesError: (slot: string) => `${slot}: enter a whole number from 0 to 254 for the spare buses.`,
  empty: '(empty)',
  imported: 'As in the imported listing',
  withSriov: 'With SR-IOV',
  withoutSriov: 'Without SR-IOV',
  card: (name: string, vfs: number) => (vfs === 0 ? name : `${name} (${vfs} VFs per port)`),
  soldered: 'on the board',
  nowIn: (card: string) => `Now: ${card}`,
  pulledOut: (card: string) => `${card} (pulled out)`,
  slotIsEmpty: 'Pulled out: the slot is empty.',
  boardHasNone: 'Not in the computer now.',
  putBack: 'Put Back',
  putBackInto: (slot: string) => `Put back the network adapter into ${slot}`,

  report: 'SR-IOV support as Windows reports it',
  now: 'Now',
  afterRestart: 'After the restart',
  hostReport: 'Get-VMHost',
  adapterReport: 'Get-NetAdapterSriov, SriovSupport',
  iovSupport: 'IovSupport',
  iovSupportReasons: 'IovSupportReasons',
  supported: (supported: boolean) => (supported ? 'True' : 'False'),
  reported: 'Reported',
  notReported: 'No',
  notInComputer: 'Not there',
  working: '...',
  noAdapters: 'No physical network adapter.',
  adapter: (name: string, description: string) => `${name}: ${description}`,

  save: 'Save',
  saveAndRestart: 'Save and Restart Host',
  cancel: 'Cancel',
  restart: (active: number) =>
    active === 0
      ? 'No virtual machine is active.'
      : `At the restart ${machines(active)} as the automatic actions say.`,
  restarting: 'The host is restarting. Wait until it is up again.',
} as const;
