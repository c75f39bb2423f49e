/** A trace is the cost model seen from one packet: nothing more is charged and nothing less. */
import { describe, expect, test } from 'vitest';
import { tracePacket } from '../../../../../src/main/engine/datapath/packet-trace';
import { amountOf, PathCosts, stepsOf } from '../../../../../src/main/engine/datapath/path-cost';
import type { Flow, Plant } from '../../../../../src/main/engine/datapath/solve';
import type { PacketTrace } from '../../../../../src/shared/model/packet-trace';
import { packetTraceSchema } from '../../../../../src/shared/model/packet-trace';
import { alone, flow, parameters, plant } from './plant';

const cases = (['vf', 'vmbus', 'emulated'] as const).flatMap((path) =>
  (['send', 'receive'] as const).flatMap((direction) =>
    [64, 1500, 9000].flatMap((packetBytes) =>
      (['tcp', 'udp'] as const).flatMap((protocol) =>
        [true, false].map((vmq) => ({ path, direction, packetBytes, protocol, vmq })),
      ),
    ),
  ),
);

function sum(trace: PacketTrace, part: (hop: PacketTrace['hops'][number]) => number): number {
  return trace.hops.reduce((total, hop) => total + part(hop), 0);
}

describe.each([
  ['posted interrupts', plant({}), {}],
  [
    'injected interrupts and a policy layer',
    plant({ clockMhz: 2800, postedInterrupts: false }),
    { policyLayer: true },
  ],
] as const)('with %s', (_, on: Plant, layer) => {
  test.each(cases)(
    '$path, $direction, $packetBytes bytes of $protocol, VMQ $vmq: adds up to what is charged and to the base latency',
    ({ path, direction, packetBytes, protocol, vmq }) => {
      const one: Flow = flow({ path, vmq, ...layer, traffic: { packetBytes, protocol } });
      const trace = packetTraceSchema.parse(tracePacket(one, direction, on, parameters));
      const cost = new PathCosts(on, parameters).own(one);
      // So few packets that each brings its own interrupt and signal.
      const few = 1e-3;
      const steps = direction === 'send' ? stepsOf(cost, few, 0) : stepsOf(cost, 0, few);
      const charged = (measure: keyof typeof cost.weights): number =>
        amountOf(cost.weights[measure], steps) / few;
      expect(sum(trace, (hop) => hop.cycles.guest)).toBeCloseTo(charged('guest'), 3);
      expect(sum(trace, (hop) => hop.cycles.root)).toBeCloseTo(charged('root'), 3);
      const hypervisor = charged('hypervisor') + charged('rootHypervisor');
      expect(sum(trace, (hop) => hop.cycles.hypervisor)).toBeCloseTo(hypervisor, 3);
      const idle = alone(flow({ path, traffic: { sendMbps: 0.0001 } }), on).latency.mean;
      expect(trace.totalUs).toBeCloseTo(idle, 6);
      expect(sum(trace, (hop) => (hop.onTheWay ? hop.durationUs : 0))).toBeCloseTo(trace.totalUs, 9);
    },
  );
});

test('the hops follow one another without a gap', () => {
  for (const { path, direction } of cases) {
    const { hops } = tracePacket(flow({ path }), direction, plant({}), parameters);
    let at = 0;
    for (const hop of hops) {
      expect(hop.startUs).toBeCloseTo(at, 9);
      if (hop.onTheWay) at += hop.durationUs;
    }
  }
});

describe('a packet over VMBus', () => {
  const send = (packetBytes: number): PacketTrace =>
    tracePacket(flow({ traffic: { packetBytes } }), 'send', plant({}), parameters);

  test('is copied into the send buffer, signalled with one hypercall, and never intercepted but for that', () => {
    const trace = send(1500);
    expect(trace.hops.flatMap((hop) => (hop.copy === null ? [] : [hop.copy]))).toEqual([
      { bytes: 1500, class: 'sendBuffer' },
    ]);
    expect([sum(trace, (hop) => hop.hypercalls), sum(trace, (hop) => hop.intercepts)]).toEqual([1, 1]);
  });

  test('is handed over by page list when it fits no section', () => {
    const trace = send(9000);
    expect(trace.hops.map((hop) => hop.event)).toContain('gatherPages');
    expect(trace.hops.every((hop) => hop.copy === null)).toBe(true);
  });

  test('is copied twice on its way in: by the root and by the guest', () => {
    const trace = tracePacket(flow({}), 'receive', plant({}), parameters);
    const copies = trace.hops.filter((hop) => hop.copy !== null);
    expect(copies.map((hop) => hop.actor)).toEqual(['rootKernel', 'guestKernel']);
  });
});

test('over a VF nobody in the root works, and nothing is intercepted', () => {
  for (const direction of ['send', 'receive'] as const) {
    const trace = tracePacket(flow({ path: 'vf' }), direction, plant({}), parameters);
    expect(sum(trace, (hop) => hop.cycles.root + hop.intercepts)).toBe(0);
    expect(trace.hops.map((hop) => hop.actor)).not.toContain('rootKernel');
  }
});

test('emulation intercepts one access to send and five per interrupt', () => {
  const of = (direction: 'send' | 'receive'): number =>
    sum(tracePacket(flow({ path: 'emulated' }), direction, plant({}), parameters), (hop) => hop.intercepts);
  expect([of('send'), of('receive')]).toEqual([6, 5]);
});
