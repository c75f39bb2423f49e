/** What holds for every plant and every set of flows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solve } from '../../../../../src/main/engine/datapath/solve';
import type { Flow, Plant } from '../../../../../src/main/engine/datapath/solve';
import { ledger } from './ledger';
import { alone, parameters } from './plant';

const rounding = 1e-9;

const mbps = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 2000 }),
  fc.integer({ min: 1, max: 400_000 }),
);

function flowsWith(minimum: fc.Arbitrary<number>): fc.Arbitrary<Flow[]> {
  return fc
    .array(
      fc.record({
        vm: fc.nat(7),
        path: fc.constantFrom('vf', 'vmbus', 'emulated'),
        portId: fc.constantFrom('p0', 'p1', null),
        vmq: fc.boolean(),
        rootProcessor: fc.nat(3),
        queues: fc.integer({ min: 1, max: 4 }),
        lso: fc.boolean(),
        rsc: fc.boolean(),
        policyLayer: fc.boolean(),
        protocol: fc.constantFrom('tcp', 'udp'),
        sendMbps: mbps,
        receiveMbps: mbps,
        minimumMbps: minimum,
        packetBytes: fc.integer({ min: 64, max: 9000 }),
      }),
      { maxLength: 24 },
    )
    .map((all) =>
      all.map(
        (
          { vm, path, portId, vmq, rootProcessor, queues, lso, rsc, policyLayer, minimumMbps, ...traffic },
          index,
        ) => ({
          adapterId: `a${String(index).padStart(2, '0')}`,
          vmId: `vm${vm}`,
          path,
          portId,
          vmq,
          rootProcessors: [rootProcessor],
          guestProcessors: 1 + (vm % 4),
          queues,
          lso,
          rsc,
          policyLayer,
          minimumMbps,
          traffic,
        }),
      ),
    );
}

/** What is reserved for one may be more than what others get: it is for the laws that hold all the same. */
const reserving = flowsWith(fc.oneof(fc.constant(0), mbps));
const flows = flowsWith(fc.constant(0));

const plants: fc.Arbitrary<Plant> = fc
  .record({
    clockMhz: fc.integer({ min: 800, max: 5000 }),
    logicalProcessors: fc.integer({ min: 4, max: 64 }),
    speeds: fc.tuple(fc.constantFrom(100, 1000, 10_000), fc.constantFrom(10_000, 100_000)),
  })
  .map(({ speeds, ...rest }) => ({
    ...rest,
    ports: speeds.map((linkSpeedMbps, index) => ({ id: `p${index}`, linkSpeedMbps })),
  }));

test('no resource gives more than it has, no flow gets more than it wants', () => {
  fc.assert(
    fc.property(reserving, plants, (all, plant) => {
      for (const { used, capacity, streams } of ledger(
        all,
        plant,
        parameters,
        solve(all, plant, parameters),
      )) {
        expect(used).toBeLessThanOrEqual(capacity * (1 + rounding));
        for (const { rates, demand } of streams) {
          expect(rates.payloadBitsPerSecond).toBeLessThanOrEqual(demand * (1 + rounding));
        }
      }
    }),
  );
});

test('whoever gets less than wanted has a full resource on which nobody gets more: max-min fairness', () => {
  fc.assert(
    fc.property(flows, plants, (all, plant) => {
      const accounts = ledger(all, plant, parameters, solve(all, plant, parameters));
      const full = accounts.filter(({ used, capacity }) => used >= capacity * (1 - 1e-6));
      for (const { flow, rates, demand } of accounts.flatMap(({ streams }) => streams)) {
        const got = rates.payloadBitsPerSecond;
        if (got >= demand * (1 - 1e-6)) continue;
        const held = full.some(
          ({ streams }) =>
            streams.some((each) => each.flow === flow && each.rates === rates) &&
            streams.every((each) => each.rates.payloadBitsPerSecond <= got * (1 + 1e-6)),
        );
        expect(held).toBe(true);
      }
    }),
  );
});

