/** Hard drives and DVD drives: adding, changing, moving and removing them. */
import type { Commands } from '../../../shared/contract';
import { pathProblem } from '../../../shared/model/host-file';
import { patched } from '../../../shared/model/patch';
import {
  canAddOrRemoveDrive,
  canHold,
  controllersOf,
  locationsOf,
  samePlace,
} from '../../../shared/model/storage';
import type { Drive, DriveKind, DrivePlace } from '../../../shared/model/storage';
import type { Vm } from '../../../shared/model/vm';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';
import { attachableDisk } from './disks';
import {
  controllerName,
  driveNames,
  findDrive,
  findVm,
  putStorage,
  requireMediaChange,
  requireOff,
} from './find';

type Modification = Commands['vm.modifyDrive'];
type Limits = Pick<Modification, 'minimumIops' | 'maximumIops'>;

/** Refused where the VM has no such place, it takes no such drive, or another one is there. */
function requireFreePlace(vm: Vm, kind: DriveKind, place: DrivePlace): Result<null> {
  const { controllerType, controllerNumber, controllerLocation } = place;
  const name = controllerName(controllerType, controllerNumber);
  if (controllerNumber >= controllersOf(vm, controllerType)) {
    return refuse('drive.noController', `'${vm.name}' has no ${name}.`, 'controllerNumber');
  }
  if (!canHold(vm, controllerType, kind)) {
    return refuse(
      'drive.wrongController',
      `A ${driveNames[kind]} of the generation 1 virtual machine '${vm.name}' needs an IDE controller.`,
      'controllerType',
    );
  }
  const locations = locationsOf[controllerType];
  if (controllerLocation >= locations) {
    return refuse(
      'drive.noLocation',
      `The ${name} of '${vm.name}' has the locations 0 to ${locations - 1}; ${controllerLocation} is none of them.`,
      'controllerLocation',
    );
  }
  if (!vm.storage.drives.some((drive) => samePlace(drive, place))) return ok(null);
  return refuse(
    'drive.placeTaken',
    `Location ${controllerLocation} of ${name} of '${vm.name}' is in use. Choose another location, or remove the drive there first.`,
    'controllerLocation',
  );
}

function requireChangeable(
  vm: Vm,
  drive: Pick<Drive, 'kind'> & DrivePlace,
  verb: 'added to' | 'removed from',
  field: string,
): Result<null> {
  if (canAddOrRemoveDrive(vm, drive)) return ok(null);
  const { kind, controllerType, controllerNumber } = drive;
  return refuse(
    'drive.vmNotOff',
    `A ${driveNames[kind]} cannot be ${verb} ${controllerName(controllerType, controllerNumber)} while '${vm.name}' is in the state ${vm.state}. Turn it off first.`,
    field,
  );
}

/** The path as it is to be kept, if a drive of the kind can take what is there. */
export function requirePath(
  context: Context,
  vm: Vm,
  { kind, path }: { readonly kind: DriveKind; readonly path: string | null },
  field = 'path',
): Result<string | null> {
  if (path === null) return ok(null);
  const problem = pathProblem(kind === 'hard' ? 'virtualHardDisk' : 'image', path);
  if (problem !== null) return refuse('drive.badPath', problem, field);
  if (kind === 'dvd') return ok(path);
  const disk = attachableDisk(context, vm, path, field);
  return disk.ok ? ok(disk.value.path) : disk;
}

/** A drive as it is added: without limits of its disk's traffic. */
export function newDrive(context: Context, kind: DriveKind, place: DrivePlace, path: string | null): Drive {
  const id = context.random('drive').guid();
  const { controllerType, controllerNumber, controllerLocation } = place;
  const common = { id, controllerType, controllerNumber, controllerLocation, path };
  return kind === 'hard' ? { ...common, kind, minimumIops: 0, maximumIops: 0 } : { ...common, kind };
}

/** The drive with other limits of its disk's traffic; a DVD drive has none. */
function withLimits(vm: Vm, drive: Drive, { minimumIops, maximumIops }: Limits): Result<Drive> {
  if (drive.kind === 'dvd') {
    const field = (minimumIops ?? 0) === 0 ? 'maximumIops' : 'minimumIops';
    const none = (minimumIops ?? 0) === 0 && (maximumIops ?? 0) === 0;
    return none
      ? ok(drive)
      : refuse('drive.noQualityOfService', 'A DVD drive has no Quality of Service management.', field);
  }
  const changed = patched(drive, { minimumIops, maximumIops });
  const { minimumIops: least, maximumIops: most } = changed;
  if (least === drive.minimumIops && most === drive.maximumIops) return ok(drive);
  const changeable = requireMediaChange(vm, 'The Quality of Service of a hard drive', 'minimumIops');
  if (!changeable.ok) return changeable;
  if (most === 0 || least <= most) return ok(changed);
  return refuse(
    'drive.minimumAboveMaximum',
    `The minimum of ${least} IOPS must not be above the maximum of ${most} IOPS.`,
    'minimumIops',
  );
}

