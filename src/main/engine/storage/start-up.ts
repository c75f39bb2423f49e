/** What a VM starts from, and the old ports of generation 1: boot order, Num Lock, diskette, COM ports. */
import type { Commands } from '../../../shared/contract';
import { bootDevices } from '../../../shared/model/storage';
import { refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';
import { findVm, putStorage, requireGeneration, requireMediaChange, requireOff } from './find';

export function setDiskette(context: Context, { id, path }: Commands['vm.setDiskette']): Result<string> {
  const found = findVm(context, id);
  if (!found.ok) return found;
  const vm = found.value;
  const old = requireGeneration(vm, 1, 'diskette drive');
  if (!old.ok) return old;
  const changeable = requireMediaChange(vm, 'The floppy disk', 'path');
  return changeable.ok ? putStorage(context, vm, { diskette: path }) : changeable;
}

/** Only while the VM is off (from memory). */
export function setComPort(
  context: Context,
  { id, number, pipe }: Commands['vm.setComPort'],
): Result<string> {
  const found = findVm(context, id);
  if (!found.ok) return found;
  const vm = found.value;
  const off = requireOff(vm, `COM ${number}`, 'pipe');
  if (!off.ok) return off;
  const [first, second] = vm.storage.comPipes;
  return putStorage(context, vm, { comPipes: number === 1 ? [pipe, second] : [first, pipe] });
}

export function setBios(context: Context, changes: Commands['vm.setBios']): Result<string> {
  const found = findVm(context, changes.id);
  if (!found.ok) return found;
  const vm = found.value;
  const old = requireGeneration(vm, 1, 'BIOS');
  if (!old.ok) return old;
  const off = requireOff(vm, 'The BIOS settings', 'id');
  if (!off.ok) return off;
  const { numLock = vm.storage.numLock, startupOrder = vm.storage.biosBootOrder } = changes;
  return putStorage(context, vm, { numLock, biosBootOrder: startupOrder });
}

export function setBootOrder(context: Context, { id, order }: Commands['vm.setBootOrder']): Result<string> {
  const found = findVm(context, id);
  if (!found.ok) return found;
  const vm = found.value;
  const firmware = requireGeneration(vm, 2, 'boot order of a firmware');
  if (!firmware.ok) return firmware;
  const off = requireOff(vm, 'The boot order', 'order');
  if (!off.ok) return off;
  const adapters = context.world.adaptersOf(id).map((adapter) => adapter.id);
  const present = new Set(bootDevices(vm.storage, adapters));
  // A device that is named twice is not there any more the second time.
  const unknown = order.find((device) => !present.delete(device));
  if (unknown === undefined) return putStorage(context, vm, { firmwareBootOrder: order });
  return refuse(
    'vm.notBootDevice',
    `'${vm.name}' cannot start from ${unknown}: it is none of its drives and network adapters, or it is named twice.`,
    'order',
  );
}
