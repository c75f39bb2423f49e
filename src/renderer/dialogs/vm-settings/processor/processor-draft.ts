/** The page `Processor`: what may be typed there, what it comes to, and what the host is told. */
import { mostProcessors } from '../../../../shared/model/vm';
import type { Vm } from '../../../../shared/model/vm';
import { thePlatform } from '../../../../shared/model/world-view';
import type { WorldView } from '../../../../shared/model/world-view';
import { processorPage as text } from '../../../text/en/vm-pages';
import type { Problem, SettingsDraft, Step } from '../settings-draft';
import { isWithin, modificationOf, valueOfVm } from '../vm-value';

export const processorPageId = 'processor';
export const compatibilityPageId = 'processor-compatibility';

type Platforms = Pick<WorldView, 'platform'>;

export type Control = 'processorReserve' | 'processorLimit' | 'processorWeight';

/** The least and the greatest figure of each. */
export const controlRanges: Readonly<Record<Control, readonly [number, number]>> = {
  processorReserve: [0, 100],
  processorLimit: [1, 100],
  processorWeight: [1, 10_000],
};

/** Virtual processors that the VM can have on this host. */
export function mostFor(world: Platforms, vm: Vm): number {
  return mostProcessors(vm.generation, thePlatform(world).logicalProcessors);
}

/**
 * What so much of every virtual processor comes to of all the host's, whole percent without the rest
 * as Hyper-V shows it (from memory); null while a figure is missing.
 */
export function shareOfSystem(world: Platforms, processors: number, percentOfEach: number): number | null {
  const share = Math.floor((processors * percentOfEach) / thePlatform(world).logicalProcessors);
  return Number.isNaN(share) ? null : Math.min(100, share);
}

/** What the host would refuse without looking at its state; null if all is well. */
export function processorProblem(world: Platforms, vm: Vm, draft: SettingsDraft): Problem | null {
  const value = valueOfVm(vm, draft);
  const page = processorPageId;
  const most = mostFor(world, vm);
  if (value.processors !== vm.processors && !isWithin(value.processors, 1, most))
    return { page, field: 'processors', message: text.range(1, most) };
  for (const field of ['processorReserve', 'processorLimit', 'processorWeight'] as const) {
    const [least, greatest] = controlRanges[field];
    if (!isWithin(value[field], least, greatest))
      return { page, field, message: text.range(least, greatest) };
  }
  if (value.processorReserve <= value.processorLimit) return null;
  return { page, field: 'processorReserve', message: text.reserveAboveLimit };
}

/** Changes the number and the resource controls, if that is what the draft comes to. */
export function processorSteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  return modificationOf(processorPageId, vm, draft, [
    'processors',
    'processorReserve',
    'processorLimit',
    'processorWeight',
  ]);
}

/** Limits the processor's features or not, if that differs from what the host has. */
export function compatibilitySteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  return modificationOf(compatibilityPageId, vm, draft, ['compatibilityForMigration']);
}
