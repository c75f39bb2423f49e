import { describe, expect, it } from 'vitest';
import type { Flow, FlowRates } from '../../../../../src/main/engine/datapath/solve';
import { DataPaths } from '../../../../../src/main/engine/datapath/solve';
import { shareOut } from '../../../../../src/main/engine/datapath/processor-shares';
import { flood, flow, parameters, plant, totalCycles } from './plant';

describe('an amount shared out', () => {
  const out = (amount: number, ...all: (readonly [wanted: number, weight: number, reserve?: number])[]) =>
    shareOut(
      amount,
      all.map(([wanted, weight, reserve = 0]) => ({ wanted, weight, reserve })),
    );

  it('goes by weight', () => {
    expect(out(400, [1000, 100], [1000, 300])).toEqual([100, 300]);
  });

  it('goes to the others where somebody wants less', () => {
    expect(out(400, [20, 300], [1000, 100], [1000, 100])).toEqual([20, 190, 190]);
  });

  it('leaves nobody less than is reserved, nor more than is wanted', () => {
    expect(out(400, [1000, 1, 200], [1000, 100], [1000, 100])).toEqual([200, 100, 100]);
    expect(out(400, [50, 1, 200], [1000, 1])).toEqual([50, 350]);
  });

  it('is all that is wanted where there is enough', () => {
    expect(out(400, [100, 1], [200, 1, 10])).toEqual([100, 200]);
  });

  it('shrinks what is reserved where not even that is there', () => {
    expect(out(100, [1000, 1, 300], [1000, 9, 100])).toEqual([75, 25]);
  });
});

describe("the host's processors", () => {
  const clockMhz = 2400;
  const host = plant({ clockMhz, logicalProcessors: 4, linkSpeedMbps: 400_000 });
  const paths = ['vf', 'vmbus'] as const;

  function vm(index: number, claims: Partial<Flow>): Flow {
    return flow({
      adapterId: `a${index}`,
      path: paths[index % 2]!,
      guestProcessors: 4,
      rootProcessors: [index],
      hostWeight: 100,
      traffic: { sendMbps: flood, receiveMbps: flood },
      ...claims,
    });
  }

  function guestTime({ guestCyclesPerSecond, hypervisorCyclesPerSecond, ...rest }: FlowRates): number {
    return guestCyclesPerSecond + hypervisorCyclesPerSecond - rest.rootHypervisorCyclesPerSecond;
  }

  function solved(...claims: Partial<Flow>[]): FlowRates[] {
    const flows = claims.map((claim, index) => vm(index, claim));
    return [...new DataPaths(parameters).solve(flows, host).values()];
  }

  function used(all: readonly FlowRates[]): number {
    return all.reduce((sum, rates) => sum + totalCycles(rates), 0) / (4 * clockMhz * 1e6);
  }

  it('are shared among guests by weight, whatever their packets cost, and none is left idle', () => {
    const all = solved(
      { path: 'vf' },
      { path: 'vf', hostWeight: 300, traffic: { ...vm(0, {}).traffic, packetBytes: 500 } },
    );
    expect(guestTime(all[1]!) / guestTime(all[0]!)).toBeCloseTo(3, 2);
    expect(used(all)).toBeGreaterThan(0.999);
    expect(used(all)).toBeLessThanOrEqual(1 + 1e-9);
    expect(all.map(({ limitedBy }) => limitedBy)).toEqual(['hostProcessors', 'hostProcessors']);
  });

  it('serve the root first, and a reserve before any weight', () => {
    const claims = [{ hostWeight: 1, hostReserve: 0.25 }, {}, { hostWeight: 1000 }, {}];
    const all = solved(...claims);
    expect(guestTime(all[0]!) / (clockMhz * 1e6)).toBeCloseTo(1, 2);
    expect(used(all)).toBeGreaterThan(0.999);
    expect(used(all)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('are not shared by weight while they serve everybody', () => {
    const few = { traffic: { ...vm(0, {}).traffic, sendMbps: 100, receiveMbps: 100 } };
    const all = solved({ ...few, hostWeight: 1 }, { ...few, hostWeight: 10_000 });
    for (const { limitedBy, send } of all) {
      expect(limitedBy).toBe('demand');
      expect(send.payloadBitsPerSecond).toBeCloseTo(100e6, 0);
    }
  });

  it('are forgotten by the next solution', () => {
    const paths = new DataPaths(parameters);
    const scarce = [vm(0, {}), vm(1, { hostWeight: 900 })];
    const before = paths.solve(scarce, host);
    const [one] = scarce;
    const alone = paths.solve([one!], host).get('a0');
    expect(alone).toEqual(new DataPaths(parameters).solve([one!], host).get('a0'));
    expect(paths.solve(scarce, host)).toEqual(before);
  });
});
