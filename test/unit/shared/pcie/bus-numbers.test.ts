import { describe, expect, it } from 'vitest';
import { buildFunction } from '../../../../src/shared/pcie/build-function';
import { highestVfBus } from '../../../../src/shared/pcie/bus-numbers';
import { plainFacts } from '../../../../src/shared/pcie/named-space';
import { plainSilicon } from '../../../../src/shared/pcie/silicon';
import type { SriovSilicon } from '../../../../src/shared/pcie/silicon';

/** Function 0 of bus 10h. */
function highest(
  totalVfs: number,
  own: Pick<SriovSilicon, 'offsets' | 'fewVfs'>,
  deviceAri: boolean,
): number {
  const bytes = buildFunction({
    ...plainFacts,
    classCode: 0x0200,
    vendorId: 0x51ad,
    deviceId: 1,
    sriov: {
      totalVfs,
      initialVfs: totalVfs,
      firstVfOffset: own.offsets.noAri,
      vfStride: 1,
      vfDeviceId: 1,
      ariCapableHierarchy: false,
      vfBars: [],
    },
  });
  const sriov = { lowestPf: false, vfBars: [], vfStride: 1, vfMsixVectors: null, ...own };
  const before = bytes.slice();
  const bus = highestVfBus({ bytes, routingId: 0x1000, silicon: { ...plainSilicon, sriov } }, deviceAri);
  expect(bytes).toEqual(before);
  return bus;
}

describe('the highest bus of VFs', () => {
  const offsets = { ari: 8, noAri: 256 };
  const fewVfs = [{ numVfsAtMost: 8, ari: 8, noAri: 3 * 256 + 250, vfStride: 1 }];

  it('is that of the last VF where their number has no say', () => {
    expect(highest(64, { offsets }, true)).toBe(0x10);
    expect(highest(64, { offsets }, false)).toBe(0x11);
  });

  it('is that of the NumVFs that reaches farthest, even if more VFs lie nearer', () => {
    expect(highest(64, { offsets, fewVfs }, false)).toBe(0x14);
    expect(highest(64, { offsets, fewVfs }, true)).toBe(0x10);
  });

  it('reckons with no more VFs than there are, and with none at all', () => {
    expect(highest(4, { offsets, fewVfs }, false)).toBe(0x13);
    expect(highest(0, { offsets, fewVfs }, false)).toBe(0x10);
  });
});
