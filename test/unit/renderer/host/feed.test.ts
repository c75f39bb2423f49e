import { expect, test, vi } from 'vitest';
import type { EventRecord } from '../../../../src/shared/model/event';
import type { Change } from '../../../../src/shared/model/world-view';
import { ok, refuse } from '../../../../src/shared/result';
import { HostFeed } from '../../../../src/renderer/host/feed';
import { createHostStore } from '../../../../src/renderer/host/store';
import { FakePort } from '../support/fake-port';
import { fakeChanges, fakeVm, NOW, runningVm } from '../support/fake-world';

const clock = { now: NOW, speed: 1, paused: false };

function reading(sequence: number, changes: Change[] = fakeChanges([fakeVm()]), events: EventRecord[] = []) {
  return ok({ sequence, clock, changes, events });
}

function vmChange(name: string): Change {
  return { kind: 'vm', id: 'vm-1', value: fakeVm({ name }) };
}

function event(sequence: number): EventRecord {
  return {
    sequence,
    at: NOW,
    level: 'Information',
    source: 'Hyper-V-Worker',
    eventId: null,
    text: `Entry ${sequence}`,
    simulated: true,
    vmId: null,
    adapterId: null,
  };
}

function changed(sequence: number, changes: Change[] = [], events: EventRecord[] = []) {
  return { stream: 'world.changed' as const, sequence, changes, events };
}

function setUp(answer: () => unknown) {
  const port = new FakePort({ 'world.read': answer });
  const store = createHostStore();
  const onSample = vi.fn();
  const feed = new HostFeed({ port, store, onSample, wall: () => 1000 });
  const readings = () => port.asked.filter((each) => each.name === 'world.read').length;
  const nameNow = () => store.getState().world.vm.get('vm-1')?.name;
  return { port, store, onSample, feed, readings, nameNow };
}

test('reads the world once and follows the changes', async () => {
  const { port, store, feed, readings, nameNow } = setUp(() => reading(7, undefined, [event(1)]));
  await feed.start();
  expect(store.getState().ready).toBe(true);
  expect(store.getState().clock).toEqual(clock);
  port.say(changed(8, [vmChange('Db01')], [event(2)]));
  expect(nameNow()).toBe('Db01');
  expect(store.getState().events.map((each) => each.sequence)).toEqual([1, 2]);
  port.say(changed(9, [{ kind: 'vm', id: 'vm-1', value: null }]));
  expect(nameNow()).toBeUndefined();
  expect(readings()).toBe(1);
});

test('keeps the maps of kinds that did not change', async () => {
  const { port, store, feed } = setUp(() => reading(1));
  await feed.start();
  const before = store.getState().world;
  port.say(changed(2, [vmChange('Db01')]));
  expect(store.getState().world.nic).toBe(before.nic);
  expect(store.getState().world.vm).not.toBe(before.vm);
  expect(before.vm.get('vm-1')?.name).toBe('Web01');
});

test('applies messages that came while the world was being read, but no older ones', async () => {
  let answer: (value: unknown) => void = () => undefined;
  const { port, feed, nameNow, readings } = setUp(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const started = feed.start();
  port.say(changed(4, [vmChange('Too old')]));
  port.say(changed(5, [vmChange('In the reading already')]));
  port.say(changed(6, [vmChange('New')]));
  answer(reading(5));
  await started;
  expect(nameNow()).toBe('New');
  expect(readings()).toBe(1);
});

test('reads again when a message is missing', async () => {
  const readingsToCome = [reading(1), reading(5, fakeChanges([fakeVm({ name: 'From the second reading' })]))];
  const { port, feed, nameNow, readings } = setUp(() => readingsToCome.shift());
  await feed.start();
  port.say(changed(3, [vmChange('After a gap')]));
  await vi.waitFor(() => expect(nameNow()).toBe('From the second reading'));
  port.say(changed(6, [vmChange('On it goes')]));
  expect(nameNow()).toBe('On it goes');
  expect(readings()).toBe(2);
});

test('ignores a message that it has seen', async () => {
  const { port, feed, nameNow, readings } = setUp(() => reading(3));
  await feed.start();
  port.say(changed(3, [vmChange('Stale')]));
  expect(nameNow()).toBe('Web01');
  expect(readings()).toBe(1);
});

test('reads another host anew and forgets the old one', async () => {
  const other = fakeChanges([runningVm({ id: 'vm-9', name: 'Elsewhere' })]);
  const readingsToCome = [reading(3), reading(0, other)];
  const { port, store, feed } = setUp(() => readingsToCome.shift());
  await feed.start();
  port.say({ stream: 'world.replaced' });
  await vi.waitFor(() => expect([...store.getState().world.vm.keys()]).toEqual(['vm-9']));
  port.say(changed(1, [{ kind: 'vm', id: 'vm-9', value: null }]));
  expect(store.getState().world.vm.size).toBe(0);
});

test('says why the world could not be read, and recovers when started again', async () => {
  const answers: unknown[] = [refuse('down', 'The service is down.'), reading(1)];
  const { store, feed } = setUp(() => answers.shift());
  await feed.start();
  expect(store.getState().problem?.message).toBe('The service is down.');
  expect(store.getState().ready).toBe(false);
  await feed.start();
  expect(store.getState().problem).toBeNull();
  expect(store.getState().ready).toBe(true);
});

test('hands samples on and keeps them out of the store', async () => {
  const { port, store, feed, onSample } = setUp(() => reading(1));
  await feed.start();
  const before = store.getState();
  const sample = { stream: 'sample' as const, watch: 'w', at: NOW, values: new Float64Array([1]) };
  port.say(sample);
  expect(onSample).toHaveBeenCalledWith(sample);
  expect(store.getState()).toBe(before);
});

test('listens no more once stopped', async () => {
  const { port, feed } = setUp(() => reading(1));
  await feed.start();
  expect(port.listeners).toBe(1);
  feed.stop();
  expect(port.listeners).toBe(0);
});
