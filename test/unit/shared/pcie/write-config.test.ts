/** What holds for every sequence of writes and every set of facts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFunction } from '../../../../src/shared/pcie/build-function';
import { buildVf } from '../../../../src/shared/pcie/build-vf';
import { accessRules } from '../../../../src/shared/pcie/access-rules';
import { findCapability, findExtended } from '../../../../src/shared/pcie/capabilities';
import { bytesOf, Registers, stored } from '../../../../src/shared/pcie/config-space';
import { decodeConfig, factsOf } from '../../../../src/shared/pcie/decode';
import type { RegisterFacts } from '../../../../src/shared/pcie/decode';
import { capabilityId, express, extendedId, sriov } from '../../../../src/shared/pcie/registers';
import { plainSilicon } from '../../../../src/shared/pcie/silicon';
import type { Silicon } from '../../../../src/shared/pcie/silicon';
import { resetFunction, writeConfig } from '../../../../src/shared/pcie/write-config';
import type { WriteSize } from '../../../../src/shared/pcie/write-config';

const facts: RegisterFacts = {
  classCode: 0x0200,
  vendorId: 0x8086,
  deviceId: 0x10fb,
  express: true,
  acs: true,
  ari: true,
  bridge: null,
  msixVectors: 64,
  sriov: {
    totalVfs: 64,
    initialVfs: 64,
    firstVfOffset: 384,
    vfStride: 2,
    vfDeviceId: 0x10ed,
    ariCapableHierarchy: false,
    vfBars: [
      { index: 0, address: 0x3800_0010_0000, sizeBytes: 0x4000, is64Bit: true, prefetchable: true },
      { index: 3, address: 0xfe00_0000, sizeBytes: 0x4000, is64Bit: false, prefetchable: false },
    ],
  },
};
const silicon: Silicon = {
  bars: [
    { index: 0, sizeBytes: 0x8_0000 },
    { index: 4, sizeBytes: 0x4000 },
  ],
  sriov: {
    lowestPf: true,
    vfBars: [
      { index: 0, sizeBytes: 0x4000 },
      { index: 3, sizeBytes: 0x4000 },
    ],
    offsets: { ari: 128, noAri: 384 },
    vfStride: 2,
    vfMsixVectors: 3,
  },
  port: null,
};
const bars = [
  { index: 0, address: 0x3800_0000_0000, sizeBytes: 0x8_0000, is64Bit: true, prefetchable: true },
  { index: 4, address: 0x3800_0008_0000, sizeBytes: 0x4000, is64Bit: true, prefetchable: true },
];
const pf = buildFunction(facts, { bars });
const at = findExtended(pf, extendedId.sriov)!;

function write(bytes: Uint8Array, offset: number, size: WriteSize, value: number, of = silicon): Uint8Array {
  return writeConfig({ bytes, silicon: of }, offset, size, value);
}

function read(bytes: Uint8Array, offset: number, size: 2 | 4): number {
  const space = new Registers(bytes);
  return size === 2 ? space.get16(offset) : space.get32(offset);
}

/** Aligned accesses, most of them where something happens. */
const access = fc
  .record({
    place: fc.oneof(
      fc.nat(0x3ff),
      fc.nat(0xf).map((dword) => at / 4 + dword),
    ),
    size: fc.constantFrom<WriteSize>(1, 2, 4),
    within: fc.nat(3),
    value: fc.oneof(fc.nat(0xffff_ffff), fc.constantFrom(0, 1, 9, 0x19, 0xffff_ffff)),
  })
  .map(({ place, size, within, value }) => ({
    offset: 4 * Math.floor(place) + size * (within % (4 / size)),
    size,
    value,
  }));

