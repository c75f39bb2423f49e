/** The controllers and drives of a VM as the draft would have them. */
import {
  byPlace,
  canAddOrRemoveDrive,
  canHold,
  controllersOf,
  locationsOf,
  mostScsiControllers,
  samePlace,
} from '../../../../shared/model/storage';
import type { ControllerType, Drive, DriveKind, DrivePlace } from '../../../../shared/model/storage';
import type { Vm } from '../../../../shared/model/vm';
import { controllerPage as text, driveKinds, drivePage } from '../../../text/en/vm-storage';
import type { SettingsDraft } from '../settings-draft';
import { freshDrive, placeOf, valueOfDrive } from './storage-value';
import type { DriveValue, StorageEdits } from './storage-value';

/** A controller that exists, or one that is still to be added. */
export interface DraftedController {
  /** Id of its page. */
  readonly id: string;
  readonly type: ControllerType;
  /** As the host counts them now; new ones come after those. */
  readonly number: number;
  readonly isNew: boolean;
}

/** A drive of the VM, with the draft's changes, or one that is still to be added. */
export interface DraftedDrive {
  /** Id of its first page. */
  readonly id: string;
  /** The drive as the host has it; null for one to add. */
  readonly before: Drive | null;
  readonly kind: DriveKind;
  readonly value: DriveValue;
}

export function controllerPageOf(type: ControllerType, number: number): string {
  return `controller/${type}/${number}`;
}

/** Page id of a drive that exists. */
export function drivePageOf(driveId: string): string {
  return `drive/${driveId}`;
}

/** Id of the child page Quality of Service. */
export function qosPageOf(drivePage_: string): string {
  return `${drivePage_}/qos`;
}

function withEdits(draft: SettingsDraft, edits: Partial<StorageEdits>): SettingsDraft {
  return { ...draft, storage: { ...draft.storage, ...edits } };
}

/** IDE before SCSI, those that stay before those to come. */
export function draftedControllers(vm: Vm, draft: SettingsDraft): readonly DraftedController[] {
  const present = controllersOf(vm, 'SCSI');
  const some = (type: ControllerType, count: number): DraftedController[] =>
    Array.from({ length: count }, (_, number) => ({
      id: controllerPageOf(type, number),
      type,
      number,
      isNew: type === 'SCSI' && number >= present,
    }));
  return [
    ...some('IDE', controllersOf(vm, 'IDE')),
    ...some('SCSI', present + draft.storage.controllers),
  ].filter(({ id }) => !draft.removed.includes(id));
}

/** Drives in the order of their places; those of a controller that goes are gone. */
export function draftedDrives(vm: Vm, draft: SettingsDraft): readonly DraftedDrive[] {
  const existing = vm.storage.drives.map((before): DraftedDrive => {
    const id = drivePageOf(before.id);
    return { id, before, kind: before.kind, value: { ...valueOfDrive(before), ...draft.storage.drives[id] } };
  });
  const added = Object.entries(draft.storage.added).map(([id, { kind, ...value }]): DraftedDrive => {
    return { id, before: null, kind, value };
  });
  const controllers = new Set(draftedControllers(vm, draft).map(({ id }) => id));
  return [...existing, ...added]
    .filter(({ id, value }) => {
      const controller = controllerPageOf(value.controllerType, value.controllerNumber);
      return controllers.has(controller) && !draft.removed.includes(id);
    })
    .sort((one, other) => byPlace(one.value, other.value));
}

/**
 * Locations that a drive can have on a controller: where no other one is, nor leaves only once the
 * draft is applied, so that drives can be moved one after the other.
 */
export function freeLocations(
  drives: readonly DraftedDrive[],
  controller: Pick<DraftedController, 'type' | 'number'>,
  mover: DraftedDrive | null,
): readonly number[] {
  const others = drives.filter(({ id }) => id !== mover?.id);
  const taken: DrivePlace[] = others.flatMap(({ before, value }) =>
    before === null ? [value] : [value, before],
  );
  const { type: controllerType, number: controllerNumber } = controller;
  return Array.from({ length: locationsOf[controllerType] }, (_, location) => location).filter(
    (controllerLocation) =>
      !taken.some((place) => samePlace(place, { controllerType, controllerNumber, controllerLocation })),
  );
}

/** Why no drive of the kind can be added to the controller now; undefined when one can. */
export function addDriveReason(
  vm: Vm,
  drives: readonly DraftedDrive[],
  controller: DraftedController,
  kind: DriveKind,
): string | undefined {
  if (freeLocations(drives, controller, null).length === 0) return text.full;
  if (canAddOrRemoveDrive(vm, { kind, controllerType: controller.type })) return undefined;
  return kind === 'hard' && controller.type === 'SCSI'
    ? text.needsScsiRunning
    : text.addNeedsOff(driveKinds[kind]);
}

