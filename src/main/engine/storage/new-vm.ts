/** What a new VM comes with: the drives and the boot order that Hyper-V's wizard gives it. */
import type { Commands } from '../../../shared/contract';
import type { BiosBootDevice, Drive, DrivePlace } from '../../../shared/model/storage';
import type { Vm } from '../../../shared/model/vm';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { NewVmDisk } from '../../../shared/storage-commands';
import type { Context } from '../world/context';
import { createDisk } from './disks';
import { newDrive, requirePath } from './drives';
import { putStorage } from './find';

type Wishes = Pick<Commands['vm.create'], 'hardDisk' | 'installation'>;

const places: Readonly<Record<Vm['generation'], { readonly hard: DrivePlace; readonly dvd: DrivePlace }>> = {
  1: {
    hard: { controllerType: 'IDE', controllerNumber: 0, controllerLocation: 0 },
    dvd: { controllerType: 'IDE', controllerNumber: 1, controllerLocation: 0 },
  },
  2: {
    hard: { controllerType: 'SCSI', controllerNumber: 0, controllerLocation: 0 },
    dvd: { controllerType: 'SCSI', controllerNumber: 0, controllerLocation: 1 },
  },
};

function hardDrive(context: Context, vm: Vm, disk: NewVmDisk): Result<Drive> {
  if (disk.kind === 'new') {
    const created = createDisk(context, disk, 'hardDisk');
    if (!created.ok) return created;
  }
  const path = requirePath(context, vm, { kind: 'hard', path: disk.path }, 'hardDisk.path');
  return path.ok ? ok(newDrive(context, 'hard', places[vm.generation].hard, path.value)) : path;
}

/** Generation 1 always has a DVD drive, generation 2 where there is an image for it. */
function dvdDrive(context: Context, { generation }: Vm, { installation }: Wishes): Drive | null {
  const path = installation.kind === 'image' ? installation.path : null;
  if (generation === 2 && path === null) return null;
  return newDrive(context, 'dvd', places[generation].dvd, path);
}

/** The device that a generation 1 VM is installed from stands first; CD does so of itself. */
function biosBootOrder(before: readonly BiosBootDevice[], { installation }: Wishes): BiosBootDevice[] {
  const first = { later: 'CD', image: 'CD', floppy: 'Floppy', network: 'LegacyNetworkAdapter' } as const;
  const device = first[installation.kind];
  return [device, ...before.filter((each) => each !== device)];
}

/** Gives a VM that has its adapters already its drives and its boot order. */
export function furnish(context: Context, vmId: string, wishes: Wishes): Result<string> {
  const vm = context.world.need('vm', vmId);
  const { hardDisk, installation } = wishes;
  if (installation.kind === 'floppy' && vm.generation === 2) {
    return refuse(
      'vm.noDisketteDrive',
      `'${vm.name}' is of generation 2, which has no diskette drive. Install its operating system from an image file or from the network.`,
      'installation',
    );
  }
  const hard = hardDisk === null ? ok(null) : hardDrive(context, vm, hardDisk);
  if (!hard.ok) return hard;
  const dvd = dvdDrive(context, vm, wishes);
  const adapters = context.world.adaptersOf(vmId).map(({ id }) => id);
  const firstDevices = { later: [], floppy: [], image: dvd === null ? [] : [dvd.id], network: adapters };
  return putStorage(context, vm, {
    drives: [hard.value, dvd].filter((drive) => drive !== null),
    diskette: installation.kind === 'floppy' ? installation.path : null,
    biosBootOrder: biosBootOrder(vm.storage.biosBootOrder, wishes),
    firmwareBootOrder: vm.generation === 2 ? firstDevices[installation.kind] : [],
  });
}
