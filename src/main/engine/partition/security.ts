/** Secure Boot, Trusted Platform Module, encryption and shielding of generation 2. */
import type { Commands } from '../../../shared/contract';
import { patched } from '../../../shared/model/patch';
import { enforcedByShielding } from '../../../shared/model/vm-security';
import type { VmSecurity } from '../../../shared/model/vm-security';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';
import { findVm } from './find';

type Changes = Commands['vm.setSecurity'];

const names: Readonly<Record<(typeof enforcedByShielding)[number], string>> = {
  secureBoot: 'Secure Boot',
  tpm: 'the Trusted Platform Module',
  encryptStateAndMigration: 'encryption of state and migration traffic',
};

/** Shielding selects what it needs; what is said beside it stands. */
function withChanges(before: VmSecurity, changes: Omit<Changes, 'id'>): VmSecurity {
  const selected = { secureBoot: true, tpm: true, encryptStateAndMigration: true };
  return patched(changes.shielded === true ? { ...before, ...selected } : before, changes);
}

/** Absent members stay as they are. */
export function setSecurity(context: Context, { id, ...changes }: Changes): Result<string> {
  const found = findVm(context, id);
  if (!found.ok) return found;
  const vm = found.value;
  if (vm.security === null) {
    return refuse(
      'vm.noSecurity',
      `'${vm.name}' is of generation 1, which has neither Secure Boot nor a Trusted Platform Module. Use a virtual machine of generation 2.`,
      'id',
    );
  }
  if (vm.state !== 'Off') {
    return refuse(
      'vm.wrongState',
      `The security settings of '${vm.name}' can be changed only while it is off; it is in the state ${vm.state}.`,
      'id',
    );
  }
  const security = withChanges(vm.security, changes);
  const missing = security.shielded ? enforcedByShielding.find((member) => !security[member]) : undefined;
  if (missing !== undefined) {
    return refuse(
      'vm.shieldedNeedsAll',
      `'${vm.name}' is shielded, which enforces ${names[missing]}. Disable shielding first.`,
      missing,
    );
  }
  context.world.put('vm', { ...vm, security });
  return ok(vm.id);
}
