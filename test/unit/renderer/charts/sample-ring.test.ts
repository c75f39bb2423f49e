import { describe, expect, it } from 'vitest';
import { createSampleRing, summarise } from '../../../../src/renderer/charts/sample-ring';

describe('createSampleRing', () => {
  it('keeps the newest rows in order, however many are pushed', () => {
    const ring = createSampleRing(2, 4);
    for (let at = 1; at <= 23; at += 1) ring.push(at, [at * 10, at * 100]);
    expect(ring.length).toBe(4);
    expect(ring.newest).toBe(23);
    expect([...ring.times(0)]).toEqual([20, 21, 22, 23]);
    expect([...ring.column(0, 0)]).toEqual([200, 210, 220, 230]);
    expect([...ring.column(1, 0)]).toEqual([2000, 2100, 2200, 2300]);
  });

  it('answers with one row before the wanted time, so that a line enters from the edge', () => {
    const ring = createSampleRing(1, 10);
    for (const at of [100, 200, 300, 400]) ring.push(at, [at]);
    expect([...ring.times(250)]).toEqual([200, 300, 400]);
    expect([...ring.column(0, 250)]).toEqual([200, 300, 400]);
    expect([...ring.times(50)]).toEqual([100, 200, 300, 400]);
  });

  it('starts anew when time goes back', () => {
    const ring = createSampleRing(1, 10);
    ring.push(500, [1]);
    ring.push(100, [2]);
    expect([...ring.times(0)]).toEqual([100]);
    expect([...ring.column(0, 0)]).toEqual([2]);
  });

  it('is empty at first and after clearing, and holds NaN for values that a row lacks', () => {
    const ring = createSampleRing(2, 10);
    expect(ring.newest).toBeNaN();
    expect(ring.times(0)).toHaveLength(0);
    ring.push(1, [5]);
    expect(ring.column(1, 0)[0]).toBeNaN();
    ring.clear();
    expect(ring.length).toBe(0);
  });
});

describe('summarise', () => {
  it('leaves missing samples out of everything but the last value', () => {
    const column = Float64Array.of(Number.NaN, 2, 4, 9, Number.NaN);
    expect(summarise(column)).toEqual({ last: Number.NaN, average: 5, minimum: 2, maximum: 9 });
  });

  it('knows nothing of an empty column', () => {
    const nothing = { last: Number.NaN, average: Number.NaN, minimum: Number.NaN, maximum: Number.NaN };
    expect(summarise(new Float64Array(0))).toEqual(nothing);
    expect(summarise(Float64Array.of(Number.NaN))).toEqual(nothing);
  });
});
