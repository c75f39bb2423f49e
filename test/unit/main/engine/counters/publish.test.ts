import { describe, expect, test } from 'vitest';
import { publish } from '../../../../../src/main/engine/counters/publish';
import type { AdapterRates } from '../../../../../src/main/engine/counters/publish';
import { CounterStore } from '../../../../../src/main/engine/counters/store';
import { cook } from '../../../../../src/shared/model/counter';
import type { WorldView } from '../../../../../src/shared/model/world-view';
import { adapter, clockMhz, nic, packets, rates, virtualSwitch, vm, world } from './world';

const hertz = clockMhz * 1e6;

/** What a console shows for the path after a second at the given rates. */
function reader(on: WorldView, adapters: Readonly<Record<string, AdapterRates>>): (path: string) => number {
  const store = new CounterStore();
  publish(store, on, new Map(Object.entries(adapters)), 0);
  return (path) => {
    const kind = store.kindOf(path);
    expect(kind).not.toBeNull();
    return cook(kind!, store.value(path, 0), store.value(path, 1000), 1000);
  };
}

describe('traffic', () => {
  const vms = [vm('soft'), vm('direct'), vm('old')];
  const adapters = [
    adapter('s', 'soft'),
    adapter('d', 'direct', { dataPath: 'vf' }),
    adapter('o', 'old', { kind: 'legacy', dataPath: 'emulated', name: 'Legacy' }),
  ];
  const read = reader(world({ vms, adapters }), {
    s: rates({ send: packets(10), receive: packets(20) }),
    d: rates({ path: 'vf', send: packets(300), receive: packets(400) }),
    o: rates({ path: 'emulated', send: packets(1), receive: packets(2) }),
  });
  const soft = 'soft_Network Adapter_soft--s';
  const direct = 'direct_Network Adapter_direct--d';
  const old = 'old_Legacy_old--o';

  test('through the switch is counted by the adapter', () => {
    const counter = (name: string): number => read(`\\Hyper-V Virtual Network Adapter(${soft})\\${name}`);
    expect(counter('Bytes/sec')).toBe(30_000);
    expect(counter('Bytes Received/sec')).toBe(20_000);
    expect(counter('Bytes Sent/sec')).toBe(10_000);
    expect(counter('Packets/sec')).toBe(30);
    expect(counter('Packets Received/sec')).toBe(20);
    expect(counter('Packets Sent/sec')).toBe(10);
    expect(counter('Directed Packets Received/sec')).toBe(20);
    expect(counter('Directed Packets Sent/sec')).toBe(10);
  });

  test('over a VF bypasses adapter and switch but not the port', () => {
    expect(read(`\\Hyper-V Virtual Network Adapter(${direct})\\Bytes/sec`)).toBe(0);
    expect(read('\\Hyper-V Virtual Switch(switch)\\Bytes/sec')).toBe(33_000);
    expect(read('\\Hyper-V Virtual Switch(switch)\\Packets Sent/sec')).toBe(11);
    expect(read('\\Network Adapter(Adapter nic)\\Bytes Total/sec')).toBe(733_000);
    expect(read('\\Network Adapter(Adapter nic)\\Bytes Sent/sec')).toBe(311_000);
    expect(read('\\Network Adapter(Adapter nic)\\Packets Received/sec')).toBe(422);
  });

  test('is told apart by path, per adapter and in total', () => {
    const counter = (instance: string, path: string): number =>
      read(`\\Simulator Data Path(${instance})\\${path} Bytes/sec`);
    expect([soft, direct, old].map((each) => counter(each, 'Total'))).toEqual([30_000, 700_000, 3000]);
    expect(counter(soft, 'VMBus')).toBe(30_000);
    expect(counter(direct, 'VF')).toBe(700_000);
    expect(counter(direct, 'VMBus')).toBe(0);
    expect(counter(old, 'Emulated')).toBe(3000);
    const totals = ['Emulated', 'VMBus', 'VF', 'Total'].map((path) => counter('_Total', path));
    expect(totals).toEqual([3000, 30_000, 700_000, 733_000]);
  });

  test('of an emulated adapter is also counted by its own object', () => {
    const counter = (name: string): number => read(`\\Hyper-V Legacy Network Adapter(${old})\\${name}`);
    expect(counter('Bytes Received/sec')).toBe(2000);
    expect(counter('Frames Sent/sec')).toBe(1);
    expect(read(`\\Hyper-V Virtual Network Adapter(${old})\\Bytes/sec`)).toBe(3000);
  });

  test('of an internal switch reaches no port', () => {
    const inside = world({
      switches: [virtualSwitch('switch', null)],
      vms: [vm('soft')],
      adapters: [adapter('s', 'soft')],
    });
    const counter = reader(inside, { s: rates({ send: packets(10) }) });
    expect(counter('\\Hyper-V Virtual Switch(switch)\\Bytes/sec')).toBe(10_000);
    expect(counter('\\Network Adapter(Adapter nic)\\Bytes Total/sec')).toBe(0);
  });

  test('of an adapter whose VM is no longer active counts nowhere', () => {
    const off = world({ vms: [vm('soft', { state: 'Saved' })], adapters: [adapter('s', 'soft')] });
    const counter = reader(off, { s: rates({ send: packets(10), rootCyclesPerSecond: 1e9 }) });
    expect(counter('\\Hyper-V Virtual Switch(switch)\\Bytes/sec')).toBe(0);
    expect(counter('\\Simulator Data Path(_Total)\\Total Bytes/sec')).toBe(0);
    expect(counter('\\Hyper-V Hypervisor Logical Processor(_Total)\\% Total Run Time')).toBe(0);
  });
});

