/** What an administrator sets and traffic feels: offloads, a policy layer, virtual RSS, posted interrupts. */
import { beforeEach, describe, expect, it } from 'vitest';
import { restoreEngine } from '../../../../src/main/engine/engine';
import type { Engine, SavedEngine } from '../../../../src/main/engine/engine';
import type { Command } from '../../../../src/shared/contract';
import { adapterInstance, counterPath, objects } from '../../../../src/shared/model/counter';
import { idleTraffic } from '../../../../src/shared/model/traffic';
import type { TrafficProfileInput } from '../../../../src/shared/model/traffic';
import { thePlatform } from '../../../../src/shared/model/world-view';
import {
  adapterOf,
  done,
  iovVm,
  model,
  newEngine,
  nicNamed,
  refused,
  restartHost,
  vmOf,
  waitFor,
} from '../../../support/engine';

const { root, copy, interrupts } = model.parameters;
const bytes = 1500;
const framesPerUnit = root.largeUnitBytes / bytes;

/** Packets of one second, and the root's cycles for each. */
interface Figures {
  readonly packets: number;
  readonly rootPerPacket: number;
}

class Bench {
  engine = newEngine();
  vmId = '';
  adapterId = '';
  switchId = '';
  readonly nicId = nicNamed(this.engine, /X520/).id;

  /** One VM of so many processors on the built-in 10 Gb/s adapter; its traffic goes over the path. */
  constructor(path: 'vf' | 'vmbus', processors = 1) {
    const { engine } = this;
    // The built-in adapter keeps all its VPorts for its VFs until it has fewer of them.
    this.do({ name: 'nic.configure', input: { id: this.nicId, properties: { numVfs: 8 } } });
    const { switchId } = iovVm(engine, { name: 'Not started' });
    const input = { name: 'VM', generation: 2, startupMemoryMb: 512, processors, switchId } as const;
    this.switchId = switchId;
    this.vmId = done(engine, { name: 'vm.create', input })[0] ?? '';
    this.adapterId = adapterOf(engine, this.vmId).id;
    this.do(
      { name: 'adapter.modify', input: { id: this.adapterId, iovWeight: path === 'vf' ? 100 : 0 } },
      { name: 'vm.start', input: { id: this.vmId } },
    );
    this.waitFor(path);
  }

  do(...commands: Command[]): void {
    done(this.engine, ...commands);
  }

  waitFor(path: 'vf' | 'vmbus'): void {
    waitFor(this.engine, path, () => adapterOf(this.engine, this.vmId).dataPath === path, 120_000);
  }

  set(traffic: Partial<TrafficProfileInput>): void {
    const input = { id: this.adapterId, traffic: { ...idleTraffic, ...traffic } };
    this.do({ name: 'adapter.setTraffic', input });
  }

  adapter(settings: Omit<Extract<Command, { name: 'adapter.modify' }>['input'], 'id'>): void {
    this.do({ name: 'adapter.modify', input: { id: this.adapterId, ...settings } });
  }

  virtualSwitch(settings: Omit<Extract<Command, { name: 'switch.modify' }>['input'], 'id'>): void {
    this.do({ name: 'switch.modify', input: { id: this.switchId, ...settings } });
  }

  /** Growth over one second, once everything has settled. */
  growth(object: string, instance: string, ...counters: readonly string[]): number[] {
    this.engine.advance(20_000);
    const read = (): number[] =>
      counters.map((name) => this.engine.counterValue(counterPath(object, instance, name)));
    const before = read();
    this.engine.advance(1000);
    return read().map((value, index) => value - (before[index] ?? 0));
  }

  figures(): Figures {
    const adapter = adapterOf(this.engine, this.vmId);
    const instance = adapterInstance(vmOf(this.engine, this.vmId), adapter);
    const counters = ['Bytes Sent/sec', 'Bytes Received/sec', '% Root Run Time'];
    const [sent = 0, received = 0, run = 0] = this.growth(objects.dataPath, instance, ...counters);
    const { packetBytes } = adapter.traffic;
    const packets = (sent + received) / (packetBytes + 14);
    const { clockMhz } = thePlatform(this.engine.world);
    return { packets, rootPerPacket: (run * clockMhz * 1e6) / packets };
  }

  /** The same host, as it comes out of a document. */
  reopen(): void {
    this.engine = restoreEngine(JSON.parse(JSON.stringify(this.engine.save())) as SavedEngine, model);
  }
}

