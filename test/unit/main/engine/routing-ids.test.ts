/** The addresses of all VFs equal those that a Linux kernel gave on the same topology. */
import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../../src/shared/model/pcie';
import { done, fixture, lspciHardware, newEngine } from '../../../support/engine';

const captures = ['off-vvvxxxx', 'on-vvvxxxx', 'on-vvv-nn'] as const;

function kernelVfs(host: string): { pf: string; index: number; address: string }[] {
  const lines = fixture(`${host}.vfs.txt`).trim().split('\n');
  return lines.map((line) => {
    const [pf = '', index = '', address = ''] = line.split(' ');
    return { pf, index: Number(index), address };
  });
}

describe.each(['two-port-ari', 'iommu'])('%s', (host) => {
  it.each(captures)('from %s has the VFs where the kernel put them', (capture) => {
    const engine = newEngine({ hardware: lspciHardware(`${host}.${capture}.txt`) });
    for (const nic of engine.world.nic.values()) {
      if (nic.nicSwitch === null) continue;
      const input = { name: nic.name, type: 'External', nicId: nic.id, iovEnabled: true } as const;
      done(engine, { name: 'switch.create', input });
    }
    engine.advance(1000);
    const expected = kernelVfs(host).filter(({ pf }) => engine.world.nic.has(pf));
    expect(expected.length).toBeGreaterThan(0);
    for (const { pf, index, address } of expected) {
      const vf = engine.world.vf.get(`${pf}#${index}`);
      expect(vf === undefined ? 'missing' : formatAddress(0, vf.routingId)).toBe(address);
    }
  });
});
