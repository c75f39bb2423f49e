import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nicCatalogue } from '../../../../src/main/hardware/catalogue';
import { platformFunctions } from '../../../../src/main/hardware/platform-functions';
import { defaultPlatform } from '../../../../src/main/hardware/platforms';
import {
  bridgeAbove,
  busOf,
  formatRoutingId,
  pcieFunctionSchema,
  vfRoutingId,
} from '../../../../src/shared/model/pcie';
import { platformDescriptionSchema } from '../../../../src/shared/model/platform-description';

const folder = 'assets/hardware/platforms';
const { functions } = platformFunctions(defaultPlatform(), nicCatalogue());

/** Routing IDs of all VFs that the PFs could have. */
const vfs = functions.flatMap((pf) =>
  Array.from({ length: pf.sriov?.totalVfs ?? 0 }, (_, index) =>
    pf.sriov === null ? 0 : vfRoutingId(pf.routingId, pf.sriov, index),
  ),
);

/** The default platform with its first root port changed. */
function withFirstPort(change: object) {
  const description = defaultPlatform();
  const [first, ...others] = description.rootPorts;
  return platformDescriptionSchema.parse({ ...description, rootPorts: [{ ...first, ...change }, ...others] });
}

describe('platform descriptions', () => {
  it.each(readdirSync(folder))('%s has the right shape, its own name and known NIC models', (file) => {
    const description = platformDescriptionSchema.parse(parse(readFileSync(`${folder}/${file}`, 'utf8')));
    expect(`${description.id}.yaml`).toBe(file);
    const known = nicCatalogue().map((nic) => nic.id);
    for (const port of description.rootPorts) expect([null, ...known]).toContain(port.nic);
  });

  it('refuses a root port whose bus range is upside down', () => {
    expect(() => withFirstPort({ secondaryBus: 4, subordinateBus: 3 })).toThrow('subordinateBus');
  });
});

describe('the default platform', () => {
  it('has functions of the shape that an imported host has', () => {
    for (const entry of functions) expect(pcieFunctionSchema.parse(entry)).toEqual(entry);
  });

  it('has a host bridge, four root ports and five NIC functions', () => {
    const summary = functions.map((entry) => `${formatRoutingId(entry.routingId)} ${entry.className}`);
    expect(summary).toEqual([
      '00:00.0 Host bridge',
      '00:01.0 PCI bridge',
      '00:02.0 PCI bridge',
      '00:03.0 PCI bridge',
      '00:1c.0 PCI bridge',
      '01:00.0 Ethernet controller',
      '01:00.1 Ethernet controller',
      '02:00.0 Ethernet controller',
      '02:00.1 Ethernet controller',
      '06:00.0 Ethernet controller',
    ]);
  });

  it('has disjoint bus ranges that reach as far as the VFs', () => {
    const buses = functions.flatMap(({ bridge }) =>
      bridge === null
        ? []
        : Array.from(
            { length: bridge.subordinateBus - bridge.secondaryBus + 1 },
            (_, index) => bridge.secondaryBus + index,
          ),
    );
    expect(new Set(buses).size).toBe(buses.length);
    for (const pf of functions) {
      if (pf.sriov === null) continue;
      const above = bridgeAbove(functions, pf)?.bridge;
      const last = busOf(vfRoutingId(pf.routingId, pf.sriov, pf.sriov.totalVfs - 1));
      expect(last).toBeLessThanOrEqual(above?.subordinateBus ?? -1);
    }
  });

  it('has no two functions, VFs included, at one routing ID', () => {
    const all = [...functions.map((entry) => entry.routingId), ...vfs];
    expect(vfs).toHaveLength(2 * 64 + 2 * 8);
    expect(new Set(all).size).toBe(all.length);
  });

  it('keeps the VFs of the 82599 on their bus and moves those of the 82576 to the next', () => {
    expect(functions.find((entry) => entry.id === '0000:01:00.0')?.sriov?.firstVfOffset).toBe(128);
    expect(functions.find((entry) => entry.id === '0000:02:00.0')?.sriov?.firstVfOffset).toBe(384);
    expect(new Set(vfs.map(busOf))).toEqual(new Set([0x01, 0x03]));
  });

  it('gives every VF BAR aligned space of its own above 4 GiB', () => {
    const ranges = functions
      .flatMap(({ sriov }) => (sriov?.vfBars ?? []).map((bar) => ({ bar, total: sriov?.totalVfs ?? 0 })))
      .map(({ bar, total }) => ({
        from: bar.address,
        share: bar.sizeBytes ?? 0,
        size: (bar.sizeBytes ?? 0) * total,
      }))
      .sort((a, b) => a.from - b.from);
    expect(ranges).toHaveLength(8);
    let end = 2 ** 32;
    for (const range of ranges) {
      expect(range.from).toBeGreaterThanOrEqual(end);
      expect(range.from % range.share).toBe(0);
      end = range.from + range.size;
    }
  });
});

describe('platformFunctions', () => {
  it('sets ARI Capable Hierarchy in the first PF of a device alone, and only below an ARI port', () => {
    const set = functions.filter((entry) => entry.sriov?.ariCapableHierarchy).map((entry) => entry.id);
    expect(set).toEqual(['0000:01:00.0']);
  });

  it('moves VFs to the next bus when the port stops to forward ARI', () => {
    const moved = platformFunctions(withFirstPort({ ariForwarding: false }), nicCatalogue()).functions;
    const pf = moved.find((entry) => entry.sriov !== null);
    expect(pf?.sriov?.firstVfOffset).toBe(384);
    expect(pf?.sriov?.ariCapableHierarchy).toBe(false);
  });

  it('has one function for a two-port card whose PF serves both ports', () => {
    const built = platformFunctions(withFirstPort({ nic: 'mellanox-connectx-3' }), nicCatalogue()).functions;
    expect(built.filter((entry) => busOf(entry.routingId) === 1)).toHaveLength(1);
  });

  it('throws on a NIC model that the catalogue does not have', () => {
    expect(() => platformFunctions(withFirstPort({ nic: 'no-such-card' }), nicCatalogue())).toThrow(
      'no-such-card',
    );
  });
});
