/** What a physical adapter lacks to give a virtual one a VF: a VF, a VPort for it, or queue pairs. */
import type { Adapter } from './adapter';
import { vfLimit } from './nic';
import type { Nic } from './nic';
import type { Vf } from './vf';
import { freeVPort, queuePairsFor } from './vport';
import type { WorldView } from './world-view';

export type VfShortage = 'noFreeVf' | 'noFreeVPort' | 'noFreeQueuePairs';

/** The free VF with the lowest number; VFs beyond what the administrator allows are given to nobody. */
export function freeVf(world: WorldView, nic: Nic): Vf | undefined {
  const count = Math.min(nic.numVfs, vfLimit(nic));
  for (let index = 0; index < count; index += 1) {
    const vf = world.vf.get(`${nic.id}#${index}`);
    if (vf?.adapterId === null) return vf;
  }
  return undefined;
}

/** Null when the NIC could give the adapter a VF now. */
export function vfShortage(world: WorldView, nic: Nic, adapter: Adapter): VfShortage | null {
  if (freeVf(world, nic) === undefined) return 'noFreeVf';
  if (freeVPort(world, nic) === null) return 'noFreeVPort';
  return queuePairsFor(world, nic, adapter) === 0 ? 'noFreeQueuePairs' : null;
}
