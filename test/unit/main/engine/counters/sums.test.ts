/** The sums between counters hold at every sample, whatever happens to the world. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publish } from '../../../../../src/main/engine/counters/publish';
import type { AdapterRates } from '../../../../../src/main/engine/counters/publish';
import { CounterStore } from '../../../../../src/main/engine/counters/store';
import {
  adapterInstance,
  counterPath,
  objects,
  virtualProcessorInstance,
} from '../../../../../src/shared/model/counter';
import { isActive } from '../../../../../src/shared/model/vm';
import type { WorldView } from '../../../../../src/shared/model/world-view';
import { adapter, clockMhz, nic, rates, virtualSwitch, vm, world } from './world';

interface Scene {
  readonly world: WorldView;
  readonly rates: ReadonlyMap<string, AdapterRates>;
}

const logicalProcessors = 4;
const perSecond = fc.double({ min: 0, max: 1e10, noNaN: true });
const share = fc.double({ min: 0, max: 0.05, noNaN: true });

const flowing: fc.Arbitrary<AdapterRates> = fc
  .record({
    path: fc.constantFrom('emulated', 'vmbus', 'vf'),
    rootProcessors: fc.uniqueArray(fc.nat(logicalProcessors - 1), { minLength: 1 }),
    onWire: fc.boolean(),
    numbers: fc.array(perSecond, { minLength: 10, maxLength: 10 }),
    shares: fc.array(share, { minLength: 4, maxLength: 4 }),
  })
  .map(({ path, rootProcessors, onWire, numbers, shares }) => {
    const number = (index: number): number => numbers[index]!;
    const cycles = (index: number): number => shares[index]! * clockMhz * 1e6;
    return rates({
      path,
      rootProcessors,
      onWire,
      send: { packetsPerSecond: number(0), bytesPerSecond: number(1), droppedPerSecond: number(8) },
      receive: { packetsPerSecond: number(2), bytesPerSecond: number(3), droppedPerSecond: number(9) },
      rootCyclesPerSecond: cycles(0),
      guestCyclesPerSecond: cycles(1),
      hypervisorCyclesPerSecond: cycles(2) + cycles(3),
      rootHypervisorCyclesPerSecond: cycles(3),
      interceptsPerSecond: number(4),
      hypercallsPerSecond: number(5),
      syntheticInterruptsPerSecond: number(6),
      hardwareInterruptsPerSecond: number(7),
    });
  });

const scenes: fc.Arbitrary<Scene> = fc
  .array(
    fc.record({
      on: fc.boolean(),
      processors: fc.integer({ min: 1, max: 4 }),
      renamed: fc.boolean(),
      adapters: fc.array(fc.record({ switchId: fc.constantFrom('s0', 's1', 's2'), flow: flowing }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 6 },
  )
  .map((vms) => {
    const flows = new Map<string, AdapterRates>();
    const adapters = vms.flatMap((each, index) =>
      each.adapters.map(({ switchId, flow }, number) => {
        const id = `${index}-${number}`;
        flows.set(id, flow);
        const kind = flow.path === 'emulated' ? 'legacy' : 'synthetic';
        return adapter(id, `vm${index}`, { switchId, dataPath: flow.path, kind });
      }),
    );
    const switches = [virtualSwitch('s0', 'n0'), virtualSwitch('s1', 'n1'), virtualSwitch('s2', null)];
    const all = vms.map(({ on, processors, renamed }, index) =>
      vm(`vm${index}`, {
        processors,
        state: on ? 'Running' : 'Off',
        name: `${renamed ? 'new' : 'old'} ${index}`,
      }),
    );
    const nics = [nic('n0'), nic('n1')];
    return { world: world({ logicalProcessors, nics, switches, vms: all, adapters }), rates: flows };
  });

const events = ['Total Intercepts/sec', 'Hypercalls/sec'];
const runTimes = ['% Guest Run Time', '% Hypervisor Run Time', '% Total Run Time'];

/** Growth of a counter over an interval in which nothing happens. */
type Growth = (object: string, instance: string, counter: string) => number;

function expectSum(whole: number, parts: readonly number[], scale: number): void {
  const sum = parts.reduce((total, part) => total + part, 0);
  expect(Math.abs(whole - sum)).toBeLessThanOrEqual(1e-9 * scale);
}

