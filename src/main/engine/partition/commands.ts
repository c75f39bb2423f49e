/** Creating, renaming and deleting VMs, and what an administrator does inside the guest. */
import type { Commands } from '../../../shared/contract';
import { guestSystems } from '../../../shared/model/guest-systems';
import { newIntegrationServices } from '../../../shared/model/integration-services';
import { asFileName, inFolder } from '../../../shared/model/host-folder';
import { hardwareTopology, newDynamicMemory } from '../../../shared/model/memory';
import { bareStorage } from '../../../shared/model/storage';
import type { Vm } from '../../../shared/model/vm';
import { newVmSecurity } from '../../../shared/model/vm-security';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';
import { findVm, findVmFor } from './find';

/**
 * The guest that every new VM comes with. Installing an operating system is not simulated, so
 * the VM arrives with one, and with the VF driver of the host's NICs.
 */
const newGuest: Vm['guest'] = {
  operatingSystem: 'Windows Server 2022',
  supportsSriov: true,
  vfDriverInstalled: true,
  responsive: true,
  state: 'off',
};

/** Counters are named after VMs, so the simulator wants unique names; Hyper-V does not. */
function requireFreeName({ world }: Context, name: string, ownId: string | null): Result<string> {
  const holder = world.vmNamed(name);
  if (holder === undefined || holder === ownId) return ok(name);
  return refuse(
    'vm.nameTaken',
    `A virtual machine named '${name}' already exists. Choose another name: the simulator needs unique names, Hyper-V does not.`,
    'name',
  );
}

/** A VM with a location of its own gets a folder there, named after it. */
function folderFor({ world }: Context, { location, name }: Commands['vm.create']): string {
  if (location === null) return theHost(world).settings.virtualMachinePath;
  const folder = asFileName(name);
  return folder === '' ? location : inFolder(location, folder);
}

export function create(context: Context, input: Commands['vm.create']): Result<string> {
  const free = requireFreeName(context, input.name, null);
  if (!free.ok) return free;
  const path = folderFor(context, input);
  const vm: Vm = {
    id: context.random('vm').guid(),
    name: input.name,
    generation: input.generation,
    state: 'Off',
    task: null,
    token: context.nextToken(),
    createdAt: context.now,
    uptimeMs: 0,
    runningSince: null,
    startupMemoryMb: input.startupMemoryMb,
    dynamicMemory: newDynamicMemory(input.dynamicMemory, input.startupMemoryMb),
    memory: null,
    numa: hardwareTopology(thePlatform(context.world)),
    compatibilityForMigration: false,
    processors: input.processors,
    processorLimit: 100,
    processorReserve: 0,
    processorWeight: 100,
    notes: '',
    guest: newGuest,
    integrationServices: newIntegrationServices,
    storage: bareStorage,
    security: newVmSecurity[input.generation],
    path,
    smartPagingFilePath: path,
    ranBeforeRestart: false,
    automaticStart: { action: 'StartIfRunning', delaySeconds: 0 },
    automaticStop: 'Save',
  };
  context.world.put('vm', vm);
  context.log({ about: 'vm', what: 'created', vm });
  return ok(vm.id);
}

export function rename(context: Context, { id, name }: Commands['vm.rename']): Result<string> {
  const found = findVmFor(context, 'rename', id);
  if (!found.ok) return found;
  const free = requireFreeName(context, name, id);
  if (!free.ok) return free;
  context.world.put('vm', { ...found.value, name });
  return ok(id);
}

export function setAutomaticActions(
  context: Context,
  { id, start, stop }: Commands['vm.setAutomaticActions'],
): Result<string> {
  const found = findVm(context, id);
  if (!found.ok) return found;
  const { automaticStart, automaticStop } = found.value;
  context.world.put('vm', {
    ...found.value,
    automaticStart: start ?? automaticStart,
    automaticStop: stop ?? automaticStop,
  });
  return ok(id);
}

/** Deletes a VM; its adapters must be gone before. */
export function remove(context: Context, { id }: Commands['vm.delete']): Result<string> {
  const found = findVmFor(context, 'delete', id);
  if (!found.ok) return found;
  context.world.remove('vm', id);
  context.log({ about: 'vm', what: 'deleted', vm: found.value });
  return ok(id);
}

export function setVfDriver(
  context: Context,
  { vmId, installed }: Commands['guest.setVfDriver'],
): Result<string> {
  const found = findVm(context, vmId, 'vmId');
  if (!found.ok) return found;
  const vm = found.value;
  if (vm.state !== 'Running' || vm.guest.state !== 'running') {
    return refuse(
      'guest.notRunning',
      `Drivers are installed from inside the guest: start '${vm.name}' and wait until its operating system is up.`,
      'vmId',
    );
  }
  context.world.put('vm', { ...vm, guest: { ...vm.guest, vfDriverInstalled: installed } });
  return ok(vmId);
}

export function setOperatingSystem(
  context: Context,
  { vmId, operatingSystem }: Commands['guest.setOperatingSystem'],
): Result<string> {
  const found = findVm(context, vmId, 'vmId');
  if (!found.ok) return found;
  const vm = found.value;
  if (vm.state !== 'Off') {
    return refuse(
      'vm.wrongState',
      `Another operating system can be installed in '${vm.name}' only while it is off; it is in the state ${vm.state}.`,
      'vmId',
    );
  }
  const { supportsSriov, inboxVfDriver } = guestSystems[operatingSystem];
  const guest = { ...vm.guest, operatingSystem, supportsSriov, vfDriverInstalled: inboxVfDriver };
  context.world.put('vm', { ...vm, guest });
  return ok(vmId);
}

export function setResponsive(
  context: Context,
  { vmId, responsive }: Commands['guest.setResponsive'],
): Result<string> {
  const found = findVm(context, vmId, 'vmId');
  if (!found.ok) return found;
  const vm = found.value;
  if (vm.guest.state !== 'running') {
    return refuse(
      'guest.notRunning',
      `Only a guest that runs can hang: start '${vm.name}' and wait until its operating system is up.`,
      'vmId',
    );
  }
  context.world.put('vm', { ...vm, guest: { ...vm.guest, responsive } });
  return ok(vmId);
}
