/** The page `Security`: what follows from its boxes, and what the host is told. */
import { enforcedByShielding } from '../../../../shared/model/vm-security';
import type { VmSecurity } from '../../../../shared/model/vm-security';
import type { Vm } from '../../../../shared/model/vm';
import type { SettingsDraft, Step } from '../settings-draft';
import { valueOfVm } from '../vm-value';

export const securityPageId = 'security';

/** Shielding selects what it enforces; what it has selected stays when it goes. */
export function withShielding(security: VmSecurity, shielded: boolean): VmSecurity {
  if (!shielded) return { ...security, shielded };
  const selected = Object.fromEntries(enforcedByShielding.map((member) => [member, true]));
  return { ...security, ...selected, shielded };
}

/** Sets what differs from what the host has; nothing where nothing does. */
export function securitySteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  const { security } = valueOfVm(vm, draft);
  const before = vm.security;
  if (security === null || before === null) return [];
  const members = Object.keys(security) as (keyof VmSecurity)[];
  const changed = members.filter((member) => security[member] !== before[member]);
  if (changed.length === 0) return [];
  const input = { id: vm.id, ...Object.fromEntries(changed.map((member) => [member, security[member]])) };
  return [{ page: securityPageId, command: { name: 'vm.setSecurity', input }, placeOf: () => undefined }];
}
