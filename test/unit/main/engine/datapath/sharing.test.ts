import { describe, expect, test } from 'vitest';
import { solve } from '../../../../../src/main/engine/datapath/solve';
import type { Flow, FlowRates, Plant } from '../../../../../src/main/engine/datapath/solve';
import { flood, flow, parameters, plant } from './plant';

const flooding = { sendMbps: flood };

function sentMbps(rates: ReadonlyMap<string, FlowRates>): Record<string, number> {
  return Object.fromEntries(
    [...rates].map(([id, { send }]) => [id, Math.round(send.payloadBitsPerSecond / 1e4) / 100]),
  );
}

function share(flows: readonly Flow[], on: Plant): ReadonlyMap<string, FlowRates> {
  return solve(flows, on, parameters);
}

describe('a line', () => {
  const lineRate = Math.round(10_000 * (1460 / 1538) * 100) / 100;

  test('is shared evenly by equals', () => {
    const flows = ['a', 'b', 'c', 'd'].map((adapterId) => flow({ adapterId, path: 'vf', traffic: flooding }));
    const each = lineRate / 4;
    const rates = sentMbps(share(flows, plant({ linkSpeedMbps: 10_000 })));
    for (const id of ['a', 'b', 'c', 'd']) expect(rates[id]).toBeCloseTo(each, 1);
  });

  test('leaves to the others what a modest flow does not want', () => {
    const modest = flow({ adapterId: 'modest', path: 'vf', traffic: { sendMbps: 1000 } });
    const greedy = ['a', 'b'].map((adapterId) => flow({ adapterId, path: 'vf', traffic: flooding }));
    const rates = share([modest, ...greedy], plant({ linkSpeedMbps: 10_000 }));
    expect(sentMbps(rates).modest).toBe(1000);
    expect(sentMbps(rates).a).toBeCloseTo((lineRate - 1000) / 2, 1);
    expect(rates.get('modest')!.limitedBy).toBe('demand');
    expect(rates.get('a')!.limitedBy).toBe('port');
  });

  test('carries its full rate in both directions at once', () => {
    const traffic = { sendMbps: flood, receiveMbps: flood };
    const rates = share([flow({ path: 'vf', traffic })], plant({ linkSpeedMbps: 10_000 })).get('adapter')!;
    expect(rates.send.payloadBitsPerSecond / 1e6).toBeCloseTo(lineRate, 1);
    expect(rates.receive.payloadBitsPerSecond / 1e6).toBeCloseTo(lineRate, 1);
  });

  test('does not concern flows on another one', () => {
    const ports = [
      { id: 'port', linkSpeedMbps: 1000 },
      { id: 'fast', linkSpeedMbps: 10_000 },
    ];
    const flows = [
      flow({ adapterId: 'slow', path: 'vf', traffic: flooding }),
      flow({ adapterId: 'fast', path: 'vf', portId: 'fast', traffic: flooding }),
    ];
    const rates = sentMbps(share(flows, { ...plant({}), ports }));
    expect(rates.slow).toBeCloseTo(lineRate / 10, 1);
    expect(rates.fast).toBeCloseTo(lineRate, 1);
  });
});

describe('a minimum bandwidth', () => {
  const on = plant({ linkSpeedMbps: 1000 });
  const reserve = (mbps: number, offer = 1000): Flow =>
    flow({ adapterId: 'kept', minimumMbps: mbps, traffic: { sendMbps: offer, protocol: 'udp' } });
  const others = ['a', 'b', 'c'].map((adapterId) => flow({ adapterId, traffic: { sendMbps: 1000 } }));
  /** Frames per payload, what the reservation counts in. */
  const frame = 1514 / 1460;

  test('keeps that much of the line, and the others share the rest', () => {
    const even = sentMbps(share([reserve(0), ...others], on));
    const kept = sentMbps(share([reserve(700), ...others], on));
    expect(even.kept).toBeCloseTo(even.a!, 5);
    expect(kept.kept! * (1514 / 1472)).toBeCloseTo(700, 0);
    expect(kept.a).toBeCloseTo(kept.b!, 5);
    expect(kept.a! * frame).toBeGreaterThan(80);
    expect(kept.a! * frame).toBeLessThan(100);
  });

  test('keeps nothing from the others while it is not used, nor more than is offered', () => {
    const idle = sentMbps(share([reserve(700, 100), ...others], on));
    const without = sentMbps(share([reserve(0, 100), ...others], on));
    expect(idle).toEqual(without);
  });

  test('is no limit', () => {
    const alone = sentMbps(share([reserve(100)], on));
    expect(alone.kept).toBeGreaterThan(900);
    const shared = sentMbps(share([reserve(100), ...others], on));
    expect(shared.kept).toBeGreaterThan(200);
  });

  test('does not bind a VF', () => {
    const vfs = [
      { ...reserve(700), path: 'vf' } as const,
      ...others.map((each) => ({ ...each, path: 'vf' }) as const),
    ];
    const rates = sentMbps(share(vfs, on));
    expect(rates.kept).toBeCloseTo(rates.a!, -1);
  });

  test('gives way where the processors cannot serve what the line has promised', () => {
    const slow = { ...plant({ linkSpeedMbps: 40_000, clockMhz: 800 }) };
    const floods = ['x', 'y'].map((adapterId) =>
      flow({ adapterId, minimumMbps: 20_000, traffic: { sendMbps: flood } }),
    );
    const rates = sentMbps(share(floods, slow));
    expect(rates.x).toBeCloseTo(rates.y!, 3);
    expect(rates.x).toBeLessThan(20_000);
    expect(rates.x).toBeGreaterThan(100);
  });
});

