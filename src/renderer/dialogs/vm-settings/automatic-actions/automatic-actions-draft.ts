/** The pages `Automatic Start Action` and `Automatic Stop Action`: what the host is told. */
import type { Vm } from '../../../../shared/model/vm';
import { automaticActionPages as text } from '../../../text/en/vm-pages';
import type { Problem, SettingsDraft, Step } from '../settings-draft';
import { isWithin, valueOfVm } from '../vm-value';

export const startActionPageId = 'automatic-start';
export const stopActionPageId = 'automatic-stop';

/** Seconds; the host takes no more. */
export const longestDelay = 1_000_000;

/** What the host would refuse without looking at its state; null if all is well. */
export function startActionProblem(vm: Vm, draft: SettingsDraft): Problem | null {
  if (isWithin(valueOfVm(vm, draft).startDelaySeconds, 0, longestDelay)) return null;
  return { page: startActionPageId, field: 'startDelaySeconds', message: text.delayRange(longestDelay) };
}

/** Sets the actions, if that is what the draft comes to. */
export function automaticActionsSteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  const { startAction: action, startDelaySeconds: delaySeconds, stopAction: stop } = valueOfVm(vm, draft);
  const steps: Step[] = [];
  const { automaticStart } = vm;
  if (action !== automaticStart.action || delaySeconds !== automaticStart.delaySeconds) {
    steps.push({
      page: startActionPageId,
      command: { name: 'vm.setAutomaticActions', input: { id: vm.id, start: { action, delaySeconds } } },
      placeOf: (member) =>
        member === 'start' ? { page: startActionPageId, field: 'startDelaySeconds' } : undefined,
    });
  }
  if (stop !== vm.automaticStop) {
    steps.push({
      page: stopActionPageId,
      command: { name: 'vm.setAutomaticActions', input: { id: vm.id, stop } },
      placeOf: (member) => (member === 'stop' ? { page: stopActionPageId, field: 'stopAction' } : undefined),
    });
  }
  return steps;
}
