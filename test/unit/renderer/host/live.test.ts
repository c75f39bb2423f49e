import { afterEach, expect, test, vi } from 'vitest';
import { ok } from '../../../../src/shared/result';
import { deliverSample, watchCounters } from '../../../../src/renderer/host/live';
import { FakePort } from '../support/fake-port';

afterEach(() => {
  vi.unstubAllGlobals();
});

function watchOne(onSample: (at: number, values: Float64Array) => void) {
  const port = new FakePort({ 'counters.watch': () => ok({ kinds: ['rate', null] }) });
  vi.stubGlobal('window', { host: port });
  const watch = watchCounters(['\\A(1)\\B', '\\A(2)\\B'], 500, onSample);
  const asked = port.asked[0]?.input as { watch: string; paths: string[]; intervalMs: number };
  return { port, watch, asked };
}

test('asks for the counters and gets the samples of its own watch only', () => {
  const onSample = vi.fn();
  const { asked } = watchOne(onSample);
  expect(asked).toMatchObject({ paths: ['\\A(1)\\B', '\\A(2)\\B'], intervalMs: 500 });
  const values = new Float64Array([1, 2]);
  deliverSample({ stream: 'sample', watch: asked.watch, at: 5, values });
  deliverSample({ stream: 'sample', watch: 'another', at: 6, values });
  expect(onSample.mock.calls).toEqual([[5, values]]);
});

test('knows the kinds once the host has answered', async () => {
  const { watch } = watchOne(() => undefined);
  expect(watch.kinds).toEqual([]);
  await vi.waitFor(() => expect(watch.kinds).toEqual(['rate', null]));
});

test('gets nothing after it was stopped, and tells the host once', () => {
  const onSample = vi.fn();
  const { port, watch, asked } = watchOne(onSample);
  watch.stop();
  watch.stop();
  deliverSample({ stream: 'sample', watch: asked.watch, at: 5, values: new Float64Array(2) });
  expect(onSample).not.toHaveBeenCalled();
  expect(port.asked.filter((each) => each.name === 'counters.unwatch')).toHaveLength(1);
});
