/** Traffic through the engine's door: loads that change by themselves, two VMs of one host, packets traced. */
import { describe, expect, it } from 'vitest';
import { restoreEngine } from '../../../../src/main/engine/engine';
import type { Engine, SavedEngine } from '../../../../src/main/engine/engine';
import {
  adapterInstance,
  counterPath,
  objects,
  virtualProcessorInstance,
} from '../../../../src/shared/model/counter';
import { idleTraffic } from '../../../../src/shared/model/traffic';
import type { TrafficProfileInput } from '../../../../src/shared/model/traffic';
import { thePlatform } from '../../../../src/shared/model/world-view';
import { adapterOf, done, iovVm, model, newEngine, refused, vmOf, waitFor } from '../../../support/engine';

function setTraffic(engine: Engine, id: string, traffic: Partial<TrafficProfileInput>): void {
  done(engine, { name: 'adapter.setTraffic', input: { id, traffic: { ...idleTraffic, ...traffic } } });
}

function counterOf(
  engine: Engine,
  adapterId: string,
  counter: string,
  object: string = objects.dataPath,
): number {
  const adapter = engine.world.adapter.get(adapterId)!;
  return engine.counterValue(
    counterPath(object, adapterInstance(vmOf(engine, adapter.vmId), adapter), counter),
  );
}

/** Growth per second over the next `ms` of simulated time. */
function rateOf(engine: Engine, ms: number, read: () => number): number {
  const before = read();
  engine.advance(ms);
  return ((read() - before) * 1000) / ms;
}

function running(engine: Engine, vmId: string, path: 'vf' | 'vmbus'): void {
  done(engine, { name: 'vm.start', input: { id: vmId } });
  waitFor(engine, `${path} path`, () => adapterOf(engine, vmId).dataPath === path);
}

function oneVm(): { engine: Engine; adapterId: string } {
  const engine = newEngine();
  const { vmId, adapterId } = iovVm(engine);
  running(engine, vmId, 'vf');
  return { engine, adapterId };
}

/** Two VMs on one switch; the second without SR-IOV if so said. */
function twoVms(second: 'vf' | 'vmbus'): { engine: Engine; a: string; b: string } {
  const engine = newEngine();
  const one = iovVm(engine);
  const other = iovVm(engine, { name: 'VM 2', switchId: one.switchId });
  if (second === 'vmbus')
    done(engine, { name: 'adapter.modify', input: { id: other.adapterId, iovWeight: 0 } });
  running(engine, one.vmId, 'vf');
  running(engine, other.vmId, second);
  return { engine, a: one.adapterId, b: other.adapterId };
}

const wire = 1514 / 1460 / 8;

describe('a file copy', () => {
  it('costs its guest more than the same bytes that nobody copies on', () => {
    const guestTime = (application: 'custom' | 'fileCopy'): number => {
      const { engine, adapterId } = oneVm();
      setTraffic(engine, adapterId, { receiveMbps: 800, application });
      engine.advance(100);
      const { vmId } = engine.world.adapter.get(adapterId)!;
      const vm = vmOf(engine, vmId);
      const processors = Array.from({ length: vm.processors }, (_, index) => index);
      const share = (index: number): number =>
        engine.counterValue(
          counterPath(objects.virtualProcessor, virtualProcessorInstance(vm, index), '% Guest Run Time'),
        );
      return rateOf(engine, 1000, () => processors.reduce((sum, index) => sum + share(index), 0));
    };
    const { copy, traffic } = model.parameters;
    const copied = traffic.fileCopyCopies * copy.perByte * 100e6;
    const { clockMhz } = thePlatform(newEngine().world);
    expect(guestTime('fileCopy') - guestTime('custom')).toBeCloseTo(copied / (clockMhz * 1e6), 6);
  });
});

