import { describe, expect, it } from 'vitest';
import { pcieFunctionSchema, formatAddress, vfRoutingId } from '../../../../../src/shared/model/pcie';
import { dump, dumpNames, functionOf, kernelVfs, read } from './fixtures';

const hosts = ['iommu', 'two-port-ari'] as const;

describe.each(dumpNames)('%s', (name) => {
  const host = read(dump(name));
  const kernel = kernelVfs(name.startsWith('iommu') ? 'iommu' : 'two-port-ari');

  it('gives functions of the model, in the order of the text', () => {
    for (const fn of host.functions) expect(pcieFunctionSchema.parse(fn)).toEqual(fn);
    const ids = host.functions.map((fn) => fn.id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(name.startsWith('iommu') ? 8 : 9);
  });

  it("computes the kernel's VF addresses", () => {
    for (const { pf, index, address } of kernel) {
      const { routingId, domain, sriov } = functionOf(host, pf);
      expect(sriov).not.toBeNull();
      if (sriov !== null) expect(formatAddress(domain, vfRoutingId(routingId, sriov, index))).toBe(address);
    }
  });

  it('leaves enabled VFs out and recognises them', () => {
    expect(host.enabledVfs).toEqual(name.includes('.on') ? kernel : []);
    const addresses = new Set(kernel.map((vf) => vf.address));
    expect(host.functions.filter((fn) => addresses.has(fn.id))).toEqual([]);
  });
});

describe.each(hosts)('%s', (name) => {
  it('reads the same from decoded lines as from hex bytes', () => {
    const decoded = read(dump(`${name}.on-vvv-nn`));
    const bytes = read(dump(`${name}.on-vvvxxxx`));
    expect(decoded.functions).toEqual(bytes.functions);
    expect(decoded.enabledVfs).toEqual(bytes.enabledVfs);
  });

  it('reads the same with VFs enabled as without, but for BAR sizes that only VFs show', () => {
    const withoutSizes = (text: string): unknown =>
      read(text).functions.map((fn) => ({
        ...fn,
        sriov: fn.sriov && { ...fn.sriov, vfBars: fn.sriov.vfBars.map((bar) => ({ ...bar, sizeBytes: 0 })) },
      }));
    expect(withoutSizes(dump(`${name}.off-vvvxxxx`))).toEqual(withoutSizes(dump(`${name}.on-vvvxxxx`)));
  });

  it('finds nothing to remark on bytes and lines that agree', () => {
    expect(read(dump(`${name}.on-vvvxxxx`)).notes).toEqual([
      expect.stringMatching(/^VFs enabled when the text was made, without which .*: (23|10)\.$/),
    ]);
  });
});

describe('two-port-ari', () => {
  const host = read(dump('two-port-ari.on-vvvxxxx'));

  it('has a root port with ARI forwarding and ACS', () => {
    expect(functionOf(host, '0000:00:02.0')).toEqual({
      id: '0000:00:02.0',
      domain: 0,
      routingId: 0x0010,
      classCode: 0x0604,
      className: 'PCI bridge',
      vendorId: 0x1b36,
      deviceId: 0x000c,
      name: 'Red Hat, Inc. QEMU PCIe Root port',
      express: true,
      acs: true,
      ari: false,
      bridge: {
        secondaryBus: 1,
        subordinateBus: 1,
        portType: 'root',
        ariForwarding: { capable: true, enabled: true },
      },
      sriov: null,
      msixVectors: 1,
      driver: 'pcieport',
    });
    const other = functionOf(host, '0000:00:03.0').bridge;
    expect(other?.ariForwarding).toEqual({ capable: true, enabled: false });
  });

  it('has two PFs, of which the lower one alone shows the ARI hierarchy bit', () => {
    const first = functionOf(host, '0000:01:00.0');
    expect(first).toMatchObject({ ari: true, acs: false, msixVectors: 10, driver: 'igb', deviceId: 0x10c9 });
    const bar = { sizeBytes: 16_384, is64Bit: true, prefetchable: true };
    expect(first.sriov).toEqual({
      totalVfs: 8,
      initialVfs: 8,
      firstVfOffset: 128,
      vfStride: 2,
      vfDeviceId: 0x10ca,
      ariCapableHierarchy: true,
      vfBars: [
        { index: 0, address: 0xfea00000, ...bar },
        { index: 3, address: 0xfea20000, ...bar },
      ],
    });
    expect(functionOf(host, '0000:01:00.1').sriov?.ariCapableHierarchy).toBe(false);
  });

  it('has a NIC without SR-IOV', () => {
    const nic = functionOf(host, '0000:02:00.0');
    expect(nic).toMatchObject({
      classCode: 0x0200,
      sriov: null,
      ari: false,
      driver: 'e1000e',
      msixVectors: 5,
    });
    expect(nic.name).toBe('Intel Corporation 82574L Gigabit Network Connection');
  });

  it('has functions outside PCI Express', () => {
    const bridge = functionOf(host, '0000:00:00.0');
    expect(bridge).toMatchObject({
      className: 'Host bridge',
      express: false,
      msixVectors: null,
      driver: null,
    });
  });
});

describe('sizes of VF BARs', () => {
  it('are derived from windows that lie side by side, with a note', () => {
    const host = read(dump('iommu.off-vvvxxxx'));
    const sizes = functionOf(host, '0000:01:00.0').sriov?.vfBars.map((bar) => bar.sizeBytes);
    expect(sizes).toEqual([16_384, null]);
    expect(host.notes).toEqual([expect.stringContaining('VF BAR 0 (16384 bytes) was derived')]);
  });

  it('stay unknown where neither a VF nor a second window tells them', () => {
    const host = read(dump('iommu.off-vvvxxxx'));
    expect(functionOf(host, '0000:02:00.0').sriov?.vfBars[0]?.sizeBytes).toBeNull();
  });
});
