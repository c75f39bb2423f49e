/** The page `Smart Paging File Location`: what may be typed there, and what the host is told. */
import { folderProblem } from '../../../../shared/model/host-folder';
import type { Vm } from '../../../../shared/model/vm';
import type { Problem, SettingsDraft, Step } from '../settings-draft';
import { modificationOf, valueOfVm } from '../vm-value';

export const smartPagingPageId = 'smart-paging';

/** What the host would refuse without looking at its state; null if all is well. */
export function smartPagingProblem(vm: Vm, draft: SettingsDraft): Problem | null {
  const message = folderProblem(valueOfVm(vm, draft).smartPagingFilePath);
  return message === null ? null : { page: smartPagingPageId, field: 'smartPagingFilePath', message };
}

/** Moves the file, if that is what the draft comes to. */
export function smartPagingSteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  return modificationOf(smartPagingPageId, vm, draft, ['smartPagingFilePath']);
}