describe('a load that changes by itself', () => {
  it('comes in bursts', () => {
    const { engine, adapterId } = oneVm();
    setTraffic(engine, adapterId, { sendMbps: 80, shape: { kind: 'burst', onMs: 1000, offMs: 1000 } });
    const sent = (): number => counterOf(engine, adapterId, 'Bytes Sent/sec');
    engine.advance(100);
    expect(rateOf(engine, 800, sent)).toBeCloseTo(80e6 * wire, 0);
    engine.advance(200);
    expect(rateOf(engine, 800, sent)).toBe(0);
    engine.advance(200);
    expect(rateOf(engine, 800, sent)).toBeCloseTo(80e6 * wire, 0);
  });

  it('climbs, follows a record, and ends', () => {
    const { engine, adapterId } = oneVm();
    const points = [1, 2, 3].map((n) => ({ atMs: n * 1000, sendMbps: n * 10, receiveMbps: 0 }));
    setTraffic(engine, adapterId, { shape: { kind: 'trace', points, repeat: false } });
    const sent = (): number => counterOf(engine, adapterId, 'Bytes Sent/sec');
    const rates = [0, 1, 2, 3, 4].map(() => {
      engine.advance(100);
      const rate = rateOf(engine, 800, sent);
      engine.advance(100);
      return Math.round(rate / 1e6 / wire);
    });
    expect(rates).toEqual([0, 10, 20, 30, 30]);
  });

  it('is the same however time is cut, and after a restart of the program', () => {
    const bytes = (engine: Engine): string => JSON.stringify(engine.save());
    const shapes = [
      { kind: 'ramp', fromPercent: 0, toPercent: 300, durationMs: 20_000 },
      { kind: 'burst', onMs: 130, offMs: 70 },
    ] as const;
    const engines = [1, 2, 3].map(() => twoVms('vmbus'));
    for (const { engine, a, b } of engines) {
      setTraffic(engine, a, { receiveMbps: 3000, shape: shapes[0] });
      engine.advance(333);
      setTraffic(engine, b, { sendMbps: 50, shape: shapes[1] });
    }
    const [whole, cut, saved] = engines as [(typeof engines)[0], (typeof engines)[0], (typeof engines)[0]];
    whole.engine.advance(12_345);
    for (let passed = 0; passed < 12_345; passed += 15) cut.engine.advance(15);
    saved.engine.advance(4321);
    const restored = restoreEngine(JSON.parse(bytes(saved.engine)) as SavedEngine, model);
    restored.advance(12_345 - 4321);
    expect(bytes(cut.engine)).toBe(bytes(whole.engine));
    expect(bytes(restored)).toBe(bytes(whole.engine));
  });
});

