import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasTraffic, idleTraffic, trafficProfileSchema } from '../../../../src/shared/model/traffic';
import { levelAt, nextChangeAt, shapeSchema } from '../../../../src/shared/model/traffic-shape';
import type { TrafficShape } from '../../../../src/shared/model/traffic-shape';

const step = 2000;
const since = 1_000_300;

function at(shape: TrafficShape, ms: number): [number, number] {
  const { sendMbps, receiveMbps } = levelAt(
    { sendMbps: 100, receiveMbps: 10, shape },
    since,
    since + ms,
    step,
  );
  return [sendMbps, receiveMbps];
}

function next(shape: TrafficShape, ms: number): number | null {
  const moment = nextChangeAt({ sendMbps: 100, receiveMbps: 10, shape }, since, since + ms, step);
  return moment === null ? null : moment - since;
}

const points = [
  { atMs: 1000, sendMbps: 5, receiveMbps: 6 },
  { atMs: 3000, sendMbps: 7, receiveMbps: 8 },
];

describe('a load', () => {
  test('that is constant never changes', () => {
    expect(at({ kind: 'constant' }, 12_345)).toEqual([100, 10]);
    expect(next({ kind: 'constant' }, 0)).toBeNull();
  });

  test('that ramps climbs on a grid and stays at its end', () => {
    const ramp: TrafficShape = { kind: 'ramp', fromPercent: 0, toPercent: 200, durationMs: 10_000 };
    // The grid is that of all ramps: its next point is at 1,002,000.
    expect([at(ramp, 0)[0], at(ramp, 1699)[0]]).toEqual([0, 0]);
    expect(next(ramp, 0)).toBe(1700);
    expect(at(ramp, 1700)[0]).toBeCloseTo(34, 9);
    expect(at(ramp, 3699)).toEqual(at(ramp, 1700));
    expect(next(ramp, 9700)).toBe(10_000);
    expect(at(ramp, 10_000)).toEqual([200, 20]);
    expect([at(ramp, 1e9), next(ramp, 10_000)]).toEqual([[200, 20], null]);
  });

  test('that bursts is there and gone', () => {
    const burst: TrafficShape = { kind: 'burst', onMs: 300, offMs: 200 };
    expect([0, 299, 300, 499, 500].map((ms) => at(burst, ms)[0])).toEqual([100, 100, 0, 0, 100]);
    expect([0, 299, 300, 499, 500].map((ms) => next(burst, ms))).toEqual([300, 300, 500, 500, 800]);
  });

  test('that was recorded holds each point until the next', () => {
    const trace: TrafficShape = { kind: 'trace', points, repeat: false };
    expect([at(trace, 0), at(trace, 1000), at(trace, 2999), at(trace, 3000), at(trace, 99_999)]).toEqual([
      [0, 0],
      [5, 6],
      [5, 6],
      [7, 8],
      [7, 8],
    ]);
    expect([0, 1000, 3000].map((ms) => next(trace, ms))).toEqual([1000, 3000, null]);
  });

  test('that repeats begins again at its last point', () => {
    const trace: TrafficShape = {
      kind: 'trace',
      points: [{ ...points[0]!, atMs: 0 }, points[1]!],
      repeat: true,
    };
    expect([at(trace, 2999), at(trace, 3000), at(trace, 7000)]).toEqual([
      [5, 6],
      [5, 6],
      [5, 6],
    ]);
    expect(next(trace, 3000)).toBe(6000);
  });
});

const shapes: fc.Arbitrary<TrafficShape> = fc.oneof(
  fc.record({
    kind: fc.constant('ramp' as const),
    fromPercent: fc.nat(200),
    toPercent: fc.nat(200),
    durationMs: fc.integer({ min: 1, max: 60_000 }),
  }),
  fc.record({
    kind: fc.constant('burst' as const),
    onMs: fc.integer({ min: 10, max: 5000 }),
    offMs: fc.integer({ min: 10, max: 5000 }),
  }),
  fc
    .record({
      gaps: fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 8 }),
      repeat: fc.boolean(),
    })
    .map(({ gaps, repeat }) => {
      let atMs = -1;
      const all = gaps.map((gap, index) => ({
        atMs: (atMs += gap),
        sendMbps: index,
        receiveMbps: 2 * index,
      }));
      return { kind: 'trace' as const, points: all, repeat };
    }),
);

test('nothing changes before the moment that is announced, and time always goes on', () => {
  fc.assert(
    fc.property(
      shapes,
      fc.nat(100_000),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (shape, start, part) => {
        expect(shapeSchema.safeParse(shape).success).toBe(true);
        const change = next(shape, start);
        if (change === null) {
          expect(at(shape, start + 1_000_000)).toEqual(at(shape, start));
          return;
        }
        expect(change).toBeGreaterThan(start);
        expect(at(shape, start + Math.floor((change - start) * part))).toEqual(at(shape, start));
      },
    ),
  );
});

describe('a profile', () => {
  test('of the four old members is complete', () => {
    const old = { protocol: 'tcp', sendMbps: 0, receiveMbps: 0, packetBytes: 1500 } as const;
    expect(trafficProfileSchema.parse(old)).toEqual(idleTraffic);
  });

  test('refuses points out of order', () => {
    const shape = { kind: 'trace', points: [points[1], points[0]], repeat: false };
    expect(shapeSchema.safeParse(shape).error?.issues[0]?.message).toMatch(/in the order of their times/);
  });

  test('has traffic when there is any at any time', () => {
    expect(hasTraffic(idleTraffic)).toBe(false);
    expect(hasTraffic({ ...idleTraffic, receiveMbps: 1 })).toBe(true);
    expect(hasTraffic({ ...idleTraffic, shape: { kind: 'trace', points, repeat: false } })).toBe(true);
  });
});
