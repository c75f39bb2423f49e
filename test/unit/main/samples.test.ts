import { describe, expect, it } from 'vitest';
import { Samples } from '../../../src/main/samples';
import type { StreamMessage } from '../../../src/shared/contract';
import { cook, counterPath, objects } from '../../../src/shared/model/counter';
import { done, iovVm, newEngine, vmOf, waitFor } from '../../support/engine';

const rootTotal = counterPath(objects.rootVirtualProcessor, '_Total', '% Total Run Time');

describe('samples', () => {
  it('are sent when they are due and carry absolute values', () => {
    const engine = newEngine();
    const samples = new Samples();
    const { vmId, adapterId } = iovVm(engine);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    waitFor(engine, 'guest', () => vmOf(engine, vmId).guest.state === 'running');
    const traffic = { protocol: 'tcp', sendMbps: 0, receiveMbps: 1000, packetBytes: 1500 } as const;
    done(engine, { name: 'adapter.setTraffic', input: { id: adapterId, traffic } });
    const { kinds } = samples.watch(engine, {
      watch: 'w',
      paths: [rootTotal, '\\No(such)\\Counter'],
      intervalMs: 500,
    });
    expect(kinds).toEqual(['percent', null]);
    const sent: StreamMessage[] = [];
    for (let wall = 0; wall <= 1000; wall += 100) {
      engine.advance(100);
      samples.sendDue(engine, wall, (message) => sent.push(message));
    }
    expect(sent).toHaveLength(3);
    const values = sent.flatMap((message) => (message.stream === 'sample' ? [message] : []));
    const [first, second] = values;
    if (first === undefined || second === undefined) throw new Error('No samples.');
    expect(second.at - first.at).toBe(500);
    expect(cook('percent', first.values[0] ?? 0, second.values[0] ?? 0, 500)).toBeGreaterThan(0);
    expect(first.values[1]).toBeNaN();
  });

  it('end with the watch', () => {
    const engine = newEngine();
    const samples = new Samples();
    samples.watch(engine, { watch: 'w', paths: [rootTotal], intervalMs: 100 });
    samples.unwatch('w');
    const sent: StreamMessage[] = [];
    samples.sendDue(engine, 1000, (message) => sent.push(message));
    expect(sent).toEqual([]);
  });
});
