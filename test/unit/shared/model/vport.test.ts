import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/main/engine/engine';
import { builtInHost } from '../../../../src/main/hosts/built-in-host';
import type { NicSwitch } from '../../../../src/shared/model/nic';
import { freeVPort, queuePairsFor, vPortsOf } from '../../../../src/shared/model/vport';
import { isActive } from '../../../../src/shared/model/vm';
import { adapterOf, done, iovVm, newEngine, nicNamed } from '../../../support/engine';
import { randomCommand, randomNumbers } from '../../../support/random-commands';

function engineWith(change: Partial<NicSwitch>): Engine {
  const hardware = builtInHost();
  const nics = hardware.nics.map((nic) =>
    nic.nicSwitch === null ? nic : { ...nic, nicSwitch: { ...nic.nicSwitch, ...change } },
  );
  return newEngine({ hardware: { ...hardware, nics } });
}

/** VMs on the X520; each asks for a VF or not. The answer is their ids. */
function running(engine: Engine, iovWeights: readonly number[]): string[] {
  let switchId: string | undefined;
  const vmIds = iovWeights.map((iovWeight, index) => {
    const one = iovVm(engine, { name: `VM ${index}`, ...(switchId === undefined ? {} : { switchId }) });
    switchId = one.switchId;
    done(engine, { name: 'adapter.modify', input: { id: one.adapterId, iovWeight } });
    return one.vmId;
  });
  for (const id of vmIds) {
    done(engine, { name: 'vm.start', input: { id } });
    engine.advance(500);
  }
  engine.advance(20_000);
  engine.check();
  return vmIds;
}

/** Every address with a filter, and how many VPorts have it. */
function holders(engine: Engine): Map<string, number> {
  const counts = new Map<string, number>();
  for (const nic of engine.world.nic.values()) {
    for (const { filters } of vPortsOf(engine.world, nic.id)) {
      for (const { macAddress } of filters) counts.set(macAddress, (counts.get(macAddress) ?? 0) + 1);
    }
  }
  return counts;
}

describe('a receive filter', () => {
  it('is on exactly one VPort at every moment of a VF coming and going', () => {
    const engine = engineWith({ maxVPorts: 128, queuePairs: 256 });
    const [vmId = ''] = running(engine, [0]);
    const { id, macAddress } = adapterOf(engine, vmId);
    const places = new Set<string>();
    for (const iovWeight of [100, 0]) {
      done(engine, { name: 'adapter.modify', input: { id, iovWeight } });
      for (let passed = 0; passed < 3000; passed += 1) {
        engine.advance(1);
        expect(holders(engine).get(macAddress ?? '')).toBe(1);
        const port = vPortsOf(engine.world, nicNamed(engine, /X520/).id).find(({ filters }) =>
          filters.some((filter) => filter.adapterId === id),
        );
        places.add(`${port?.vfIndex ?? 'PF'} ${port?.id}`);
      }
    }
    // VMQ, default VPort, the VF's VPort; the number is used again.
    expect([...places].sort()).toEqual(['0 1', 'PF 0', 'PF 1']);
  });

  it.each([1, 2, 3, 4, 5, 6])('is nowhere twice under a random administrator (seed %i)', (seed) => {
    const engine = newEngine({ seed });
    const pick = randomNumbers(seed);
    for (let step = 0; step < 200; step += 1) {
      engine.execute([randomCommand(engine, pick)]);
      engine.advance(pick(500));
      for (const [address, count] of holders(engine)) expect([address, count]).toEqual([address, 1]);
      for (const adapter of engine.world.adapter.values()) {
        const vm = engine.world.vm.get(adapter.vmId);
        const nicId = engine.world.switch.get(adapter.switchId ?? '')?.nicId ?? '';
        const expected =
          (engine.world.nic.get(nicId)?.numVfs ?? 0) > 0 && isActive(vm!) && adapter.macAddress;
        if (expected) expect(holders(engine).has(adapter.macAddress!)).toBe(true);
      }
    }
  });
});

describe('queuePairsFor', () => {
  const asymmetric = { asymmetricQueuePairs: true, maxQueuePairsPerVPort: 16, maxVfs: 4, maxVPorts: 8 };

  it.each([
    [1, 1],
    [3, 4],
    [16, 16],
    [1000, 16],
  ])('rounds and caps a request of %i to %i', (iovQueuePairsRequested, given) => {
    const engine = engineWith({ ...asymmetric, queuePairs: 64 });
    const [vmId = ''] = running(engine, [0]);
    const adapter = { ...adapterOf(engine, vmId), iovQueuePairsRequested };
    expect(queuePairsFor(engine.world, nicNamed(engine, /X520/), adapter)).toBe(given);
  });

  it('keeps one queue pair for each VF that has no VPort yet', () => {
    // 1 for the default VPort, 1 for the VMQ, 3 kept for other VFs: 3 of 8 are left, and 2 a power of two.
    const engine = engineWith({ ...asymmetric, queuePairs: 8 });
    const [vmId = ''] = running(engine, [0]);
    const adapter = { ...adapterOf(engine, vmId), iovQueuePairsRequested: 16 };
    expect(queuePairsFor(engine.world, nicNamed(engine, /X520/), adapter)).toBe(2);
  });
});

describe('freeVPort', () => {
  it('gives the lowest free number, VFs and VMQs alike', () => {
    const engine = engineWith({ maxVPorts: 128, queuePairs: 256 });
    const [first = ''] = running(engine, [100, 0, 0]);
    const nic = (): ReturnType<typeof nicNamed> => nicNamed(engine, /X520/);
    expect(freeVPort(engine.world, nic())).toBe(4);
    const { id } = adapterOf(engine, first);
    done(engine, { name: 'adapter.modify', input: { id, iovWeight: 0, vmqWeight: 0 } });
    engine.advance(5000);
    expect(freeVPort(engine.world, nic())).toBe(1);
  });

  it('gives none when VMQs have used up a single pool', () => {
    const engine = engineWith({ singleVPortPool: true, maxVPorts: 3, maxVfs: 2, queuePairs: 8 });
    running(engine, [0, 0, 0]);
    expect(vPortsOf(engine.world, nicNamed(engine, /X520/).id).map((port) => port.id)).toEqual([0, 1, 2]);
    expect(freeVPort(engine.world, nicNamed(engine, /X520/))).toBeNull();
  });

  it('leaves a VF its VPort without a single pool', () => {
    const engine = engineWith({ maxVPorts: 4, maxVfs: 2, queuePairs: 8 });
    running(engine, [0, 0, 0]);
    expect(vPortsOf(engine.world, nicNamed(engine, /X520/).id).map((port) => port.id)).toEqual([0, 1]);
    expect(freeVPort(engine.world, nicNamed(engine, /X520/))).toBe(2);
  });
});