describe('any sequence of writes', () => {
  it('changes no bit that is read-only, except for where the VFs are', () => {
    fc.assert(
      fc.property(fc.array(access, { maxLength: 40 }), (writes) => {
        // Initiate Function Level Reset has its own test.
        const reset = findCapability(pf, capabilityId.express)! + express.deviceCtl + 1;
        let bytes = pf;
        for (const { offset, size, value } of writes) {
          if (offset <= reset && reset < offset + size) continue;
          const { writable, clearable } = accessRules(bytes, silicon);
          const next = write(bytes, offset, size, value);
          // Where VFs lie is read-only and still moves with ARI.
          const broken = next.findIndex((byte, index) => {
            if (index >= at + sriov.firstVfOffset && index < at + sriov.vfStride + 2) return false;
            const isWritten = index >= offset && index < offset + size;
            const allowed = isWritten ? writable[index]! | clearable[index]! : 0;
            return ((byte ^ bytes[index]!) & ~allowed) !== 0;
          });
          expect(broken).toBe(-1);
          bytes = next;
        }
        // Identity, counts and lists are what they were.
        const after = factsOf(bytes, silicon);
        const { totalVfs, initialVfs, vfDeviceId } = after.sriov!;
        expect({ ...after, sriov: { totalVfs, initialVfs, vfDeviceId } }).toEqual({
          ...facts,
          sriov: { totalVfs: 64, initialVfs: 64, vfDeviceId: 0x10ed },
        });
      }),
    );
  });

  it('leaves NumVFs and everything that places VFs alone while VF Enable is set', () => {
    const kept = ({ sriov: read }: RegisterFacts): unknown => ({ ...read });
    fc.assert(
      fc.property(fc.nat(0xffff), fc.array(access, { maxLength: 20 }), (count, writes) => {
        let bytes = write(write(pf, at + sriov.numVfs, 2, count), at + sriov.control, 2, 0x19);
        const before = kept(factsOf(bytes, silicon));
        expect(read(bytes, at + sriov.numVfs, 2)).toBe(count);
        for (const { offset, size, value } of writes) {
          bytes = write(bytes, offset, size, value);
          if ((read(bytes, at + sriov.control, 2) & sriov.vfEnable) === 0) return;
          expect(read(bytes, at + sriov.numVfs, 2)).toBe(count);
          expect(kept(factsOf(bytes, silicon))).toEqual(before);
        }
      }),
    );
  });

  it('keeps exactly one supported size in System Page Size', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff_ffff), { maxLength: 8 }), (values) => {
        let bytes = pf;
        for (const value of [...values, 0x3, 0x2, 0x4, 0]) {
          bytes = write(bytes, at + sriov.systemPageSize, 4, value);
          const size = read(bytes, at + sriov.systemPageSize, 4);
          expect(size & 0x553).toBe(size);
          expect(Number.isInteger(Math.log2(size))).toBe(true);
        }
        expect(read(bytes, at + sriov.systemPageSize, 4)).toBe(2);
      }),
    );
  });
});

describe('a sizing probe', () => {
  const bridge = buildFunction(
    {
      ...facts,
      sriov: null,
      ari: false,
      msixVectors: null,
      classCode: 0x0604,
      bridge: {
        secondaryBus: 1,
        subordinateBus: 1,
        portType: 'root',
        ariForwarding: { capable: true, enabled: false },
      },
    },
    { bars: [{ index: 0, address: 0, sizeBytes: 0x1000, is64Bit: false, prefetchable: false }] },
  );

  it.each([
    ['an ordinary 64-bit BAR', pf, silicon, 0x10, 0xfff8_000c, 0xffff_ffff],
    ['a 64-bit VF BAR', pf, silicon, at + sriov.vfBar0, 0xffff_c00c, 0xffff_ffff],
    ['a 32-bit VF BAR', pf, silicon, at + sriov.vfBar0 + 12, 0xffff_c000, 0],
    [
      "a bridge's BAR",
      bridge,
      { ...plainSilicon, bars: [{ index: 0, sizeBytes: 0x1000 }] },
      0x10,
      0xffff_f000,
      0,
    ],
    ['a BAR that does not exist', pf, silicon, 0x1c, 0, 0],
  ])('reads the size of %s back', (_what, bytes, of, offset, low, high) => {
    const probed = write(write(bytes, offset, 4, 0xffff_ffff, of), offset + 4, 4, 0xffff_ffff, of);
    expect(read(probed, offset, 4)).toBe(low);
    // Behind a 32-bit BAR another register follows.
    if (low % 16 === 0xc) expect(read(probed, offset + 4, 4)).toBe(high);
  });

  it('shows a larger VF BAR once the page size is larger', () => {
    const paged = write(pf, at + sriov.systemPageSize, 4, 0x10);
    expect(read(write(paged, at + sriov.vfBar0, 4, 0xffff_ffff), at + sriov.vfBar0, 4)).toBe(0xffff_000c);
  });

  it('finds a BAR read-only whose size nobody knows', () => {
    const unknown = { ...silicon, bars: [{ index: 0, sizeBytes: null }] };
    expect(read(write(pf, 0x10, 4, 0xffff_ffff, unknown), 0x10, 4)).toBe(read(pf, 0x10, 4));
  });
});

