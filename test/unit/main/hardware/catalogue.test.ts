import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findNicModel } from '../../../../src/shared/model/nic-model';
import { checkedNicCatalogue, nicCatalogue } from '../../../../src/main/hardware/catalogue';
import { fewVfPlaces, firstVfOffset, nicModelSchema } from '../../../../src/shared/model/nic-model';
import type { NicModel } from '../../../../src/shared/model/nic-model';
import { formatRoutingId, routingIdOf, vfRoutingId } from '../../../../src/shared/model/pcie';

function model(id: string): NicModel {
  const found = nicCatalogue().find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`The catalogue has no ${id}.`);
  return found;
}

/** Routing IDs of the first `count` VFs of PF `fn` on `bus`. */
function vfAddresses(nic: NicModel, bus: number, fn: number, ari: boolean, count: number): number[] {
  if (nic.sriov === null) return [];
  const capability = {
    firstVfOffset: firstVfOffset(nic.sriov, fn, ari),
    vfStride: nic.sriov.vfStride.value,
  };
  return Array.from({ length: count }, (_, n) => vfRoutingId(routingIdOf(bus, 0, fn), capability, n));
}

describe('the NIC catalogue', () => {
  it('holds every file, each of the right shape and named by its id', () => {
    const checked = checkedNicCatalogue();
    const files = readdirSync('assets/hardware/nics').sort();
    expect(checked.map((nic) => `${nic.id}.yaml`).sort()).toEqual(files);
    expect(nicCatalogue()).toEqual([...checked].sort((a, b) => (a.id < b.id ? -1 : 1)));
  });

  it('has at least ten models with SR-IOV and three without', () => {
    const withSriov = nicCatalogue().filter((nic) => nic.sriov !== null);
    expect(withSriov.length).toBeGreaterThanOrEqual(10);
    expect(nicCatalogue().length - withSriov.length).toBeGreaterThanOrEqual(3);
  });

  it('knows each device ID once, and finds a model by any of its own', () => {
    const ids = nicCatalogue().flatMap((nic) => nic.deviceIds.value.map((id) => [nic.vendorId.value, id]));
    expect(new Set(ids.map(String)).size).toBe(ids.length);
    expect(findNicModel(nicCatalogue(), 0x8086, 0x10c9)?.id).toBe('intel-82576');
    expect(findNicModel(nicCatalogue(), 0x15b3, 0x1007)?.id).toBe('mellanox-connectx-3');
    expect(findNicModel(nicCatalogue(), 0x15b3, 0x10c9)).toBeUndefined();
    expect(findNicModel(nicCatalogue(), null, 0x10c9)).toBeUndefined();
  });

  it('never claims a source for names and drivers that are remembered', () => {
    for (const nic of nicCatalogue()) {
      const remembered = [
        nic.windowsDescription,
        nic.drivers.windowsPf,
        nic.drivers.windowsVf,
        nic.sriov?.vfName,
      ];
      const mark = nic.id.startsWith('simulator-') ? 'assumed' : 'memory';
      expect(remembered.map((entry) => entry?.mark ?? mark)).toEqual(Array(4).fill(mark));
    }
  });

  it('names a VF driver exactly where there are VFs', () => {
    for (const nic of nicCatalogue()) expect(nic.drivers.windowsVf !== null).toBe(nic.sriov !== null);
  });

  it('names VFs as lspci does: the vendor first', () => {
    const names = nicCatalogue().flatMap(({ sriov }) => sriov?.vfPciName.value ?? []);
    for (const name of names)
      expect(name).toMatch(/^(Intel Corporation|Mellanox|Broadcom|SR-IOV Sim).*Virtual Function/);
    expect(model('intel-82599').sriov?.vfPciName.value).toBe(
      'Intel Corporation 82599 Ethernet Controller Virtual Function',
    );
  });

  it('refuses a model whose offsets do not fit its functions, and too many usable VFs', () => {
    const good = structuredClone(model('broadcom-bcm57810'));
    expect(nicModelSchema.safeParse(good).success).toBe(true);
    expect(nicModelSchema.safeParse({ ...good, functions: { value: 4, mark: 'assumed' } }).success).toBe(
      false,
    );
    const greedy = { ...good, sriov: { ...good.sriov, usableVfs: { value: 17, mark: 'assumed' } } };
    expect(nicModelSchema.safeParse(greedy).success).toBe(false);
  });
});

