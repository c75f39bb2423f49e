/** Random commands about drives, controllers and boot orders. */
import type { Engine } from '../../src/main/engine/engine';
import type { Command } from '../../src/shared/contract';
import { bootDevices } from '../../src/shared/model/storage';
import type { DrivePlace } from '../../src/shared/model/storage';
import type { Vm } from '../../src/shared/model/vm';

type Pick = (below: number) => number;
type Creation = Extract<Command, { name: 'vm.create' }>['input'];

/** Few disks, so that several VMs want the same one. */
function diskPath(pick: Pick): string {
  return `C:\\VMs\\Disk ${pick(8)}.vhd${pick(6) > 0 ? 'x' : ''}`;
}

/** Half of the new VMs have none. */
export function newVmStorage(pick: Pick): Partial<Creation> {
  const path = diskPath(pick);
  if (pick(2) === 0) return {};
  const kinds = ['later', 'network', 'image', 'floppy'] as const;
  const kind = kinds[pick(kinds.length)] ?? 'later';
  const file = kind === 'image' ? 'C:\\Setup.iso' : 'C:\\Setup.vfd';
  return {
    hardDisk: pick(2) === 0 ? { kind: 'existing', path } : { kind: 'new', path, sizeGb: 1 + pick(3000) },
    installation: kind === 'image' || kind === 'floppy' ? { kind, path: file } : { kind },
  };
}

function place(pick: Pick): DrivePlace {
  const controllerType = pick(2) === 0 ? 'IDE' : 'SCSI';
  return { controllerType, controllerNumber: pick(3), controllerLocation: pick(4) };
}

function driveCommand(vm: Vm | undefined, pick: Pick): Command {
  const id = vm?.id ?? 'none';
  const drives = vm?.storage.drives ?? [];
  const driveId = drives[pick(Math.max(1, drives.length))]?.id ?? 'none';
  switch (pick(6)) {
    case 0:
      return { name: 'vm.removeDrive', input: { id, driveId } };
    case 1:
      return { name: 'vm.modifyDrive', input: { id, driveId, ...place(pick) } };
    case 2:
      return { name: 'vm.modifyDrive', input: { id, driveId, path: pick(3) === 0 ? null : diskPath(pick) } };
    case 3:
      return { name: 'vm.modifyDrive', input: { id, driveId, minimumIops: pick(9), maximumIops: pick(9) } };
    default: {
      const kind = pick(4) === 0 ? 'dvd' : 'hard';
      const path = kind === 'dvd' ? 'C:\\Setup.iso' : diskPath(pick);
      return { name: 'vm.addDrive', input: { id, kind, ...place(pick), path: pick(4) === 0 ? null : path } };
    }
  }
}

/** The boot order the other way round, as far as there is more than one device. */
function bootOrder({ world }: Engine, vm: Vm | undefined): Command {
  const adapters = [...world.adapter.values()].flatMap((each) => (each.vmId === vm?.id ? [each.id] : []));
  const order = vm === undefined ? [] : [...bootDevices(vm.storage, adapters)].reverse();
  return { name: 'vm.setBootOrder', input: { id: vm?.id ?? 'none', order } };
}

/** Anything but a new VM. */
export function storageCommand(engine: Engine, pick: Pick): Command {
  const vms = [...engine.world.vm.values()];
  const vm = vms[pick(Math.max(1, vms.length))];
  const id = vm?.id ?? 'none';
  switch (pick(10)) {
    case 0:
      return { name: 'vm.addScsiController', input: { id } };
    case 1:
      return { name: 'vm.removeScsiController', input: { id, number: pick(3) } };
    case 2:
      return { name: 'vm.setDiskette', input: { id, path: pick(2) === 0 ? null : 'C:\\Boot.vfd' } };
    case 3: {
      const pipe = pick(2) === 0 ? null : '\\\\.\\pipe\\Debug';
      return { name: 'vm.setComPort', input: { id, number: pick(2) === 0 ? 1 : 2, pipe } };
    }
    case 4:
      return { name: 'vm.setBios', input: { id, numLock: pick(2) === 0 } };
    case 5:
      return bootOrder(engine, vm);
    default:
      return driveCommand(vm, pick);
  }
}
