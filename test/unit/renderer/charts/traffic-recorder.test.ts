import { describe, expect, it, vi } from 'vitest';
import { createSampleRing } from '../../../../src/renderer/charts/sample-ring';
import { recordTraffic } from '../../../../src/renderer/charts/traffic-recorder';
import type { CounterSource } from '../../../../src/renderer/charts/traffic-recorder';

/** A recorder over one adapter, fed by hand. */
function recorder() {
  let deliver: (at: number, values: Float64Array) => void = () => undefined;
  const end = vi.fn<() => void>();
  const source: CounterSource = (_paths, _intervalMs, onSample) => {
    deliver = onSample;
    return { stop: end };
  };
  const ring = createSampleRing(4, 10);
  const onRow = vi.fn<() => void>();
  const stop = recordTraffic({
    source,
    paths: ['a', 'b', 'c', 'd'],
    logicalProcessors: 2,
    intervalMs: 500,
    ring,
    onRow,
  });
  return {
    ring,
    onRow,
    stop,
    end,
    sample: (at: number, ...values: number[]) => deliver(at, Float64Array.from(values)),
  };
}

describe('recordTraffic', () => {
  it('begins with a gap and goes on with the difference of two samples', () => {
    const { ring, sample, onRow } = recorder();
    sample(0, 0, 0, 0, 0);
    sample(1000, 0, 125_000, 0, 0.1);
    expect([...ring.column(1, 0)]).toEqual([Number.NaN, 1]);
    expect(ring.column(3, 0)[1]).toBeCloseTo(20);
    expect(onRow).toHaveBeenCalledTimes(2);
  });

  it('leaves out samples of a moment that it knows: the simulation stands still', () => {
    const { ring, sample, onRow } = recorder();
    sample(5, 0, 0, 0, 0);
    sample(5, 0, 0, 0, 0);
    expect(ring.length).toBe(1);
    expect(onRow).toHaveBeenCalledTimes(1);
  });

  it('compares nothing across a clock that was set back', () => {
    const { ring, sample } = recorder();
    sample(5000, 0, 9_000_000, 0, 1);
    sample(1000, 0, 10_000_000, 0, 2);
    expect(ring.length).toBe(1);
    expect(ring.column(1, 0)[0]).toBeNaN();
  });

  it('keeps its own copy of a sample', () => {
    const { ring } = recorder();
    expect(ring.length).toBe(0);
    let deliver: (at: number, values: Float64Array) => void = () => undefined;
    const source: CounterSource = (_paths, _interval, onSample) => {
      deliver = onSample;
      return { stop: () => undefined };
    };
    recordTraffic({ source, paths: [], logicalProcessors: 1, intervalMs: 500, ring, onRow: () => undefined });
    const shared = Float64Array.of(0, 0, 0, 0);
    deliver(0, shared);
    shared[1] = 125_000;
    deliver(1000, shared);
    expect(ring.column(1, 0)[1]).toBe(1);
  });

  it('ends the watch', () => {
    const { stop, end } = recorder();
    stop();
    expect(end).toHaveBeenCalledTimes(1);
  });
});
