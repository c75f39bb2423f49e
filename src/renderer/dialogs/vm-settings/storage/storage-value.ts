/** What the pages of controllers and drives edit: patches over the VM's storage. */
import type { Drive, DriveKind, DrivePlace } from '../../../../shared/model/storage';
import type { ComValue, StartUpValue } from '../start-up/start-up-value';

/** Members of a drive as its pages edit them; figures are NaN while what is typed is none. */
export interface DriveValue extends DrivePlace {
  /** A DVD drive has media; always true of a hard drive. */
  readonly hasMedia: boolean;
  /** Empty: none. */
  readonly path: string;
  readonly limited: boolean;
  readonly minimumIops: number;
  readonly maximumIops: number;
}

export interface AddedDrive extends DriveValue {
  readonly kind: DriveKind;
}

/** The part of the draft that is about storage, none of it sent to the host yet. */
export interface StorageEdits {
  /** Of drives that exist, by page id. */
  readonly drives: Readonly<Record<string, Partial<DriveValue>>>;
  /** Drives to add, by page id. */
  readonly added: Readonly<Record<string, AddedDrive>>;
  /** SCSI controllers to add. */
  readonly controllers: number;
  readonly startUp: Partial<StartUpValue>;
}

export const noStorageEdits: StorageEdits = { drives: {}, added: {}, controllers: 0, startUp: {} };

export type StorageField = keyof DriveValue | keyof StartUpValue | keyof ComValue;

export function placeOf({ controllerType, controllerNumber, controllerLocation }: DrivePlace): DrivePlace {
  return { controllerType, controllerNumber, controllerLocation };
}

export function freshDrive(kind: DriveKind, place: DrivePlace): AddedDrive {
  const rest = { path: '', limited: false, minimumIops: 0, maximumIops: 0 };
  return { kind, ...placeOf(place), hasMedia: kind === 'hard', ...rest };
}

/** A drive as the host has it. */
export function valueOfDrive(drive: Drive): DriveValue {
  const [minimumIops, maximumIops] = drive.kind === 'hard' ? [drive.minimumIops, drive.maximumIops] : [0, 0];
  return {
    ...placeOf(drive),
    hasMedia: drive.kind === 'hard' || drive.path !== null,
    path: drive.path ?? '',
    limited: minimumIops > 0 || maximumIops > 0,
    minimumIops,
    maximumIops,
  };
}

/** What the host is told of a drive's media and limits; an image file that is still to be typed is empty. */
export function toldOf(
  kind: DriveKind,
  value: DriveValue,
): {
  readonly path: string | null;
  readonly minimumIops: number;
  readonly maximumIops: number;
} {
  const path = value.path.trim();
  return {
    path: (kind === 'dvd' ? value.hasMedia : path !== '') ? path : null,
    minimumIops: value.limited ? value.minimumIops : 0,
    maximumIops: value.limited ? value.maximumIops : 0,
  };
}
