/** What the NIC catalogue says of a function's silicon and link. */
import { fewVfPlaces, firstVfOffset } from '../model/nic-model';
import type { NicModel } from '../model/nic-model';
import type { Link } from './build-capabilities';
import type { Silicon, SriovSilicon } from './silicon';

/** The silicon of PF number `fn` of a model. */
export function nicSilicon(model: NicModel, fn: number): Silicon {
  return {
    bars: model.pfBars.value.map(({ index, sizeBytes }) => ({ index, sizeBytes })),
    sriov: sriovSilicon(model, fn),
    port: null,
  };
}

function sriovSilicon({ sriov }: NicModel, fn: number): SriovSilicon | null {
  if (sriov === null) return null;
  return {
    lowestPf: fn === 0,
    vfBars: sriov.vfBars.map(({ index, sizeBytes }) => ({ index: index.value, sizeBytes: sizeBytes.value })),
    offsets: { ari: firstVfOffset(sriov, fn, true), noAri: firstVfOffset(sriov, fn, false) },
    vfStride: sriov.vfStride.value,
    ...(sriov.fewVfs !== undefined && { fewVfs: fewVfPlaces(sriov, fn) }),
    vfMsixVectors: sriov.msixVectorsVf?.value ?? null,
  };
}

/** Links that adapters have, with their payload rate in Gb/s after line coding. */
const links: readonly (Link & { readonly gbps: number })[] = [
  { speed: 1, width: 1, gbps: 2 },
  { speed: 1, width: 4, gbps: 8 },
  { speed: 2, width: 8, gbps: 32 },
  { speed: 3, width: 8, gbps: 63 },
];

/**
 * The narrowest usual link that carries all ports at once; 100 Gb/s adapters have 16 lanes. No
 * catalogue value: it only makes the link registers plausible.
 */
export function nicLink(model: NicModel): Link {
  const perPort = model.linkSpeedMbps.value / 1000;
  if (perPort >= 100) return { speed: 3, width: 16 };
  const fitting = links.find(({ gbps }) => gbps >= perPort * model.ports.value) ?? links.at(-1);
  return { speed: fitting?.speed ?? 3, width: fitting?.width ?? 8 };
}
