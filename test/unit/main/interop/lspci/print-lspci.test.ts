/** The host as text: the real lspci reads the same values from it, and so does our own import. */
import { describe, expect, it } from 'vitest';
import { platformFunctions } from '../../../../../src/main/hardware/platform-functions';
import { defaultPlatform } from '../../../../../src/main/hardware/platforms';
import { nicCatalogue } from '../../../../../src/main/hardware/catalogue';
import { builtInHost } from '../../../../../src/main/hosts/built-in-host';
import { lspciHost } from '../../../../../src/main/hosts/lspci-host';
import { scaleHardware } from '../../../../../src/main/hosts/scale-host';
import { nicsOf } from '../../../../../src/shared/pcie/network-adapters';
import { readLspci } from '../../../../../src/main/interop/lspci/read-lspci';
import { printLspci } from '../../../../../src/main/interop/lspci/print-lspci';
import type { Engine, Hardware } from '../../../../../src/main/engine/engine';
import { formatAddress } from '../../../../../src/shared/model/pcie';
import type { PcieFunction } from '../../../../../src/shared/model/pcie';
import { done, fixture, lspciHardware, newEngine } from '../../../../support/engine';
import { decodedOf, lspciReads } from '../../../../support/real-lspci';
import type { Decoded } from '../../../../support/real-lspci';
import { atOnce } from '../../../../support/portions';

const sriovTitle = 'Single Root I/O Virtualization (SR-IOV)';