describe('root processors', () => {
  test('serve the default queue of a port on one of them, hardware queues on several', () => {
    const four = (vmq: boolean): Flow[] =>
      [0, 1, 2, 3].map((index) =>
        flow({ adapterId: `a${index}`, vmq, rootProcessors: [vmq ? index : 0], traffic: flooding }),
      );
    const total = (flows: readonly Flow[]): number =>
      Object.values(sentMbps(share(flows, plant({})))).reduce((sum, mbps) => sum + mbps, 0);
    expect(total(four(true))).toBeGreaterThan(6 * total(four(false)));
  });

  test('are left alone by VFs, so that moving one VM to a VF helps the others', () => {
    const at = (path: 'vf' | 'vmbus'): Record<string, number> =>
      sentMbps(
        share(
          [
            flow({ adapterId: 'moved', path, traffic: flooding }),
            flow({ adapterId: 'other', traffic: flooding }),
          ],
          plant({ linkSpeedMbps: 100_000 }),
        ),
      );
    expect(at('vmbus').moved).toBe(at('vmbus').other);
    // A little more than double: one busy ring is signalled less often than two.
    expect(at('vf').other! / at('vmbus').other!).toBeCloseTo(2, 1);
    expect(at('vf').moved).toBeGreaterThan(5 * at('vf').other!);
  });

  test('give all emulated adapters of a VM one thread, but each VM its own', () => {
    const emulated = (adapterId: string, vmId: string, rootProcessor: number): Flow =>
      flow({ adapterId, vmId, path: 'emulated', rootProcessors: [rootProcessor], traffic: flooding });
    const one = sentMbps(share([emulated('a', 'x', 0), emulated('b', 'x', 1)], plant({})));
    const two = sentMbps(share([emulated('a', 'x', 0), emulated('b', 'y', 1)], plant({})));
    expect(one.a).toBeCloseTo(two.a! / 2, 1);
    expect(two.a).toBe(two.b);
  });
});

test('the processors of a VM are shared by its adapters', () => {
  const flows = ['a', 'b'].map((adapterId) =>
    flow({ adapterId, vmId: 'x', path: 'vf', portId: adapterId, guestProcessors: 1, traffic: flooding }),
  );
  const ports = ['a', 'b'].map((id) => ({ id, linkSpeedMbps: 100_000 }));
  const rates = share(flows, { ...plant({}), ports });
  expect([...rates.values()].map((each) => each.limitedBy)).toEqual(['guestProcessor', 'guestProcessor']);
  expect(sentMbps(rates).a).toBe(sentMbps(rates).b);
});

test('all flows together get no more than the host has', () => {
  const flows = [0, 1, 2, 3].map((index) =>
    flow({ adapterId: `a${index}`, path: 'vf', guestProcessors: 4, traffic: flooding }),
  );
  const rates = share(flows, plant({ logicalProcessors: 2, linkSpeedMbps: 400_000 }));
  for (const each of rates.values()) expect(each.limitedBy).toBe('hostProcessors');
});

describe('the answer', () => {
  const flows = Array.from({ length: 40 }, (_, index) =>
    flow({
      adapterId: `adapter ${index}`,
      path: (['vf', 'vmbus', 'emulated'] as const)[index % 3]!,
      rootProcessors: [index % 4],
      traffic: { sendMbps: 100 * index, receiveMbps: 4000 - 90 * index },
    }),
  );

  test('is the same to the last bit in whatever order the flows come', () => {
    const forward = share(flows, plant({}));
    const backward = share([...flows].reverse(), plant({}));
    expect(JSON.stringify([...backward])).toBe(JSON.stringify([...forward]));
  });

  test('is ordered by adapter', () => {
    const ids = [...share(flows, plant({})).keys()];
    expect(ids).toEqual(flows.map(({ adapterId }) => adapterId).sort());
  });
});

test('a flow on a port or a root processor that does not exist is a defect', () => {
  expect(() => share([flow({ portId: 'nowhere', traffic: flooding })], plant({}))).toThrow(/no port nowhere/);
  expect(() => share([flow({ rootProcessors: [32], traffic: flooding })], plant({}))).toThrow(
    /no root processor 32/,
  );
});
