import { describe, expect, test } from 'vitest';
import { CounterStore } from '../../../../../src/main/engine/counters/store';
import type { CounterStoreData } from '../../../../../src/main/engine/counters/store';
import { publish } from '../../../../../src/main/engine/counters/publish';
import { adapterInstance, counterPath, objects } from '../../../../../src/shared/model/counter';
import { adapter, nic, packets, rates, virtualSwitch, vm, world } from './world';

const web = vm('web');
const card = adapter('card', 'web');
const running = world({ vms: [web], adapters: [card] });
const received = counterPath(objects.adapter, adapterInstance(web, card), 'Bytes Received/sec');

function receiving(perSecond: number): ReadonlyMap<string, ReturnType<typeof rates>> {
  return new Map([['card', rates({ receive: packets(perSecond) })]]);
}

describe('a counter', () => {
  test('does not exist before its owner, begins at 0 and grows by its rate', () => {
    const store = new CounterStore();
    expect(store.value(received, 0)).toBeNaN();
    publish(store, running, receiving(5), 1000);
    expect(store.value(received, 1000)).toBe(0);
    expect(store.value(received, 3500)).toBe(12_500);
  });

  test('keeps what it has when the rate changes', () => {
    const store = new CounterStore();
    publish(store, running, receiving(5), 0);
    publish(store, running, receiving(1), 2000);
    expect(store.value(received, 2000)).toBe(10_000);
    expect(store.value(received, 3000)).toBe(11_000);
    publish(store, running, new Map(), 3000);
    expect(store.value(received, 9000)).toBe(11_000);
  });

  test('vanishes with its owner and begins at 0 when that comes back', () => {
    const store = new CounterStore();
    publish(store, running, receiving(5), 0);
    publish(store, world({ vms: [vm('web', { state: 'Off' })], adapters: [card] }), new Map(), 1000);
    expect(store.value(received, 1000)).toBeNaN();
    publish(store, running, new Map(), 2000);
    expect(store.value(received, 2500)).toBe(0);
  });

  test('does not inherit anything from the owner whose slots it reuses', () => {
    const store = new CounterStore();
    publish(store, running, receiving(5), 0);
    const other = vm('other');
    const otherCard = adapter('other card', 'other');
    publish(store, world({ vms: [other], adapters: [otherCard] }), new Map(), 1000);
    const path = counterPath(objects.adapter, adapterInstance(other, otherCard), 'Bytes Received/sec');
    expect(store.value(path, 5000)).toBe(0);
    expect(store.value(received, 5000)).toBeNaN();
  });

  test('of an unknown name is NaN', () => {
    const store = new CounterStore();
    publish(store, running, receiving(5), 0);
    expect(store.value(received.replace('Received', 'Eaten'), 0)).toBeNaN();
    expect(store.value('nonsense', 0)).toBeNaN();
    expect(store.value('\\Nothing(x)\\Bytes/sec', 0)).toBeNaN();
  });
});

describe('reading and waiting', () => {
  test('never changes later values', () => {
    const [watched, left] = [new CounterStore(), new CounterStore()];
    for (const store of [watched, left]) publish(store, running, receiving(1 / 3), 0);
    for (let now = 0; now < 5000; now += 7) watched.value(received, now);
    for (const store of [watched, left]) publish(store, running, receiving(1 / 7), 5000);
    expect(watched.value(received, 7777)).toBe(left.value(received, 7777));
    expect(JSON.stringify(watched.save())).toBe(JSON.stringify(left.save()));
  });

  test('in one step or in many comes to the same, to the last bit', () => {
    const [often, once] = [new CounterStore(), new CounterStore()];
    for (const store of [often, once]) publish(store, running, receiving(1 / 3), 0);
    for (let now = 10; now < 12_345; now += 10) publish(often, running, receiving(1 / 3), now);
    for (const store of [often, once]) publish(store, running, receiving(1 / 7), 12_345);
    expect(often.value(received, 99_999)).toBe(once.value(received, 99_999));
    expect(JSON.stringify(often.save())).toBe(JSON.stringify(once.save()));
  });

  test('backwards is a defect', () => {
    const store = new CounterStore();
    store.settle(1000);
    expect(() => store.settle(999)).toThrow(/cannot go back/);
  });
});

