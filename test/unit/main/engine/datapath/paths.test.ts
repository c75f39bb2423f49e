import { describe, expect, test } from 'vitest';
import type { FlowPath } from '../../../../../src/main/engine/datapath/solve';
import { alone, flood, flow, parameters, plant, totalCycles } from './plant';

const both = { sendMbps: 100, receiveMbps: 100 };
const paths: readonly FlowPath[] = ['vf', 'vmbus', 'emulated'];

describe('the three paths at the same load', () => {
  const [vf, vmbus, emulated] = paths.map((path) => alone(flow({ path, traffic: both }), plant({})));

  test('carry the same', () => {
    expect(vmbus!.send).toEqual(vf!.send);
    expect(emulated!.receive).toEqual(vf!.receive);
    expect(vf!.limitedBy).toBe('demand');
  });

  test('cost the root nothing, something, much', () => {
    expect(vf!.rootCyclesPerSecond).toBe(0);
    expect(vf!.rootHypervisorCyclesPerSecond).toBe(0);
    expect(vmbus!.rootCyclesPerSecond).toBeGreaterThan(0);
    expect(emulated!.rootCyclesPerSecond).toBeGreaterThan(5 * vmbus!.rootCyclesPerSecond);
  });

  test('cost the host more in the same order', () => {
    expect(totalCycles(vf!)).toBeLessThan(totalCycles(vmbus!));
    expect(totalCycles(vmbus!)).toBeLessThan(totalCycles(emulated!));
  });

  test('interrupt and intercept the guest each in its own way', () => {
    const { batchPackets } = parameters.interrupts;
    const packets = vf!.send.packetsPerSecond;
    // One direction alone would be at the lower limit of moderation.
    const interrupts = Math.max(parameters.moderation.adaptiveMinimum, (2 * packets) / batchPackets);
    expect(vf).toMatchObject({
      interceptsPerSecond: 0,
      hypercallsPerSecond: 0,
      syntheticInterruptsPerSecond: 0,
    });
    expect(vf!.hardwareInterruptsPerSecond).toBeCloseTo(interrupts, 6);
    expect(vmbus!.syntheticInterruptsPerSecond).toBeCloseTo(interrupts, 6);
    expect(vmbus!.hardwareInterruptsPerSecond).toBe(0);
    expect(vmbus!.hypercallsPerSecond).toBeGreaterThan(0);
    expect(vmbus!.interceptsPerSecond).toBe(vmbus!.hypercallsPerSecond);
    // One access to send, five per interrupt, one interrupt per packet.
    expect(emulated!.interceptsPerSecond).toBeCloseTo(11 * packets, 4);
    expect(emulated!.hypercallsPerSecond).toBe(0);
  });
});

test('VF carries more per host processor than VMBus, and VMBus more than emulation', () => {
  const [vf, vmbus, emulated] = paths.map((path) => {
    const rates = alone(flow({ path, traffic: { sendMbps: flood, receiveMbps: flood } }), plant({}));
    return (rates.send.packetsPerSecond + rates.receive.packetsPerSecond) / totalCycles(rates);
  });
  expect(vf).toBeGreaterThan(vmbus!);
  expect(vmbus).toBeGreaterThan(emulated!);
});

describe('a packet', () => {
  test('is an IP packet with a frame around it and payload in it', () => {
    const rates = alone(flow({ path: 'vf', traffic: { sendMbps: 1000 } }), plant({}));
    const { packetsPerSecond, bytesPerSecond, payloadBitsPerSecond } = rates.send;
    expect(payloadBitsPerSecond).toBeCloseTo(1e9, 3);
    expect(packetsPerSecond).toBeCloseTo(1e9 / 8 / 1460, 6);
    expect(bytesPerSecond).toBeCloseTo(packetsPerSecond * 1514, 3);
    expect(rates.receive).toEqual({
      packetsPerSecond: 0,
      bytesPerSecond: 0,
      payloadBitsPerSecond: 0,
      droppedPerSecond: 0,
    });
  });

  test('of UDP has the smaller header and costs the guest more', () => {
    const tcp = alone(flow({ path: 'vf', traffic: { receiveMbps: 1000 } }), plant({}));
    const udp = alone(flow({ path: 'vf', traffic: { receiveMbps: 1000, protocol: 'udp' } }), plant({}));
    expect(udp.receive.packetsPerSecond).toBeCloseTo(1e9 / 8 / 1472, 6);
    expect(udp.guestCyclesPerSecond).toBeGreaterThan(tcp.guestCyclesPerSecond);
  });
});

describe('interrupt moderation', () => {
  const { adaptiveMinimum, adaptiveMaximum } = parameters.moderation;
  const { batchPackets } = parameters.interrupts;

  function interruptsAt(packets: number): number {
    const receiveMbps = (packets * 1460 * 8) / 1e6;
    const rates = alone(flow({ path: 'vf', traffic: { receiveMbps } }), plant({ linkSpeedMbps: 100_000 }));
    expect(rates.receive.packetsPerSecond).toBeCloseTo(packets, 6);
    return rates.hardwareInterruptsPerSecond;
  }

  test.each([
    ['every packet while there are few', 500, 500],
    ['the lower limit beyond that', adaptiveMinimum * 2, adaptiveMinimum],
    ['every batch when it fills in time', batchPackets * 7000, 7000],
    ['the upper limit at most', batchPackets * adaptiveMaximum * 2, adaptiveMaximum],
  ])('interrupts for %s', (_, packets, interrupts) => {
    expect(interruptsAt(packets)).toBeCloseTo(interrupts, 6);
  });
});

test('an internal switch knows no line rate and no queue to sort', () => {
  const figures = { traffic: { receiveMbps: 1000 }, vmq: false };
  const internal = alone(flow({ ...figures, portId: null }), plant({ linkSpeedMbps: 100 }));
  expect(internal.limitedBy).toBe('demand');
  const external = alone(flow(figures), plant({}));
  const sorting = external.rootCyclesPerSecond - internal.rootCyclesPerSecond;
  expect(sorting).toBeCloseTo(parameters.root.withoutVmq * external.receive.packetsPerSecond, 0);
});

test('an idle adapter carries and costs nothing', () => {
  const rates = alone(flow({}), plant({}));
  expect(totalCycles(rates)).toBe(0);
  expect(rates.send.bytesPerSecond + rates.receive.bytesPerSecond).toBe(0);
  expect(rates.limitedBy).toBe('demand');
});
