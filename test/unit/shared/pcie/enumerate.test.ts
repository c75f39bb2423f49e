/** Buses and memory as firmware hands them out, and what it does when they run out. */
import { describe, expect, it } from 'vitest';
import { nicCatalogue } from '../../../../src/main/hardware/catalogue';
import { platformFunctions } from '../../../../src/main/hardware/platform-functions';
import { defaultPlatform } from '../../../../src/main/hardware/platforms';
import { lspciHardware } from '../../../support/engine';
import type { PcieFunction } from '../../../../src/shared/model/pcie';
import { bytesOf, Registers } from '../../../../src/shared/pcie/config-space';
import { buildFunction } from '../../../../src/shared/pcie/build-function';
import { findExtended } from '../../../../src/shared/pcie/capabilities';
import { factsOf, readBar } from '../../../../src/shared/pcie/decode';
import { defaultResources, enumerate } from '../../../../src/shared/pcie/enumerate';
import type { FirmwareResources } from '../../../../src/shared/pcie/enumerate';
import type { FunctionSpace } from '../../../../src/shared/pcie/config-space';
import { extendedId } from '../../../../src/shared/pcie/registers';

const mib = 0x10_0000;

function host(change: Partial<FirmwareResources>, cards?: readonly string[]) {
  const description = defaultPlatform();
  const rootPorts = cards?.map((nic, index) => ({
    ...description.rootPorts[0]!,
    device: index + 1,
    secondaryBus: 0x10 * (index + 1),
    subordinateBus: 0x10 * (index + 1) + 4,
    nic,
  }));
  return platformFunctions(
    { ...description, rootPorts: rootPorts ?? description.rootPorts },
    nicCatalogue(),
    { ...defaultResources, ...change },
  );
}

function vfBarAddresses(functions: readonly PcieFunction[]): number[][] {
  return functions.flatMap(({ sriov }) => (sriov === null ? [] : [sriov.vfBars.map((bar) => bar.address)]));
}

describe('memory', () => {
  it('lies in the windows of the bridge above, in steps of 1 MiB, and nowhere twice', () => {
    const { functions, configs } = host({}, ['intel-82599', 'intel-82576', 'mellanox-connectx-3']);
    const taken: { from: number; to: number }[] = [];
    for (const fn of functions) {
      const config = configs.find((each) => each.id === fn.id)!;
      const space = new Registers(bytesOf(config));
      const own = config.silicon.bars.map(({ index, sizeBytes }) => ({
        ...readBar(space, 0x10, index),
        size: sizeBytes ?? 0,
        share: sizeBytes ?? 0,
      }));
      const ofVfs = (fn.sriov?.vfBars ?? []).map((bar) => ({
        ...bar,
        size: (bar.sizeBytes ?? 0) * (fn.sriov?.totalVfs ?? 0),
        share: bar.sizeBytes ?? 0,
      }));
      if (own.length === 0) continue;
      const above = functions.find((each) => each.bridge?.secondaryBus === fn.routingId >> 8)!;
      const bridge = new Registers(bytesOf(configs.find((each) => each.id === above.id)!));
      for (const bar of [...own, ...ofVfs]) {
        const prefetch = bar.is64Bit && bar.prefetchable;
        const at = prefetch ? 0x24 : 0x20;
        const upper = prefetch ? [0x28, 0x2c].map((each) => bridge.get32(each) * 2 ** 32) : [0, 0];
        const base = upper[0]! + (bridge.get16(at) & 0xfff0) * 0x1_0000;
        const limit = upper[1]! + (bridge.get16(at + 2) & 0xfff0) * 0x1_0000 + mib;
        expect(bar.address).toBeGreaterThanOrEqual(base);
        expect(bar.address + bar.size).toBeLessThanOrEqual(limit);
        expect(bar.address % bar.share).toBe(0);
        for (const other of taken)
          expect(bar.address >= other.to || bar.address + bar.size <= other.from).toBe(true);
        taken.push({ from: bar.address, to: bar.address + bar.size });
      }
    }
    expect(taken.length).toBeGreaterThan(12);
  });

  it('lies below 4 GiB without Above 4G decoding', () => {
    const addresses = vfBarAddresses(host({ above4gDecoding: false }).functions).flat();
    expect(addresses.length).toBe(8);
    for (const address of addresses) {
      expect(address).toBeGreaterThanOrEqual(0xbc00_0000);
      expect(address).toBeLessThan(0xfc00_0000);
    }
  });

  it.each([8, 16, 32, 64, 128, 256])(
    'gives a PF all its VF BARs or none when %i MiB are there, and none without its own',
    (mmio32MiB) => {
      const { functions, configs } = host({ above4gDecoding: false, mmio32MiB }, [
        'mellanox-connectx-3',
        'intel-82599',
        'intel-e810',
        'intel-82576',
      ]);
      const groups = vfBarAddresses(functions);
      for (const group of groups) expect(new Set(group.map((address) => address === 0)).size).toBe(1);
      const withVfs = functions.filter((fn) => fn.sriov?.vfBars.every((bar) => bar.address !== 0));
      // ConnectX-3 alone wants 63 x 8 MiB.
      expect(groups[0]![0]).toBe(0);
      for (const { id } of withVfs) {
        const config = configs.find((each) => each.id === id)!;
        expect(readBar(new Registers(bytesOf(config)), 0x10, 0).address).not.toBe(0);
      }
      if (mmio32MiB === 256) expect(withVfs.length).toBeGreaterThan(2);
    },
  );

  it('stays without VF BARs and spare buses when firmware does not reserve for SR-IOV', () => {
    const { functions } = host({ sriovResources: false });
    expect(new Set(vfBarAddresses(functions).flat())).toEqual(new Set([0]));
    for (const { bridge } of functions) expect(bridge?.subordinateBus).toBe(bridge?.secondaryBus);
  });
});