describe('ARI Capable Hierarchy', () => {
  it('moves the VFs from the next bus to the own one and back', () => {
    const withAri = write(pf, at + sriov.control, 2, sriov.ariHierarchy);
    expect(factsOf(withAri, silicon).sriov).toMatchObject({ ariCapableHierarchy: true, firstVfOffset: 128 });
    const without = write(withAri, at + sriov.control, 2, 0);
    expect(factsOf(without, silicon).sriov).toMatchObject({ ariCapableHierarchy: false, firstVfOffset: 384 });
  });

  it('does not exist in another PF than the lowest', () => {
    const other = { ...silicon, sriov: { ...silicon.sriov!, lowestPf: false } };
    const written = write(pf, at + sriov.control, 2, 0x19, other);
    expect(read(written, at + sriov.control, 2)).toBe(0x09);
    expect(factsOf(written, other).sriov?.firstVfOffset).toBe(384);
  });
});

describe('NumVFs', () => {
  const few: Silicon = {
    ...silicon,
    sriov: {
      ...silicon.sriov!,
      fewVfs: [
        { numVfsAtMost: 3, ari: 2, noAri: 2, vfStride: 2 },
        { numVfsAtMost: 32, ari: 64, noAri: 320, vfStride: 1 },
      ],
    },
  };
  const placing = (bytes: Uint8Array): number[] => [
    read(bytes, at + sriov.firstVfOffset, 2),
    read(bytes, at + sriov.vfStride, 2),
  ];
  const withAri = write(pf, at + sriov.control, 2, sriov.ariHierarchy, few);

  it.each([
    [0, [2, 2], [2, 2]],
    [3, [2, 2], [2, 2]],
    [4, [64, 1], [320, 1]],
    [32, [64, 1], [320, 1]],
    [33, [128, 2], [384, 2]],
    [64, [128, 2], [384, 2]],
  ])('%i changes First VF Offset and VF Stride in the same write', (numVfs, ari, noAri) => {
    expect(placing(write(withAri, at + sriov.numVfs, 2, numVfs, few))).toEqual(ari);
    expect(placing(write(pf, at + sriov.numVfs, 2, numVfs, few))).toEqual(noAri);
  });

  it('keeps its value when ARI Capable Hierarchy changes', () => {
    const bytes = write(write(withAri, at + sriov.numVfs, 2, 8, few), at + sriov.control, 2, 0, few);
    expect([read(bytes, at + sriov.numVfs, 2), ...placing(bytes)]).toEqual([8, 320, 1]);
  });

  it('changes nothing while VF Enable is set, nor where the hardware does not depend on it', () => {
    const enabled = write(write(withAri, at + sriov.numVfs, 2, 8, few), at + sriov.control, 2, 0x19, few);
    expect(placing(write(enabled, at + sriov.numVfs, 2, 64, few))).toEqual([64, 1]);
    expect(placing(write(pf, at + sriov.numVfs, 2, 3))).toEqual([384, 2]);
  });

  it('goes by the ARI of the device in another PF than the lowest, and after its reset too', () => {
    const other = { ...few, sriov: { ...few.sriov!, lowestPf: false } };
    const four = (deviceAri: boolean): Uint8Array =>
      writeConfig({ bytes: pf, silicon: other }, at + sriov.numVfs, 2, 4, deviceAri);
    expect(placing(four(true))).toEqual([64, 1]);
    expect(placing(four(false))).toEqual([320, 1]);
    expect(placing(resetFunction({ bytes: four(true), silicon: other }, true))).toEqual([2, 2]);
  });

  it('has the facts tell what the registers do not show', () => {
    const many = { numVfsAtMost: 0xffff, ari: 128, noAri: 384, vfStride: 2 };
    expect(factsOf(pf, few).sriov?.placesByNumVfs).toEqual([...few.sriov!.fewVfs!, many]);
    expect(factsOf(pf, silicon).sriov).not.toHaveProperty('placesByNumVfs');
  });
});

describe('a function level reset', () => {
  it('clears VF Enable, NumVFs, bus mastering and the addresses, and keeps the payload size', () => {
    const where = findCapability(pf, capabilityId.express)! + express.deviceCtl;
    let bytes = write(pf, at + sriov.numVfs, 2, 8);
    bytes = write(write(bytes, at + sriov.control, 2, 0x19), 0x04, 2, 0x0406);
    bytes = write(bytes, where, 2, 0x2820);
    const reset = write(bytes, where, 2, 0x2820 | express.initiateReset);
    const registers = [at + sriov.control, at + sriov.numVfs, 0x04].map((offset) => read(reset, offset, 2));
    expect(registers).toEqual([0, 0, 0]);
    expect(read(reset, where, 2)).toBe(0x2830);
    expect(read(reset, 0x10, 4)).toBe(0xc);
    expect(factsOf(reset, silicon).sriov?.vfBars.map((bar) => bar.address)).toEqual([0, 0]);
  });
});

