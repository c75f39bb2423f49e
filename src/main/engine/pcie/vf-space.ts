/** Configuration spaces of VFs, computed when somebody asks: a VF has no registers of its own to save. */
import type { VfStep } from '../../../shared/model/vf';
import type { WorldView } from '../../../shared/model/world-view';
import { buildVf } from '../../../shared/pcie/build-vf';
import { bytesOf } from '../../../shared/pcie/config-space';
import type { FunctionSpace, StoredConfig } from '../../../shared/pcie/config-space';
import { plainSilicon } from '../../../shared/pcie/silicon';

/** Steps in which the guest's VF driver runs and has switched bus mastering and MSI-X on. */
const driverRuns: ReadonlySet<VfStep> = new Set<VfStep>([
  'takingOver',
  'switching',
  'active',
  'switchingBack',
]);

type InWorld = WorldView & { readonly config: ReadonlyMap<string, StoredConfig> };

/** The space of a function, or of a VF (`<PF id>#<index>`); null when there is none with that id. */
export function configSpace(world: InWorld, id: string): Pick<FunctionSpace, 'bytes' | 'silicon'> | null {
  const own = world.config.get(id);
  if (own !== undefined) {
    const bytes = bytesOf(own);
    // Nobody answers for a card that was pulled out, and a read without an answer is all ones.
    if (world.nic.get(id)?.present === false) bytes.fill(0xff);
    return { bytes, silicon: own.silicon };
  }
  const vf = world.vf.get(id);
  const pf = vf === undefined ? undefined : world.config.get(vf.nicId);
  if (vf === undefined || pf === undefined) return null;
  const step = world.adapter.get(vf.adapterId ?? '')?.assignment?.step;
  const inUse = step !== undefined && driverRuns.has(step);
  const bytes = buildVf({ bytes: bytesOf(pf), silicon: pf.silicon }, { inUse });
  return { bytes, silicon: plainSilicon };
}