export function add(context: Context, input: Commands['vm.addDrive']): Result<string> {
  const found = findVm(context, input.id);
  if (!found.ok) return found;
  const vm = found.value;
  const free = requireFreePlace(vm, input.kind, input);
  if (!free.ok) return free;
  const changeable = requireChangeable(vm, input, 'added to', 'controllerType');
  if (!changeable.ok) return changeable;
  if (vm.state === 'Running' && input.path === null) {
    return refuse(
      'drive.needsDisk',
      `A hard drive that is added while '${vm.name}' runs needs a virtual hard disk. Choose one.`,
      'path',
    );
  }
  const path = requirePath(context, vm, input);
  if (!path.ok) return path;
  const drive = newDrive(context, input.kind, input, path.value);
  const limited = withLimits(vm, drive, input);
  if (!limited.ok) return limited;
  putStorage(context, vm, { drives: [...vm.storage.drives, limited.value] });
  return ok(drive.id);
}

/** The place that the drive is to have; the VM must be off for another one than it has. */
function requireMove(vm: Vm, drive: Drive, changes: Modification): Result<DrivePlace> {
  const { controllerType, controllerNumber, controllerLocation } = patched<DrivePlace>(drive, {
    controllerType: changes.controllerType,
    controllerNumber: changes.controllerNumber,
    controllerLocation: changes.controllerLocation,
  });
  const place = { controllerType, controllerNumber, controllerLocation };
  if (samePlace(place, drive)) return ok(place);
  const off = requireOff(vm, `The place of a ${driveNames[drive.kind]}`, 'controllerLocation');
  if (!off.ok) return off;
  const free = requireFreePlace(vm, drive.kind, place);
  return free.ok ? ok(place) : free;
}

/** What a running VM has opened stays open; only media of a DVD drive change then. */
function requireOtherPath(
  context: Context,
  vm: Vm,
  drive: Drive,
  changes: Modification,
): Result<string | null> {
  const { path = drive.path } = changes;
  if (path === drive.path) return ok(path);
  const changeable =
    drive.kind === 'hard'
      ? requireOff(vm, 'The virtual hard disk of a drive', 'path')
      : requireMediaChange(vm, 'The media of a DVD drive', 'path');
  if (!changeable.ok) return changeable;
  const drives = vm.storage.drives.filter(({ id }) => id !== drive.id);
  const others = { ...vm, storage: { ...vm.storage, drives } };
  return requirePath(context, others, { kind: drive.kind, path });
}

/** Absent members stay as they are. */
export function modify(context: Context, changes: Modification): Result<string> {
  const found = findVm(context, changes.id);
  if (!found.ok) return found;
  const vm = found.value;
  const drive = findDrive(vm, changes.driveId);
  if (!drive.ok) return drive;
  const place = requireMove(vm, drive.value, changes);
  if (!place.ok) return place;
  const path = requireOtherPath(context, vm, drive.value, changes);
  if (!path.ok) return path;
  const limited = withLimits(vm, drive.value, changes);
  if (!limited.ok) return limited;
  const changed: Drive = { ...limited.value, ...place.value, path: path.value };
  return putStorage(context, vm, {
    drives: vm.storage.drives.map((each) => (each.id === changed.id ? changed : each)),
  });
}

/** The virtual hard disk stays where it is. */
export function remove(context: Context, { id, driveId }: Commands['vm.removeDrive']): Result<string> {
  const found = findVm(context, id);
  if (!found.ok) return found;
  const vm = found.value;
  const drive = findDrive(vm, driveId);
  if (!drive.ok) return drive;
  const changeable = requireChangeable(vm, drive.value, 'removed from', 'driveId');
  if (!changeable.ok) return changeable;
  const { drives, firmwareBootOrder } = vm.storage;
  return putStorage(context, vm, {
    drives: drives.filter((each) => each.id !== driveId),
    firmwareBootOrder: firmwareBootOrder.filter((each) => each !== driveId),
  });
}
