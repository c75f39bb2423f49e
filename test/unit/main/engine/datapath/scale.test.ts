import { expect, test } from 'vitest';
import { solve } from '../../../../../src/main/engine/datapath/solve';
import { flow, parameters } from './plant';

test('ten thousand flows on a host that is too small for them are worked out at once', () => {
  const flows = Array.from({ length: 10_000 }, (_, index) =>
    flow({
      adapterId: `adapter ${(index * 7919) % 10_000}`,
      path: (['vf', 'vmbus', 'emulated'] as const)[index % 3]!,
      portId: `p${index % 16}`,
      rootProcessor: index % 128,
      guestProcessors: 2,
      traffic: { sendMbps: 100 + (index % 1000), receiveMbps: 50 + ((index * 31) % 900) },
    }),
  );
  const ports = Array.from({ length: 16 }, (_, index) => ({ id: `p${index}`, linkSpeedMbps: 100_000 }));
  const plant = { clockMhz: 2400, logicalProcessors: 128, ports };
  const durations = Array.from({ length: 10 }, () => {
    const start = performance.now();
    expect(solve(flows, plant, parameters).size).toBe(flows.length);
    return performance.now() - start;
  });
  // The best of several: the others may have been held up by something else on the machine.
  expect(Math.min(...durations)).toBeLessThan(100);
});