function enableAll(engine: Engine): void {
  for (const nic of engine.world.nic.values()) {
    if (nic.nicSwitch === null) continue;
    const input = { name: nic.name, type: 'External', nicId: nic.id, iovEnabled: true } as const;
    done(engine, { name: 'switch.create', input });
  }
  engine.advance(1000);
  engine.check();
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function sign(value: boolean): string {
  return value ? '+' : '-';
}

/** What the facts do not tell of an SR-IOV capability. */
interface Silicon {
  readonly pageSizes: string;
  readonly link: (fn: PcieFunction) => number;
}

const ours: Silicon = { pageSizes: '00000553', link: (fn) => fn.routingId & 7 };
/** QEMU's second function names the first one. */
const qemu: Silicon = { ...ours, link: () => 0 };

/** The lines that lspci must print for a PF's capability. */
function expectedSriov(fn: PcieFunction, numVfs: number, { pageSizes, link }: Silicon): string[] {
  if (fn.sriov === null) throw new Error(`${fn.id} is no PF.`);
  const { initialVfs, totalVfs, firstVfOffset, vfStride, vfDeviceId, ariCapableHierarchy } = fn.sriov;
  const on = sign(numVfs > 0);
  return [
    'IOVCap:\tMigration- 10BitTagReq- Interrupt Message Number: 000',
    `IOVCtl:\tEnable${on} Migration- Interrupt- MSE${on} ARIHierarchy${sign(ariCapableHierarchy)} 10BitTagReq-`,
    'IOVSta:\tMigration-',
    `Initial VFs: ${initialVfs}, Total VFs: ${totalVfs}, Number of VFs: ${numVfs}, Function Dependency Link: ${hex(link(fn), 2)}`,
    `VF offset: ${firstVfOffset}, stride: ${vfStride}, Device ID: ${hex(vfDeviceId, 4)}`,
    `Supported Page Size: ${pageSizes}, System Page Size: 00000001`,
    ...fn.sriov.vfBars.map(
      (bar) =>
        `Region ${bar.index}: Memory at ${hex(bar.address, 16)} (${bar.is64Bit ? 64 : 32}-bit, ${bar.prefetchable ? '' : 'non-'}prefetchable)`,
    ),
    'VF Migration: offset: 00000000, BIR: 0',
  ];
}

/** Compares what lspci says of a function with the facts that the console gets. */
function expectSame(told: Decoded, fn: PcieFunction): void {
  const { capabilities, lines, header } = told;
  const express = capabilities.get('Express') ?? [];
  expect(header).toContain(`[${hex(fn.classCode ?? 0, 4)}]`);
  if (fn.vendorId !== null) expect(header).toContain(`[${hex(fn.vendorId, 4)}:${hex(fn.deviceId ?? 0, 4)}]`);
  expect(capabilities.has('Express')).toBe(fn.express);
  expect(capabilities.has('Access Control Services')).toBe(fn.acs);
  expect(capabilities.has('Alternative Routing-ID Interpretation (ARI)')).toBe(fn.ari);
  expect(capabilities.has(sriovTitle)).toBe(fn.sriov !== null);
  const vectors = /Count=(\d+)/.exec(capabilities.get('MSI-X')?.[0] ?? '')?.[1];
  expect(vectors === undefined ? null : Number(vectors)).toBe(fn.msixVectors);
  if (fn.bridge === null) return;
  const { secondaryBus, subordinateBus, ariForwarding } = fn.bridge;
  const buses = `secondary=${hex(secondaryBus, 2)}, subordinate=${hex(subordinateBus, 2)}`;
  expect(lines.find((line) => line.startsWith('Bus: '))).toContain(buses);
  const forwards = express.flatMap((line) => /ARIFwd([+-])/.exec(line)?.[1] ?? []);
  if (forwards.length > 0) {
    expect(forwards).toEqual([sign(ariForwarding.capable), sign(ariForwarding.enabled)]);
  }
}

function expectHostRead(engine: Engine, silicon = ours): void {
  const told = lspciReads(printLspci(engine));
  const { world } = engine;
  expect(told.size).toBe(world.function.size + world.vf.size);
  for (const fn of world.function.values()) {
    expectSame(told.get(fn.id)!, fn);
    if (fn.sriov === null) continue;
    const numVfs = world.nic.get(fn.id)?.numVfs ?? 0;
    expect(told.get(fn.id)!.capabilities.get(sriovTitle)).toEqual(expectedSriov(fn, numVfs, silicon));
  }
  for (const vf of world.vf.values()) {
    const pf = world.function.get(vf.nicId)!;
    const read = told.get(formatAddress(pf.domain, vf.routingId))!;
    expect(read.header).toContain('[ffff:ffff]');
    expect(read.capabilities.has(sriovTitle)).toBe(false);
    expect(read.capabilities.get('Express')).toBeDefined();
    expect(read.lines.filter((line) => line.startsWith('Region') || line.startsWith('Interrupt'))).toEqual(
      [],
    );
  }
}

/** The root ports of the built-in host with other cards behind them. */
function hostWith(...nics: string[]): Hardware {
  const description = defaultPlatform();
  const catalogue = nicCatalogue();
  const rootPorts = nics.map((nic, index) => ({
    ...description.rootPorts[0]!,
    device: index + 1,
    secondaryBus: 0x10 * (index + 1),
    subordinateBus: 0x10 * (index + 1) + 8,
    nic,
  }));
  const { functions, configs } = platformFunctions({ ...description, rootPorts }, catalogue);
  return { ...builtInHost(), functions, configs, nics: nicsOf(functions, catalogue) };
}

describe('the real lspci', () => {
  it('reads the built-in host, without and with VFs', () => {
    const engine = newEngine();
    expectHostRead(engine);
    enableAll(engine);
    expect(engine.world.vf.size).toBe(2 * 63 + 2 * 7);
    expectHostRead(engine);
  });

  it('reads a host with eight ports and 504 VFs', () => {
    const engine = newEngine({ hardware: scaleHardware(0) });
    enableAll(engine);
    expect(engine.world.vf.size).toBe(8 * 63);
    expectHostRead(engine);
  });

  it.each(nicCatalogue().map((model) => [model.id, model] as const))('reads a %s', (id, model) => {
    const engine = newEngine({ hardware: hostWith(id) });
    enableAll(engine);
    expect(engine.world.vf.size > 0).toBe(model.sriov !== null);
    expectHostRead(engine, { ...ours, pageSizes: hex(model.sriov?.pageSizes.value ?? 0, 8) });
  });

  it.each([
    [3, 2, 2],
    [4, 64, 1],
    [64, 128, 2],
  ])('reads the offset and stride that %i VFs lead to', (numVfs, firstVfOffset, vfStride) => {
    const engine = newEngine({ hardware: hostWith('simulator-vf-packer') });
    for (const { id } of engine.world.nic.values()) {
      done(engine, { name: 'nic.configure', input: { id, properties: { numVfs } } });
    }
    engine.advance(10_000);
    enableAll(engine);
    expect(engine.world.vf.size).toBe(2 * numVfs);
    expect(engine.world.function.get('0000:10:00.0')?.sriov).toMatchObject({ firstVfOffset, vfStride });
    expectHostRead(engine);
  });

  it.each(['two-port-ari.off-vvvxxxx', 'iommu.off-vvvxxxx', 'two-port-ari.on-vvvxxxx', 'iommu.on-vvvxxxx'])(
    'reads the host imported from %s, without and with VFs',
    (name) => {
      const engine = newEngine({ hardware: lspciHardware(`${name}.txt`) });
      expectHostRead(engine, qemu);
      enableAll(engine);
      expect(engine.world.vf.size).toBeGreaterThan(0);
      expectHostRead(engine, qemu);
    },
  );

  it.each(['two-port-ari.on-vvv-nn', 'iommu.on-vvv-nn'])('reads bytes built from the text of %s', (name) => {
    const engine = newEngine({ hardware: lspciHardware(`${name}.txt`) });
    enableAll(engine);
    expectHostRead(engine);
  });

  it.each(['two-port-ari', 'iommu'])('reads what it printed on the real machine of %s', (name) => {
    const text = fixture(`${name}.off-vvvxxxx.txt`);
    const again = lspciReads(printLspci(newEngine({ hardware: lspciHardware(`${name}.off-vvvxxxx.txt`) })));
    const real = decodedOf(text);
    expect([...again.keys()]).toEqual([...real.keys()]);
    let pfs = 0;
    for (const [address, told] of real) {
      const { capabilities } = again.get(address)!;
      for (const [title, lines] of told.capabilities) {
        if (/^(Single Root|Access Control|Alternative|MSI-X|Express)/.test(title)) {
          expect([title, capabilities.get(title)]).toEqual([title, lines]);
        }
        if (title === sriovTitle) pfs += 1;
      }
    }
    expect(pfs).toBe(2);
  });
});

describe('an export', () => {
  it.each([
    ['the built-in host', builtInHost],
    ['a host with switches of other vendors', () => hostWith('mellanox-connectx-5', 'broadcom-bcm57810')],
    ['an imported host', () => lspciHardware('two-port-ari.on-vvvxxxx.txt')],
    ['a host known from decoded text alone', () => lspciHardware('two-port-ari.on-vvv-nn.txt')],
  ])('of %s is imported as the same host, its VFs recognised', (_what, hardware) => {
    const engine = newEngine({ hardware: hardware() });
    enableAll(engine);
    const text = printLspci(engine);
    const built = atOnce(lspciHost(text));
    if (!built.ok) throw new Error(built.error.message);
    expect(built.value.functions).toEqual([...engine.world.function.values()]);
    const read = atOnce(readLspci(text));
    const { world } = engine;
    expect(read.ok && read.value.enabledVfs).toEqual(
      [...world.vf.values()]
        .sort((left, right) => left.routingId - right.routingId)
        .map((vf) => ({ pf: vf.nicId, index: vf.index, address: formatAddress(0, vf.routingId) }))
        .sort((left, right) => left.pf.localeCompare(right.pf) || left.index - right.index),
    );
  });

  it('of VFs that lie where their number says is imported as the host that it was without them', () => {
    const engine = newEngine({ hardware: hostWith('simulator-vf-packer') });
    const before = [...engine.world.function.values()];
    enableAll(engine);
    const text = printLspci(engine);
    const built = atOnce(lspciHost(text));
    expect(built.ok && built.value.functions).toEqual(before);
  });

  it('keeps every byte that an imported host came with', () => {
    const original = atOnce(readLspci(fixture('two-port-ari.off-vvvxxxx.txt')));
    const engine = newEngine({ hardware: lspciHardware('two-port-ari.off-vvvxxxx.txt') });
    const again = atOnce(readLspci(printLspci(engine)));
    if (!original.ok || !again.ok) throw new Error('Not read.');
    expect(original.value.spaces.every((space) => space.bytes !== null)).toBe(true);
    expect(again.value.spaces.map((space) => space.bytes)).toEqual(
      original.value.spaces.map((space) => space.bytes),
    );
  });
});
