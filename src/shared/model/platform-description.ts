/**
 * A computer to simulate: processor, firmware, root ports and which NIC model sits behind which
 * port. The files in assets/hardware/platforms have this shape; all their values are this
 * simulator's choice (mark `assumed`), which `note` tells the reader.
 */
import { z } from 'zod';
import { firmwareSettingsSchema, hardwareSchema, platformSchema } from './platform';

const busSchema = z.int().min(1).max(0xff);

/** Identity of a part of the chipset, from the PCI ID database. */
const chipSchema = z.strictObject({
  vendorId: z.int().min(0).max(0xffff),
  deviceId: z.int().min(0).max(0xffff),
  /** Vendor and device as the PCI ID database names them. */
  name: z.string().min(1),
});

export const rootPortSchema = z
  .strictObject({
    /** What the firmware set-up calls the slot. */
    name: z.string().min(1),
    device: z.int().min(0).max(31),
    function: z.int().min(0).max(7),
    chip: chipSchema,
    /** Number of the slot; null where the device is soldered to the board. */
    slot: z.int().min(1).max(0x1fff).nullable(),
    /** The port has Access Control Services. */
    acs: z.boolean(),
    /** The port can forward ARI; the operating system switches that on where a device below has ARI. */
    ariForwarding: z.boolean(),
    secondaryBus: busSchema,
    /** The highest bus number that firmware may set aside behind the port. */
    subordinateBus: busSchema,
    /** Id of the NIC model in the slot; null for an empty slot. */
    nic: z.string().nullable(),
  })
  .refine((port) => port.subordinateBus >= port.secondaryBus, {
    error: 'subordinateBus must not be below secondaryBus',
    path: ['subordinateBus'],
  });

export const platformDescriptionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** One or two sentences on where the values come from. */
  note: z.string().min(1),
  mark: z.literal('assumed'),
  computerName: z.string().regex(/^[A-Z0-9-]{1,15}$/),
  processorName: platformSchema.shape.processorName,
  clockMhz: platformSchema.shape.clockMhz,
  logicalProcessors: platformSchema.shape.logicalProcessors,
  memoryMb: platformSchema.shape.memoryMb,
  /** Slots are made of the root ports. */
  hardware: z.strictObject(hardwareSchema.omit({ slots: true }).shape),
  /** Firmware settings on the first start. */
  firmwareDefaults: z.strictObject(firmwareSettingsSchema.shape),
  hostBridge: chipSchema,
  rootPorts: z.array(rootPortSchema).min(1),
});

export type RootPort = z.infer<typeof rootPortSchema>;
export type PlatformDescription = z.infer<typeof platformDescriptionSchema>;
