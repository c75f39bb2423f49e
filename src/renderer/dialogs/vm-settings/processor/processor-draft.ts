/** The page `Processor`: what may be typed there, what it comes to, and what the host is told. */
import { mostProcessors } from '../../../../shared/model/vm';
import type { Vm } from '../../../../shared/model/vm';
import { thePlatform } from '../../../../shared/model/world-view';
import type { WorldView } from '../../../../shared/model/world-view';
import { processorPage as text } from '../../../text/en/vm-pages';
import type { Problem, SettingsDraft, Step } from '../settings-draft';
import { isWithin, modificationOf, valueOfVm } from '../vm-value';
import type { VmValue } from '../vm-value';

export const processorPageId = 'processor';

type Platforms = Pick<WorldView, 'platform'>;

/** Virtual processors that the VM can have on this host. */
export function mostFor(world: Platforms, vm: Vm): number {
  return mostProcessors(vm.generation, thePlatform(world).logicalProcessors);
}

/**
 * What the limit comes to of all the host's processors, whole percent without the rest as Hyper-V
 * shows it (from memory); null while a figure is missing.
 */
export function shareOfSystem(
  world: Platforms,
  { processors, processorLimit }: Pick<VmValue, 'processors' | 'processorLimit'>,
): number | null {
  const share = Math.floor((processors * processorLimit) / thePlatform(world).logicalProcessors);
  return Number.isNaN(share) ? null : Math.min(100, share);
}

/** What the host would refuse without looking at its state; null if all is well. */
export function processorProblem(world: Platforms, vm: Vm, draft: SettingsDraft): Problem | null {
  const { processors, processorLimit } = valueOfVm(vm, draft);
  const most = mostFor(world, vm);
  if (processors !== vm.processors && !isWithin(processors, 1, most))
    return { page: processorPageId, field: 'processors', message: text.numberRange(most) };
  if (!isWithin(processorLimit, 1, 100))
    return { page: processorPageId, field: 'processorLimit', message: text.limitRange };
  return null;
}

/** Changes number and limit, if that is what the draft comes to. */
export function processorSteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  return modificationOf(processorPageId, vm, draft, ['processors', 'processorLimit']);
}
