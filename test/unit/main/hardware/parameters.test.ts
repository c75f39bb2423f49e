import { describe, expect, it } from 'vitest';
import {
  latencies,
  markedLatencies,
  markedModelParameters,
  modelParameters,
} from '../../../../src/main/hardware/parameters';
import {
  latenciesFileSchema,
  modelParametersFileSchema,
} from '../../../../src/shared/model/model-parameters';

describe('the files in assets/model', () => {
  it('have the right shape, with unit, mark and source at every figure', () => {
    expect(modelParametersFileSchema.parse(markedModelParameters())).toEqual(markedModelParameters());
    expect(latenciesFileSchema.parse(markedLatencies())).toEqual(markedLatencies());
  });

  it('reach the engine as plain numbers', () => {
    expect(modelParameters().exits.hypercall).toBe(1400);
    expect(modelParameters().jitter.software.gammaScale).toBe(7.3);
    expect(latencies().guestDriverLoad).toBe(520);
    expect(Object.keys(latencies())).toEqual(Object.keys(markedLatencies()));
  });

  it('refuse a fraction of a millisecond and a wrong unit', () => {
    const good = markedLatencies();
    const fraction = { ...good, takeover: { ...good.takeover, value: 99.5 } };
    expect(latenciesFileSchema.safeParse(fraction).success).toBe(false);
    const seconds = { ...good, takeover: { ...good.takeover, unit: 's' } };
    expect(latenciesFileSchema.safeParse(seconds).success).toBe(false);
  });
});

/** Gb/s that a core of `clock` Hz moves when each unit of `bytes` costs `cycles`. */
function gbps(clock: number, cycles: number, bytes: number): number {
  return ((clock / cycles) * bytes * 8) / 1e9;
}

describe('the figures meet the measurements they were fitted to', () => {
  const { root, copy, guest, interrupts, framing, latency, jitter } = modelParameters();
  const mtu = 1500;
  const rootCycles = root.perPacket + copy.perByte * copy.intoReceiveBuffer * mtu;

  it('moves 5-7 Gb/s per root core with VMQ and 3-4 without', () => {
    expect(gbps(2.8e9, rootCycles, mtu)).toBeCloseTo(6.59, 2);
    expect(gbps(2.8e9, rootCycles + root.withoutVmq, mtu)).toBeCloseTo(3.95, 2);
  });

  it('moves 5 Gb/s of one connection in software and 31.5 over a VF', () => {
    expect(gbps(2.4e9, rootCycles + root.policyLayer, mtu)).toBeCloseTo(5.05, 2);
    const payload = mtu - framing.ipTcpHeaders;
    expect(gbps(2.4e9, guest.perPacketAggregated + guest.perByte * payload, mtu)).toBeCloseTo(31.5, 1);
  });

  it('costs 1.71 % of a core per VM at 2,000 interrupts a second', () => {
    const perInterrupt = interrupts.virtualOld + interrupts.guestHandler;
    expect((2000 * perInterrupt) / 2.8e9).toBeCloseTo(0.0171, 4);
  });

  it('fills a 10 Gb/s line to 9.493 Gb/s of payload', () => {
    const payload = mtu - framing.ipTcpHeaders;
    expect((10 * payload) / (mtu + framing.wireOverhead)).toBeCloseTo(9.493, 3);
  });

  it('adds up to 17 us over a VF and 50 us in software', () => {
    const vf =
      latency.guestSend +
      latency.nicSend +
      latency.switchHops +
      latency.nicReceive +
      latency.vfInterrupt +
      latency.guestReceive;
    const side =
      latency.vmbusSignal +
      latency.rootWake +
      latency.virtualSwitch +
      latency.rootCopy +
      latency.virtualInterrupt;
    expect(vf).toBe(17);
    expect(vf + 2 * side).toBe(50);
  });

  it.each([
    ['vf', 17.0],
    ['software', 50.2],
  ] as const)('gives the jitter of the %s path its published mean', (path, mean) => {
    const { floor, gammaShape, gammaScale, tailProbability, tailMean } = jitter[path];
    expect(floor + gammaShape * gammaScale + tailProbability * tailMean).toBeCloseTo(mean, 1);
  });
});
