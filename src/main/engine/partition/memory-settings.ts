/** What a VM's memory may be set to, and when. */
import { memoryStepMb } from '../../../shared/model/memory';
import { mostMemoryMb } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { requireOff } from './find';

/** An amount that the VM's generation can have, in Hyper-V's pieces. */
function requireAmount(vm: Vm, what: string, mb: number, field: string): Result<Vm> {
  const most = mostMemoryMb[vm.generation];
  if (mb > most) {
    return refuse(
      'vm.tooMuchMemory',
      `'${vm.name}' is of generation ${vm.generation} and can have at most ${most} MB of memory. Use less.`,
      field,
    );
  }
  if (mb % memoryStepMb === 0) return ok(vm);
  return refuse(
    'vm.memoryNotAligned',
    `The ${what} of '${vm.name}' must be a multiple of ${memoryStepMb} MB; ${mb} MB is not.`,
    field,
  );
}

/** Startup memory lies between the limits of Dynamic Memory, once that is enabled. */
function requireOrder(vm: Vm): Result<Vm> {
  const { enabled, minimumMb, maximumMb } = vm.dynamicMemory;
  if (!enabled) return ok(vm);
  if (minimumMb > vm.startupMemoryMb) {
    return refuse(
      'vm.memoryOutOfOrder',
      `The minimum memory of '${vm.name}' (${minimumMb} MB) must not be above its startup memory (${vm.startupMemoryMb} MB).`,
      'dynamicMemory.minimumMb',
    );
  }
  if (maximumMb >= vm.startupMemoryMb) return ok(vm);
  return refuse(
    'vm.memoryOutOfOrder',
    `The maximum memory of '${vm.name}' (${maximumMb} MB) must not be below its startup memory (${vm.startupMemoryMb} MB).`,
    'dynamicMemory.maximumMb',
  );
}

/** While the VM is not off its limits may only move apart. */
function requireWider(vm: Vm, changed: Vm): Result<Vm> {
  if (vm.state === 'Off') return ok(vm);
  const [before, after] = [vm.dynamicMemory, changed.dynamicMemory];
  if (after.minimumMb > before.minimumMb) {
    return refuse(
      'vm.wrongState',
      `The minimum memory of '${vm.name}' can only be lowered while it is not off; it is in the state ${vm.state}.`,
      'dynamicMemory.minimumMb',
    );
  }
  if (after.maximumMb >= before.maximumMb) return ok(vm);
  return refuse(
    'vm.wrongState',
    `The maximum memory of '${vm.name}' can only be raised while it is not off; it is in the state ${vm.state}.`,
    'dynamicMemory.maximumMb',
  );
}

function requireDynamicMemory(vm: Vm, changed: Vm): Result<Vm> {
  const [before, after] = [vm.dynamicMemory, changed.dynamicMemory];
  if (before.enabled !== after.enabled) {
    const off = requireOff(vm, 'use of Dynamic Memory', 'dynamicMemory.enabled');
    if (!off.ok) return off;
  }
  const limits = [
    ['minimum memory', 'minimumMb'],
    ['maximum memory', 'maximumMb'],
  ] as const;
  for (const [what, member] of limits) {
    if (before[member] === after[member]) continue;
    const amount = requireAmount(vm, what, after[member], `dynamicMemory.${member}`);
    if (!amount.ok) return amount;
  }
  return requireWider(vm, changed);
}

function sameNuma(vm: Vm, changed: Vm): boolean {
  const [before, after] = [vm.numa, changed.numa];
  return (
    before.maximumProcessors === after.maximumProcessors &&
    before.maximumMemoryMb === after.maximumMemoryMb &&
    before.maximumNodesPerSocket === after.maximumNodesPerSocket
  );
}

/** The first objection to the memory that the VM would have; what stays as it is needs no permission. */
export function requireMemory(vm: Vm, changed: Vm): Result<Vm> {
  const { startupMemoryMb } = changed;
  const startup = startupMemoryMb !== vm.startupMemoryMb;
  if (startup) {
    const off = requireOff(vm, 'startup memory', 'startupMemoryMb');
    if (!off.ok) return off;
    const amount = requireAmount(vm, 'memory', startupMemoryMb, 'startupMemoryMb');
    if (!amount.ok) return amount;
  }
  if (!sameNuma(vm, changed)) {
    const off = requireOff(vm, 'NUMA limits', 'numa');
    if (!off.ok) return off;
  }
  const dynamic = requireDynamicMemory(vm, changed);
  return dynamic.ok ? requireOrder(changed) : dynamic;
}
