/**
 * Hostile messages and mutated files: nothing crashes, nothing changes the world, nothing takes long.
 *
 * FUZZ=100 npx vitest run --project simulation test/simulation/fuzz   does a hundred times as much.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDocument } from '../../../src/main/document/open';
import { recoverHost } from '../../../src/main/document/recover';
import { lspciHost } from '../../../src/main/hosts/lspci-host';
import { newConsole } from '../../support/client';
import { bytes, freshPath, restore } from '../../support/documents';
import { fixture, iovVm } from '../../support/engine';
import { randomNumbers } from '../../support/random-commands';
import { hostileMessage, mutated } from './hostile';
import { atOnce } from '../../support/portions';

const times = Number(process.env['FUZZ'] ?? 1);
const messages = 1000 * times;
const files = 100 * times;
/** Generous, compilation and collection of garbage included. The long run prints what it was. */
const longestMs = 2000;

const slowest = { ms: 0, what: '' };

/** Times in processor time: a computer that does other things as well makes everything long. */
function stopwatch(what: string): () => void {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    const ms = (user + system) / 1000;
    if (ms > slowest.ms) Object.assign(slowest, { ms, what });
  };
}

function time<T>(what: string, work: () => T): T {
  const stop = stopwatch(what);
  const result = work();
  stop();
  return result;
}

function report(): void {
  expect(slowest.ms, slowest.what).toBeLessThan(longestMs);
  if (times > 1) console.log(`Longest: ${slowest.ms.toFixed(1)} ms of processor time, ${slowest.what}`);
  Object.assign(slowest, { ms: 0, what: '' });
}

it(
  `${messages} hostile messages change nothing`,
  async () => {
    const { askRaw, session } = newConsole();
    iovVm(session.engine);
    session.save();
    const before = bytes(session.engine);
    const pick = randomNumbers(1);
    let refused = 0;
    for (let index = 0; index < messages; index += 1) {
      const [name, input] = hostileMessage(pick);
      const stop = stopwatch(
        `${typeof name === 'string' ? name.slice(0, 40) : typeof name} (message ${index})`,
      );
      const answer = await askRaw(name, input);
      stop();
      expect(typeof answer.ok).toBe('boolean');
      if (answer.ok) continue;
      refused += 1;
      expect(answer.error.code, `message ${index}: ${answer.error.message}`).not.toBe('internal');
    }
    expect(bytes(session.engine)).toBe(before);
    expect(session.document.journal.done).toBe(0);
    expect(refused).toBeGreaterThan(messages / 2);
    report();
  },
  60_000 + 100 * messages,
);

it(
  `${files} mutated documents are opened or refused, and stay as they are`,
  () => {
    const whole = readFileSync(join(import.meta.dirname, '../../fixtures/documents/version-1.sriovlab'));
    const path = freshPath();
    const pick = randomNumbers(2);
    const found = { opened: 0, refused: 0, recovered: 0 };
    for (let index = 0; index < files; index += 1) {
      const file = mutated(whole, pick);
      writeFileSync(path, file);
      const opened = time(`document ${index}`, () => openDocument(path, restore));
      if (opened.ok) {
        found.opened += 1;
        opened.value.engine.advance(1000);
        opened.value.document.close();
        continue;
      }
      found.refused += 1;
      expect(opened.error.code).toMatch(/^document\./);
      expect(readFileSync(path).equals(file), `document ${index}`).toBe(true);
      if (time(`recovery ${index}`, () => recoverHost(path, restore)).ok) found.recovered += 1;
    }
    expect(found.refused).toBeGreaterThan(0);
    expect(found.recovered).toBeGreaterThan(0);
    if (times > 1) console.log(found);
    report();
  },
  60_000 + 200 * files,
);

it(
  `${files} mutated texts of lspci are read or refused`,
  () => {
    const whole = Buffer.from(fixture('two-port-ari.on-vvv-nn.txt'));
    const pick = randomNumbers(3);
    let refused = 0;
    for (let index = 0; index < files; index += 1) {
      const text = mutated(whole, pick).toString('utf8');
      const read = time(`text ${index}`, () => atOnce(lspciHost(text)));
      if (read.ok) continue;
      refused += 1;
      expect(read.error.message).toMatch(/^Line \d+: /);
    }
    expect(refused).toBeGreaterThan(0);
    report();
  },
  60_000 + 200 * files,
);
