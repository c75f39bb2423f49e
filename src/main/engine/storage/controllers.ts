/** SCSI controllers: added and removed while the VM is off (hot-adding one is not offered, from memory). */
import type { Commands } from '../../../shared/contract';
import { mostScsiControllers } from '../../../shared/model/storage';
import type { Drive } from '../../../shared/model/storage';
import { refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';
import { findVm, putStorage, requireOff } from './find';

export function add(context: Context, { id }: Commands['vm.addScsiController']): Result<string> {
  const found = findVm(context, id);
  if (!found.ok) return found;
  const vm = found.value;
  const off = requireOff(vm, 'The SCSI controllers', 'id');
  if (!off.ok) return off;
  const { scsiControllers } = vm.storage;
  if (scsiControllers >= mostScsiControllers) {
    return refuse(
      'vm.tooManyScsiControllers',
      `'${vm.name}' already has ${mostScsiControllers} SCSI controllers, the most a virtual machine can have.`,
      'id',
    );
  }
  return putStorage(context, vm, { scsiControllers: scsiControllers + 1 });
}

/** Its drives are detached (HyperVDsc, VMScsiController); that the numbers move up is from memory. */
export function remove(
  context: Context,
  { id, number }: Commands['vm.removeScsiController'],
): Result<string> {
  const found = findVm(context, id);
  if (!found.ok) return found;
  const vm = found.value;
  const off = requireOff(vm, 'The SCSI controllers', 'id');
  if (!off.ok) return off;
  const { scsiControllers, drives, firmwareBootOrder } = vm.storage;
  if (number >= scsiControllers) {
    return refuse('drive.noController', `'${vm.name}' has no SCSI controller ${number}.`, 'number');
  }
  const isHere = (drive: Drive): boolean =>
    drive.controllerType === 'SCSI' && drive.controllerNumber === number;
  const gone = new Set(drives.filter(isHere).map((drive) => drive.id));
  const left = drives.filter((drive) => !gone.has(drive.id));
  return putStorage(context, vm, {
    scsiControllers: scsiControllers - 1,
    drives: left.map((drive) =>
      drive.controllerType === 'SCSI' && drive.controllerNumber > number
        ? { ...drive, controllerNumber: drive.controllerNumber - 1 }
        : drive,
    ),
    firmwareBootOrder: firmwareBootOrder.filter((device) => !gone.has(device)),
  });
}
