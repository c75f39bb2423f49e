/** Queues of an adapter: each has a processor of the guest and an interrupt of its own. */
import { describe, expect, test } from 'vitest';
import { alone, flood, flow, parameters, plant } from './plant';

const wide = plant({ linkSpeedMbps: 400_000 });

describe.each(['vf', 'vmbus'] as const)('over %s', (path) => {
  const rootProcessors = [0, 1, 2, 3];
  const received = (queues: number, connections = 8) =>
    alone(flow({ path, queues, rootProcessors, traffic: { receiveMbps: flood, connections } }), wide);

  test('one queue keeps to one processor of the guest, however many there are', () => {
    const one = received(1);
    const busy = one.guestCyclesPerSecond + one.hypervisorCyclesPerSecond - one.rootHypervisorCyclesPerSecond;
    expect(busy).toBeLessThanOrEqual(wide.clockMhz * 1e6 * (1 + 1e-9));
    expect(received(2).receive.packetsPerSecond).toBeGreaterThan(1.5 * one.receive.packetsPerSecond);
  });

  test('more queues than connections change nothing', () => {
    expect(received(8, 2)).toEqual(received(2, 2));
  });

  test('each queue brings interrupts up to the limit of its own', () => {
    // 10,135 packets per second: beyond the lower limit of one queue, not of four.
    const traffic = { receiveMbps: 120, protocol: 'udp' as const };
    const interrupts = (queues: number): number => {
      const rates = alone(flow({ path, queues, traffic }), wide);
      return rates.hardwareInterruptsPerSecond + rates.syntheticInterruptsPerSecond;
    };
    const { adaptiveMinimum } = parameters.moderation;
    expect(interrupts(1)).toBeCloseTo(adaptiveMinimum, 3);
    expect(interrupts(4)).toBeCloseTo(4 * adaptiveMinimum, 3);
  });
});

test('a segment that a neighbour sends whole reaches the guest whole, whatever its own port merges', () => {
  const local = (lso: boolean, rsc: boolean) => {
    const { traffic, ...side } = flow({ adapterId: 'b', rootProcessors: [1], rsc });
    expect(traffic.sendMbps).toBe(0);
    const peer = { ...side, local: true };
    return alone(flow({ lso, peer, traffic: { sendMbps: 1000 } }), wide).peer!;
  };
  expect(local(true, false).syntheticInterruptsPerSecond).toBeLessThan(
    local(false, false).syntheticInterruptsPerSecond,
  );
  expect(local(false, true)).toEqual(local(false, false));
});
