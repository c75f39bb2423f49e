import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import type { HostDocument } from '../../../../src/main/document/document';
import { openDocument } from '../../../../src/main/document/open';
import { recoverHost } from '../../../../src/main/document/recover';
import { formatVersion } from '../../../../src/main/document/schema';
import type { Engine } from '../../../../src/main/engine/engine';
import type { Command } from '../../../../src/shared/contract';
import {
  bytes,
  codeForOthers,
  expectSame,
  freshPath,
  mustOpen,
  newDocument,
  restore,
} from '../../../support/documents';
import { iovVm, newEngine, nicNamed } from '../../../support/engine';
import { randomCommand, randomNumbers } from '../../../support/random-commands';

const fixtures = join(import.meta.dirname, '../../../fixtures/documents');

/** A document with some work in it, closed. */
function finished(): { path: string; engine: Engine } {
  const engine = newEngine();
  const document = newDocument(engine);
  const pick = randomNumbers(5);
  for (let step = 0; step < 60; step += 1) {
    document.execute(engine, [randomCommand(engine, pick)]);
    engine.advance(pick(900));
  }
  document.save(engine);
  document.close();
  return { path: document.path, engine };
}

function refusal(path: string): { code: string; message: string } {
  const opened = openDocument(path, restore);
  if (!opened.ok) return opened.error;
  opened.value.document.close();
  throw new Error('It was opened.');
}

/** Overwrites a stretch of the file with noise. */
function spoil(path: string, from: number, length: number): void {
  const file = readFileSync(path);
  const pick = randomNumbers(from + length);
  for (let at = from; at < Math.min(file.length, from + length); at += 1) file[at] = pick(256);
  writeFileSync(path, file);
}

describe('a document of format', () => {
  it.each(readdirSync(fixtures).filter((name) => name.endsWith('.sriovlab')))('%s opens', (name) => {
    const path = freshPath();
    copyFileSync(join(fixtures, name), path);
    const { engine, document } = mustOpen(path);
    expect([...engine.world.vm.values()].map((vm) => [vm.name, vm.state])).toEqual([
      ['VM 1', 'Running'],
      ['VM 2', 'Off'],
    ]);
    const [first] = engine.world.adapter.values();
    expect(first?.assignment?.step).toBe('active');
    engine.advance(5000);
    expect(document.journal.steps()).toHaveLength(6);
    let undone = engine;
    while (document.journal.undoable !== null) undone = restore(document.undo(undone));
    expect(undone.world.vm.size).toBe(0);
  });

  // A new format needs a fixture; what an old version wrote is never written again.
  it.runIf(process.env['WRITE_FIXTURE'] === '1')('is written once', () => {
    const path = join(fixtures, `version-${formatVersion}.sriovlab`);
    expect(existsSync(path)).toBe(false);
    writeFixture(path);
  });
});

function step(engine: Engine, document: HostDocument, command: Command): string {
  const done = document.execute(engine, [command]);
  if (!done.ok) throw new Error(done.error.message);
  engine.advance(15_000);
  document.save(engine);
  return done.value.ids[0] ?? '';
}

function writeFixture(path: string): void {
  const engine = newEngine();
  const document = newDocument(engine, path);
  const run = (command: Command): string => step(engine, document, command);
  const nicId = nicNamed(engine, /X520/).id;
  const switchId = run({
    name: 'switch.create',
    input: { name: 'Fast', type: 'External', nicId, iovEnabled: true },
  });
  const first = { name: 'VM 1', generation: 2, startupMemoryMb: 1024, switchId } as const;
  const vmId = run({ name: 'vm.create', input: first });
  const second = { name: 'VM 2', generation: 1, startupMemoryMb: 512, switchId: null } as const;
  run({ name: 'vm.create', input: second });
  const id = [...engine.world.adapter.values()].find((each) => each.vmId === vmId)?.id ?? '';
  run({ name: 'adapter.modify', input: { id, iovWeight: 100 } });
  run({ name: 'vm.start', input: { id: vmId } });
  const traffic = { protocol: 'tcp', sendMbps: 500, receiveMbps: 500, packetBytes: 1500 } as const;
  run({ name: 'adapter.setTraffic', input: { id, traffic } });
  document.close();
}