describe('bus numbers', () => {
  it('reach as far as the VFs of a card without ARI, if the port may have as many', () => {
    const { functions } = host({ ari: false });
    const port = (device: string): unknown => functions.find((fn) => fn.id === `0000:00:${device}.0`)?.bridge;
    // No bus is free behind the first port: the next one is in use.
    expect(port('01')).toMatchObject({ secondaryBus: 1, subordinateBus: 1 });
    expect(port('02')).toMatchObject({ secondaryBus: 2, subordinateBus: 3 });
    expect(port('03')).toMatchObject({ secondaryBus: 4, subordinateBus: 5 });
  });

  it('never reach into a bus in use, though the port may have more', () => {
    const [first, ...others] = defaultPlatform().rootPorts;
    const description = { ...defaultPlatform(), rootPorts: [{ ...first!, subordinateBus: 9 }, ...others] };
    const { functions } = platformFunctions(description, nicCatalogue(), { ...defaultResources, ari: false });
    expect(functions.find((fn) => fn.id === '0000:00:01.0')?.bridge?.subordinateBus).toBe(1);
  });

  it('of a switch cover the bridges behind it', () => {
    const bridge = (
      bus: number,
      dev: number,
      secondaryBus: number,
      portType: 'root' | 'upstream' | 'downstream',
    ): FunctionSpace => ({
      id: `0000:${bus.toString(16).padStart(2, '0')}:0${dev}.0`,
      domain: 0,
      routingId: (bus << 8) | (dev << 3),
      bytes: buildFunction({
        classCode: 0x0604,
        vendorId: 0x10b5,
        deviceId: 0x8747,
        express: true,
        acs: true,
        ari: false,
        sriov: null,
        msixVectors: null,
        bridge: {
          secondaryBus,
          subordinateBus: secondaryBus,
          portType,
          ariForwarding: { capable: true, enabled: false },
        },
      }),
      silicon: { bars: [], sriov: null, port: { acsAt: null, ariCapable: true, spareBuses: null } },
    });
    const spaces = [
      bridge(0, 1, 1, 'root'),
      bridge(1, 0, 2, 'upstream'),
      bridge(2, 0, 3, 'downstream'),
      bridge(2, 1, 4, 'downstream'),
    ];
    const buses = enumerate(spaces, defaultResources).map(
      ({ bytes, silicon }) => factsOf(bytes, silicon).bridge?.subordinateBus,
    );
    expect(buses).toEqual([4, 4, 3, 4]);
  });
});

describe('ports', () => {
  it('forward ARI only where a device below has it', () => {
    const forwarding = host({}).functions.flatMap(({ bridge }) =>
      bridge === null ? [] : [bridge.ariForwarding],
    );
    expect(forwarding.map((each) => [each.capable, each.enabled])).toEqual([
      [true, true],
      [false, false],
      [true, false],
      [false, false],
    ]);
  });

  it('neither forward ARI nor show ACS when firmware does not let them', () => {
    const { functions } = host({ ari: false, acs: false });
    for (const fn of functions) {
      if (fn.bridge === null) continue;
      expect([fn.acs, fn.bridge.ariForwarding]).toEqual([false, { capable: false, enabled: false }]);
    }
    const pfs = functions.filter((fn) => fn.sriov !== null);
    expect(pfs.map((fn) => fn.sriov?.ariCapableHierarchy)).toEqual([false, false, false, false]);
  });

  it('isolate with SV, RR, CR and UF', () => {
    const config = host({}).configs.find((each) => each.id === '0000:00:01.0')!;
    const bytes = bytesOf(config);
    expect(new Registers(bytes).get16(findExtended(bytes, extendedId.acs)! + 6)).toBe(0x1d);
  });
});

it('starting twice with the same settings gives the same bytes, and other settings can be taken back', () => {
  const { functions, configs } = host({});
  const spaces = configs.map((config, index): FunctionSpace => {
    const { id, domain, routingId } = functions[index]!;
    return { id, domain, routingId, bytes: bytesOf(config), silicon: config.silicon };
  });
  const bytes = (all: readonly FunctionSpace[]): Uint8Array[] => all.map((each) => each.bytes);
  expect(bytes(enumerate(spaces, defaultResources))).toEqual(bytes(spaces));
  const without = enumerate(spaces, { ...defaultResources, acs: false, ari: false, sriovResources: false });
  expect(bytes(without)).not.toEqual(bytes(spaces));
  expect(bytes(enumerate(without, defaultResources))).toEqual(bytes(spaces));
});

it.each(['two-port-ari.off-vvvxxxx.txt', 'iommu.off-vvvxxxx.txt'])(
  'can start the imported host %s anew',
  (name) => {
    const { functions, configs } = lspciHardware(name);
    const spaces = configs.map((config, index) => ({
      ...functions[index]!,
      bytes: bytesOf(config),
      silicon: config.silicon,
    }));
    const started = enumerate(spaces, defaultResources);
    for (const [index, { bytes, silicon }] of started.entries()) {
      const { sriov, bridge, acs } = factsOf(bytes, silicon);
      expect([acs, bridge]).toEqual([functions[index]!.acs, functions[index]!.bridge]);
      expect(sriov?.firstVfOffset).toBe(functions[index]!.sriov?.firstVfOffset);
    }
  },
);
