/** Adapters that a virtual switch is bound to and that are not in the computer. */
import type { Nic } from '../../../shared/model/nic';
import { theHost } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';

/** What the host knows of an adapter that is not in the computer now; undefined for one that is, and for none. */
export function missingNic(
  world: Pick<WorldView, 'nic' | 'host'>,
  nicId: string | null | undefined,
): Nic | undefined {
  if (nicId == null) return undefined;
  const known = world.nic.get(nicId);
  // One that was pulled out keeps its place; one that a restart missed is remembered by the host.
  if (known !== undefined) return known.present ? undefined : known;
  return theHost(world).absentNics.find(({ id }) => id === nicId)?.nic;
}
