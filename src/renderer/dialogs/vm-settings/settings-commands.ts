/** From the draft to one batch of commands, and from the batch's refusal back to a page. */
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import type { Refusal } from '../../../shared/result';
import { nameProblem, nameSteps } from './name/name-draft';
import { adapterSteps } from './network-adapter/adapter-commands';
import { adapterPages } from './network-adapter/adapter-draft';
import { adapterProblem } from './network-adapter/adapter-problem';
import type { Problem, SettingsDraft, Step } from './settings-draft';

/** The batch that makes the draft true; may be empty. */
export function settingsSteps(
  world: Pick<WorldView, 'adapter'>,
  vm: Vm,
  draft: SettingsDraft,
): readonly Step[] {
  return [...nameSteps(vm, draft), ...adapterSteps(world, vm, draft)];
}

/** The first thing on any page that the host would refuse without looking at its state; null if all is well. */
export function validate(world: Pick<WorldView, 'adapter'>, vm: Vm, draft: SettingsDraft): Problem | null {
  return nameProblem(draft) ?? adapterProblem(adapterPages(world, vm.id, draft));
}

/** Where a refusal of the batch belongs: `commands.<index>.input.<member>` names command and field. */
export function problemFrom(error: Refusal, steps: readonly Step[]): Problem | null {
  const [, index, , member = ''] = error.field?.split('.') ?? [];
  const step = steps[Number(index)];
  if (step === undefined) return null;
  const place = step.placeOf(member) ?? { page: step.page, field: null };
  return { ...place, message: error.message };
}
