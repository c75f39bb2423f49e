/**
 * Processor, chipset and firmware: what they can do and what the firmware set-up allows.
 * Decides which of the host-level reasons against SR-IOV hold.
 */
import { z } from 'zod';
import type { PcieFunction } from './pcie';

/** What can be changed in the firmware set-up; takes effect when the host restarts. */
export const firmwareSettingsSchema = z.object({
  /** VT-d or AMD-Vi; menus call it I/O virtualization or IOMMU. */
  ioVirtualization: z.boolean(),
  /** The firmware grants the operating system native control of PCI Express (_OSC). */
  pcieNativeControl: z.boolean(),
});

export const platformSchema = z.object({
  id: z.literal('platform'),
  processorName: z.string(),
  clockMhz: z.number().positive(),
  logicalProcessors: z.int().min(1).max(512),
  memoryMb: z.int().positive(),
  capabilities: z.object({
    /** Second level address translation (EPT, RVI/NPT). */
    slat: z.boolean(),
    dmaRemapping: z.boolean(),
    interruptRemapping: z.boolean(),
    pciExpress: z.boolean(),
    /** The firmware's description of the remapping hardware (DMAR, IVRS) is right. */
    firmwareTablesCorrect: z.boolean(),
  }),
  /** In force since the last host start. */
  firmware: firmwareSettingsSchema,
  /** What the next host start will use. */
  storedFirmware: firmwareSettingsSchema,
});

export type FirmwareSettings = z.infer<typeof firmwareSettingsSchema>;
export type Platform = z.infer<typeof platformSchema>;

/** Host-level reasons against SR-IOV, in the order in which Windows' article KB2762297 lists them. */
export type PlatformReason =
  | 'noSlat'
  | 'noInterruptRemapping'
  | 'noDmaRemapping'
  | 'ioVirtualizationOff'
  | 'firmwareTablesWrong'
  | 'noPciExpress'
  | 'noPcieNativeControl'
  | 'noAcsAtRootPorts';

/** True when a firmware change waits for the host's restart. */
export function firmwareRestartPending(platform: Platform): boolean {
  return (
    platform.firmware.ioVirtualization !== platform.storedFirmware.ioVirtualization ||
    platform.firmware.pcieNativeControl !== platform.storedFirmware.pcieNativeControl
  );
}

/** Every host-level reason that holds now; empty means that the platform supports SR-IOV. */
export function platformReasons(
  platform: Platform,
  functions: ReadonlyMap<string, PcieFunction>,
): readonly PlatformReason[] {
  const { capabilities, firmware } = platform;
  const someRootPortHasAcs = [...functions.values()].some(
    (candidate) => candidate.bridge?.portType === 'root' && candidate.acs,
  );
  const holds: Record<PlatformReason, boolean> = {
    noSlat: !capabilities.slat,
    // With VT-d or AMD-Vi off the remapping units are hidden, so Windows sees neither kind.
    noInterruptRemapping: !capabilities.interruptRemapping || !firmware.ioVirtualization,
    noDmaRemapping: !capabilities.dmaRemapping || !firmware.ioVirtualization,
    ioVirtualizationOff: !firmware.ioVirtualization,
    firmwareTablesWrong: !capabilities.firmwareTablesCorrect,
    noPciExpress: !capabilities.pciExpress,
    noPcieNativeControl: !firmware.pcieNativeControl,
    noAcsAtRootPorts: capabilities.pciExpress && !someRootPortHasAcs,
  };
  return (Object.keys(holds) as PlatformReason[]).filter((reason) => holds[reason]);
}
