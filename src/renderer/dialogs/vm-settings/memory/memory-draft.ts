/** The page `Memory`: what may be typed there, when, and what the host is told. */
import { mostMemoryMb } from '../../../../shared/model/vm';
import type { Vm } from '../../../../shared/model/vm';
import { memoryPage as text } from '../../../text/en/vm-pages';
import type { Problem, SettingsDraft, Step } from '../settings-draft';
import { isWithin, modificationOf, valueOfVm } from '../vm-value';

export const memoryPageId = 'memory';

/** Hyper-V starts no VM with less (from memory). */
export const leastMemoryMb = 32;

/** What the host would refuse without looking at its state; null if all is well. */
export function memoryProblem(vm: Vm, draft: SettingsDraft): Problem | null {
  const { startupMemoryMb } = valueOfVm(vm, draft);
  if (startupMemoryMb === vm.startupMemoryMb) return null;
  const most = mostMemoryMb[vm.generation];
  const within = isWithin(startupMemoryMb, leastMemoryMb, most) && startupMemoryMb % 2 === 0;
  if (within) return null;
  return { page: memoryPageId, field: 'startupMemoryMb', message: text.range(leastMemoryMb, most) };
}

/** Gives the VM another amount of memory, if that is what the draft comes to. */
export function memorySteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  return modificationOf(memoryPageId, vm, draft, ['startupMemoryMb']);
}