describe('on the software path', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = new Bench('vmbus');
  });

  it('large send offload, off at first, saves passes of the virtual switch', () => {
    bench.set({ sendMbps: 2000 });
    const off = bench.figures();
    const properties = { lso: true };
    bench.do({ name: 'nic.configure', input: { id: bench.nicId, properties } });
    const on = bench.figures();
    expect(on.packets).toBeCloseTo(off.packets, 0);
    // Signals to the root come once per unit, or less often: they are the difference to what is said here.
    const pass = root.perPacket - (root.perPacket + root.perLargeUnit) / framesPerUnit;
    expect(off.rootPerPacket - on.rootPerPacket).toBeGreaterThan(pass);
    expect(off.rootPerPacket - on.rootPerPacket).toBeLessThan(1.15 * pass);
  });

  it('RSC in the virtual switch, off at first, saves them for what is received', () => {
    bench.set({ receiveMbps: 2000 });
    const off = bench.figures();
    expect(off.rootPerPacket).toBeCloseTo(root.perPacket + copy.perByte * bytes, 3);
    bench.virtualSwitch({ softwareRscEnabled: true });
    const on = bench.figures();
    expect(on.rootPerPacket).toBeCloseTo(
      (root.perPacket + root.perLargeUnit) / framesPerUnit + copy.perByte * bytes,
      3,
    );
    bench.reopen();
    expect(bench.figures().rootPerPacket).toBeCloseTo(on.rootPerPacket, 3);
  });

  it('neither saves anything for UDP', () => {
    bench.set({ receiveMbps: 500, protocol: 'udp' });
    const off = bench.figures();
    bench.virtualSwitch({ softwareRscEnabled: true });
    expect(bench.figures().rootPerPacket).toBeCloseTo(off.rootPerPacket, 6);
  });

  it('a forwarding extension charges its policies for every packet', () => {
    bench.set({ receiveMbps: 500, protocol: 'udp' });
    const without = bench.figures();
    bench.virtualSwitch({ forwardingExtension: true });
    const { rootPerPacket } = bench.figures();
    expect(rootPerPacket - without.rootPerPacket).toBeCloseTo(root.policyLayer, 3);
  });
});

describe('virtual RSS', () => {
  /** More small packets than one processor of the root gets done. */
  const many = { receiveMbps: 9000, protocol: 'udp', packetBytes: 500 } as const;
  const packets = (bench: Bench): number => bench.figures().packets;

  it('spreads an adapter over as many processors as its VM has, and the setting allows', () => {
    const bench = new Bench('vmbus', 4);
    bench.set(many);
    const four = packets(bench);
    bench.adapter({ vrssMaxQueuePairs: 2 });
    const two = packets(bench);
    bench.adapter({ vrssEnabled: false });
    const one = packets(bench);
    expect(two / one).toBeCloseTo(2, 1);
    expect(four).toBeGreaterThan(1.2 * two);
    bench.reopen();
    expect(packets(bench)).toBeCloseTo(one, 3);
  });

  it('loads neighbouring processors of the root alike', () => {
    const bench = new Bench('vmbus', 2);
    bench.set(many);
    const load = (index: number): number =>
      bench.growth(objects.rootVirtualProcessor, `Root VP ${index}`, '% Total Run Time')[0] ?? 0;
    // The VM that was not started has the first place.
    const loads = [1, 2, 3, 4].map(load);
    expect(loads[1]).toBeGreaterThan(0.5);
    expect(loads[2]).toBeCloseTo(loads[1] ?? 0, 9);
    expect([loads[0], loads[3]]).toEqual([0, 0]);
  });

  it('does nothing without a VMQ, for one connection, or for one processor', () => {
    const bench = new Bench('vmbus', 4);
    bench.set({ ...many, connections: 1 });
    const single = packets(bench);
    bench.adapter({ vrssEnabled: false });
    expect(packets(bench)).toBeCloseTo(single, 3);
    bench.set(many);
    bench.adapter({ vmqWeight: 0 });
    const unsorted = packets(bench);
    expect(unsorted).toBeLessThan(single);
    bench.adapter({ vrssEnabled: true });
    expect(packets(bench)).toBeCloseTo(unsorted, 3);
    const small = new Bench('vmbus', 1);
    small.set(many);
    expect(packets(small)).toBeCloseTo(single, 3);
  });

  it('is no property of a legacy adapter', () => {
    const engine = newEngine();
    const input = { name: 'Old', generation: 1, startupMemoryMb: 512, switchId: null } as const;
    const [vmId = ''] = done(engine, { name: 'vm.create', input });
    const [id = ''] = done(engine, { name: 'adapter.add', input: { vmId, kind: 'legacy' } });
    expect(engine.world.adapter.get(id)?.vrssEnabled).toBe(false);
    const refusal = refused(engine, { name: 'adapter.modify', input: { id, vrssEnabled: true } });
    expect(refusal).toMatchObject({
      code: 'adapter.legacyHasNoOffloads',
      field: 'commands.0.input.vrssEnabled',
    });
  });
});

