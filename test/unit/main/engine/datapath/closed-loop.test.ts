/** Applications that ask again only when they have been answered. */
import { describe, expect, test } from 'vitest';
import { solve } from '../../../../../src/main/engine/datapath/solve';
import type { ClosedLoop } from '../../../../../src/main/engine/datapath/flow';
import type { Flow, FlowRates } from '../../../../../src/main/engine/datapath/solve';
import { alone, flood, flow, parameters, plant } from './plant';

const ping: ClosedLoop = { outstanding: 1, requestBytes: 64, responseBytes: 64, thinkUs: 0 };

function loop(changes: Parameters<typeof flow>[0], closedLoop: Partial<ClosedLoop> = {}): Flow {
  const traffic = { sendMbps: flood, receiveMbps: flood, closedLoop: { ...ping, ...closedLoop } };
  return flow({ ...changes, traffic: { ...traffic, ...changes.traffic } });
}

/** Requests per second. */
function pace({ send }: FlowRates, { requestBytes }: ClosedLoop = ping): number {
  return send.payloadBitsPerSecond / 8 / requestBytes;
}

test.each(['vf', 'vmbus', 'emulated'] as const)('over %s one request takes one round trip', (path) => {
  const rates = alone(loop({ path }), plant({}));
  expect(pace(rates)).toBeCloseTo(1e6 / (2 * rates.latency.mean), -1);
  expect(rates.receive.payloadBitsPerSecond).toBeCloseTo(rates.send.payloadBitsPerSecond, 0);
  // A lone request is never kept waiting for others, so there is nothing on top of the idle latency but a little queue.
  const idle = alone(flow({ path, traffic: { sendMbps: 0.001 } }), plant({})).latency.mean;
  expect(rates.latency.mean / idle).toBeLessThan(1.15);
});

test('a VF answers about three times as often as the software path', () => {
  const ratio =
    pace(alone(loop({ path: 'vf' }), plant({}))) / pace(alone(loop({ path: 'vmbus' }), plant({})));
  expect(ratio).toBeGreaterThan(2.5);
  expect(ratio).toBeLessThan(3.5);
});

describe('many requests at once', () => {
  const many = { outstanding: 512, requestBytes: 500, responseBytes: 30_000 };

  test('are bounded by what runs out, and settle below it', () => {
    const rates = alone(loop({ path: 'vf' }, many), plant({ linkSpeedMbps: 10_000 }));
    const gigabits = rates.receive.payloadBitsPerSecond / 1e9;
    expect(gigabits).toBeGreaterThan(8.5);
    expect(gigabits).toBeLessThan(9.5);
    // Every request has its answer.
    const answers = rates.receive.payloadBitsPerSecond / 8 / many.responseBytes;
    expect(answers / pace(rates, { ...ping, ...many })).toBeCloseTo(1, 2);
  });

  test('take small packets for small messages', () => {
    const rates = alone(loop({ path: 'vf' }, many), plant({ linkSpeedMbps: 10_000 }));
    expect(rates.send.bytesPerSecond / rates.send.packetsPerSecond).toBeCloseTo(500 + 40 + 14, 6);
    expect(rates.receive.bytesPerSecond / rates.receive.packetsPerSecond).toBeCloseTo(1514, 6);
  });

  test('never get more than the profile allows', () => {
    const rates = alone(loop({ path: 'vf', traffic: { receiveMbps: 100 } }, many), plant({}));
    expect(rates.receive.payloadBitsPerSecond).toBeLessThanOrEqual(100e6 * (1 + 1e-9));
  });
});

test('the time to think counts', () => {
  const rates = alone(loop({ path: 'vf' }, { thinkUs: 10_000 }), plant({}));
  expect(pace(rates)).toBeCloseTo(1e6 / (10_000 + 2 * rates.latency.mean), 0);
});

test("a neighbour's bulk traffic slows a closed loop down", () => {
  const alone_ = pace(alone(loop({}), plant({ linkSpeedMbps: 10_000 })));
  const bulk = flow({ adapterId: 'bulk', traffic: { receiveMbps: flood } });
  const both = solve([loop({}), bulk], plant({ linkSpeedMbps: 10_000 }), parameters);
  expect(pace(both.get('adapter')!)).toBeLessThan(alone_ / 2);
});
