/** What a VM is made of and offered: its processors, memory, notes and integration services. */
import type { Commands } from '../../../shared/contract';
import { patched } from '../../../shared/model/patch';
import { isActive, mostMemoryMb, mostProcessors } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { thePlatform } from '../../../shared/model/world-view';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';
import { findVm } from './find';
import { requireReserve } from './processor-reserve';

type Changes = Commands['vm.modify'];

/** Hyper-V hands memory out in pieces of 2 MB (from memory). */
const memoryStepMb = 2;

/** A partition's processors and memory are laid out when it is created, and a saved state holds both. */
function requireOff(vm: Vm, what: string, field: keyof Changes): Result<Vm> {
  if (vm.state === 'Off') return ok(vm);
  const sentence = `The ${what} of '${vm.name}' can be changed only while it is off; it is in the state ${vm.state}.`;
  return refuse('vm.wrongState', sentence, field);
}

function requireProcessors({ world }: Context, vm: Vm, processors: number): Result<Vm> {
  const off = requireOff(vm, 'number of virtual processors', 'processors');
  if (!off.ok) return off;
  const { logicalProcessors } = thePlatform(world);
  const most = mostProcessors(vm.generation, logicalProcessors);
  if (processors <= most) return ok(vm);
  return refuse(
    'vm.tooManyProcessors',
    `'${vm.name}' can have at most ${most} virtual processors: it is of generation ${vm.generation}, and the host has ${logicalProcessors} logical processors. Use fewer.`,
    'processors',
  );
}

function requireMemory(vm: Vm, startupMemoryMb: number): Result<Vm> {
  const off = requireOff(vm, 'memory', 'startupMemoryMb');
  if (!off.ok) return off;
  const most = mostMemoryMb[vm.generation];
  if (startupMemoryMb > most) {
    return refuse(
      'vm.tooMuchMemory',
      `'${vm.name}' is of generation ${vm.generation} and can have at most ${most} MB of memory. Use less.`,
      'startupMemoryMb',
    );
  }
  if (startupMemoryMb % memoryStepMb === 0) return ok(vm);
  return refuse(
    'vm.memoryNotAligned',
    `The memory of '${vm.name}' must be a multiple of ${memoryStepMb} MB; ${startupMemoryMb} MB is not.`,
    'startupMemoryMb',
  );
}

/** The host keeps no more for a VM than the VM may use, nor than other active VMs leave. */
function requireControls(context: Context, vm: Vm): Result<Vm> {
  const { name, processorLimit, processorReserve } = vm;
  if (processorReserve > processorLimit) {
    return refuse(
      'vm.reserveAboveLimit',
      `The reserve of '${name}' (${processorReserve} percent) must not be above its limit (${processorLimit} percent).`,
      'processorReserve',
    );
  }
  return isActive(vm)
    ? requireReserve(context, vm, 'The reserve was not changed.', 'processorReserve')
    : ok(vm);
}

/** The first objection to a change; what is set to what it is already changes nothing. */
function objection(context: Context, vm: Vm, changes: Changes): Result<Vm> {
  const { processors, startupMemoryMb, smartPagingFilePath } = changes;
  if (smartPagingFilePath !== undefined && smartPagingFilePath !== vm.smartPagingFilePath) {
    // The file is opened when the VM starts (from memory).
    const off = requireOff(vm, 'Smart Paging file location', 'smartPagingFilePath');
    if (!off.ok) return off;
  }
  if (processors !== undefined && processors !== vm.processors) {
    const allowed = requireProcessors(context, vm, processors);
    if (!allowed.ok) return allowed;
  }
  if (startupMemoryMb === undefined || startupMemoryMb === vm.startupMemoryMb) return ok(vm);
  return requireMemory(vm, startupMemoryMb);
}

/** Absent members stay as they are. */
export function modify(context: Context, changes: Changes): Result<string> {
  const found = findVm(context, changes.id);
  if (!found.ok) return found;
  const vm = found.value;
  const allowed = objection(context, vm, changes);
  if (!allowed.ok) return allowed;
  const { id, integrationServices, ...rest } = changes;
  const changed: Vm = {
    ...patched(vm, rest),
    integrationServices: patched(vm.integrationServices, integrationServices ?? {}),
  };
  const controlled = requireControls(context, changed);
  if (!controlled.ok) return controlled;
  context.world.put('vm', changed);
  return ok(id);
}