describe('processors', () => {
  const vms = [vm('x', { processors: 2 }), vm('y', { processors: 6 })];
  const adapters = [adapter('x1', 'x'), adapter('y1', 'y', { dataPath: 'vf' })];
  const read = reader(world({ vms, adapters, logicalProcessors: 4 }), {
    x1: rates({
      rootProcessors: [3],
      rootCyclesPerSecond: 0.4 * hertz,
      guestCyclesPerSecond: 0.5 * hertz,
      hypervisorCyclesPerSecond: 0.3 * hertz,
      rootHypervisorCyclesPerSecond: 0.1 * hertz,
      interceptsPerSecond: 100,
      hypercallsPerSecond: 100,
      syntheticInterruptsPerSecond: 60,
    }),
    y1: rates({
      path: 'vf',
      guestCyclesPerSecond: 0.6 * hertz,
      hypervisorCyclesPerSecond: 0.12 * hertz,
      hardwareInterruptsPerSecond: 600,
      postedInterruptsPerSecond: 600,
    }),
  });
  const virtual = (instance: string, counter: string): number =>
    read(`\\Hyper-V Hypervisor Virtual Processor(${instance})\\${counter}`);
  const root = (instance: string, counter: string): number =>
    read(`\\Hyper-V Hypervisor Root Virtual Processor(${instance})\\${counter}`);
  const logical = (instance: string, counter: string): number =>
    read(`\\Hyper-V Hypervisor Logical Processor(${instance})\\${counter}`);

  test('of a VM share its work evenly', () => {
    for (const instance of ['x:Hv VP 0', 'x:Hv VP 1']) {
      expect(virtual(instance, '% Guest Run Time')).toBeCloseTo(25, 9);
      expect(virtual(instance, '% Hypervisor Run Time')).toBeCloseTo(10, 9);
      expect(virtual(instance, '% Total Run Time')).toBeCloseTo(35, 9);
      expect(virtual(instance, 'Total Intercepts/sec')).toBe(50);
      expect(virtual(instance, 'Hypercalls/sec')).toBe(50);
      expect(virtual(instance, 'Synthetic Interrupts/sec')).toBe(30);
      expect(virtual(instance, 'Hardware Interrupts/sec')).toBe(0);
    }
    expect(virtual('y:Hv VP 5', 'Hardware Interrupts/sec')).toBe(100);
    expect(virtual('y:Hv VP 5', 'Posted Interrupt Notifications/sec')).toBe(100);
    expect(virtual('y:Hv VP 5', 'Total Intercepts/sec')).toBe(0);
    expect(virtual('y:Hv VP 6', '% Guest Run Time')).toBeNaN();
  });

  test('of all VMs add up events and average run times', () => {
    expect(virtual('_Total', '% Guest Run Time')).toBeCloseTo(110 / 8, 9);
    expect(virtual('_Total', '% Hypervisor Run Time')).toBeCloseTo(32 / 8, 9);
    expect(virtual('_Total', 'Hypercalls/sec')).toBe(100);
    expect(virtual('_Total', 'Hardware Interrupts/sec')).toBe(600);
  });

  test('of the root do the work of the flows they serve', () => {
    expect(root('Root VP 3', '% Guest Run Time')).toBeCloseTo(40, 9);
    expect(root('Root VP 3', '% Hypervisor Run Time')).toBeCloseTo(10, 9);
    expect(root('Root VP 3', 'Hypercalls/sec')).toBe(60);
    expect(root('Root VP 0', '% Total Run Time')).toBe(0);
    expect(root('_Total', '% Total Run Time')).toBeCloseTo(50 / 4, 9);
    expect(root('_Total', 'Total Intercepts/sec')).toBe(60);
  });

  test('of the host run everything, the root as a guest among others', () => {
    for (const instance of ['Hv LP 0', 'Hv LP 3', '_Total']) {
      expect(logical(instance, '% Guest Run Time')).toBeCloseTo(150 / 4, 9);
      expect(logical(instance, '% Hypervisor Run Time')).toBeCloseTo(42 / 4, 9);
      expect(logical(instance, '% Total Run Time')).toBeCloseTo(192 / 4, 9);
      expect(logical(instance, '% Idle Time')).toBeCloseTo(100 - 192 / 4, 9);
    }
  });

  test('of the root are charged to the adapter they work for', () => {
    const charged = (instance: string): number => read(`\\Simulator Data Path(${instance})\\% Root Run Time`);
    expect(charged('x_Network Adapter_x--x1')).toBeCloseTo(40, 9);
    expect(charged('y_Network Adapter_y--y1')).toBe(0);
    expect(charged('_Total')).toBeCloseTo(40, 9);
  });
});

