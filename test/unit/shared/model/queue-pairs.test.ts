import { describe, expect, it } from 'vitest';
import type { NicSwitch } from '../../../../src/shared/model/nic';
import {
  assignedQueuePairs,
  nonDefaultVPorts,
  powerOfTwoAtLeast,
  powerOfTwoAtMost,
  symmetricQueuePairs,
  totalQueuePairs,
} from '../../../../src/shared/model/queue-pairs';

/** The switch of Microsoft's example on queue pairs. */
const documented: NicSwitch = {
  maxVfs: 63,
  maxVPorts: 64,
  queuePairs: 128,
  queuePairsAssumed: false,
  queuePairsPerVf: 4,
  maxQueuePairsPerVPort: 4,
  singleVPortPool: false,
  asymmetricQueuePairs: false,
  perVPortModeration: true,
  vfRss: true,
  vfName: 'VF',
  vfDriver: 'vf.sys',
  vfPciName: 'VF',
  vfModule: 'vf',
};

describe("Microsoft's example: 128 queue pairs, 64 VPorts, at most 4 for each", () => {
  it.each([
    [1, 63],
    [2, 63],
    [4, 31],
  ])('%i each: %i VPorts beside the default one', (each, vPorts) => {
    expect(nonDefaultVPorts(documented, each)).toBe(vPorts);
  });

  it('31 VFs and 32 VMQs with 2 each and 2 on the default VPort use all 128', () => {
    expect(totalQueuePairs(31 + 32, 2, 2)).toBe(128);
  });
});

it.each([
  [1, 1, 1],
  [2, 2, 2],
  [3, 2, 4],
  [5, 4, 8],
  [16, 16, 16],
  [17, 16, 32],
])('powers of two around %i: %i and %i', (count, below, above) => {
  expect([powerOfTwoAtMost(count), powerOfTwoAtLeast(count)]).toEqual([below, above]);
});

describe('a symmetric switch', () => {
  it.each([
    [63, 2],
    [32, 2],
    [31, 4],
    [1, 4],
  ])('with %i VFs has %i queue pairs on every VPort', (numVfs, each) => {
    expect(symmetricQueuePairs(documented, numVfs)).toBe(each);
  });

  it.each([
    [1, 128, 2],
    [4, 128, 2],
    [4, 2, 2],
    [4, 1, 0],
  ])('asked for %i with %i left gives %i: the switch has one number for all', (requested, left, given) => {
    expect(assignedQueuePairs(documented, { requested, left, numVfs: 63 })).toBe(given);
  });
});

describe('an asymmetric switch', () => {
  const asymmetric = { ...documented, asymmetricQueuePairs: true };
  it.each([
    [1, 100, 1],
    [2, 100, 2],
    [3, 100, 4],
    [4, 100, 4],
    [16, 100, 4],
    [0xffff_ffff, 100, 4],
    [4, 3, 2],
    [4, 1, 1],
    [1, 0, 0],
  ])('asked for %i with %i left gives %i', (requested, left, given) => {
    expect(assignedQueuePairs(asymmetric, { requested, left, numVfs: 63 })).toBe(given);
  });

  it('never gives more than a limit that is no power of two', () => {
    const odd = { ...asymmetric, maxQueuePairsPerVPort: 6 };
    expect(assignedQueuePairs(odd, { requested: 6, left: 100, numVfs: 63 })).toBe(4);
  });
});