describe('a file that is no whole document is refused and stays as it is', () => {
  it.each<[string, string, (path: string) => void]>([
    ['that is missing', 'document.missing', () => undefined],
    ['that is empty', 'document.damaged', (path) => writeFileSync(path, '')],
    ['of noise', 'document.damaged', (path) => writeFileSync(path, Buffer.alloc(50_000, 'noise'))],
    [
      'of another database',
      'document.foreign',
      (path) => {
        const db = new DatabaseSync(path);
        db.exec('CREATE TABLE contacts (name)');
        db.close();
      },
    ],
    [
      'from a newer version',
      'document.newer',
      (path) => {
        copyFileSync(join(fixtures, 'version-1.sriovlab'), path);
        const db = new DatabaseSync(path);
        db.exec(`PRAGMA user_version = ${formatVersion + 1}`);
        db.close();
      },
    ],
    [
      'with a trigger in it',
      'document.damaged',
      (path) => {
        copyFileSync(join(fixtures, 'version-1.sriovlab'), path);
        const db = new DatabaseSync(path);
        db.exec('CREATE TRIGGER t AFTER INSERT ON state BEGIN DELETE FROM state; END');
        db.close();
      },
    ],
    [
      'with an adapter of no VM',
      'document.damaged',
      (path) => {
        copyFileSync(join(fixtures, 'version-1.sriovlab'), path);
        const db = new DatabaseSync(path);
        db.exec("DELETE FROM state WHERE kind = 'vm'");
        db.close();
      },
    ],
    [
      'with a counter too few',
      'document.damaged',
      (path) => {
        copyFileSync(join(fixtures, 'version-1.sriovlab'), path);
        const db = new DatabaseSync(path);
        db.exec("UPDATE state SET value = x'0000000000' WHERE kind = 'counters'");
        db.close();
      },
    ],
  ])('%s', (_, code, make) => {
    const path = freshPath();
    make(path);
    const before = existsSync(path) ? readFileSync(path) : null;
    const { code: found, message } = refusal(path);
    expect(found).toBe(code);
    expect(message).toContain(path);
    expect(message.match(/[.!] [A-Z]|\.$/)).not.toBeNull();
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(before);
  });

  it('cut anywhere', () => {
    const { path } = finished();
    const whole = readFileSync(path);
    for (let part = 1; part < 16; part += 1) {
      const cut = whole.subarray(0, Math.floor((whole.length * part) / 16));
      writeFileSync(path, cut);
      expect(refusal(path).code).toBe('document.damaged');
      expect(readFileSync(path).equals(cut)).toBe(true);
    }
  });
});

describe('what can be read of a damaged document', () => {
  it('is the present host, or the one at the start, and never a part of one', () => {
    const { path, engine } = finished();
    const entities = (of: Engine): string => JSON.stringify(of.save().entities);
    const present = entities(engine);
    const first = entities(newEngine());
    const whole = readFileSync(path);
    const found = { now: 0, start: 0, nothing: 0 };
    for (let page = 0; page * 4096 < whole.length; page += 1) {
      writeFileSync(path, whole);
      spoil(path, page * 4096, 4096);
      const spoilt = readFileSync(path);
      const recovered = recoverHost(path, restore);
      expect(readFileSync(path).equals(spoilt)).toBe(true);
      found[recovered.ok ? recovered.value.how : 'nothing'] += 1;
      if (!recovered.ok) expect(recovered.error.code).toBe('document.lost');
      else expectSame(entities(recovered.value.engine), recovered.value.how === 'now' ? present : first);
    }
    expect(found.now).toBeGreaterThan(0);
    expect(found.start).toBeGreaterThan(0);
    // Page 1 holds the list of tables: without it nothing is found.
    expect(found.nothing).toBe(1);
  });
});

describe('what can be read of a document that was cut', () => {
  it('is a whole host as well', () => {
    const { path, engine } = finished();
    const entities = (of: Engine): string => JSON.stringify(of.save().entities);
    const hosts = [entities(engine), entities(newEngine())];
    const whole = readFileSync(path);
    let found = 0;
    for (let part = 1; part < 16; part += 1) {
      writeFileSync(path, whole.subarray(0, Math.floor((whole.length * part) / 16)));
      const recovered = recoverHost(path, restore);
      if (!recovered.ok) continue;
      found += 1;
      expect(hosts.includes(entities(recovered.value.engine))).toBe(true);
    }
    expect(found).toBeGreaterThan(5);
  });
});

describe('a document that is open elsewhere', () => {
  it('is refused, and the other goes on', () => {
    const engine = newEngine();
    const document = newDocument(engine);
    iovVm(engine);
    document.save(engine);
    expect(codeForOthers(document.path)).toBe(5);
    expect(refusal(document.path).code).toBe('document.locked');
    engine.advance(100);
    document.save(engine);
    expect(bytes(restore(document.read()))).toBe(bytes(engine));
  });
});

describe('a folder that is none', () => {
  it('cannot hold a document', () => {
    const path = freshPath();
    mkdirSync(path);
    expect(refusal(path).code).toMatch(/document\.(unreadable|damaged)/);
  });
});
