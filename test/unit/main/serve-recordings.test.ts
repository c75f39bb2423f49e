import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cook, counterPath, objects } from '../../../src/shared/model/counter';
import type { CounterKind } from '../../../src/shared/model/counter';
import { newConsole } from '../../support/client';
import type { Console } from '../../support/client';
import { freshPath } from '../../support/documents';
import { readPdhCsv } from '../../support/pdh-csv';

const paths = [
  counterPath(objects.rootVirtualProcessor, '_Total', '% Total Run Time'),
  counterPath(objects.nic, 'Intel[R] Ethernet Server Adapter X520-2', 'Current Bandwidth'),
  counterPath(objects.dataPath, 'nobody', 'VF Bytes/sec'),
];

async function must<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>) {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function record(served: Console, ms: number): Promise<number> {
  const { id } = await must(served.ask('recording.start', { name: 'Load', paths, intervalMs: 1000 }));
  served.session.advance(ms);
  return id;
}

describe('recordings', () => {
  it('are begun, listed, ended and removed, and windows hear how many there are', async () => {
    const served = newConsole();
    const { ask, session } = served;
    const id = await record(served, 2500);
    expect(served.told.at(-1)?.recordings).toBe(1);
    const startedAt = session.now() - 2500;
    const listed = { id, name: 'Load', startedAt, intervalMs: 1000, paths, samples: 3 };
    expect(await must(ask('recording.list', {}))).toEqual({
      recordings: [{ ...listed, endedAt: null }],
      full: false,
    });
    await must(ask('recording.stop', { id }));
    session.advance(5000);
    await must(ask('recording.stop', { id }));
    expect((await must(ask('recording.list', {}))).recordings).toEqual([
      { ...listed, endedAt: startedAt + 2500 },
    ]);
    await must(ask('recording.remove', { id }));
    expect((await must(ask('recording.list', {}))).recordings).toEqual([]);
    expect(served.told.at(-1)?.recordings).toBe(0);
  });

  it('of counters that do not exist, or of none, are refused', async () => {
    const { ask } = newConsole();
    const wanted = { name: 'Load', intervalMs: 1000 };
    const refusals: readonly (readonly [string[], string])[] = [
      [['\\Nothing(x)\\y'], 'counter.unknown'],
      [[paths[0] ?? '', paths[0] ?? ''], 'counter.twice'],
      [[], 'input.invalid'],
      [Array.from({ length: 65 }, () => paths[0] ?? ''), 'input.invalid'],
    ];
    for (const [named, code] of refusals) {
      expect(await ask('recording.start', { ...wanted, paths: named })).toMatchObject({
        ok: false,
        error: { code, field: 'paths' },
      });
    }
    for (const intervalMs of [999, 60_001, 1500.5]) {
      expect(await ask('recording.start', { ...wanted, paths, intervalMs })).toMatchObject({
        error: { code: 'input.invalid', field: 'intervalMs' },
      });
    }
  });

  it('of which there are a hundred, or which are gone, are refused with the way out', async () => {
    const { ask } = newConsole();
    for (let count = 0; count < 100; count += 1) {
      await must(ask('recording.start', { name: 'Load', paths, intervalMs: 60_000 }));
    }
    expect(await ask('recording.start', { name: 'Load', paths, intervalMs: 60_000 })).toMatchObject({
      error: { code: 'recording.tooMany' },
    });
    for (const name of ['recording.stop', 'recording.remove', 'recording.export'] as const) {
      expect(await ask(name, { id: 1000 })).toMatchObject({ error: { code: 'recording.notFound' } });
    }
  });
});

describe('export', () => {
  it('writes what was recorded, as Windows would, and lets time stand still meanwhile', async () => {
    const served = newConsole();
    const id = await record(served, 1_200_000);
    const { session } = served;
    const csv = freshPath('load');
    served.answers.csv = csv;
    const exporting = served.ask('recording.export', { id });
    await Promise.resolve();
    session.advance(5000);
    expect(await must(exporting)).toEqual({ exported: true });
    const samples = session.document.recordings.samplesAfter(id, 0, 2000);
    const log = readPdhCsv(readFileSync(`${csv}.csv`, 'utf8'));
    expect(log.header).toEqual(['(PDH-CSV 4.0) (UTC)(0)', ...paths.map((path) => `\\\\HV01${path}`)]);
    const kinds = paths.map((path) => session.engine.counterKind(path) as CounterKind);
    expect(kinds).toEqual(['percent', 'gauge', 'rate']);
    const expected = samples.map(({ values }, index) =>
      kinds.map((kind, column) => {
        const earlier = samples[index - 1]?.values[column] ?? Number.NaN;
        const value = cook(kind, earlier, values[column] ?? Number.NaN, 1000);
        return Number.isNaN(value) ? null : value;
      }),
    );
    expect(expected).toHaveLength(1201);
    expect(log.rows.map(({ values }) => values)).toEqual(expected);
    expect(log.rows.map(({ time }) => Date.parse(`${time}Z`))).toEqual(samples.map(({ at }) => at));
    expect(readdirSync(dirname(csv))).toEqual(['load.csv']);
    // Work that was too short to be shown needs no end to be told either.
    const told = served.messages.filter(({ stream }) => stream === 'work');
    expect(told.at(-1) ?? { stream: 'work', work: null }).toEqual({ stream: 'work', work: null });
  });

  it('that is cancelled, in the dialog or later, leaves nothing', async () => {
    const served = newConsole();
    const id = await record(served, 3_000_000);
    expect(await must(served.ask('recording.export', { id }))).toEqual({ exported: false });
    const csv = freshPath('load.csv');
    served.answers.csv = csv;
    const exporting = served.ask('recording.export', { id });
    while (!existsSync(`${csv}.part`)) await new Promise(setImmediate);
    await must(served.ask('work.cancel', {}));
    expect(await must(exporting)).toEqual({ exported: false });
    expect(readdirSync(dirname(csv))).toEqual([]);
  });

  it('to where nothing can be written says so and leaves what is there', async () => {
    const served = newConsole();
    const id = await record(served, 3000);
    const csv = freshPath('load.csv');
    mkdirSync(csv);
    served.answers.csv = csv;
    const answer = await served.ask('recording.export', { id });
    expect(answer).toMatchObject({ ok: false, error: { code: 'recording.unwritable' } });
    expect(readdirSync(dirname(csv))).toEqual(['load.csv']);
    expect((await must(served.ask('recording.list', {}))).recordings).toHaveLength(1);
  });
});