describe('a saved store', () => {
  const two = world({
    vms: [vm('a'), vm('b', { processors: 3 })],
    adapters: [adapter('a1', 'a'), adapter('b1', 'b', { kind: 'legacy', dataPath: 'emulated' })],
  });
  const store = new CounterStore();
  publish(store, running, receiving(1 / 3), 0);
  publish(store, two, new Map([['b1', rates({ path: 'emulated', send: packets(1 / 3) })]]), 1234);

  test('is plain data that restores to the same bytes', () => {
    const saved = JSON.stringify(store.save());
    const restored = CounterStore.restore(JSON.parse(saved) as CounterStoreData);
    expect(JSON.stringify(restored.save())).toBe(saved);
  });

  test('goes on as if nothing had happened', () => {
    const restored = CounterStore.restore(structuredClone(store.save()));
    for (const each of [store, restored]) {
      publish(each, world({ vms: [vm('b', { processors: 3, name: 'c' })], adapters: [] }), new Map(), 5000);
      publish(each, two, new Map(), 6000);
    }
    expect(JSON.stringify(restored.save())).toBe(JSON.stringify(store.save()));
  });

  test('of another version of the program loses only what no longer fits', () => {
    const saved = store.save();
    const blocks = saved.blocks.map((block) =>
      block.owner === 'adapter a1'
        ? { ...block, base: block.base.slice(1), rate: block.rate.slice(1), since: block.since.slice(1) }
        : block,
    );
    const strange = { ...blocks[0]!, owner: 'strange', instances: [{ object: 'Tea', name: 'cup' }] };
    const restored = CounterStore.restore({ ...saved, blocks: [strange as never, ...blocks] });
    const sent = '\\Hyper-V Legacy Network Adapter(b_Network Adapter_b--b1)\\Bytes Sent/sec';
    expect(restored.value(sent, 9000)).toBe(store.value(sent, 9000));
    expect(
      restored.value('\\Hyper-V Virtual Network Adapter(a_Network Adapter_a--a1)\\Bytes/sec', 9000),
    ).toBe(0);
    expect(restored.value('\\Tea(cup)\\Sugar/sec', 9000)).toBeNaN();
  });
});

describe('the kind of a counter', () => {
  const store = new CounterStore();

  test.each([
    ['\\Hyper-V Virtual Switch(any)\\Bytes/sec', 'rate'],
    ['\\Hyper-V Hypervisor Logical Processor(_Total)\\% Idle Time', 'percent'],
    ['\\Network Adapter(any)\\Current Bandwidth', 'gauge'],
    ['\\Hyper-V Virtual Switch(odd (name)\\ here)\\Packets/sec', 'rate'],
    ['\\Hyper-V Virtual Switch(any)\\Current Bandwidth', null],
    ['\\Tea(any)\\Bytes/sec', null],
    ['Hyper-V Virtual Switch(any)\\Bytes/sec', null],
    ['', null],
  ])('%s is %s', (path, kind) => {
    expect(store.kindOf(path)).toBe(kind);
  });
});

describe('a new name', () => {
  const other = vm('other');
  const otherCard = adapter('other card', 'other');

  test('keeps the values and leaves the old name empty', () => {
    const store = new CounterStore();
    publish(store, running, receiving(5), 0);
    const renamed = { ...web, name: 'shop' };
    publish(store, world({ vms: [renamed], adapters: [card] }), receiving(5), 1000);
    const path = counterPath(objects.adapter, adapterInstance(renamed, card), 'Bytes Received/sec');
    expect(store.value(path, 2000)).toBe(10_000);
    expect(store.value(received, 2000)).toBeNaN();
  });

  test('may be swapped with another', () => {
    const store = new CounterStore();
    const processor = (name: string): string =>
      `\\${objects.virtualProcessor}(${name}:Hv VP 0)\\Hypercalls/sec`;
    const busy = new Map([['card', rates({ hypercallsPerSecond: 4 })]]);
    const adapters = [card, otherCard];
    publish(store, world({ vms: [web, other], adapters }), busy, 0);
    const swapped = [
      { ...web, name: 'other' },
      { ...other, name: 'web' },
    ];
    publish(store, world({ vms: swapped, adapters }), busy, 1000);
    expect(store.value(processor('other'), 2000)).toBe(4);
    expect(store.value(processor('web'), 2000)).toBe(0);
  });

  test('may be that of an owner who leaves at the same moment', () => {
    const store = new CounterStore();
    const first = virtualSwitch('first', null);
    publish(store, world({ switches: [first, virtualSwitch('second', null)] }), new Map(), 0);
    publish(
      store,
      world({ switches: [{ ...virtualSwitch('second', null), name: 'first' }] }),
      new Map(),
      1000,
    );
    expect(store.value('\\Hyper-V Virtual Switch(first)\\Bytes/sec', 1000)).toBe(0);
    expect(store.value('\\Hyper-V Virtual Switch(second)\\Bytes/sec', 1000)).toBeNaN();
  });

  test('that is taken is numbered, as Windows does', () => {
    const store = new CounterStore();
    const twins = [nic('n1', 'Twin (R) #2'), nic('n2', 'Twin (R) #2')];
    publish(store, world({ nics: twins, switches: [] }), new Map(), 0);
    expect(store.value('\\Network Adapter(Twin [R] _2)\\Current Bandwidth', 0)).toBe(1e10);
    expect(store.value('\\Network Adapter(Twin [R] _2#1)\\Current Bandwidth', 0)).toBe(1e10);
  });
});
