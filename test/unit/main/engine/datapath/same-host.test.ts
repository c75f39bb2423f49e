/** Traffic between two adapters of one host. */
import { describe, expect, test } from 'vitest';
import { solve } from '../../../../../src/main/engine/datapath/solve';
import type { Flow, FlowPath, FlowPeer, FlowRates } from '../../../../../src/main/engine/datapath/solve';
import { alone, flood, flow, parameters, plant } from './plant';

function pair(
  own: FlowPath,
  other: FlowPath,
  traffic: Partial<Flow['traffic']>,
  far: Partial<FlowPeer> = {},
): Flow {
  const { traffic: idle, ...side } = flow({ adapterId: 'b', path: other, rootProcessors: [1] });
  expect(idle.sendMbps).toBe(0);
  return flow({ adapterId: 'a', path: own, traffic, peer: { ...side, local: true, ...far } });
}

const paths = ['vf', 'vmbus', 'emulated'] as const;
const combinations = paths.flatMap((own) => paths.map((other) => [own, other] as const));

describe.each(combinations)('from %s to %s', (own, other) => {
  const rates = alone(pair(own, other, { sendMbps: 50, receiveMbps: 20 }), plant({}));

  test('what one end sends, the other receives', () => {
    expect(rates.peer!.receive).toEqual(rates.send);
    expect(rates.peer!.send).toEqual(rates.receive);
    expect(rates.send.payloadBitsPerSecond).toBeCloseTo(50e6, 3);
    expect([rates.onWire, rates.peer!.onWire]).toEqual([false, false]);
  });

  test('both guests work, and the root only for software ends', () => {
    expect(rates.guestCyclesPerSecond).toBeGreaterThan(0);
    expect(rates.peer!.guestCyclesPerSecond).toBeGreaterThan(0);
    const root = rates.rootCyclesPerSecond + rates.peer!.rootCyclesPerSecond;
    expect(root > 0).toBe(own !== 'vf' || other !== 'vf');
    if (own === 'vf') expect(rates.rootCyclesPerSecond).toBe(0);
    if (other === 'vf') expect(rates.peer!.rootCyclesPerSecond).toBe(0);
  });
});

test('two software adapters take one pass through the virtual switch, charged to the sender', () => {
  const rates = alone(pair('vmbus', 'vmbus', { sendMbps: 100 }), plant({}));
  const wire = alone(flow({ traffic: { sendMbps: 100 } }), plant({}));
  expect(rates.rootCyclesPerSecond).toBeCloseTo(wire.rootCyclesPerSecond, 0);
  // The receiver's root processor does no more than ask for interrupts.
  expect(rates.peer!.rootCyclesPerSecond).toBe(0);
  expect(rates.peer!.rootHypervisorCyclesPerSecond).toBeGreaterThan(0);
});

test('a VF and a software adapter take the NIC and one pass at the software end', () => {
  const rates = alone(pair('vf', 'vmbus', { sendMbps: 100 }), plant({}));
  const wire = alone(flow({ traffic: { receiveMbps: 100 } }), plant({}));
  expect(rates.peer!.rootCyclesPerSecond).toBeCloseTo(wire.rootCyclesPerSecond, 0);
});

describe('two VFs of one port', () => {
  const fast = { clockMhz: 50_000, linkSpeedMbps: 10_000 };

  test('are not held back by the wire but by the switch inside the NIC', () => {
    const rates = alone(pair('vf', 'vf', { sendMbps: flood }), plant(fast));
    const inside = 10_000e6 * parameters.nicSwitch.capacityOverLine * (1460 / 1538);
    expect(rates.send.payloadBitsPerSecond).toBeCloseTo(inside, -2);
    expect(rates.limitedBy).toBe('nicSwitch');
  });

  test('leave the wire to others', () => {
    const other = flow({ adapterId: 'c', path: 'vf', traffic: { sendMbps: flood } });
    const rates = solve([pair('vf', 'vf', { sendMbps: 8000 }), other], plant(fast), parameters);
    expect(rates.get('c')!.send.payloadBitsPerSecond).toBeCloseTo(10_000e6 * (1460 / 1538), -2);
    expect(rates.get('a')!.limitedBy).toBe('demand');
  });
});

test('on two ports the traffic goes over the wire, out at one and in at the other', () => {
  const on = {
    ...plant({}),
    ports: ['port', 'far'].map((id) => ({ id, linkSpeedMbps: id === 'far' ? 1000 : 10_000 })),
  };
  const rates = alone(pair('vf', 'vf', { sendMbps: flood }, { local: false, portId: 'far' }), on);
  expect(rates.send.payloadBitsPerSecond).toBeCloseTo(1000e6 * (1460 / 1538), -2);
  expect(rates.limitedBy).toBe('port');
  expect([rates.onWire, rates.peer!.onWire]).toEqual([true, true]);
});

test('the slower end holds back both', () => {
  const slow = alone(
    pair('vf', 'vf', { sendMbps: flood }, { guestProcessors: 1 }),
    plant({ linkSpeedMbps: 100_000 }),
  );
  const quick = alone(pair('vf', 'vf', { sendMbps: flood }), plant({ linkSpeedMbps: 100_000 }));
  expect(slow.limitedBy).toBe('guestProcessor');
  expect(slow.send.packetsPerSecond).toBeLessThan(quick.send.packetsPerSecond / 2);
});

test('UDP that gets lost is lost by its sender alone', () => {
  const rates: FlowRates = alone(
    pair('vf', 'vf', { protocol: 'udp', sendMbps: flood, receiveMbps: flood }, { guestProcessors: 1 }),
    plant({}),
  );
  expect(rates.send.droppedPerSecond).toBeGreaterThan(0);
  expect(rates.peer!.send.droppedPerSecond).toBeGreaterThan(0);
  expect([rates.receive.droppedPerSecond, rates.peer!.receive.droppedPerSecond]).toEqual([0, 0]);
});

test('the bandwidth limit of the other end holds back what this one receives', () => {
  const rates = alone(pair('vmbus', 'vmbus', { receiveMbps: 1000 }, { maximumMbps: 100 }), plant({}));
  expect(rates.receive.bytesPerSecond * 8).toBeCloseTo(100e6, 0);
});
