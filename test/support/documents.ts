/** Documents for tests: in a folder of their own that goes with the test. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { HostDocument } from '../../src/main/document/document';
import { openDocument } from '../../src/main/document/open';
import type { Opened } from '../../src/main/document/open';
import { restoreEngine } from '../../src/main/engine/engine';
import type { Engine, SavedEngine } from '../../src/main/engine/engine';
import { model } from './engine';

const require = createRequire(import.meta.url);

export function restore(saved: SavedEngine): Engine {
  return restoreEngine(saved, model);
}

/** Path of a file in a fresh folder. */
export function freshPath(name = 'host.sriovlab'): string {
  const folder = mkdtempSync(join(tmpdir(), 'sriov-manager-document-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

export function newDocument(engine: Engine, path = freshPath()): HostDocument {
  const document = HostDocument.create(path, engine, '2026-01-05T09:00:00.000Z');
  onTestFinished(() => document.close());
  return document;
}

/** Opens a document that must be whole. */
export function mustOpen(path: string): Opened {
  const opened = openDocument(path, restore);
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`);
  onTestFinished(() => opened.value.document.close());
  return opened.value;
}

/** What another program that wants to read the file gets of SQLite: 0, or 5 while somebody works on it. */
export function codeForOthers(path: string): number | null {
  const script = `
    const { DatabaseSync } = require(${JSON.stringify(require.resolve('@photostructure/sqlite'))});
    const db = new DatabaseSync(process.argv[1]);
    try { db.exec('SELECT count(*) FROM state'); process.exit(0); } catch (error) { process.exit(error.errcode); }`;
  return spawnSync(process.execPath, ['-e', script, path]).status;
}

/** A host to the byte. */
export function bytes(engine: Engine): string {
  return JSON.stringify(engine.save());
}

/** Fails with the surroundings of the first difference: a whole host is too long to read. */
export function expectSame(left: string, right: string): void {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  expect({ length: left.length, around: around(left) }).toEqual({
    length: right.length,
    around: around(right),
  });
}
