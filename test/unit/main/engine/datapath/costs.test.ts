/** What connections, sizes, limits and offloads do to one flow. */
import { describe, expect, test } from 'vitest';
import { alone, flood, flow, parameters, plant, totalCycles } from './plant';

const received = { receiveMbps: flood };
const sent = { sendMbps: flood };

describe('connections', () => {
  test('occupy one processor of the guest each', () => {
    const at = (connections: number): number =>
      alone(flow({ path: 'vf', traffic: { ...received, connections } }), plant({ linkSpeedMbps: 400_000 }))
        .receive.payloadBitsPerSecond;
    // Interrupts are those of one queue, so further processors bring a little more than the first.
    expect(at(2) / at(1)).toBeGreaterThan(1.9);
    expect(at(8) / at(1)).toBeGreaterThan(7.6);
    expect(at(100)).toBe(at(8));
  });

  test('occupy one root processor each, as far as there are any', () => {
    const at = (connections: number, rootProcessors: readonly number[]): number =>
      alone(
        flow({ rootProcessors, traffic: { ...received, connections } }),
        plant({ linkSpeedMbps: 400_000 }),
      ).receive.payloadBitsPerSecond;
    expect(at(1, [0, 1, 2, 3])).toBe(at(1, [0]));
    expect(at(8, [0])).toBe(at(1, [0]));
    expect(at(4, [0, 1, 2, 3]) / at(1, [0])).toBeGreaterThan(3.9);
  });
});

describe('an application that copies what it gets', () => {
  const passes = { applicationCopies: 3 };
  const wide = plant({ linkSpeedMbps: 400_000 });

  test('is held up by its one thread, however many connections feed it', () => {
    const at = (connections: number): number =>
      alone(flow({ path: 'vf', traffic: { ...received, ...passes, connections } }), wide).receive
        .payloadBitsPerSecond;
    const oneThread = ((wide.clockMhz * 1e6) / (3 * parameters.copy.perByte)) * 8;
    expect(at(4)).toBeCloseTo(oneThread, -3);
    expect(at(8)).toBe(at(4));
  });

  test('costs its guest the copies and nobody else anything', () => {
    const load = { receiveMbps: 1000 };
    const [plainly, copying] = [load, { ...load, ...passes }].map((traffic) =>
      alone(flow({ traffic }), plant({})),
    );
    const added = copying!.guestCyclesPerSecond - plainly!.guestCyclesPerSecond;
    expect(added).toBeCloseTo(3 * parameters.copy.perByte * 125e6, 0);
    expect(copying!.rootCyclesPerSecond).toBe(plainly!.rootCyclesPerSecond);
    expect(copying!.hypervisorCyclesPerSecond).toBe(plainly!.hypervisorCyclesPerSecond);
  });

  test('keeps no packet waiting', () => {
    const saturated = alone(flow({ path: 'vf', traffic: { ...received, ...passes } }), wide);
    expect(saturated.limitedBy).toBe('application');
    const receiveMbps = saturated.receive.payloadBitsPerSecond / 1e6;
    const plainly = alone(flow({ path: 'vf', traffic: { receiveMbps } }), wide);
    expect(plainly.limitedBy).toBe('demand');
    // The guest's processors have the copying to do as well, which makes packets wait a little for them.
    expect(saturated.latency.mean - plainly.latency.mean).toBeLessThan(1);
  });
});

describe('copies on the VMBus path', () => {
  const { copy, root } = parameters;
  const frames = 100e6 / 8 / 1460;
  const extra = (traffic: object): number => {
    const guest = (path: 'vf' | 'vmbus'): number =>
      alone(flow({ path, traffic }), plant({})).guestCyclesPerSecond -
      alone(flow({ path, traffic }), plant({})).syntheticInterruptsPerSecond * parameters.signal.toGuestWake;
    return (guest('vmbus') - guest('vf')) / frames;
  };

  test('are what the guest pays more than over a VF, in both directions', () => {
    expect(extra({ sendMbps: 100 })).toBeCloseTo(copy.perByte * 1500, 3);
    expect(extra({ receiveMbps: 100 })).toBeCloseTo(copy.perByte * 1500, 3);
  });

  test('are left out for a packet that fits no section of the send buffer', () => {
    const guest = (packetBytes: number): number => {
      const rates = alone(flow({ traffic: { sendMbps: 100, packetBytes } }), plant({}));
      const handlers =
        rates.syntheticInterruptsPerSecond *
        (parameters.interrupts.guestHandler + parameters.signal.toGuestWake);
      return (
        (rates.guestCyclesPerSecond - handlers) / rates.send.packetsPerSecond -
        parameters.guest.perByte * packetBytes
      );
    };
    expect(guest(9000)).toBeCloseTo(parameters.guest.perPacketAggregated, 3);
    expect(guest(4000)).toBeCloseTo(parameters.guest.perPacketAggregated + copy.perByte * 4000, 3);
  });

  test('cost the root the fitted sum whichever way a packet goes', () => {
    const perFrame = (traffic: object): number => {
      const rates = alone(flow({ traffic }), plant({}));
      const signals = rates.hypercallsPerSecond * parameters.signal.toHostWorkerWake;
      return (rates.rootCyclesPerSecond - signals) / frames;
    };
    expect(perFrame({ receiveMbps: 100 })).toBeCloseTo(root.perPacket + copy.perByte * 1500, 3);
    expect(perFrame({ sendMbps: 100 })).toBeCloseTo(root.perPacket + root.sentPerByte * 1500, 3);
  });
});

