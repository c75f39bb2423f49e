/** Finds the VM and the drive that a command names, and writes the VM's storage. */
import { canChangeMedia } from '../../../shared/model/storage';
import type { ControllerType, Drive, DriveKind, Storage } from '../../../shared/model/storage';
import type { Vm } from '../../../shared/model/vm';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

export const driveNames: Readonly<Record<DriveKind, string>> = { hard: 'hard drive', dvd: 'DVD drive' };

export function controllerName(type: ControllerType, number: number): string {
  return `${type} controller ${number}`;
}

export function findVm({ world }: Context, id: string): Result<Vm> {
  const vm = world.vm.get(id);
  if (vm !== undefined) return ok(vm);
  return refuse(
    'vm.notFound',
    `There is no virtual machine with the ID ${id}. It may have been deleted.`,
    'id',
  );
}

/** Refused in another state than Off; `what` begins the sentence. */
export function requireOff({ name, state }: Vm, what: string, field?: string): Result<null> {
  if (state === 'Off') return ok(null);
  return refuse(
    'vm.wrongState',
    `${what} of '${name}' can be changed only while it is off; it is in the state ${state}.`,
    field,
  );
}

/** Refused while the VM neither rests nor runs, and while its state is saved; `what` begins the sentence. */
export function requireMediaChange(vm: Vm, what: string, field: string): Result<null> {
  if (canChangeMedia(vm)) return ok(null);
  return refuse(
    'vm.wrongState',
    `${what} of '${vm.name}' can be changed only while it is off or running; it is in the state ${vm.state}.`,
    field,
  );
}

export function requireGeneration(vm: Vm, generation: Vm['generation'], what: string): Result<null> {
  if (vm.generation === generation) return ok(null);
  return refuse(
    'vm.wrongGeneration',
    `'${vm.name}' is of generation ${vm.generation}, which has no ${what}; generation ${generation} has.`,
    'id',
  );
}

export function findDrive(vm: Vm, driveId: string): Result<Drive> {
  const drive = vm.storage.drives.find(({ id }) => id === driveId);
  if (drive !== undefined) return ok(drive);
  return refuse(
    'drive.notFound',
    `'${vm.name}' has no drive with the ID ${driveId}. It may have been removed.`,
    'driveId',
  );
}

/** Writes some members of the VM's storage; answers with its id. */
export function putStorage({ world }: Context, vm: Vm, changes: Partial<Storage>): Result<string> {
  world.put('vm', { ...vm, storage: { ...vm.storage, ...changes } });
  return ok(vm.id);
}
