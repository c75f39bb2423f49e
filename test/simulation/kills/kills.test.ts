/**
 * A process that works on a document is killed at any moment. The document then opens, is whole, and
 * holds the moment that was acknowledged last, or the next one, which was durable before it could
 * be said.
 *
 * KILLS=500 npx vitest run --project simulation test/simulation/kills   takes longer.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HostDocument } from '../../../src/main/document/document';
import { openDocument } from '../../../src/main/document/open';
import type { Opened } from '../../../src/main/document/open';
import type { Engine } from '../../../src/main/engine/engine';
import { yaml } from '../../../scripts/vite-yaml.mjs';
import { bytes, restore } from '../../support/documents';
import { newEngine } from '../../support/engine';
import { randomNumbers } from '../../support/random-commands';
import { randomWork } from './work';

const kills = Number(process.env['KILLS'] ?? 100);
/** Kills that one document goes through. */
const killsPerDocument = 10;
const longestLifeMs = 150;

const folder = mkdtempSync(join(tmpdir(), 'sriov-manager-kills-'));
/** Inside the project, so that the program finds the packages. */
const program = join(import.meta.dirname, `../../../test-results/kills-${process.pid}`);
const victim = join(program, 'victim.mjs');

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [yaml()],
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'victim.ts'),
      outDir: program,
      rolldownOptions: {
        external: [/^@photostructure\/sqlite$/],
        output: { entryFileNames: 'victim.mjs', codeSplitting: false },
      },
    },
  });
});

afterAll(() => {
  for (const each of [folder, program]) rmSync(each, { recursive: true, force: true });
});

/** Lets a process work and kills it; answers with the last number it said, or -1 if it said none. */
async function kill(path: string, seed: number, pick: (below: number) => number): Promise<number> {
  const child = spawn(process.execPath, [victim, path, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  let said = '';
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ready = new Promise<void>((begun) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      begun();
    });
  });
  // Some are killed while they open the document.
  if (pick(8) > 0) await Promise.race([ready, closed]);
  await setTimeout(pick(longestLifeMs));
  child.kill('SIGKILL');
  await closed;
  expect(complaint).toBe('');
  return said === '' ? -1 : Number(said.trim().split('\n').at(-1));
}

/** Of everything that a document holds of the moment. */
function hash(document: HostDocument, engine: Engine): string {
  const hashed = createHash('sha256').update(bytes(engine));
  for (const recording of document.recordings.list()) {
    hashed.update(JSON.stringify(recording));
    for (const { at, values } of document.recordings.samplesAfter(recording.id, 0, recording.samples + 1)) {
      hashed.update(`${at} ${values.join(' ')}`);
    }
  }
  return hashed.digest('hex');
}

function mustOpen(path: string): Opened {
  const opened = openDocument(path, restore);
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`);
  return opened.value;
}

/** What the moments `from` to `from + 1` of the work look like when nobody kills it. */
function expected(path: string, seed: number, from: number): string[] {
  const opened = mustOpen(path);
  const found: string[] = [];
  if (from <= 0) found.push(hash(opened.document, opened.engine));
  let moment = 0;
  for (const engine of randomWork({ ...opened, restore }, seed)) {
    moment += 1;
    if (moment >= from) found.push(hash(opened.document, engine));
    if (moment > from) break;
  }
  opened.document.close();
  return found;
}

function integrity(path: string): unknown {
  const db = new DatabaseSync(path);
  const answer: unknown = db.prepare('PRAGMA integrity_check').get();
  db.close();
  return answer;
}

it(
  `a document survives ${kills} kills at any moment`,
  async () => {
    const pick = randomNumbers(kills);
    const path = join(folder, 'host.sriovlab');
    const before = join(folder, 'before.sriovlab');
    let acknowledged = 0;
    for (let round = 0; round < kills; round += 1) {
      if (round % killsPerDocument === 0) {
        HostDocument.create(path, newEngine({ seed: round }), '2026-01-05T09:00:00.000Z').close();
      }
      copyFileSync(path, before);
      const last = await kill(path, round, pick);
      acknowledged += Math.max(0, last);
      const opened = mustOpen(path);
      const found = hash(opened.document, opened.engine);
      opened.document.close();
      expect(integrity(path)).toEqual({ integrity_check: 'ok' });
      expect(expected(before, round, last), `kill ${round} after moment ${last}`).toContain(found);
    }
    // The work must have come to something, or nothing was shown.
    expect(acknowledged).toBeGreaterThan(5 * kills);
  },
  20_000 + kills * 5000,
);