describe('over a VF', () => {
  const small = { receiveMbps: 9000, protocol: 'udp', packetBytes: 64 } as const;

  it('the guest has one processor per queue pair', () => {
    const [one, two, four] = [1, 2, 4].map((processors) => {
      const bench = new Bench('vf', processors);
      bench.set(small);
      const vf = [...bench.engine.world.vf.values()].find((each) => each.adapterId === bench.adapterId);
      expect(vf?.queuePairs).toBe(2);
      return bench.figures().packets;
    });
    expect((two ?? 0) / (one ?? 1)).toBeCloseTo(2, 6);
    expect(four).toBeCloseTo(two ?? 0, 3);
  });

  it('an adapter that lets VPorts differ gives as many queue pairs as are asked for', () => {
    const [one, four] = [1, 4].map((iovQueuePairsRequested) => {
      const bench = new Bench('vmbus', 4);
      const { slots } = thePlatform(bench.engine.world).hardware;
      const portId = slots.find(({ card }) => card === null)?.portId ?? '';
      const settings = { slots: [{ portId, card: 'intel-x710' }] };
      bench.do({ name: 'hardware.configure', input: { settings } });
      restartHost(bench.engine);
      const nicId = nicNamed(bench.engine, /X710/).id;
      const input = { name: 'Asymmetric', type: 'External', nicId, iovEnabled: true } as const;
      const [switchId = ''] = done(bench.engine, { name: 'switch.create', input });
      bench.adapter({ switchId, iovWeight: 100, iovQueuePairsRequested });
      bench.waitFor('vf');
      bench.set(small);
      return bench.figures().packets;
    });
    expect((four ?? 0) / (one ?? 1)).toBeCloseTo(4, 6);
  });

  it('interrupts are injected where they are not posted, after the restart', () => {
    const bench = new Bench('vf');
    bench.do({ name: 'vm.setAutomaticActions', input: { id: bench.vmId, stop: 'ShutDown' } });
    bench.set({ receiveMbps: 1000 });
    const counters = [
      'Hardware Interrupts/sec',
      'Posted Interrupt Notifications/sec',
      '% Hypervisor Run Time',
    ];
    const figures = (): number[] => bench.growth(objects.virtualProcessor, 'VM:Hv VP 0', ...counters);
    const [hardware = 0, posted = 0, run = 0] = figures();
    const { clockMhz } = thePlatform(bench.engine.world);
    expect(posted).toBe(hardware);
    expect((run * clockMhz * 1e6) / hardware).toBeCloseTo(interrupts.virtualPosted, 3);

    bench.do({ name: 'firmware.configure', input: { settings: { postedInterrupts: false } } });
    const [, stillPosted] = figures();
    expect(stillPosted).toBeCloseTo(posted, 6);
    restartHost(bench.engine);
    bench.waitFor('vf');
    const [injected = 0, none, costs = 0] = figures();
    expect(injected).toBeCloseTo(hardware, 6);
    expect(none).toBe(0);
    expect((costs * clockMhz * 1e6) / injected).toBeCloseTo(interrupts.virtualOld, 3);
    const [exited = 0] = bench.growth(objects.virtualProcessor, 'VM:Hv VP 0', 'Total Intercepts/sec');
    expect(exited).toBeCloseTo(interrupts.exitsPerInjected * injected, 6);
  });

  it.each(['firmware', 'hardware'] as const)('a lone packet waits for the injection (%s)', (part) => {
    const bench = new Bench('vf');
    const trace = (engine: Engine): number => {
      const traced = engine.tracePacket({ adapterId: bench.adapterId, direction: 'receive', path: 'vf' });
      return traced.ok ? traced.value.totalUs : Number.NaN;
    };
    const before = trace(bench.engine);
    bench.do({ name: `${part}.configure`, input: { settings: { postedInterrupts: false } } });
    expect(trace(bench.engine)).toBe(before);
    restartHost(bench.engine);
    const { clockMhz } = thePlatform(bench.engine.world);
    const longer = (interrupts.virtualOld - interrupts.virtualPosted) / clockMhz;
    expect(trace(bench.engine)).toBeCloseTo(before + longer, 6);
  });
});

it('a packet traced by itself is part of no large segment', () => {
  const bench = new Bench('vmbus');
  const traced = bench.engine.tracePacket({ adapterId: bench.adapterId, direction: 'send' });
  const events = traced.ok ? traced.value.hops.map(({ event }) => event) : [];
  expect(events).toContain('copyToSendBuffer');
});