describe.each([
  ['vf', 14.5],
  ['vmbus', 31],
] as const)('a VM with a VF that sends to one over %s on the same switch', (path, latency) => {
  const { engine, a, b } = twoVms(path);
  setTraffic(engine, a, { sendMbps: 400, peerAdapterId: b });
  engine.advance(100);
  const nicId = engine.world.switch.get(engine.world.adapter.get(a)!.switchId!)!.nicId!;
  const nic = engine.world.nic.get(nicId)!.interfaceDescription;
  const rates = new Map<string, number>();
  const read = {
    sent: () => counterOf(engine, a, 'Bytes Sent/sec'),
    received: () => counterOf(engine, b, 'Bytes Received/sec'),
    localSent: () => counterOf(engine, a, 'Same-Host Bytes Sent/sec'),
    switched: () => counterOf(engine, b, 'Bytes Received/sec', objects.adapter),
    port: () =>
      engine.counterValue(
        counterPath(
          objects.nic,
          nic
            .replace(/\(/g, '[')
            .replace(/\)/g, ']')
            .replace(/[#/\\]/g, '_'),
          'Bytes Total/sec',
        ),
      ),
  };
  const before = Object.entries(read).map(([name, value]) => [name, value()] as const);
  engine.advance(1000);
  for (const [name, value] of before) rates.set(name, read[name as keyof typeof read]() - value);

  it('is counted by both, and not by the port', () => {
    expect(rates.get('sent')).toBeCloseTo(400e6 * wire, 0);
    expect(rates.get('received')).toBe(rates.get('sent'));
    expect(rates.get('localSent')).toBe(rates.get('sent'));
    expect(rates.get('switched')).toBe(path === 'vmbus' ? rates.get('sent') : 0);
    expect(rates.get('port')).toBe(0);
  });

  it('has the latency of one host', () => {
    const mean = counterOf(engine, a, 'Mean Latency us');
    expect(mean).toBeGreaterThanOrEqual(latency);
    expect(counterOf(engine, b, 'Mean Latency us')).toBe(mean);
    expect(counterOf(engine, a, 'P99 Latency us')).toBeGreaterThan(mean);
  });
});

describe('an adapter on a private switch', () => {
  function privateVms(): { engine: Engine; ids: string[] } {
    const engine = newEngine();
    const [switchId = ''] = done(engine, { name: 'switch.create', input: { name: 'P', type: 'Private' } });
    const vmIds = ['one', 'two'].map((name) => {
      const input = { name, generation: 2, startupMemoryMb: 512, switchId } as const;
      return done(engine, { name: 'vm.create', input })[0] ?? '';
    });
    for (const id of vmIds) running(engine, id, 'vmbus');
    return { engine, ids: vmIds.map((id) => adapterOf(engine, id).id) };
  }

  it('reaches other virtual machines and nobody else', () => {
    const { engine, ids } = privateVms();
    const [a = '', b = ''] = ids;
    setTraffic(engine, a, { sendMbps: 100 });
    engine.advance(100);
    expect(rateOf(engine, 1000, () => counterOf(engine, a, 'Bytes Sent/sec'))).toBe(0);
    setTraffic(engine, a, { sendMbps: 100, peerAdapterId: b });
    engine.advance(100);
    expect(rateOf(engine, 1000, () => counterOf(engine, b, 'Bytes Received/sec'))).toBeCloseTo(
      100e6 * wire,
      0,
    );
    // Nobody is there any more.
    done(engine, { name: 'vm.turnOff', input: { id: engine.world.adapter.get(b)!.vmId } });
    engine.advance(100);
    expect(rateOf(engine, 1000, () => counterOf(engine, a, 'Bytes Sent/sec'))).toBe(0);
  });
});

it('refuses an adapter as its own peer, and one that does not exist', () => {
  const { engine, adapterId } = oneVm();
  for (const peerAdapterId of [adapterId, 'nobody']) {
    const traffic = { ...idleTraffic, peerAdapterId };
    const refusal = refused(engine, { name: 'adapter.setTraffic', input: { id: adapterId, traffic } });
    expect(refusal).toMatchObject({
      code: 'adapter.peerNotFound',
      field: 'commands.0.input.traffic.peerAdapterId',
    });
  }
});

describe('a packet of an adapter', () => {
  it('takes the present path, or the one that is asked for', () => {
    const { engine, adapterId } = oneVm();
    const question = { adapterId, direction: 'send' } as const;
    expect(engine.tracePacket(question)).toMatchObject({
      ok: true,
      value: { path: 'vf', bytes: 1500, totalUs: 17 },
    });
    const asked = engine.tracePacket({ ...question, path: 'vmbus', bytes: 64 });
    expect(asked).toMatchObject({ ok: true, value: { path: 'vmbus', bytes: 64, totalUs: 50 } });
  });

  it('has no way while the VM is off, and none through an adapter that is gone', () => {
    const engine = newEngine();
    const { adapterId } = iovVm(engine);
    const off = engine.tracePacket({ adapterId, direction: 'send' });
    expect(off).toMatchObject({ ok: false, error: { code: 'adapter.noDataPath' } });
    expect(engine.tracePacket({ adapterId, direction: 'send', path: 'vf' }).ok).toBe(true);
    const gone = engine.tracePacket({ adapterId: 'gone', direction: 'send' });
    expect(gone).toMatchObject({ ok: false, error: { code: 'adapter.notFound' } });
  });
});

describe('what a port does not let pass', () => {
  const udp = { protocol: 'udp', sendMbps: 100, receiveMbps: 100, packetBytes: 1500 } as const;

  /** Bytes that get through each way, and packets that the sender loses, per second. */
  function rates(engine: Engine, adapterId: string): [sent: number, received: number, dropped: number] {
    const names = ['Bytes Sent/sec', 'Bytes Received/sec', 'Dropped Packets Sent/sec'] as const;
    const before = names.map((name) => counterOf(engine, adapterId, name));
    engine.advance(1000);
    return names.map((name, index) => counterOf(engine, adapterId, name) - (before[index] ?? 0)) as [
      number,
      number,
      number,
    ];
  }

  it('are packets from an address that is not the own one, on a VF as over the VMBus, unless spoofing is allowed', () => {
    const { engine, adapterId } = oneVm();
    setTraffic(engine, adapterId, { ...udp, sender: 'anotherAddress' });
    engine.advance(100);
    const [sent, received, dropped] = rates(engine, adapterId);
    expect([sent, received]).toEqual([0, 0]);
    expect(dropped).toBeCloseTo(100e6 / 8 / 1472, -1);
    done(engine, { name: 'adapter.modify', input: { id: adapterId, macSpoofing: true } });
    engine.advance(20_000);
    const [after, answered, lost] = rates(engine, adapterId);
    expect(after).toBeGreaterThan(12e6);
    expect(answered).toBeGreaterThan(12e6);
    expect(lost).toBe(0);
  });

  it.each([
    ['dhcpServer', 'dhcpGuard'],
    ['router', 'routerGuard'],
  ] as const)('is what a %s says, once there is a %s', (sender, guard) => {
    const { engine, adapterId } = oneVm();
    setTraffic(engine, adapterId, { ...udp, sender });
    engine.advance(100);
    expect(rates(engine, adapterId)[0]).toBeGreaterThan(12e6);
    done(engine, { name: 'adapter.modify', input: { id: adapterId, [guard]: true } });
    engine.advance(20_000);
    const [sent, , dropped] = rates(engine, adapterId);
    expect(sent).toBe(0);
    expect(dropped).toBeGreaterThan(8000);
    setTraffic(engine, adapterId, udp);
    engine.advance(100);
    expect(rates(engine, adapterId)[0]).toBeGreaterThan(12e6);
  });

  it('breaks connections, which lose nothing because nothing is sent', () => {
    const { engine, adapterId } = oneVm();
    setTraffic(engine, adapterId, { ...udp, protocol: 'tcp', sender: 'anotherAddress' });
    engine.advance(100);
    expect(rates(engine, adapterId)).toEqual([0, 0, 0]);
  });
});
