/** What a VM is made of and offered: its processors, memory, notes and integration services. */
import type { Commands } from '../../../shared/contract';
import { patched } from '../../../shared/model/patch';
import { isActive, mostProcessors } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { thePlatform } from '../../../shared/model/world-view';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';
import { findVm, requireOff } from './find';
import { requireMemory } from './memory-settings';
import { requireReserve } from './processor-reserve';

type Changes = Commands['vm.modify'];

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
function objection(context: Context, vm: Vm, changed: Vm): Result<Vm> {
  if (changed.smartPagingFilePath !== vm.smartPagingFilePath) {
    // The file is opened when the VM starts (from memory).
    const off = requireOff(vm, 'Smart Paging file location', 'smartPagingFilePath');
    if (!off.ok) return off;
  }
  if (changed.processors !== vm.processors) {
    const allowed = requireProcessors(context, vm, changed.processors);
    if (!allowed.ok) return allowed;
  }
  if (changed.compatibilityForMigration !== vm.compatibilityForMigration) {
    const off = requireOff(vm, 'processor compatibility', 'compatibilityForMigration');
    if (!off.ok) return off;
  }
  const memory = requireMemory(vm, changed);
  return memory.ok ? requireControls(context, changed) : memory;
}

/** Absent members stay as they are. */
export function modify(context: Context, changes: Changes): Result<string> {
  const found = findVm(context, changes.id);
  if (!found.ok) return found;
  const vm = found.value;
  const { id, integrationServices, dynamicMemory, numa, ...rest } = changes;
  const changed: Vm = {
    ...patched(vm, rest),
    integrationServices: patched(vm.integrationServices, integrationServices ?? {}),
    dynamicMemory: patched(vm.dynamicMemory, dynamicMemory ?? {}),
    numa: patched(vm.numa, numa ?? {}),
  };
  const allowed = objection(context, vm, changed);
  if (!allowed.ok) return allowed;
  context.world.put('vm', changed);
  return ok(id);
}
