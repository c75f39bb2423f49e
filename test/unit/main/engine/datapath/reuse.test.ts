/** A solver that goes on gives what a new one would: what it keeps is a shortcut and no memory. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DataPaths, solve } from '../../../../../src/main/engine/datapath/solve';
import type { Flow, Plant } from '../../../../../src/main/engine/datapath/solve';
import { flow, parameters, plant } from './plant';

const kins = Array.from({ length: 12 }, () => ({}));

const flows: fc.Arbitrary<Flow[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.nat(11),
      path: fc.constantFrom('vf', 'vmbus', 'emulated'),
      otherPath: fc.constantFrom('vf', 'vmbus', null),
      protocol: fc.constantFrom('tcp', 'udp'),
      sendMbps: fc.constantFrom(0, 10, 4000, 100_000),
      receiveMbps: fc.constantFrom(0, 10, 4000),
      loop: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 10 },
  )
  .map((all) =>
    all.map(({ id, path, otherPath, protocol, sendMbps, receiveMbps, loop }) => {
      const closedLoop = { outstanding: 4, requestBytes: 100, responseBytes: 4000, thinkUs: 0 };
      const one = flow({
        adapterId: `a${id}`,
        path,
        rootProcessors: [id % 3],
        guestProcessors: 2,
        traffic: { protocol, sendMbps, receiveMbps, ...(loop ? { closedLoop } : {}) },
      });
      const { traffic, ...side } = flow({
        adapterId: `b${id}`,
        path: otherPath ?? 'vf',
        rootProcessors: [3],
      });
      expect(traffic.sendMbps).toBe(0);
      return otherPath === null ? one : { ...one, peer: { ...side, local: true } };
    }),
  );

const plants: fc.Arbitrary<Plant> = fc.constantFrom(
  plant({ linkSpeedMbps: 10_000, logicalProcessors: 4 }),
  plant({ linkSpeedMbps: 1000, logicalProcessors: 4 }),
);

test('whatever came before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(flows, plants), { minLength: 2, maxLength: 5 }), (story) => {
      const kept = new DataPaths(parameters);
      for (const [all, on] of story) {
        const answer = JSON.stringify([...kept.solve(all, on)]);
        expect(answer).toBe(JSON.stringify([...solve(all, on, parameters)]));
        // The same again is the same objects.
        const again = kept.solve(all, on);
        expect(JSON.stringify([...again])).toBe(answer);
      }
    }),
  );
});

test('also where a flow only offers more or less', () => {
  const rates = fc.tuple(fc.constantFrom(1, 2000, 100_000), fc.constantFrom(1, 500));
  fc.assert(
    fc.property(
      fc.array(fc.array(rates, { minLength: 12, maxLength: 12 }), { minLength: 2, maxLength: 5 }),
      (story) => {
        const kept = new DataPaths(parameters);
        const on = plant({ linkSpeedMbps: 10_000, logicalProcessors: 4 });
        for (const all of story) {
          const offered = all.map(([sendMbps, receiveMbps], index): Flow => ({
            ...flow({
              adapterId: `a${index}`,
              path: index % 2 === 0 ? 'vf' : 'vmbus',
              rootProcessors: [index % 4],
              guestProcessors: 1,
              traffic: { sendMbps, receiveMbps },
            }),
            kin: kins[index]!,
          }));
          expect(JSON.stringify([...kept.solve(offered, on)])).toBe(
            JSON.stringify([...solve(offered, on, parameters)]),
          );
        }
      },
    ),
  );
});

test('what has not changed is the same object', () => {
  const kept = new DataPaths(parameters);
  const on = plant({});
  const quiet = flow({ adapterId: 'quiet', traffic: { sendMbps: 10 } });
  const first = kept.solve([quiet, flow({ adapterId: 'other', path: 'vf', traffic: { sendMbps: 1 } })], on);
  const second = kept.solve([quiet, flow({ adapterId: 'third', path: 'vf', traffic: { sendMbps: 1 } })], on);
  expect(second.get('quiet')).toBe(first.get('quiet'));
});