/** Kinds that the controller's list offers. */
export function kindsFor(vm: Vm, { type }: DraftedController): readonly DriveKind[] {
  return (['hard', 'dvd'] as const).filter((kind) => canHold(vm, type, kind));
}

/** Adds a drive at the first free location; it exists in the draft alone. Answers with its page too. */
export function withNewDrive(
  vm: Vm,
  draft: SettingsDraft,
  controller: DraftedController,
  kind: DriveKind,
): { readonly draft: SettingsDraft; readonly page: string } {
  const { added } = draft.storage;
  let number = 1;
  while (`new-drive/${number}` in added) number += 1;
  const page = `new-drive/${number}`;
  const [controllerLocation = 0] = freeLocations(draftedDrives(vm, draft), controller, null);
  const place = { controllerType: controller.type, controllerNumber: controller.number, controllerLocation };
  return { draft: withEdits(draft, { added: { ...added, [page]: freshDrive(kind, place) } }), page };
}

/** Changes members of a drive's pages, whether the drive exists or is still to be added. */
export function withDriveEdit(
  draft: SettingsDraft,
  { id, before, kind, value }: DraftedDrive,
  patch: Partial<DriveValue>,
): SettingsDraft {
  const { added, drives } = draft.storage;
  return before === null
    ? withEdits(draft, { added: { ...added, [id]: { kind, ...value, ...patch } } })
    : withEdits(draft, { drives: { ...drives, [id]: { ...drives[id], ...patch } } });
}

function without<T>(record: Readonly<Record<string, T>>, gone: (id: string, value: T) => boolean) {
  return Object.fromEntries(Object.entries(record).filter(([id, value]) => !gone(id, value)));
}

/** Drops a drive that is still to be added, or marks one that exists for removal. */
export function withoutDrive(draft: SettingsDraft, drive: DraftedDrive): SettingsDraft {
  if (drive.before !== null) return { ...draft, removed: [...draft.removed, drive.id] };
  return withEdits(draft, { added: without(draft.storage.added, (id) => id === drive.id) });
}

/** Why the drive cannot be removed now; undefined when it can. */
export function removeDriveReason(vm: Vm, { before, kind }: DraftedDrive): string | undefined {
  if (before === null || canAddOrRemoveDrive(vm, before)) return undefined;
  return drivePage.removeNeedsOff(driveKinds[kind]);
}

/** Why no SCSI controller can be added now; undefined when one can. One that is to be removed still counts. */
export function addControllerReason(vm: Vm, draft: SettingsDraft): string | undefined {
  if (vm.state !== 'Off') return text.removeNeedsOff;
  const count = vm.storage.scsiControllers + draft.storage.controllers;
  return count < mostScsiControllers ? undefined : text.tooMany(mostScsiControllers);
}

export function withNewController(
  vm: Vm,
  draft: SettingsDraft,
): { readonly draft: SettingsDraft; readonly page: string } {
  const { controllers } = draft.storage;
  const page = controllerPageOf('SCSI', vm.storage.scsiControllers + controllers);
  return { draft: withEdits(draft, { controllers: controllers + 1 }), page };
}

function isOn(place: DrivePlace, { type, number }: DraftedController): boolean {
  return place.controllerType === type && place.controllerNumber === number;
}

/** The value, one controller further up if it is on a later one than the one that goes. */
function movedUp<T extends DrivePlace>(value: T, gone: DraftedController): T {
  const later = value.controllerType === gone.type && value.controllerNumber > gone.number;
  return later ? { ...value, controllerNumber: value.controllerNumber - 1 } : value;
}

/**
 * Marks a controller for removal, or drops one that is still to be added: those are only counted, so
 * that the later ones move up. New drives on it go too; one that was to move to it stays where it is.
 */
export function withoutController(
  vm: Vm,
  draft: SettingsDraft,
  controller: DraftedController,
): SettingsDraft {
  const { added, drives, controllers } = draft.storage;
  const left = Object.entries(added).filter(([, drive]) => !isOn(drive, controller));
  const edits = vm.storage.drives.flatMap((drive) => {
    const id = drivePageOf(drive.id);
    const edit = drives[id];
    if (edit === undefined) return [];
    const place = { ...placeOf(drive), ...edit };
    const stays = isOn(place, controller) ? placeOf(drive) : {};
    return [[id, { ...edit, ...stays }] as const];
  });
  if (!controller.isNew) {
    const storage = { added: Object.fromEntries(left), drives: Object.fromEntries(edits) };
    return { ...withEdits(draft, storage), removed: [...draft.removed, controller.id] };
  }
  const moved = edits.map(([id, edit]): [string, Partial<DriveValue>] => {
    const whole = edit as DriveValue;
    return [id, edit.controllerNumber === undefined ? edit : movedUp(whole, controller)];
  });
  return withEdits(draft, {
    controllers: controllers - 1,
    added: Object.fromEntries(left.map(([id, drive]) => [id, movedUp(drive, controller)])),
    drives: Object.fromEntries(moved),
  });
}
