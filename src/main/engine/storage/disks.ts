/** Virtual hard disks: making one, asking whether a drive may take it, and whether a VM can open its own. */
import { diskFormatOf, diskIdOf, fileNameOf, mostDiskGb } from '../../../shared/model/host-file';
import type { VirtualHardDisk } from '../../../shared/model/host-file';
import { virtualHardDisksOf } from '../../../shared/model/storage';
import { isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

/** Makes a virtual hard disk that grows as it is written to. `prefix` leads to the fields of the command. */
export function createDisk(
  { world }: Context,
  { path, sizeGb }: { readonly path: string; readonly sizeGb: number },
  prefix: string,
): Result<VirtualHardDisk> {
  const id = diskIdOf(path);
  if (world.disk.has(id)) {
    return refuse(
      'disk.exists',
      `Failed to create the virtual hard disk. The file '${path}' exists (0x80070050). Choose another name or folder.`,
      `${prefix}.path`,
    );
  }
  const format = diskFormatOf(path);
  if (sizeGb > mostDiskGb[format]) {
    return refuse(
      'disk.tooLarge',
      `The virtual hard disk '${fileNameOf(path)}' can have at most ${mostDiskGb[format]} GB, as every file of the format ${format}. Choose a smaller size.`,
      `${prefix}.sizeGb`,
    );
  }
  const disk: VirtualHardDisk = { id, path, maximumGb: sizeGb, type: 'Dynamic' };
  world.put('disk', disk);
  return ok(disk);
}

/** Why the file cannot be opened; wording of Hyper-V's worker process, from memory. */
function inUse(doing: string, { path }: VirtualHardDisk, holder: Vm, field: string): Result<never> {
  return refuse(
    'disk.inUse',
    `${doing} Attachment '${path}' failed to open because of error: 'The process cannot access the file because it is being used by another process.' (0x80070020). '${holder.name}' holds it: turn that off, or use another virtual hard disk.`,
    field,
  );
}

/** The active VM, other than this one, that holds the virtual hard disk. */
function holderOf({ world }: Context, vm: Vm, disk: VirtualHardDisk): Vm | undefined {
  const holder = world.diskHolder(disk.id);
  return holder === undefined || holder === vm.id ? undefined : world.need('vm', holder);
}

/**
 * The virtual hard disk at a path that a drive of the VM is to take. Of generation 2 Microsoft says
 * that it supports VHDX alone ("Should I create a generation 1 or 2 virtual machine").
 */
export function attachableDisk(
  context: Context,
  vm: Vm,
  path: string,
  field: string,
): Result<VirtualHardDisk> {
  const disk = context.world.disk.get(diskIdOf(path));
  if (disk === undefined) {
    return refuse(
      'disk.notFound',
      `The virtual hard disk '${path}' was not attached to '${vm.name}': The system cannot find the file specified (0x80070002). Choose one that exists.`,
      field,
    );
  }
  if (vm.generation === 2 && diskFormatOf(path) === 'VHD') {
    return refuse(
      'disk.needsVhdx',
      `'${vm.name}' is of generation 2, which takes virtual hard disks of the format VHDX alone; '${fileNameOf(path)}' is a VHD.`,
      field,
    );
  }
  if (virtualHardDisksOf(vm).some((each) => diskIdOf(each) === disk.id)) {
    return refuse(
      'disk.alreadyAttached',
      `The virtual hard disk '${disk.path}' is in another drive of '${vm.name}' already. Choose another one.`,
      field,
    );
  }
  const holder = isActive(vm) ? holderOf(context, vm, disk) : undefined;
  return holder === undefined
    ? ok(disk)
    : inUse(`Failed to add a device to '${vm.name}'.`, disk, holder, field);
}

/** A VM starts only when nobody else holds its virtual hard disks. */
export function requireDisks(context: Context, vm: Vm): Result<null> {
  for (const path of virtualHardDisksOf(vm)) {
    const disk = context.world.need('disk', diskIdOf(path));
    const holder = holderOf(context, vm, disk);
    if (holder !== undefined) return inUse(`'${vm.name}' failed to start.`, disk, holder, 'id');
  }
  return ok(null);
}
