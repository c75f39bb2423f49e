/** Sizes of VF BARs: no register tells them at rest, so they are taken from VFs or from addresses. */
import type { PcieFunction, SriovCapability, VfBar } from '../../../shared/model/pcie';
import type { VfSplit } from './enabled-vfs';

/** VF BARs are at least one 4 KiB page, the smallest System Page Size. */
const SMALLEST = 4096;

export interface SizedPf {
  readonly pcie: PcieFunction;
  readonly notes: readonly string[];
}

/** Fills in the sizes that `vfs`, the PF's enabled ones, show, else those that the distance of its windows gives. */
export function withVfBarSizes(pcie: PcieFunction, vfs: VfSplit['vfs']): SizedPf {
  if (pcie.sriov === null) return { pcie, notes: [] };
  const shown = new Map<number, number>();
  for (const { function: fn } of vfs) {
    for (const region of fn.regions) shown.set(region.index, region.sizeBytes);
  }
  const notes: string[] = [];
  const vfBars = pcie.sriov.vfBars.map((bar): VfBar => {
    const size = shown.get(bar.index);
    if (size !== undefined) return { ...bar, sizeBytes: size };
    const gap = sizeByGap(bar, pcie.sriov);
    if (gap === null) return bar;
    notes.push(
      `${pcie.id}: the size of VF BAR ${bar.index} (${gap} bytes) was derived from the distance to the next one.`,
    );
    return { ...bar, sizeBytes: gap };
  });
  return { pcie: { ...pcie, sriov: { ...pcie.sriov, vfBars } }, notes };
}

/**
 * A window holds TotalVFs shares of a power of two. Where the next window of the same kind begins
 * exactly that far away, firmware has put them side by side; any other distance tells nothing.
 */
function sizeByGap(bar: VfBar, capability: SriovCapability | null): number | null {
  if (capability === null || capability.totalVfs === 0 || bar.address === 0) return null;
  const next = capability.vfBars
    .filter((other) => other.prefetchable === bar.prefetchable && other.address > bar.address)
    .reduce((nearest, other) => Math.min(nearest, other.address), Infinity);
  const size = (next - bar.address) / capability.totalVfs;
  return size >= SMALLEST && Number.isInteger(Math.log2(size)) ? size : null;
}
