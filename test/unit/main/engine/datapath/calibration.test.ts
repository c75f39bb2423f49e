/** Published measurements that the cost model was fitted to or is checked against. */
import { describe, expect, test } from 'vitest';
import { alone, flood, flow, packetGigabits, parameters, plant, totalCycles } from './plant';

const sent = { sendMbps: flood };
const received = { receiveMbps: flood };

/** Asserts `actual` within `percent` of `expected`. */
function expectWithin(percent: number, actual: number, expected: number): void {
  expect(Math.abs(actual / expected - 1) * 100).toBeLessThanOrEqual(percent);
}

describe('the software path', () => {
  test.each([
    ['received', received],
    ['sent', sent],
  ])('with VMQ fills one root processor of 2.8 GHz with 6.59 Gb/s %s', (_, traffic) => {
    const rates = alone(flow({ traffic }), plant({ clockMhz: 2800 }));
    expectWithin(5, packetGigabits(rates), 6.59);
    expect(rates.limitedBy).toBe('rootProcessor');
  });

  test('stays within the 5 to 7 Gb/s that Microsoft gave for one core, in payload too', () => {
    for (const traffic of [sent, received]) {
      const { send, receive } = alone(flow({ traffic }), plant({ clockMhz: 2800 }));
      const gigabits = (send.payloadBitsPerSecond + receive.payloadBitsPerSecond) / 1e9;
      expect(gigabits).toBeGreaterThan(5);
      expect(gigabits).toBeLessThan(7);
    }
  });

  test.each([
    ['received', received],
    ['sent', sent],
  ])('without VMQ fills one root processor of 2.8 GHz with 3.95 Gb/s %s', (_, traffic) => {
    const rates = alone(flow({ vmq: false, traffic }), plant({ clockMhz: 2800 }));
    expectWithin(5, packetGigabits(rates), 3.95);
  });

  test('with a policy layer carries a single connection of 5.05 Gb/s at 2.4 GHz', () => {
    for (const traffic of [sent, received]) {
      const rates = alone(flow({ policyLayer: true, traffic }), plant({ clockMhz: 2400 }));
      expectWithin(5, packetGigabits(rates), 5.05);
    }
  });
});

describe('the VF path', () => {
  test('carries 9.49 Gb/s of payload on a 10 Gb/s line', () => {
    const rates = alone(flow({ path: 'vf', traffic: sent }), plant({ linkSpeedMbps: 10_000 }));
    expect(rates.send.payloadBitsPerSecond / 1e9).toBeCloseTo(9.493, 3);
    expect(rates.limitedBy).toBe('port');
  });

  test('carries a single connection of about 31 Gb/s with one guest processor of 2.4 GHz', () => {
    const one = flow({ path: 'vf', guestProcessors: 1, traffic: received });
    const rates = alone(one, plant({ linkSpeedMbps: 32_000 }));
    expectWithin(10, rates.receive.payloadBitsPerSecond / 1e9, 31);
    expect(rates.limitedBy).toBe('guestProcessor');
    expect(rates.rootCyclesPerSecond).toBe(0);
  });

  test('is held back by nothing but the 32 Gb/s line with two guest processors', () => {
    const two = flow({ path: 'vf', guestProcessors: 2, traffic: received });
    const rates = alone(two, plant({ linkSpeedMbps: 32_000 }));
    expectWithin(3, rates.receive.payloadBitsPerSecond / 1e9, 31);
    expect(rates.limitedBy).toBe('port');
  });

  /** Interrupts that the hypervisor injects, as before posted interrupts. */
  const old = {
    ...parameters,
    interrupts: { ...parameters.interrupts, virtualPosted: parameters.interrupts.virtualOld },
  };

  test('costs an additional VM 1.71 % of a 2.8 GHz processor at 2,000 interrupts per second', () => {
    // Both loads are interrupted equally often, so the difference is the packets' share.
    const at = (mbps: number): number =>
      totalCycles(
        alone(flow({ path: 'vf', traffic: { receiveMbps: mbps } }), plant({ clockMhz: 2800 }), old),
      );
    const withoutPackets = 2 * at(60) - at(120);
    expectWithin(1, withoutPackets / 2.8e9, 0.0171);
  });

  test('reached 60 to 65 % of bare metal at 48,800 injected interrupts per second', () => {
    const busy = { ...parameters.moderation, adaptiveMaximum: 48_800 };
    const at = (figures: typeof parameters): number => {
      const one = flow({ path: 'vf', guestProcessors: 1, traffic: received });
      const rates = alone(one, plant({ clockMhz: 2930 }), { ...figures, moderation: busy });
      return rates.receive.packetsPerSecond;
    };
    const bare = { ...parameters, interrupts: { ...parameters.interrupts, virtualPosted: 0 } };
    expectWithin(15, at(old) / at(bare), 0.625);
  });
});

describe('the emulated path', () => {
  test.each([
    [64, 0.019],
    [1500, 0.439],
  ])('carries 37,000 packets of %i bytes per second at 2.8 GHz', (packetBytes, gigabits) => {
    const one = flow({ path: 'emulated', traffic: { sendMbps: flood, packetBytes, protocol: 'udp' } });
    const rates = alone(one, plant({ clockMhz: 2800 }));
    expectWithin(5, rates.send.packetsPerSecond, 37_000);
    expectWithin(5, packetGigabits(rates, packetBytes), gigabits);
    expect(rates.limitedBy).toBe('rootProcessor');
  });

  test('takes 22 % of a 2.8 GHz processor at the 100 Mb/s that the adapter reports', () => {
    const traffic = { sendMbps: 96, protocol: 'udp' } as const;
    const rates = alone(flow({ path: 'emulated', traffic }), plant({ clockMhz: 2800 }));
    expectWithin(5, totalCycles(rates) / 2.8e9, 0.22);
    expect(rates.limitedBy).toBe('demand');
  });
});
