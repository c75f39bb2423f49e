/**
 * Processor, chipset and firmware: what they can do and what the firmware set-up allows.
 * Decides which of the host-level reasons against SR-IOV hold.
 */
import { z } from 'zod';
import { patched } from './patch';
import type { Patch } from './patch';
import type { PcieFunction } from './pcie';

/** What can be changed in the firmware set-up and the boot configuration; takes effect when the host restarts. */
export const firmwareSettingsSchema = z.object({
  /** VT-d or AMD-Vi; menus call it I/O virtualization or IOMMU. */
  ioVirtualization: z.boolean(),
  interruptRemapping: z.boolean(),
  /** The remapping hardware may post interrupts into a virtual processor (VT-d; AVIC of AMD-Vi). */
  postedInterrupts: z.boolean(),
  /** The firmware grants the operating system native control of PCI Express (_OSC). */
  pcieNativeControl: z.boolean(),
  /** The firmware reserves bus numbers and address space for VFs. */
  sriovSupport: z.boolean(),
  /** The firmware places large BARs above 4 GiB. */
  above4gDecoding: z.boolean(),
  /** Ports show that they can forward ARI. */
  ariSupport: z.boolean(),
  /** Ports show their Access Control Services. */
  acsControl: z.boolean(),
  /** The firmware's version: the faulty one describes the remapping hardware (DMAR, IVRS) wrongly. */
  version: z.enum(['current', 'faulty']),
  /** Boot configuration: `bcdedit /set hypervisoriommupolicy`. */
  hypervisorIommuPolicy: z.enum(['default', 'disable']),
});

export const cardSlotSchema = z.object({
  /** Id of the root port that leads to the slot. */
  portId: z.string().max(100),
  /** What the set-up calls it, e.g. `Slot 1`. */
  name: z.string(),
  /** The port has Access Control Services. */
  acs: z.boolean(),
  /** The port can forward ARI. */
  ari: z.boolean(),
  /** Bus numbers that firmware can reserve behind the port beyond the first. */
  spareBuses: z.int().min(0).max(254),
  /** Soldered to the board: neither the card nor the port can be exchanged. */
  fixed: z.boolean(),
  /** An imported listing has something behind the port. */
  imported: z.boolean(),
  /** The card: id of a NIC model, `imported` for what an imported listing has there, null for none. */
  card: z.string().max(100).nullable(),
});

/** The hardware that can be exchanged while the computer is off. */
export const hardwareSchema = z.object({
  /** Second level address translation (EPT, RVI/NPT). */
  slat: z.boolean(),
  dmaRemapping: z.boolean(),
  interruptRemapping: z.boolean(),
  /** A device's interrupt can reach a running guest without an exit (VT-d posted interrupts, AVIC). */
  postedInterrupts: z.boolean(),
  pciExpress: z.boolean(),
  /** Address space below 4 GiB that firmware has for BARs, in MiB. */
  mmioBelow4gMib: z.int().min(1).max(3072),
  slots: z.array(cardSlotSchema),
});

/** Changes to the hardware; a slot is named by its port, its name and whether it is fixed never change. */
export const hardwarePatchSchema = hardwareSchema.partial().extend({
  slots: z
    .array(
      cardSlotSchema
        .pick({ portId: true })
        .extend(
          cardSlotSchema.omit({ portId: true, name: true, fixed: true, imported: true }).partial().shape,
        ),
    )
    .optional(),
});

export const platformSchema = z.object({
  id: z.literal('platform'),
  processorName: z.string(),
  clockMhz: z.number().positive(),
  logicalProcessors: z.int().min(1).max(512),
  memoryMb: z.int().positive(),
  /** In the computer since the last host start. */
  hardware: hardwareSchema,
  /** What the next host start will find. */
  storedHardware: hardwareSchema,
  /** In force since the last host start. */
  firmware: firmwareSettingsSchema,
  /** What the next host start will use. */
  storedFirmware: firmwareSettingsSchema,
});

export type CardSlot = z.infer<typeof cardSlotSchema>;
/** What is in the computer; not to be confused with the hardware an engine is built on. */
export type PlatformHardware = z.infer<typeof hardwareSchema>;
/** The parts of a slot that can be exchanged. */
export type SlotPatch = Pick<CardSlot, 'portId'> &
  Patch<Pick<CardSlot, 'acs' | 'ari' | 'spareBuses' | 'card'>>;
