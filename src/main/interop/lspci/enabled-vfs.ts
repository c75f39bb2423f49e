/** Tells the VFs that were enabled when the text was made from the functions that are always there. */
import { formatAddress, vfRoutingId } from '../../../shared/model/pcie';
import { CAPTURE_AGAIN, refuseAt } from './refusal';
import type { LspciChecked } from './refusal';
import type { ReadFunction } from './read-function';

/** A VF in the text: its PF's id, its 0-based index, its own address. */
export interface EnabledVf {
  readonly pf: string;
  readonly index: number;
  readonly address: string;
}

export interface VfSplit {
  /** PFs, bridges and everything else that exists without VF Enable. */
  readonly physical: readonly ReadFunction[];
  readonly vfs: readonly { readonly vf: EnabledVf; readonly function: ReadFunction }[];
  readonly notes: readonly string[];
}

/** Finds the enabled VFs by their PF's offset and stride; refuses a PF whose VF lies on another PF or a bridge. */
export function splitVfs(functions: readonly ReadFunction[]): LspciChecked<VfSplit> {
  const byAddress = new Map(functions.map((fn) => [fn.pcie.id, fn]));
  const found = new Map<string, VfSplit['vfs'][number]>();
  const notes: string[] = [];
  for (const pf of functions) {
    if (pf.sriov === null || !pf.sriov.vfEnable) continue;
    const { capability, line } = pf.sriov;
    // A count above TotalVFs is refused later; here it must not make the loop long.
    const count = Math.min(pf.sriov.numVfs, capability.totalVfs);
    let missing = 0;
    for (let index = 0; index < count; index += 1) {
      const routingId = vfRoutingId(pf.pcie.routingId, capability, index);
      const address = formatAddress(pf.pcie.domain, routingId);
      const fn = routingId > 0xffff ? undefined : byAddress.get(address);
      if (fn === undefined) {
        missing += 1;
        continue;
      }
      if (fn === pf || fn.sriov !== null || fn.bus !== null || found.has(address)) {
        const sentence = `VF ${index} of PF ${pf.pcie.id} would lie on ${address}, which is something else`;
        return refuseAt('lspci.contradiction', line, `${sentence}; ${CAPTURE_AGAIN}`);
      }
      found.set(address, { vf: { pf: pf.pcie.id, index, address }, function: fn });
    }
    if (missing > 0) notes.push(`VFs enabled by ${pf.pcie.id} that are not in the text: ${missing}.`);
  }
  if (found.size > 0) {
    notes.push(`VFs enabled when the text was made, without which the simulated host starts: ${found.size}.`);
  }
  const physical: ReadFunction[] = [];
  for (const fn of functions) {
    if (found.has(fn.pcie.id)) continue;
    if (fn.readsAsVf) notes.push(`${fn.pcie.id} reads like a VF, but no PF enables it, so it is left out.`);
    else physical.push(fn);
  }
  return { ok: true, value: { physical, vfs: [...found.values()], notes } };
}