test('a flow names what limits it unless its demand is met', () => {
  fc.assert(
    fc.property(reserving, plants, (all, plant) => {
      const answer = solve(all, plant, parameters);
      for (const { adapterId, traffic } of all) {
        const { send, receive, limitedBy } = answer.get(adapterId)!;
        const missing = Math.max(
          1 - send.payloadBitsPerSecond / (traffic.sendMbps * 1e6),
          1 - receive.payloadBitsPerSecond / (traffic.receiveMbps * 1e6),
        );
        if (missing > rounding) expect(limitedBy).not.toBe('demand');
      }
    }),
  );
});

test('the order of the flows makes no difference', () => {
  const shuffled = reserving.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, plants, ([all, other], plant) => {
      const answers = [all, other].map((each) => JSON.stringify([...solve(each, plant, parameters)]));
      expect(answers[1]).toBe(answers[0]);
    }),
  );
});

test('alone and in one direction, offering more or a better host never carries less', () => {
  const single = fc
    .tuple(flows, fc.constantFrom('sendMbps', 'receiveMbps'))
    .filter(([all]) => all.length > 0)
    .map(([all, idle]) => ({ ...all[0]!, traffic: { ...all[0]!.traffic, [idle]: 0 } }));
  const carried = (flow: Flow, plant: Plant): number => {
    const { send, receive } = alone(flow, plant);
    return send.bytesPerSecond + receive.bytesPerSecond;
  };
  fc.assert(
    fc.property(single, plants, fc.double({ min: 1, max: 4, noNaN: true }), (flow, plant, factor) => {
      const { sendMbps, receiveMbps } = flow.traffic;
      const traffic = { ...flow.traffic, sendMbps: sendMbps * factor, receiveMbps: receiveMbps * factor };
      const least = carried(flow, plant) * (1 - rounding);
      expect(carried({ ...flow, traffic }, plant)).toBeGreaterThanOrEqual(least);
      expect(carried(flow, { ...plant, clockMhz: plant.clockMhz * factor })).toBeGreaterThanOrEqual(least);
      expect(carried({ ...flow, path: 'vf' }, plant)).toBeGreaterThanOrEqual(least);
    }),
  );
});

test('carrying more costs more', () => {
  fc.assert(
    fc.property(flows, plants, (all, plant) => {
      const generous = { ...plant, logicalProcessors: 100_000 };
      for (const flow of all) {
        const { sendMbps, receiveMbps } = flow.traffic;
        const half = { ...flow.traffic, sendMbps: sendMbps / 2, receiveMbps: receiveMbps / 2 };
        const full = alone(flow, generous);
        if (full.limitedBy !== 'demand') continue;
        const less = alone({ ...flow, traffic: half }, generous);
        expect(less.rootCyclesPerSecond).toBeLessThanOrEqual(full.rootCyclesPerSecond);
        expect(less.guestCyclesPerSecond).toBeLessThanOrEqual(full.guestCyclesPerSecond);
        expect(less.hypervisorCyclesPerSecond).toBeLessThanOrEqual(full.hypervisorCyclesPerSecond);
      }
    }),
  );
});

test('a better host never takes anything from whoever has least of what was wanted', () => {
  /** The level up to which everybody's demand is met. */
  const floor = (all: readonly Flow[], plant: Plant): number => {
    const answer = solve(all, plant, parameters);
    const unmet = all.flatMap(({ adapterId, traffic }) => {
      const { send, receive } = answer.get(adapterId)!;
      return [
        [send.payloadBitsPerSecond, traffic.sendMbps * 1e6] as const,
        [receive.payloadBitsPerSecond, traffic.receiveMbps * 1e6] as const,
      ].filter(([got, wanted]) => got < wanted * (1 - rounding));
    });
    return Math.min(...unmet.map(([got]) => got));
  };
  fc.assert(
    fc.property(flows, plants, (all, plant) => {
      const better: Plant = {
        clockMhz: plant.clockMhz * 1.5,
        logicalProcessors: plant.logicalProcessors + 4,
        ports: plant.ports.map((port) => ({ ...port, linkSpeedMbps: port.linkSpeedMbps * 2 })),
      };
      expect(floor(all, better)).toBeGreaterThanOrEqual(floor(all, plant) * (1 - rounding));
    }),
  );
});
