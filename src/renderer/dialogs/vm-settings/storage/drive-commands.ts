/** What the host is told about a VM's controllers and drives, and what it would refuse. */
import { pathProblem } from '../../../../shared/model/host-file';
import type { Drive } from '../../../../shared/model/storage';
import type { Vm } from '../../../../shared/model/vm';
import { drivePage, qualityOfServicePage as qos } from '../../../text/en/vm-storage';
import type { Problem, SettingsDraft, Step } from '../settings-draft';
import { isWithin } from '../vm-value';
import { controllerPageOf, draftedDrives, drivePageOf, qosPageOf } from './storage-draft';
import type { DraftedDrive } from './storage-draft';
import { placeOf, toldOf, valueOfDrive } from './storage-value';
import type { DriveValue } from './storage-value';

/** The host takes no more. */
export const mostIops = 1_000_000_000;

const onFirst = ['controllerType', 'controllerNumber', 'controllerLocation', 'path'] as const;
const limits = ['minimumIops', 'maximumIops'] as const;

/** The page and the field that stand for a member of a drive's commands. */
function places(page: string): Step['placeOf'] {
  return (member) => {
    const limit = limits.find((each) => each === member);
    if (limit !== undefined) return { page: qosPageOf(page), field: limit };
    const first = onFirst.find((each) => each === member);
    return first === undefined ? undefined : { page, field: first };
  };
}

/** Members that differ from what the host has. */
function changes(before: Drive, after: DriveValue) {
  const told = (value: DriveValue) => ({ ...placeOf(value), ...toldOf(before.kind, value) });
  const [was, is] = [told(valueOfDrive(before)), told(after)];
  const names = [...onFirst, ...limits].filter((name) => was[name] !== is[name]);
  return Object.fromEntries(names.map((name) => [name, is[name]]));
}

function modification(vm: Vm, { id: page, before, value }: DraftedDrive): Step[] {
  if (before === null) return [];
  const changed = changes(before, value);
  if (Object.keys(changed).length === 0) return [];
  const input = { id: vm.id, driveId: before.id, ...changed };
  return [{ page, command: { name: 'vm.modifyDrive', input }, placeOf: places(page) }];
}

function addition(vm: Vm, { id: page, before, kind, value }: DraftedDrive): Step[] {
  if (before !== null) return [];
  const input = { id: vm.id, kind, ...placeOf(value), ...toldOf(kind, value) };
  return [{ page, command: { name: 'vm.addDrive', input }, placeOf: places(page) }];
}

function removals(vm: Vm, draft: SettingsDraft): Step[] {
  return vm.storage.drives
    .filter(({ id }) => draft.removed.includes(drivePageOf(id)))
    .map((drive): Step => {
      const command = { name: 'vm.removeDrive', input: { id: vm.id, driveId: drive.id } } as const;
      return { page: drivePageOf(drive.id), command, placeOf: () => undefined };
    });
}

/** From the last to the first, as those behind one that goes move up. */
function controllerRemovals(vm: Vm, draft: SettingsDraft): Step[] {
  return Array.from({ length: vm.storage.scsiControllers }, (_, number) => number)
    .filter((number) => draft.removed.includes(controllerPageOf('SCSI', number)))
    .reverse()
    .map((number): Step => {
      const command = { name: 'vm.removeScsiController', input: { id: vm.id, number } } as const;
      return { page: controllerPageOf('SCSI', number), command, placeOf: () => undefined };
    });
}

/** Controllers are there before their drives, and go when these have left; removals make room for the rest. */
export function driveSteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  const drives = draftedDrives(vm, draft);
  const present = vm.storage.scsiControllers;
  const controllers = Array.from({ length: draft.storage.controllers }, (_, index): Step => {
    const command = { name: 'vm.addScsiController', input: { id: vm.id } } as const;
    return { page: controllerPageOf('SCSI', present + index), command, placeOf: () => undefined };
  });
  return [
    ...controllers,
    ...removals(vm, draft),
    ...drives.flatMap((drive) => modification(vm, drive)),
    ...drives.flatMap((drive) => addition(vm, drive)),
    ...controllerRemovals(vm, draft),
  ];
}

function mediaProblem(vm: Vm, { before, kind, value }: DraftedDrive): string | null {
  const { path } = toldOf(kind, value);
  if (path === null) {
    const needed = kind === 'hard' && before === null && vm.state !== 'Off';
    return needed ? drivePage.needsDisk : null;
  }
  if (path === before?.path) return null;
  return pathProblem(kind === 'hard' ? 'virtualHardDisk' : 'image', path);
}

function limitsProblem({ kind, value }: DraftedDrive): Pick<Problem, 'field' | 'message'> | null {
  if (kind === 'dvd' || !value.limited) return null;
  const bad = limits.find((name) => !isWithin(value[name], 0, mostIops));
  if (bad !== undefined) return { field: bad, message: qos.range(mostIops) };
  const { minimumIops, maximumIops } = value;
  if (maximumIops === 0 || minimumIops <= maximumIops) return null;
  return { field: 'minimumIops', message: qos.minimumAboveMaximum };
}

/** What the host would refuse without looking at its state; null if all is well. */
export function driveProblem(vm: Vm, draft: SettingsDraft): Problem | null {
  for (const drive of draftedDrives(vm, draft)) {
    const path = mediaProblem(vm, drive);
    if (path !== null) return { page: drive.id, field: 'path', message: path };
    const limit = limitsProblem(drive);
    if (limit !== null) return { page: qosPageOf(drive.id), ...limit };
  }
  return null;
}
