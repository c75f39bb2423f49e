/**
 * A computer to simulate: processor, firmware, root ports and which NIC model sits behind which
 * port. The files in assets/hardware/platforms have this shape; all their values are this
 * simulator's choice (mark `assumed`), which `note` tells the reader.
 */
import { z } from 'zod';
import { firmwareSettingsSchema, hardwareSchema, platformSchema } from './platform';

const busSchema = z.int().min(1).max(0xff);

export const rootPortSchema = z
  .strictObject({
    /** What the firmware set-up calls the slot. */
    name: z.string().min(1),
    device: z.int().min(0).max(31),
    function: z.int().min(0).max(7),
    /** The device behind the port is soldered to the board. */
    onBoard: z.boolean(),
    /** The port has Access Control Services. */
    acs: z.boolean(),
    /** The port can forward ARI, and the operating system has switched that on. */
    ariForwarding: z.boolean(),
    secondaryBus: busSchema,
    /** Last bus number that firmware reserved behind the port. */
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
  rootPorts: z.array(rootPortSchema).min(1),
});

export type RootPort = z.infer<typeof rootPortSchema>;
export type PlatformDescription = z.infer<typeof platformDescriptionSchema>;