function checkTraffic(scene: WorldView, growth: Growth, scale: number): void {
  const active = [...scene.adapter.values()].filter((each) => isActive(scene.vm.get(each.vmId)!));
  const instance = (each: (typeof active)[number]): string => adapterInstance(scene.vm.get(each.vmId)!, each);
  /** Bytes of one direction; `wire`: only what passed the port. */
  const inPort = (each: (typeof active)[number], way: string, wire: boolean): number => {
    const all = growth(objects.dataPath, instance(each), `Bytes ${way}/sec`);
    return wire ? all - growth(objects.dataPath, instance(each), `Same-Host Bytes ${way}/sec`) : all;
  };
  const path = (each: (typeof active)[number], name: string): number =>
    growth(objects.dataPath, instance(each), `${name} Bytes/sec`);
  for (const each of active) {
    const [emulated, vmbus, vf] = ['Emulated', 'VMBus', 'VF'].map((name) => path(each, name));
    expectSum(path(each, 'Total'), [emulated!, vmbus!, vf!], scale);
    const total = growth(objects.dataPath, instance(each), 'Total Bytes/sec');
    expectSum(total, [inPort(each, 'Received', false), inPort(each, 'Sent', false)], scale);
    const switched = growth(objects.adapter, instance(each), 'Bytes/sec');
    expectSum(switched, [emulated!, vmbus!], scale);
    const directions = ['Received', 'Sent'].map((way) =>
      growth(objects.adapter, instance(each), `Bytes ${way}/sec`),
    );
    expectSum(switched, directions, scale);
  }
  for (const { id, name, nicId } of scene.switch.values()) {
    const own = active.filter((each) => each.switchId === id);
    for (const counter of [
      'Bytes/sec',
      'Bytes Sent/sec',
      'Packets Received/sec',
      'Directed Packets Sent/sec',
      'Dropped Packets Outgoing/sec',
    ]) {
      const parts = own.map((each) => growth(objects.adapter, instance(each), counter));
      expectSum(growth(objects.switch, name, counter), parts, scale);
    }
    if (nicId === null) continue;
    for (const way of ['Received', 'Sent']) {
      const parts = own.map((each) => inPort(each, way, true));
      expectSum(growth(objects.nic, `Adapter ${nicId}`, `Bytes ${way}/sec`), parts, scale);
    }
  }
  for (const counter of ['Dropped Packets Received/sec', 'Dropped Packets Sent/sec', 'Bytes Sent/sec']) {
    const parts = active.map((each) => growth(objects.dataPath, instance(each), counter));
    expectSum(growth(objects.dataPath, '_Total', counter), parts, scale);
  }
  for (const name of ['Emulated', 'VMBus', 'VF', 'Total']) {
    const parts = active.map((each) => path(each, name));
    expectSum(growth(objects.dataPath, '_Total', `${name} Bytes/sec`), parts, scale);
  }
}

function checkProcessors(scene: WorldView, growth: Growth, scale: number): void {
  const virtual = [...scene.vm.values()]
    .filter(isActive)
    .flatMap((each) =>
      Array.from({ length: each.processors }, (_, index) => virtualProcessorInstance(each, index)),
    );
  const numbered = (name: string): string[] =>
    Array.from({ length: logicalProcessors }, (_, index) => `${name} ${index}`);
  const groups = [
    [objects.virtualProcessor, virtual, [...events, 'Hardware Interrupts/sec', 'Synthetic Interrupts/sec']],
    [objects.rootVirtualProcessor, numbered('Root VP'), events],
    [objects.logicalProcessor, numbered('Hv LP'), []],
  ] as const;
  for (const [object, instances, summed] of groups) {
    for (const counter of summed) {
      expectSum(
        growth(object, '_Total', counter),
        instances.map((each) => growth(object, each, counter)),
        scale,
      );
    }
    for (const counter of runTimes) {
      const parts = instances.map((each) => growth(object, each, counter));
      expectSum(growth(object, '_Total', counter) * Math.max(1, instances.length), parts, 1000);
    }
  }
  const busy = (object: string, count: number): number =>
    growth(object, '_Total', '% Total Run Time') * count;
  const all =
    busy(objects.virtualProcessor, virtual.length) + busy(objects.rootVirtualProcessor, logicalProcessors);
  expectSum(busy(objects.logicalProcessor, logicalProcessors), [all], 1000);
  const idle = growth(objects.logicalProcessor, 'Hv LP 0', '% Idle Time');
  expectSum(idle + growth(objects.logicalProcessor, 'Hv LP 0', '% Total Run Time'), [1], 1000);
}

test('VF, VMBus and emulated traffic add up from the adapters to the ports, work from flows to processors', () => {
  fc.assert(
    fc.property(fc.array(scenes, { minLength: 1, maxLength: 4 }), (story) => {
      const store = new CounterStore();
      story.forEach((scene, index) => {
        const from = index * 5000;
        publish(store, scene.world, scene.rates, from);
        for (const to of [from + 1, from + 1000, from + 4999]) {
          const seconds = (to - from) / 1000;
          const growth: Growth = (object, instance, counter) => {
            const path = counterPath(object, instance, counter);
            return (store.value(path, to) - store.value(path, from)) / seconds;
          };
          // What has been counted so far limits how exactly its growth can be known.
          checkTraffic(scene.world, growth, 1e12 / seconds);
          checkProcessors(scene.world, growth, 1e12 / seconds);
        }
      });
    }),
    { numRuns: 30 },
  );
}, 30_000);
