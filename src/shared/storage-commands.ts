/** Commands about what a VM stores on and starts from; part of the contract's table. */
import { z } from 'zod';
import { imagePathSchema, floppyPathSchema, virtualHardDiskPathSchema } from './model/host-file';
import { biosBootDeviceSchema, drivePlaceSchema, hardDriveSchema, storageSchema } from './model/storage';

const id = z.string().min(1).max(100);
const place = drivePlaceSchema.shape;
const hard = hardDriveSchema.shape;

/** The virtual hard disk that a new VM gets. */
export const newVmDiskSchema = z.discriminatedUnion('kind', [
  /** A new one, dynamically expanding. */
  z.object({ kind: z.literal('new'), path: virtualHardDiskPathSchema, sizeGb: z.int().min(1) }),
  z.object({ kind: z.literal('existing'), path: virtualHardDiskPathSchema }),
]);

/** What the new VM's operating system is to be installed from: it decides its drives and its boot order. */
export const installationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('later') }),
  /** A CD/DVD image file (.iso). */
  z.object({ kind: z.literal('image'), path: imagePathSchema }),
  /** A virtual floppy disk (.vfd), generation 1 only. */
  z.object({ kind: z.literal('floppy'), path: floppyPathSchema }),
  /** Generation 1 gets a legacy network adapter for it, on the switch of the other one. */
  z.object({ kind: z.literal('network') }),
]);

export type NewVmDisk = z.infer<typeof newVmDiskSchema>;
export type Installation = z.infer<typeof installationSchema>;

/** Each answers with the id of the VM, but `vm.addDrive` with that of the drive. */
export const storageCommands = {
  'vm.addScsiController': z.object({ id }),
  /** Drives on it are removed with it; controllers of higher numbers move up. */
  'vm.removeScsiController': z.object({ id, number: place.controllerNumber }),
  'vm.addDrive': z.object({
    id,
    kind: z.enum(['hard', 'dvd']),
    ...place,
    /** A virtual hard disk, or an image file for a DVD drive; null: none. */
    path: z.string().max(260).nullable().default(null),
    /** Hard drives only, like the next. */
    minimumIops: hard.minimumIops.default(0),
    maximumIops: hard.maximumIops.default(0),
  }),
  /** Absent members stay as they are; another place moves the drive. */
  'vm.modifyDrive': z.object({
    id,
    driveId: id,
    controllerType: place.controllerType.optional(),
    controllerNumber: place.controllerNumber.optional(),
    controllerLocation: place.controllerLocation.optional(),
    path: z.string().max(260).nullable().optional(),
    /** Hard drives only, like the next. */
    minimumIops: hard.minimumIops.optional(),
    maximumIops: hard.maximumIops.optional(),
  }),
  /** The virtual hard disk stays on the host. */
  'vm.removeDrive': z.object({ id, driveId: id }),
  /** Generation 1: the floppy disk in the diskette drive. */
  'vm.setDiskette': z.object({ id, path: storageSchema.shape.diskette }),
  'vm.setComPort': z.object({
    id,
    number: z.union([z.literal(1), z.literal(2)]),
    pipe: storageSchema.shape.comPipes.def.items[0],
  }),
  /** Set-VMBios, generation 1; absent members stay as they are. */
  'vm.setBios': z.object({
    id,
    numLock: z.boolean().optional(),
    /** Every device once. */
    startupOrder: z
      .array(biosBootDeviceSchema)
      .length(4)
      .refine((order) => new Set(order).size === order.length, 'Name every device once.')
      .optional(),
  }),
  /** Set-VMFirmware, generation 2: ids of drives and network adapters; what is not named follows. */
  'vm.setBootOrder': z.object({ id, order: z.array(id).max(400) }),
} as const;