describe('large segments', () => {
  test('let one root processor send and receive several times as much', () => {
    const wide = plant({ linkSpeedMbps: 100_000 });
    const gain = (offload: 'lso' | 'rsc', traffic: object): number =>
      alone(flow({ [offload]: true, traffic }), wide).send.packetsPerSecond /
        alone(flow({ traffic }), wide).send.packetsPerSecond ||
      alone(flow({ [offload]: true, traffic }), wide).receive.packetsPerSecond /
        alone(flow({ traffic }), wide).receive.packetsPerSecond;
    expect(gain('lso', sent)).toBeGreaterThan(4);
    expect(gain('rsc', received)).toBeGreaterThan(4);
  });

  test('are made neither of small packets nor of UDP', () => {
    for (const traffic of [
      { ...sent, packetBytes: 500 },
      { ...sent, protocol: 'udp' as const },
    ]) {
      const with_ = alone(flow({ lso: true, traffic }), plant({}));
      expect(with_.send.packetsPerSecond).toBe(alone(flow({ traffic }), plant({})).send.packetsPerSecond);
    }
  });
});

test('the MTU of the way caps the packets', () => {
  const traffic = { sendMbps: 1000, packetBytes: 9000 };
  const capped = alone(flow({ path: 'vf', mtuBytes: 1500, traffic }), plant({}));
  const small = alone(flow({ path: 'vf', traffic: { ...traffic, packetBytes: 1500 } }), plant({}));
  expect(capped.send).toEqual(small.send);
  const jumbo = alone(flow({ path: 'vf', traffic }), plant({}));
  expect(jumbo.send.packetsPerSecond).toBeLessThan(capped.send.packetsPerSecond / 5);
});

describe('a bandwidth limit', () => {
  const limited = { maximumMbps: 500, traffic: { sendMbps: 2000, receiveMbps: 2000 } };

  test('holds back what the virtual switch lets out of the VM', () => {
    for (const path of ['vmbus', 'emulated'] as const) {
      const rates = alone(flow({ path, ...limited }), plant({ clockMhz: 100_000 }));
      expect(rates.send.bytesPerSecond * 8).toBeCloseTo(500e6, 0);
      expect(rates.receive.payloadBitsPerSecond).toBeCloseTo(2000e6, 0);
      expect(rates.limitedBy).toBe('bandwidthLimit');
    }
  });

  test('means nothing to a VF', () => {
    const rates = alone(flow({ path: 'vf', ...limited }), plant({}));
    expect(rates.send.payloadBitsPerSecond).toBeCloseTo(2000e6, 0);
    expect(rates.limitedBy).toBe('demand');
  });
});

describe('overload', () => {
  const at = (protocol: 'tcp' | 'udp', limits: object = {}) =>
    alone(
      flow({ path: 'vf', traffic: { protocol, sendMbps: 3000, receiveMbps: 2000 }, ...limits }),
      plant({ linkSpeedMbps: 1000 }),
    );

  test('of UDP drops what does not get through', () => {
    const { send, receive } = at('udp');
    for (const [direction, mbps] of [
      [send, 3000],
      [receive, 2000],
    ] as const) {
      const offered = (mbps * 1e6) / 8 / 1472;
      expect(direction.droppedPerSecond).toBeGreaterThan(0);
      expect(direction.droppedPerSecond + direction.packetsPerSecond).toBeCloseTo(offered, 3);
    }
  });

  test('of TCP makes the sender back off', () => {
    const { send, receive } = at('tcp');
    expect([send.droppedPerSecond, receive.droppedPerSecond]).toEqual([0, 0]);
  });

  test('of a bandwidth limit drops UDP, too', () => {
    const one = flow({ maximumMbps: 100, traffic: { protocol: 'udp', sendMbps: 300 } });
    expect(alone(one, plant({})).send.droppedPerSecond).toBeGreaterThan(15_000);
  });
});

describe('injected interrupts', () => {
  test('cost more, are intercepted and not posted', () => {
    const at = (postedInterrupts: boolean) =>
      alone(flow({ path: 'vf', traffic: { receiveMbps: 1000 } }), plant({ postedInterrupts }));
    const [posted, injected] = [at(true), at(false)];
    expect(injected.hardwareInterruptsPerSecond).toBe(posted.hardwareInterruptsPerSecond);
    expect(posted.postedInterruptsPerSecond).toBe(posted.hardwareInterruptsPerSecond);
    expect(posted.interceptsPerSecond).toBe(0);
    expect(injected.postedInterruptsPerSecond).toBe(0);
    const exits = parameters.interrupts.exitsPerInjected * injected.hardwareInterruptsPerSecond;
    expect(injected.interceptsPerSecond).toBeCloseTo(exits, 6);
    expect(totalCycles(injected)).toBeGreaterThan(totalCycles(posted));
  });

  test('are no matter of the VMBus', () => {
    const at = (postedInterrupts: boolean) =>
      alone(flow({ traffic: { receiveMbps: 1000 } }), plant({ postedInterrupts }));
    expect(at(true)).toEqual(at(false));
  });
});