describe('instances', () => {
  const paths = {
    logical: '\\Hyper-V Hypervisor Logical Processor(Hv LP 0)\\% Idle Time',
    nic: '\\Network Adapter(Adapter nic)\\Current Bandwidth',
    switch: '\\Hyper-V Virtual Switch(switch)\\Bytes/sec',
    total: '\\Hyper-V Hypervisor Virtual Processor(_Total)\\% Total Run Time',
  };

  test('of the host are there while its power is on', () => {
    const store = new CounterStore();
    publish(store, world(), new Map(), 0);
    for (const path of Object.values(paths)) expect(store.value(path, 0)).not.toBeNaN();
    publish(store, world({ host: { state: 'restarting' } }), new Map(), 1000);
    expect(store.value(paths.logical, 1000)).toBe(1);
    publish(store, world({ host: { state: 'restarting', powerOnToken: 7 } }), new Map(), 2000);
    for (const path of Object.values(paths)) expect(store.value(path, 2000)).toBeNaN();
    publish(store, world(), new Map(), 9000);
    expect(store.value(paths.logical, 9000)).toBe(0);
  });

  test.each(['Starting', 'Running', 'Paused', 'Stopping', 'Saving'] as const)(
    'of a VM are there while %s',
    (state) => {
      const store = new CounterStore();
      publish(store, world({ vms: [vm('x', { state })] }), new Map(), 0);
      expect(store.value('\\Hyper-V Hypervisor Virtual Processor(x:Hv VP 1)\\% Total Run Time', 0)).toBe(0);
    },
  );

  test('follow a VM that comes back with more processors', () => {
    const store = new CounterStore();
    publish(store, world({ vms: [vm('x', { processors: 1 })] }), new Map(), 0);
    publish(store, world({ vms: [vm('x', { processors: 4 })] }), new Map(), 1000);
    expect(store.value('\\Hyper-V Hypervisor Virtual Processor(x:Hv VP 3)\\% Total Run Time', 1000)).toBe(0);
  });

  test('bear names that counter paths can hold', () => {
    const store = new CounterStore();
    const odd = nic('nic', 'Intel(R) 10G/25G \\ Adapter #2');
    publish(store, world({ nics: [odd] }), new Map(), 0);
    expect(store.value('\\Network Adapter(Intel[R] 10G_25G _ Adapter _2)\\Current Bandwidth', 0)).toBe(1e10);
  });
});
