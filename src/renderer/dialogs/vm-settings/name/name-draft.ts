/** The page `Name`: what may be typed there, when, and what the host is told. */
import { canDo } from '../../../../shared/model/vm';
import type { Vm } from '../../../../shared/model/vm';
import { vmSettings as text } from '../../../text/en/vm-settings';
import type { Problem, SettingsDraft, Step } from '../settings-draft';
import { modificationOf } from '../vm-value';

/** Id of the page with the VM's name. */
export const namePageId = 'name';

/** Why the VM cannot be renamed now; undefined when it can. */
export function nameFixedReason(vm: Vm): string | undefined {
  return canDo('rename', vm) ? undefined : text.renameNotNow;
}

/** What the host would refuse without looking at its state; null if all is well. */
export function nameProblem(draft: SettingsDraft): Problem | null {
  if (draft.name === null) return null;
  const name = draft.name.trim();
  if (name === '') return { page: namePageId, field: 'name', message: text.nameMissing };
  if (name.length > 100) return { page: namePageId, field: 'name', message: text.nameTooLong };
  return null;
}

/** Renames the VM and changes its notes, if that is what the draft comes to. */
export function nameSteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  return [...renaming(vm, draft), ...modificationOf(namePageId, vm, draft, ['notes'])];
}

function renaming(vm: Vm, draft: SettingsDraft): readonly Step[] {
  const name = draft.name?.trim() ?? vm.name;
  if (name === vm.name) return [];
  const placeOf: Step['placeOf'] = (member) =>
    member === 'name' ? { page: namePageId, field: 'name' } : undefined;
  return [{ page: namePageId, command: { name: 'vm.rename', input: { id: vm.id, name } }, placeOf }];
}
