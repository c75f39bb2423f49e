/** From the draft to one batch of commands, and from the batch's refusal back to a page. */
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import type { Refusal } from '../../../shared/result';
import { automaticActionsSteps, startActionProblem } from './automatic-actions/automatic-actions-draft';
import { integrationServicesSteps } from './integration-services/integration-services-draft';
import { memoryProblem, memorySteps } from './memory/memory-draft';
import { nameProblem, nameSteps } from './name/name-draft';
import { adapterSteps } from './network-adapter/adapter-commands';
import { adapterPages } from './network-adapter/adapter-draft';
import { adapterProblem } from './network-adapter/adapter-problem';
import { numaProblem, numaSteps } from './processor/numa-draft';
import { compatibilitySteps, processorProblem, processorSteps } from './processor/processor-draft';
import { securitySteps } from './security/security-draft';
import type { Problem, SettingsDraft, Step } from './settings-draft';
import { smartPagingProblem, smartPagingSteps } from './smart-paging/smart-paging-draft';
import { bootOrderSteps, startUpProblem, startUpSteps } from './start-up/start-up-draft';
import { driveProblem, driveSteps } from './storage/drive-commands';

/** The batch that makes the draft true; may be empty. */
export function settingsSteps(
  world: Pick<WorldView, 'adapter'>,
  vm: Vm,
  draft: SettingsDraft,
): readonly Step[] {
  return [
    ...nameSteps(vm, draft),
    ...securitySteps(vm, draft),
    ...memorySteps(vm, draft),
    ...processorSteps(vm, draft),
    ...compatibilitySteps(vm, draft),
    ...numaSteps(vm, draft),
    ...driveSteps(vm, draft),
    ...startUpSteps(vm, draft),
    ...adapterSteps(world, vm, draft),
    ...bootOrderSteps(world, vm, draft),
    ...integrationServicesSteps(vm, draft),
    ...smartPagingSteps(vm, draft),
    ...automaticActionsSteps(vm, draft),
  ];
}

/** The first thing on any page that the host would refuse without looking at its state; null if all is well. */
export function validate(
  world: Pick<WorldView, 'adapter' | 'platform'>,
  vm: Vm,
  draft: SettingsDraft,
): Problem | null {
  return (
    nameProblem(draft) ??
    memoryProblem(vm, draft) ??
    processorProblem(world, vm, draft) ??
    numaProblem(vm, draft) ??
    driveProblem(vm, draft) ??
    startUpProblem(vm, draft) ??
    adapterProblem(adapterPages(world, vm.id, draft)) ??
    smartPagingProblem(vm, draft) ??
    startActionProblem(vm, draft)
  );
}

/** Where a refusal of the batch belongs: `commands.<index>.input.<member>` names command and field. */
export function problemFrom(error: Refusal, steps: readonly Step[]): Problem | null {
  const [, index, , ...members] = error.field?.split('.') ?? [];
  const step = steps[Number(index)];
  if (step === undefined) return null;
  const place = step.placeOf(members.join('.')) ??
    step.placeOf(members[0] ?? '') ?? { page: step.page, field: null };
  return { ...place, message: error.message };
}
