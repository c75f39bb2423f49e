/** The page `Memory`: what may be typed there, when, and what the host is told. */
import { bufferRange, leastMemoryMb, memoryStepMb } from '../../../../shared/model/memory';
import type { DynamicMemory } from '../../../../shared/model/memory';
import { mostMemoryMb } from '../../../../shared/model/vm';
import type { Vm } from '../../../../shared/model/vm';
import { memoryPage as text } from '../../../text/en/memory';
import type { Problem, SettingsDraft, SettingsField, Step } from '../settings-draft';
import { differing, isWithin, valueOfVm, withVmEdit } from '../vm-value';

export const memoryPageId = 'memory';

/** The draft with further changes of Dynamic Memory. */
export function withDynamicMemory(
  vm: Vm,
  draft: SettingsDraft,
  patch: Partial<DynamicMemory>,
): SettingsDraft {
  const { dynamicMemory } = valueOfVm(vm, draft);
  return withVmEdit(draft, { dynamicMemory: { ...dynamicMemory, ...patch } });
}

/** What counts of what was typed: without Dynamic Memory its limits stay as the host has them. */
function wantedOf(vm: Vm, draft: SettingsDraft): DynamicMemory {
  const { dynamicMemory } = valueOfVm(vm, draft);
  if (dynamicMemory.enabled) return dynamicMemory;
  return { ...vm.dynamicMemory, enabled: false, weight: dynamicMemory.weight };
}

function problemAt(field: SettingsField, message: string): Problem {
  return { page: memoryPageId, field, message };
}

/** Why it is no amount that the VM can have; null for one that stays as it is. */
function amountProblem(vm: Vm, field: SettingsField, typed: number, present: number): Problem | null {
  const most = mostMemoryMb[vm.generation];
  if (typed === present || (isWithin(typed, leastMemoryMb, most) && typed % memoryStepMb === 0)) return null;
  return problemAt(field, text.range(leastMemoryMb, most));
}

function limitsProblem(vm: Vm, startupMemoryMb: number, wanted: DynamicMemory): Problem | null {
  const present = vm.dynamicMemory;
  const { minimumMb, maximumMb, bufferPercent } = wanted;
  const [leastBuffer, mostBuffer] = bufferRange;
  const amounts =
    amountProblem(vm, 'minimumMb', minimumMb, present.minimumMb) ??
    amountProblem(vm, 'maximumMb', maximumMb, present.maximumMb);
  if (amounts !== null) return amounts;
  if (vm.state !== 'Off') {
    if (minimumMb > present.minimumMb) return problemAt('minimumMb', text.onlyLower(present.minimumMb));
    if (maximumMb < present.maximumMb) return problemAt('maximumMb', text.onlyRaise(present.maximumMb));
  }
  if (minimumMb > startupMemoryMb) return problemAt('minimumMb', text.minimumAbove);
  if (maximumMb < startupMemoryMb) return problemAt('maximumMb', text.maximumBelow);
  if (isWithin(bufferPercent, leastBuffer, mostBuffer)) return null;
  return problemAt('bufferPercent', text.bufferRange(leastBuffer, mostBuffer));
}

/** What the host would refuse without looking at its state; null if all is well. */
export function memoryProblem(vm: Vm, draft: SettingsDraft): Problem | null {
  const { startupMemoryMb } = valueOfVm(vm, draft);
  const startup = amountProblem(vm, 'startupMemoryMb', startupMemoryMb, vm.startupMemoryMb);
  if (startup !== null) return startup;
  const wanted = wantedOf(vm, draft);
  return wanted.enabled ? limitsProblem(vm, startupMemoryMb, wanted) : null;
}

const places: Readonly<Record<string, SettingsField>> = {
  startupMemoryMb: 'startupMemoryMb',
  'dynamicMemory.enabled': 'enabled',
  'dynamicMemory.minimumMb': 'minimumMb',
  'dynamicMemory.maximumMb': 'maximumMb',
  'dynamicMemory.bufferPercent': 'bufferPercent',
  'dynamicMemory.weight': 'weight',
};

/** Changes memory and its limits together, for each depends on the other; nothing where nothing differs. */
export function memorySteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  const { startupMemoryMb } = valueOfVm(vm, draft);
  const dynamicMemory = differing(vm.dynamicMemory, wantedOf(vm, draft));
  const startup = startupMemoryMb === vm.startupMemoryMb ? {} : { startupMemoryMb };
  const limits = Object.keys(dynamicMemory).length === 0 ? {} : { dynamicMemory };
  const changes = { ...startup, ...limits };
  if (Object.keys(changes).length === 0) return [];
  const placeOf: Step['placeOf'] = (member) => {
    const field = places[member];
    return field === undefined ? undefined : { page: memoryPageId, field };
  };
  return [{ page: memoryPageId, command: { name: 'vm.modify', input: { id: vm.id, ...changes } }, placeOf }];
}