export type HardwarePatch = z.infer<typeof hardwarePatchSchema>;
export type FirmwareSettings = z.infer<typeof firmwareSettingsSchema>;
export type Platform = z.infer<typeof platformSchema>;

/** Firmware that allows everything. */
export const permissiveFirmware: FirmwareSettings = {
  ioVirtualization: true,
  interruptRemapping: true,
  postedInterrupts: true,
  pcieNativeControl: true,
  sriovSupport: true,
  above4gDecoding: true,
  ariSupport: true,
  acsControl: true,
  version: 'current',
  hypervisorIommuPolicy: 'default',
};

/** What a processor and chipset without faults have. */
export const soundHardware: PlatformHardware = {
  slat: true,
  dmaRemapping: true,
  interruptRemapping: true,
  postedInterrupts: true,
  pciExpress: true,
  mmioBelow4gMib: 1024,
  slots: [],
};

/** Host-level reasons against SR-IOV, in the order in which Windows' article KB2762297 lists them. */
export const platformReasonSchema = z.enum([
  'noSlat',
  'noInterruptRemapping',
  'noDmaRemapping',
  'ioRemappingDisabled',
  'ioVirtualizationOff',
  'firmwareTablesWrong',
  'noPciExpress',
  'noPcieNativeControl',
  'noAcsAtRootPorts',
]);

export type PlatformReason = z.infer<typeof platformReasonSchema>;

/** The hardware with the patch laid over it; slots that the hardware does not have are passed over. */
export function patchedHardware(hardware: PlatformHardware, patch: HardwarePatch): PlatformHardware {
  const { slots: changes = [], ...others } = patch;
  const slots = hardware.slots.map((slot) =>
    changes.filter(({ portId }) => portId === slot.portId).reduce<CardSlot>(patched, slot),
  );
  return { ...patched(hardware, others), slots };
}

/** Names of the settings that differ between two sets. */
export function changedSettings(from: FirmwareSettings, to: FirmwareSettings): (keyof FirmwareSettings)[] {
  return (Object.keys(to) as (keyof FirmwareSettings)[]).filter((name) => from[name] !== to[name]);
}

/** True when a change of firmware settings or hardware waits for the host's restart. */
export function restartPending(platform: Platform): boolean {
  return (
    changedSettings(platform.firmware, platform.storedFirmware).length > 0 ||
    JSON.stringify(platform.hardware) !== JSON.stringify(platform.storedHardware)
  );
}

/** Whether the interrupt of a VF reaches its guest without the hypervisor; it is the remapping hardware that posts. */
export function postsInterrupts({ hardware, firmware }: Pick<Platform, 'hardware' | 'firmware'>): boolean {
  const remapping = hardware.interruptRemapping && firmware.interruptRemapping && firmware.ioVirtualization;
  return remapping && hardware.postedInterrupts && firmware.postedInterrupts;
}

/** Every host-level reason that holds now; empty means that the platform supports SR-IOV. */
export function platformReasons(
  platform: Platform,
  functions: ReadonlyMap<string, PcieFunction>,
): readonly PlatformReason[] {
  const { hardware, firmware } = platform;
  const dmaRemapping = hardware.dmaRemapping && firmware.ioVirtualization;
  const someRootPortHasAcs = [...functions.values()].some(
    (candidate) => candidate.bridge?.portType === 'root' && candidate.acs,
  );
  const holds: Record<PlatformReason, boolean> = {
    noSlat: !hardware.slat,
    // With VT-d or AMD-Vi off the remapping units are hidden, so Windows sees neither kind.
    noInterruptRemapping:
      !hardware.interruptRemapping || !firmware.interruptRemapping || !firmware.ioVirtualization,
    noDmaRemapping: !dmaRemapping,
    ioRemappingDisabled: firmware.hypervisorIommuPolicy === 'disable',
    // Windows cannot tell remapping hardware that is hidden from hardware that is not there.
    ioVirtualizationOff: !dmaRemapping,
    firmwareTablesWrong: firmware.version === 'faulty',
    noPciExpress: !hardware.pciExpress,
    noPcieNativeControl: !firmware.pcieNativeControl,
    noAcsAtRootPorts: hardware.pciExpress && !someRootPortHasAcs,
  };
  return (Object.keys(holds) as PlatformReason[]).filter((reason) => holds[reason]);
}
