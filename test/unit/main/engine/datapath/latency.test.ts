import { describe, expect, test } from 'vitest';
import { Spread } from '../../../../../src/main/engine/datapath/jitter';
import type { FlowPath, FlowPeer } from '../../../../../src/main/engine/datapath/flow';
import { alone, flow, parameters, plant } from './plant';

const ping = { sendMbps: 0.001, receiveMbps: 0.001, packetBytes: 64 };

function peer(path: FlowPath, local = true): FlowPeer {
  const { traffic, ...side } = flow({ adapterId: 'other', path, rootProcessors: [1] });
  expect(traffic.sendMbps).toBe(0);
  return { ...side, local };
}

describe('the mean one-way latency on idle hosts', () => {
  test.each([
    ['vf', 17],
    ['vmbus', 50],
  ] as const)('of two %s guests on two hosts is %d us', (path, mean) => {
    expect(alone(flow({ path, traffic: ping }), plant({})).latency.mean).toBeCloseTo(mean, 6);
  });

  test('of emulated adapters is about 107 us at 2.8 GHz', () => {
    const { mean } = alone(flow({ path: 'emulated', traffic: ping }), plant({ clockMhz: 2800 })).latency;
    expect(mean).toBeCloseTo(107, 0);
  });

  test.each([
    ['vf', 'vf', 14.5],
    ['vmbus', 'vmbus', 25],
    ['vf', 'vmbus', 31],
    ['vmbus', 'vf', 31],
  ] as const)('from %s to %s on one switch is %d us', (own, other, mean) => {
    const rates = alone(flow({ path: own, traffic: ping, peer: peer(other) }), plant({}));
    expect(rates.latency.mean).toBeCloseTo(mean, 6);
    expect(rates.peer!.latency).toEqual(rates.latency);
  });

  test('grows by the distance, except inside the host', () => {
    const far = { ...parameters, latency: { ...parameters.latency, networkDistance: 18 } };
    const away = alone(flow({ path: 'vf', traffic: ping }), plant({}), far);
    expect(away.latency.mean).toBeCloseTo(35, 6);
    const near = alone(flow({ path: 'vf', traffic: ping, peer: peer('vf') }), plant({}), far);
    expect(near.latency.mean).toBeCloseTo(14.5, 6);
  });

  test('of a VF grows where interrupts are injected', () => {
    const at = (postedInterrupts: boolean): number =>
      alone(flow({ path: 'vf', traffic: ping }), plant({ clockMhz: 2000, postedInterrupts })).latency.mean;
    expect(at(false) - at(true)).toBeCloseTo((18_000 - 1500) / 2000, 6);
  });
});

describe('a queue', () => {
  const at = (load: number): ReturnType<typeof alone>['latency'] => {
    const mbps = load * 10_000 * (1460 / 1538);
    const on = plant({ linkSpeedMbps: 10_000, clockMhz: 5000 });
    return alone(flow({ path: 'vf', traffic: { receiveMbps: mbps } }), on).latency;
  };

  test('grows with the load and without bound only up to a full ring', () => {
    const means = [0.1, 0.5, 0.9, 0.99, 1, 2, 10].map((load) => at(load).mean);
    expect([...means].sort((left, right) => left - right)).toEqual(means);
    const service = (1538 * 8) / 10_000;
    expect(means.at(-1)! - at(0.001).mean).toBeGreaterThan(0.9 * parameters.latency.queuePackets * service);
    expect(means.at(-1)).toBe(means.at(-2));
  });

  test('leaves the percentiles in their order', () => {
    for (const load of [0, 0.3, 0.8, 0.97, 1, 3]) {
      const { p50, p99, p999 } = at(load);
      expect(p50).toBeLessThan(p99);
      expect(p99).toBeLessThan(p999);
    }
  });
});

describe('moderation', () => {
  const mean = (moderation: 'off' | 'low' | 'medium' | 'high' | 'adaptive', mbps: number): number =>
    alone(flow({ path: 'vf', moderation, traffic: { receiveMbps: mbps } }), plant({ linkSpeedMbps: 100_000 }))
      .latency.mean;

  test('delays a busy queue by half an interval, and a quiet one hardly', () => {
    const { low, high } = parameters.moderation;
    expect(mean('high', 1000) - mean('off', 1000)).toBeCloseTo(0.5e6 / high, -1);
    expect(mean('low', 1000) - mean('off', 1000)).toBeCloseTo(0.5e6 / low, 0);
    expect(mean('high', 0.01)).toBeCloseTo(17, 0);
  });

  test('costs the less processor time, the more it delays', () => {
    const interrupts = (['off', 'low', 'medium', 'high'] as const).map(
      (moderation) =>
        alone(flow({ path: 'vf', moderation, traffic: { receiveMbps: 1000 } }), plant({}))
          .hardwareInterruptsPerSecond,
    );
    const { low, medium, high } = parameters.moderation;
    expect(interrupts[0]).toBeCloseTo(1e9 / 8 / 1460, 6);
    expect(interrupts.slice(1)).toEqual([low, medium, high]);
  });
});

describe('the spread', () => {
  /** The same distribution from its parts, by adding up small steps. */
  function byConvolution(x: number, scale: number, means: readonly number[]): number {
    const step = scale / 400;
    const count = Math.ceil(x / step);
    let density = Array.from({ length: count }, (_, index) => {
      const z = ((index + 0.5) * step) / scale;
      return (Math.exp(-z) * z ** 3) / 6 / scale;
    });
    for (const mean of means) {
      const fall = Math.exp(-step / mean);
      let carried = 0;
      density = density.map((each) => (carried = carried * fall + each * (1 - fall)));
    }
    return 1 - density.reduce((sum, each) => sum + each * step, 0);
  }

  const hump = { floor: 10, gammaShape: 4, gammaScale: 2, tailProbability: 1, tailMean: 9 };

  test.each([5, 15, 40, 70])('with one and two exponential waits is right at %d us', (x) => {
    const one = new Spread(hump, { probability: 0, mean: 0 });
    expect(one.exceeds(10 + x)).toBeCloseTo(byConvolution(x, 2, [9]), 2);
    const two = new Spread(hump, { probability: 1, mean: 5 });
    expect(two.exceeds(10 + x)).toBeCloseTo(byConvolution(x, 2, [9, 5]), 2);
  });

  test('is smooth where two of its parts are alike', () => {
    for (const mean of [1.99, 2, 2.01, 8.99, 9, 9.01]) {
      const spread = new Spread(hump, { probability: 0.5, mean });
      const at = [0, 1, 10, 50, 100].map((x) => spread.exceeds(10 + x));
      for (const value of at) expect(value).toBeGreaterThanOrEqual(-1e-6);
      expect([...at].sort((left, right) => right - left)).toEqual(at);
    }
  });

  test('finds the percentile that it exceeds just so', () => {
    const spread = new Spread(hump, { probability: 0.3, mean: 30 });
    for (const share of [0.5, 0.99, 0.999]) {
      expect(spread.exceeds(spread.percentile(share))).toBeCloseTo(1 - share, 6);
    }
  });

  test('of another shape is refused', () => {
    expect(() => new Spread({ ...hump, gammaShape: 3 }, { probability: 0, mean: 0 })).toThrow(/shape 3/);
  });
});