it('refuses an access that is not aligned or outside', () => {
  expect(() => write(pf, 0x11, 2, 0)).toThrow(RangeError);
  expect(() => write(pf, 0x1000, 4, 0)).toThrow(RangeError);
});

describe('a VF', () => {
  const vf = buildVf({ bytes: pf, silicon }, { inUse: true });
  const space = new Registers(vf);

  it('reads ffff as vendor and device, has no BARs, no INTx and no SR-IOV, but its own MSI-X and ARI', () => {
    expect([space.get32(0), space.get8(0x3d)]).toEqual([0xffff_ffff, 0]);
    for (let offset = 0x10; offset < 0x28; offset += 4) expect(space.get32(offset)).toBe(0);
    expect(factsOf(vf, plainSilicon)).toMatchObject({
      vendorId: null,
      express: true,
      ari: true,
      acs: true,
      sriov: null,
      msixVectors: 3,
    });
  });

  it('has a bus master bit of its own, and memory space that only its PF switches', () => {
    const written = write(vf, 0x04, 2, 0, plainSilicon);
    expect([space.get16(0x04), read(written, 0x04, 2)]).toEqual([0x0004, 0]);
    expect(read(write(vf, 0x04, 2, 0xffff, plainSilicon), 0x04, 2) & 0x0002).toBe(0);
  });
});

const u16 = fc.nat(0xffff);
const bar = (index: number): fc.Arbitrary<NonNullable<RegisterFacts['sriov']>['vfBars'][number]> =>
  fc.record({
    index: fc.constant(index),
    address: fc.nat(0xffff).map((page) => (page + 1) * 0x1000),
    sizeBytes: fc.constant(0x1000),
    is64Bit: fc.boolean(),
    prefetchable: fc.boolean(),
  });

const anyFacts: fc.Arbitrary<RegisterFacts> = fc.record({
  classCode: fc.constantFrom(0x0200, 0x0600, 0x0108, 0x0c03),
  vendorId: fc.option(fc.integer({ min: 1, max: 0xfffe })),
  deviceId: fc.integer({ min: 1, max: 0xffff }),
  express: fc.constant(true),
  acs: fc.boolean(),
  ari: fc.boolean(),
  bridge: fc.option(
    fc.record({
      secondaryBus: fc.integer({ min: 1, max: 0xff }),
      subordinateBus: fc.integer({ min: 1, max: 0xff }),
      portType: fc.constantFrom('root', 'upstream', 'downstream', 'pcie-to-pci', null),
      ariForwarding: fc.record({ capable: fc.boolean(), enabled: fc.boolean() }),
    }),
  ),
  sriov: fc.option(
    fc.record({
      totalVfs: u16,
      initialVfs: u16,
      firstVfOffset: u16,
      vfStride: u16,
      vfDeviceId: u16,
      ariCapableHierarchy: fc.boolean(),
      vfBars: fc.tuple(bar(0), bar(2), bar(4)).map((all) => [...all]),
    }),
  ),
  msixVectors: fc.option(fc.integer({ min: 1, max: 2048 })),
});

describe('bytes', () => {
  it('built from facts decode to these facts, saved and restored too', () => {
    fc.assert(
      fc.property(anyFacts, (told) => {
        const sizes = told.sriov?.vfBars.map(({ index, sizeBytes }) => ({ index, sizeBytes })) ?? [];
        const own: Silicon = { ...silicon, sriov: { ...silicon.sriov!, vfBars: sizes } };
        const of = { ...own, sriov: told.sriov === null ? null : own.sriov };
        const bytes = buildFunction(told);
        expect(factsOf(bytes, of)).toEqual(told);
        expect(bytesOf(stored({ id: 'x', bytes, silicon: of }))).toEqual(bytes);
      }),
    );
  });

  it('of a conventional function end at 256', () => {
    const conventional = { ...facts, express: false, acs: false, ari: false, sriov: null };
    const bytes = buildFunction(conventional);
    expect(bytes).toHaveLength(256);
    expect(factsOf(bytes, plainSilicon)).toEqual(conventional);
  });

  it('whose list goes in a circle say where', () => {
    const looped = pf.slice();
    looped[0x51] = 0x40;
    expect(decodeConfig(looped)).toEqual({ ok: false, from: 0x50, to: 0x40 });
  });
});
