/** What a VM stores on and starts from: controllers, drives, diskette, COM ports, boot order. */
import { z } from 'zod';
import { comPipePathSchema, floppyPathSchema, imagePathSchema, virtualHardDiskPathSchema } from './host-file';
import type { Vm } from './vm';

export const controllerTypeSchema = z.enum(['IDE', 'SCSI']);

/** Where a drive is attached, as Hyper-V's cmdlets name it. */
export const drivePlaceSchema = z.object({
  controllerType: controllerTypeSchema,
  controllerNumber: z.int().min(0).max(3),
  controllerLocation: z.int().min(0).max(63),
});

/** IOPS in portions of 8 KB; 0: not limited, and nothing promised. Simplified: nothing is measured by them. */
const iops = z.int().min(0).max(1_000_000_000);

export const hardDriveSchema = z.object({
  id: z.string(),
  kind: z.literal('hard'),
  ...drivePlaceSchema.shape,
  /** Path of the virtual hard disk; null while the drive has none. */
  path: virtualHardDiskPathSchema.nullable(),
  minimumIops: iops,
  maximumIops: iops,
});

/** Simplified: any path of an image file will do; the host's image files are not simulated. */
export const dvdDriveSchema = z.object({
  id: z.string(),
  kind: z.literal('dvd'),
  ...drivePlaceSchema.shape,
  /** Path of the image file; null: no media. */
  path: imagePathSchema.nullable(),
});

export const driveSchema = z.discriminatedUnion('kind', [hardDriveSchema, dvdDriveSchema]);

/** What a generation 1 BIOS starts from; names as Set-VMBios takes them. */
export const biosBootDeviceSchema = z.enum(['CD', 'IDE', 'LegacyNetworkAdapter', 'Floppy']);

/**
 * Simplified: the guest comes up with its operating system whatever its drives hold and whatever the
 * boot order is. What drives do is keep a VM from starting whose virtual hard disk another one holds.
 */
export const storageSchema = z.object({
  /** SCSI controllers are numbered from 0; the two IDE controllers of generation 1 are always there. */
  scsiControllers: z.int().min(0).max(4),
  drives: z.array(driveSchema),
  /** Path of the floppy disk in the diskette drive of generation 1; null: none. */
  diskette: floppyPathSchema.nullable(),
  /** Named pipes of COM 1 and COM 2; null: none. Only generation 1 shows them in Settings. */
  comPipes: z.tuple([comPipePathSchema.nullable(), comPipePathSchema.nullable()]),
  numLock: z.boolean(),
  /** Generation 1: every device once. */
  biosBootOrder: z.array(biosBootDeviceSchema).length(4),
  /** Generation 2: ids of drives and network adapters; `bootDevices` tells the whole list. */
  firmwareBootOrder: z.array(z.string()),
});

export type ControllerType = z.infer<typeof controllerTypeSchema>;
export type DrivePlace = z.infer<typeof drivePlaceSchema>;
export type HardDrive = z.infer<typeof hardDriveSchema>;
export type DvdDrive = z.infer<typeof dvdDriveSchema>;
export type Drive = z.infer<typeof driveSchema>;
export type DriveKind = Drive['kind'];
export type BiosBootDevice = z.infer<typeof biosBootDeviceSchema>;
export type Storage = z.infer<typeof storageSchema>;

/** A VM whose drives are still to come. Num Lock is off and the order is CD first (from memory). */
export const bareStorage: Storage = {
  scsiControllers: 1,
  drives: [],
  diskette: null,
  comPipes: [null, null],
  numLock: false,
  biosBootOrder: ['CD', 'IDE', 'LegacyNetworkAdapter', 'Floppy'],
  firmwareBootOrder: [],
};

/** Microsoft, "Plan for Hyper-V scalability": 4 SCSI controllers of 64 disks; an IDE controller has two places. */
export const mostScsiControllers = 4;
export const locationsOf: Readonly<Record<ControllerType, number>> = { IDE: 2, SCSI: 64 };

/** Controllers of the type that the VM has. */
export function controllersOf(vm: Pick<Vm, 'generation' | 'storage'>, type: ControllerType): number {
  if (type === 'SCSI') return vm.storage.scsiControllers;
  return vm.generation === 1 ? 2 : 0;
}

/** A DVD drive of generation 1 is an IDE device; generation 2 has SCSI alone. */
export function canHold(
  vm: Pick<Vm, 'generation'>,
  controllerType: ControllerType,
  kind: DriveKind,
): boolean {
  return controllerType === 'IDE' || kind === 'hard' || vm.generation === 2;
}

export function samePlace(one: DrivePlace, other: DrivePlace): boolean {
  return (
    one.controllerType === other.controllerType &&
    one.controllerNumber === other.controllerNumber &&
    one.controllerLocation === other.controllerLocation
  );
}

/** Drives in the order of their controllers and locations, IDE first. */
export function byPlace(one: DrivePlace, other: DrivePlace): number {
  if (one.controllerType !== other.controllerType) return one.controllerType === 'IDE' ? -1 : 1;
  return one.controllerNumber - other.controllerNumber || one.controllerLocation - other.controllerLocation;
}

/**
 * Whether a drive may be added or removed now: while the VM is off, and hard drives of a SCSI
 * controller also while it runs. DVD drives cannot be hot-added (from memory), their media change any time.
 */
export function canAddOrRemoveDrive(
  vm: Pick<Vm, 'state'>,
  drive: { readonly kind: DriveKind; readonly controllerType: ControllerType },
): boolean {
  if (vm.state === 'Off') return true;
  return vm.state === 'Running' && drive.kind === 'hard' && drive.controllerType === 'SCSI';
}

/** Whether a medium may be put into the drive, or a limit of its disk be changed: not while a state is saved. */
export function canChangeMedia({ state }: Pick<Vm, 'state'>): boolean {
  return state === 'Off' || state === 'Running';
}

/** Paths of the virtual hard disks in the VM's drives. */
export function virtualHardDisksOf({ storage }: Pick<Vm, 'storage'>): readonly string[] {
  return storage.drives.flatMap(({ kind, path }) => (kind === 'hard' && path !== null ? [path] : []));
}

/**
 * What the firmware of generation 2 may start from, in the order in which it tries: as it has been
 * ordered, then what came later, drives before network adapters. Gone devices are passed over.
 */
export function bootDevices(storage: Storage, adapterIds: readonly string[]): readonly string[] {
  const present = [...storage.drives].sort(byPlace).map(({ id }) => id);
  const all = new Set([...present, ...adapterIds]);
  const ordered = storage.firmwareBootOrder.filter((id) => all.delete(id));
  return [...ordered, ...all];
}