describe("the simulator's own card", () => {
  const invented = nicCatalogue().filter((nic) => nic.id.startsWith('simulator-'));

  it('says that it is invented, and claims no source', () => {
    expect(invented.map((nic) => nic.name.value)).toEqual(['VF Packer (invented)']);
    expect(JSON.stringify(invented)).not.toMatch(/"(sourced|secondary|memory)"/);
  });

  it('is the only one whose VFs lie where their number says', () => {
    expect(nicCatalogue().filter((nic) => nic.sriov?.fewVfs !== undefined)).toEqual(invented);
  });

  it('must list its places by ascending NumVFs, with an offset for each PF', () => {
    const good = structuredClone(model('simulator-vf-packer'));
    const rows = good.sriov!.fewVfs!.value;
    const problem = (value: typeof rows): string | undefined =>
      nicModelSchema.safeParse({ ...good, sriov: { ...good.sriov, fewVfs: { value, mark: 'assumed' } } })
        .error?.issues[0]?.message;
    expect(problem(rows)).toBeUndefined();
    expect(problem([...rows].reverse())).toMatch(/ascending/);
    expect(problem([{ ...rows[0]!, numVfsAtMost: 64 }])).toMatch(/below totalVfs/);
    expect(problem([{ ...rows[0]!, ari: [2, 2, 2] }])).toMatch(/one per function/);
  });

  it.each([true, false])('keeps every VF apart whatever the two PFs have as NumVFs, ARI %s', (ari) => {
    const nic = invented[0]!;
    const vfs = (fn: number, numVfs: number): number[] => {
      const row = fewVfPlaces(nic.sriov!, fn).find(({ numVfsAtMost }) => numVfs <= numVfsAtMost);
      if (row === undefined) return vfAddresses(nic, 1, fn, ari, numVfs);
      const capability = { firstVfOffset: ari ? row.ari : row.noAri, vfStride: row.vfStride };
      return Array.from({ length: numVfs }, (_, n) => vfRoutingId(routingIdOf(1, 0, fn), capability, n));
    };
    for (const first of [1, 3, 4, 32, 33, 64]) {
      for (const second of [1, 3, 4, 32, 33, 64]) {
        const all = [0x100, 0x101, ...vfs(0, first), ...vfs(1, second)];
        expect(new Set(all).size).toBe(2 + first + second);
      }
    }
  });
});

describe('VF addresses from catalogue values', () => {
  // Seen in published lspci output, except for the BCM57810, whose offsets alone were seen, and for the
  // 82599 on bus 83, where Linux reported bus 84 as out of range.
  it.each([
    ['intel-i350', 0x01, 0, false, ['02:10.0', '02:10.4', '02:11.0', '02:11.4']],
    ['intel-82599', 0x01, 0, true, ['01:10.0', '01:10.2', '01:10.4', '01:10.6']],
    ['intel-82599', 0x01, 1, true, ['01:10.1', '01:10.3', '01:10.5', '01:10.7']],
    ['intel-82599', 0x83, 0, false, ['84:10.0']],
    ['intel-82576', 0x82, 1, true, ['82:10.1']],
    ['intel-xxv710', 0x86, 0, true, ['86:02.0', '86:02.1']],
    ['intel-e810', 0x18, 0, true, ['18:01.0', '18:01.1']],
    ['mellanox-connectx-3', 0x11, 0, true, ['11:00.1', '11:00.2']],
    ['mellanox-connectx-5', 0x65, 0, true, ['65:00.2', '65:00.3']],
    ['mellanox-connectx-5', 0x65, 1, true, ['65:01.2', '65:01.3']],
    ['broadcom-bcm57810', 0x01, 0, true, ['01:01.0', '01:01.1']],
    ['broadcom-bcm57810', 0x01, 1, true, ['01:09.0', '01:09.1']],
  ])('%s on bus %i, PF %i, ARI %s', (id, bus, fn, ari, expected) => {
    expect(vfAddresses(model(id), bus, fn, ari, expected.length).map(formatRoutingId)).toEqual(expected);
  });

  it.each([
    ['intel-xxv710', 0x86, 0, '86:09.7'],
    ['mellanox-connectx-3', 0x11, 0, '11:07.7'],
    ['broadcom-bcm57810', 0x01, 0, '01:02.7'],
    ['broadcom-bcm57810', 0x01, 1, '01:0a.7'],
  ])('%s on bus %i, PF %i: the last VF', (id, bus, fn, expected) => {
    const nic = model(id);
    const addresses = vfAddresses(nic, bus, fn, true, nic.sriov?.totalVfs.value ?? 0);
    expect(formatRoutingId(addresses.at(-1) ?? 0)).toBe(expected);
  });

  it('gives the third port of an X710 without ARI the offset 334', () => {
    const { sriov } = model('intel-x710');
    expect(sriov && firstVfOffset(sriov, 2, false)).toBe(334);
  });

  it.each([true, false])('never gives two functions of a card one routing ID, ARI %s', (ari) => {
    for (const nic of nicCatalogue()) {
      const pfs = Array.from({ length: nic.functions.value }, (_, fn) => fn);
      const vfs = pfs.flatMap((fn) => vfAddresses(nic, 1, fn, ari, nic.sriov?.usableVfs.value ?? 0));
      const all = [...pfs.map((fn) => routingIdOf(1, 0, fn)), ...vfs];
      expect(new Set(all).size, nic.id).toBe(all.length);
    }
  });
});
