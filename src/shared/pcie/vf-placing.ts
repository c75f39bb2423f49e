/**
 * First VF Offset and VF Stride: read-only registers that the device changes by itself when software
 * writes NumVFs or ARI Capable Hierarchy. SR-IOV specification 1.1, sections 3.3.9 and 3.3.10.
 */
import type { VfPlace } from '../model/pcie';
import { findExtended } from './capabilities';
import { Registers } from './config-space';
import { extendedId, sriov } from './registers';
import type { Silicon, SriovSilicon } from './silicon';

/** Every NumVFs has a row here, the last one all that the others leave. */
export function vfPlaces({ offsets, vfStride, fewVfs }: SriovSilicon): readonly VfPlace[] {
  return [...(fewVfs ?? []), { numVfsAtMost: 0xffff, ...offsets, vfStride }];
}

/** Whether a function's own ARI Capable Hierarchy bit is set; false without SR-IOV. */
export function ariHierarchySet(bytes: Uint8Array): boolean {
  const at = findExtended(bytes, extendedId.sriov);
  return at !== undefined && ((bytes[at + sriov.control] ?? 0) & sriov.ariHierarchy) !== 0;
}

/**
 * Lets the two registers follow NumVFs and ARI. Changes `bytes`. The lowest-numbered PF of a device
 * goes by its own ARI Capable Hierarchy bit, the others, in which the bit is always clear, by
 * `deviceAri`, which tells of the lowest.
 */
export function placeVfs(bytes: Uint8Array, silicon: Silicon, deviceAri: boolean): void {
  const at = findExtended(bytes, extendedId.sriov);
  if (at === undefined || at + sriov.length > bytes.length || silicon.sriov === null) return;
  const ari = silicon.sriov.lowestPf ? ariHierarchySet(bytes) : deviceAri;
  const space = new Registers(bytes);
  const numVfs = space.get16(at + sriov.numVfs);
  const place = vfPlaces(silicon.sriov).find(({ numVfsAtMost }) => numVfs <= numVfsAtMost);
  if (place === undefined) return;
  space.set16(at + sriov.firstVfOffset, ari ? place.ari : place.noAri);
  space.set16(at + sriov.vfStride, place.vfStride);
}
