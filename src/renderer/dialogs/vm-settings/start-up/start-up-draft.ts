/** The pages BIOS, Firmware, COM and Diskette Drive: what the host is told, and what it would refuse. */
import { isPipePath, pathProblem } from '../../../../shared/model/host-file';
import { bootDevices } from '../../../../shared/model/storage';
import type { Drive } from '../../../../shared/model/storage';
import type { Adapter } from '../../../../shared/model/adapter';
import type { Vm } from '../../../../shared/model/vm';
import type { WorldView } from '../../../../shared/model/world-view';
import { comPage as text } from '../../../text/en/vm-storage';
import { adapterPages } from '../network-adapter/adapter-draft';
import type { Problem, SettingsDraft, Step } from '../settings-draft';
import { draftedDrives } from '../storage/storage-draft';
import { pipePathOf, valueOfStartUp } from './start-up-value';
import type { ComValue } from './start-up-value';

export const biosPageId = 'bios';
export const firmwarePageId = 'firmware';
export const diskettePageId = 'diskette';

export type ComNumber = 1 | 2;

export function comPageId(number: ComNumber): string {
  return `com/${number}`;
}

export function comMember(number: ComNumber): 'com1' | 'com2' {
  return number === 1 ? 'com1' : 'com2';
}

/** A drive or a network adapter that the firmware may start from. */
export type BootDevice =
  | { readonly id: string; readonly drive: Drive; readonly adapter: null }
  | { readonly id: string; readonly drive: null; readonly adapter: Adapter };

/** Those that exist and are to stay, in the order that the draft gives them. */
export function draftedBootDevices(
  world: Pick<WorldView, 'adapter'>,
  vm: Vm,
  draft: SettingsDraft,
): readonly BootDevice[] {
  const drives = draftedDrives(vm, draft).flatMap(({ before }) => before ?? []);
  const adapters = adapterPages(world, vm.id, draft).flatMap(({ before }) => before ?? []);
  const known = new Map<string, BootDevice>([
    ...drives.map((drive): [string, BootDevice] => [drive.id, { id: drive.id, drive, adapter: null }]),
    ...adapters.map((adapter): [string, BootDevice] => [
      adapter.id,
      { id: adapter.id, drive: null, adapter },
    ]),
  ]);
  const { bootOrder } = valueOfStartUp(vm, draft);
  const firmwareBootOrder = [...(bootOrder ?? vm.storage.firmwareBootOrder)];
  const order = bootDevices(
    { ...vm.storage, firmwareBootOrder },
    adapters.map(({ id }) => id),
  );
  return order.flatMap((id) => known.get(id) ?? []);
}

function pipeOf(value: ComValue): string | null {
  return value.connected ? pipePathOf(value) : null;
}

function comSteps(vm: Vm, draft: SettingsDraft): Step[] {
  const value = valueOfStartUp(vm, draft);
  return ([1, 2] as const).flatMap((number): Step[] => {
    const pipe = pipeOf(value[comMember(number)]);
    if (pipe === vm.storage.comPipes[number - 1]) return [];
    const page = comPageId(number);
    const command = { name: 'vm.setComPort', input: { id: vm.id, number, pipe } } as const;
    const placeOf: Step['placeOf'] = (member) =>
      member === 'pipe' ? { page, field: 'pipeName' } : undefined;
    return [{ page, command, placeOf }];
  });
}

function biosSteps(vm: Vm, draft: SettingsDraft): Step[] {
  const { numLock, biosBootOrder } = valueOfStartUp(vm, draft);
  const orderChanged = biosBootOrder.join() !== vm.storage.biosBootOrder.join();
  const input = {
    ...(numLock === vm.storage.numLock ? {} : { numLock }),
    ...(orderChanged ? { startupOrder: [...biosBootOrder] } : {}),
  };
  if (Object.keys(input).length === 0) return [];
  const command = { name: 'vm.setBios', input: { id: vm.id, ...input } } as const;
  return [{ page: biosPageId, command, placeOf: () => undefined }];
}

function disketteSteps(vm: Vm, draft: SettingsDraft): Step[] {
  const { hasDiskette, diskette } = valueOfStartUp(vm, draft);
  const path = hasDiskette ? diskette.trim() : null;
  if (path === vm.storage.diskette) return [];
  const command = { name: 'vm.setDiskette', input: { id: vm.id, path } } as const;
  const placeOf: Step['placeOf'] = (member) =>
    member === 'path' ? { page: diskettePageId, field: 'diskette' } : undefined;
  return [{ page: diskettePageId, command, placeOf }];
}

export function startUpSteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  return [...biosSteps(vm, draft), ...comSteps(vm, draft), ...disketteSteps(vm, draft)];
}

/** Comes after everything that adds and removes devices. */
export function bootOrderSteps(
  world: Pick<WorldView, 'adapter'>,
  vm: Vm,
  draft: SettingsDraft,
): readonly Step[] {
  const { bootOrder } = valueOfStartUp(vm, draft);
  if (bootOrder === null) return [];
  const ids = (from: SettingsDraft): string[] => draftedBootDevices(world, vm, from).map(({ id }) => id);
  const order = ids(draft);
  const { storage } = draft;
  const untouched = { ...draft, storage: { ...storage, startUp: { ...storage.startUp, bootOrder: null } } };
  if (order.join() === ids(untouched).join()) return [];
  const command = { name: 'vm.setBootOrder', input: { id: vm.id, order } } as const;
  return [{ page: firmwarePageId, command, placeOf: () => undefined }];
}

function comProblem(number: ComNumber, value: ComValue): Problem | null {
  const page = comPageId(number);
  if (!value.connected || isPipePath(pipePathOf(value))) return null;
  return value.remote && value.computerName.trim() === ''
    ? { page, field: 'computerName', message: text.computerMissing }
    : { page, field: 'pipeName', message: text.pipeMissing };
}

/** What the host would refuse without looking at its state; null if all is well. */
export function startUpProblem(vm: Vm, draft: SettingsDraft): Problem | null {
  const value = valueOfStartUp(vm, draft);
  const port = comProblem(1, value.com1) ?? comProblem(2, value.com2);
  if (port !== null || !value.hasDiskette) return port;
  const message = pathProblem('floppy', value.diskette.trim());
  return message === null ? null : { page: diskettePageId, field: 'diskette', message };
}
