/** The parent partition owns the port: what it sets there, every VM behind it feels. */
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/main/engine/engine';
import type { Command } from '../../../../src/shared/contract';
import { counterPath, objects } from '../../../../src/shared/model/counter';
import type { Adapter } from '../../../../src/shared/model/adapter';
import { adapterOf, done, iovVm, newEngine, nicNamed, vmOf, waitFor } from '../../../support/engine';

const flood = { protocol: 'tcp', sendMbps: 40_000, receiveMbps: 40_000, packetBytes: 1500 } as const;

interface Plant {
  readonly engine: Engine;
  readonly nicId: string;
  readonly adapter: () => Adapter;
  /** Megabits of frames per second in both directions, once everything has settled. */
  readonly mbps: () => number;
  readonly set: (properties: Extract<Command, { name: 'nic.configure' }>['input']['properties']) => void;
}

/** One VM of eight processors with more to send and receive than any port carries. */
function busyVm(path: 'vf' | 'vmbus', traffic: Record<string, unknown> = {}): Plant {
  const engine = newEngine();
  const { vmId, adapterId } = iovVm(engine);
  const iovWeight = path === 'vf' ? 100 : 0;
  done(
    engine,
    { name: 'adapter.modify', input: { id: adapterId, iovWeight } },
    { name: 'adapter.setTraffic', input: { id: adapterId, traffic: { ...flood, ...traffic } } },
    { name: 'vm.start', input: { id: vmId } },
  );
  const nicId = nicNamed(engine, /X520/).id;
  const adapter = (): Adapter => adapterOf(engine, vmId);
  waitFor(engine, path, () => adapter().dataPath === path);
  const instance = `${vmOf(engine, vmId).name}_${adapter().name}_${vmId}--${adapterId}`;
  const total = counterPath(objects.dataPath, instance, 'Total Bytes/sec');
  return {
    engine,
    nicId,
    adapter,
    mbps: () => {
      engine.advance(20_000);
      const before = engine.counterValue(total);
      engine.advance(1000);
      return ((engine.counterValue(total) - before) * 8) / 1e6;
    },
    set: (properties) => {
      done(engine, { name: 'nic.configure', input: { id: nicId, properties } });
    },
  };
}

describe.each(['vf', 'vmbus'] as const)('a VM on the path %s', (path) => {
  it('gets no more than the speed that the adapter has negotiated', () => {
    const { mbps, set } = busyVm(path);
    const full = mbps();
    set({ speedDuplex: '1000full' });
    const slow = mbps();
    expect(slow).toBeLessThan(2000);
    expect(slow).toBeGreaterThan(1900);
    expect(full).toBeGreaterThan(1.5 * slow);
  });

  it('shares one line between its directions at half duplex', () => {
    const { mbps, set } = busyVm(path);
    set({ speedDuplex: '100full' });
    const both = mbps();
    set({ speedDuplex: '100half' });
    const half = mbps();
    expect(half / both).toBeCloseTo(0.5, 6);
  });

  it('is cut off while the cable is out, and goes on afterwards', () => {
    const { engine, nicId, mbps } = busyVm(path);
    const before = mbps();
    done(engine, { name: 'nic.setCable', input: { id: nicId, plugged: false } });
    expect(mbps()).toBe(0);
    done(engine, { name: 'nic.setCable', input: { id: nicId, plugged: true } });
    expect(mbps()).toBeCloseTo(before, 6);
  });
});

describe('the software path', () => {
  it('sends large packets only where the adapter lets jumbo frames pass', () => {
    const { mbps, set } = busyVm('vmbus', {
      protocol: 'udp',
      packetBytes: 9000,
      sendMbps: 5,
      receiveMbps: 0,
    });
    const small = mbps();
    set({ jumboPacket: 9014 });
    const jumbo = mbps();
    // The same payload with fewer headers.
    expect(small).toBeGreaterThan(jumbo);
  });

  it('is slower without VMQ', () => {
    const { mbps, set, adapter } = busyVm('vmbus');
    // The built-in adapter keeps all its VPorts for its VFs until it has fewer of them.
    set({ numVfs: 8 });
    const sorted = mbps();
    expect(adapter().vmqVPortId).not.toBeNull();
    set({ vmq: false });
    const unsorted = mbps();
    expect(adapter().vmqVPortId).toBeNull();
    expect(unsorted).toBeLessThan(0.8 * sorted);
  });
});

describe('a maximum bandwidth', () => {
  it('holds on the software path', () => {
    const { engine, mbps, adapter } = busyVm('vmbus', { receiveMbps: 0 });
    const id = adapter().id;
    const free = mbps();
    done(engine, { name: 'adapter.modify', input: { id, maximumMbps: 200 } });
    const limited = mbps();
    expect(limited).toBeGreaterThan(190);
    expect(limited).toBeLessThan(210);
    expect(free).toBeGreaterThan(1000);
  });
});

describe('disabling SR-IOV on the adapter', () => {
  it('moves its VMs to the software path and back', () => {
    const { engine, set, adapter } = busyVm('vf');
    set({ sriov: false });
    waitFor(engine, 'the software path', () => adapter().dataPath === 'vmbus');
    waitFor(engine, 'no VFs', () => engine.world.vf.size === 0);
    set({ sriov: true });
    waitFor(engine, 'the VF', () => adapter().dataPath === 'vf');
  });
});
