/** Finds the VM a command names and asks whether the verb may be used on it. */
import { canDo } from '../../../shared/model/vm';
import type { Vm, VmVerb } from '../../../shared/model/vm';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

/** How the verb stands in a sentence after "cannot". */
const phrases: Readonly<Record<VmVerb, string>> = {
  start: 'be started',
  turnOff: 'be turned off',
  shutDown: 'be shut down',
  save: 'be saved',
  pause: 'be paused',
  resume: 'be resumed',
  reset: 'be reset',
  rename: 'be renamed',
  delete: 'be deleted',
  deleteSavedState: 'lose its saved state',
};

/** The VM with that id; refused when there is none. */
export function findVm({ world }: Context, id: string, field = 'id'): Result<Vm> {
  const vm = world.vm.get(id);
  if (vm !== undefined) return ok(vm);
  return refuse(
    'vm.notFound',
    `There is no virtual machine with the ID ${id}. It may have been deleted.`,
    field,
  );
}

/** Why `canDo` said no, as it stands in a sentence after "while". */
function whyNot(verb: VmVerb, { state, guest, integrationServices }: Vm): string {
  if (verb !== 'shutDown' || state !== 'Running') return `it is in the state ${state}`;
  if (!integrationServices.shutdown)
    return 'the integration service Operating system shutdown is not offered to it';
  return guest.state === 'running'
    ? `it is in the state ${state}`
    : 'its guest operating system has not started yet';
}

/** The VM, if the verb may be used in its present state. */
export function findVmFor(context: Context, verb: VmVerb, id: string): Result<Vm> {
  const found = findVm(context, id);
  if (!found.ok || canDo(verb, found.value)) return found;
  const { name } = found.value;
  const why = whyNot(verb, found.value);
  return refuse('vm.wrongState', `'${name}' cannot ${phrases[verb]} while ${why}.`, 'id');
}

/** A partition's processors and memory are laid out when it is created, and a saved state holds both. */
export function requireOff(vm: Vm, what: string, field: string): Result<Vm> {
  if (vm.state === 'Off') return ok(vm);
  const sentence = `The ${what} of '${vm.name}' can be changed only while it is off; it is in the state ${vm.state}.`;
  return refuse('vm.wrongState', sentence, field);
}
