/**
 * NetVSC, the guest's driver of a synthetic adapter, as the state machine that its messages show:
 * NVSP over VMBus, as the Linux driver and Microsoft's OpenVMM describe it.
 */
import type { Adapter } from './adapter';
import type { VfStep } from './vf';

/**
 * `synthetic`: knows of no VF. `advertised`: the host has sent VF_ASSOCIATION; the device, its driver
 * or its serial number is awaited. `joined`: the VF belongs to NetVSC and carries nothing.
 * `switching`, `switchingBack`: SWITCH_DATA_PATH is sent, its completion awaited. `removed`: the VF is
 * gone from the guest, the host has not taken the association back yet.
 */
export type NetvscState =
  'synthetic' | 'advertised' | 'joined' | 'switching' | 'vfActive' | 'switchingBack' | 'removed';

const states: Readonly<Record<VfStep, NetvscState>> = {
  allocating: 'synthetic',
  programmingIommu: 'synthetic',
  creatingVPort: 'synthetic',
  movingFilter: 'synthetic',
  associating: 'advertised',
  loadingDriver: 'advertised',
  noDriver: 'advertised',
  takingOver: 'joined',
  refused: 'joined',
  switching: 'switching',
  active: 'vfActive',
  switchingBack: 'switchingBack',
  removingDevice: 'removed',
  movingFilterBack: 'removed',
  deletingVPort: 'removed',
  resettingVf: 'removed',
  freeing: 'removed',
};

/** The state of the adapter's NetVSC; null while there is none: an emulated adapter, or no guest. */
export function netvscState({ kind, dataPath, assignment }: Adapter): NetvscState | null {
  if (kind === 'legacy' || dataPath === 'none') return null;
  // Until it has been told of a VF there is nothing that could be taken from it.
  if (assignment === null || !assignment.associated) return 'synthetic';
  return states[assignment.step];
}
