/** Makes the file of a new document: there is either a whole one or none. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Layout } from '../../shared/model/layout';
import type { Recording } from '../../shared/model/recording';
import type { SavedEngine } from '../engine/engine';
import { inMemory } from './connect';
import { writeLayouts } from './layouts';
import { insertRecording } from './recordings';
import type { Sample } from './recordings';
import { rowsOf } from './row';
import { applicationId, formatVersion, tables } from './schema';

/** Rows that are written at once. */
const portion = 200;

/** What a document holds beside its host and goes with it into another one. */
export interface Belongings {
  readonly layouts: readonly Layout[];
  readonly recordings: readonly { readonly recording: Recording; readonly samples: readonly Sample[] }[];
}

export interface Content {
  readonly saved: SavedEngine;
  /** Wall time in ISO 8601. */
  readonly created: string;
  readonly belongings: Belongings;
}

export const noBelongings: Belongings = { layouts: [], recordings: [] };

function* fill(db: DatabaseSyncInstance, content: Content): Generator<number, void, void> {
  const { saved, created, belongings } = content;
  db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${formatVersion}`);
  db.exec('BEGIN IMMEDIATE');
  for (const sql of Object.values(tables)) db.exec(sql);
  const rows = rowsOf(saved);
  for (const table of ['state', 'start']) {
    const put = db.prepare(`INSERT INTO ${table} (kind, id, place, value) VALUES (?, ?, ?, ?)`);
    for (const [index, { kind, id, place, value }] of rows.entries()) {
      put.run(kind, id, place, value);
      if (index % portion === portion - 1) yield (index / rows.length + (table === 'state' ? 0 : 1)) / 2;
    }
  }
  const meta = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  meta.run('created', created);
  meta.run('seed', String(saved.seed));
  writeLayouts(db, belongings.layouts);
  for (const { recording, samples } of belongings.recordings) insertRecording(db, recording, samples);
  db.exec('COMMIT');
}

/** Makes what the folder says of a file durable. */
function syncFolder(path: string): void {
  // Windows opens no folders and does this by itself.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** A finished file takes its place, and that is durable. */
export function putInPlace(part: string, path: string): void {
  // What SQLite left beside an earlier file of that name would be taken for this one's.
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
  renameSync(part, path);
  syncFolder(path);
}

/** The database of a document that lives in memory. */
export function makeInMemory(content: Content): DatabaseSyncInstance {
  const db = new DatabaseSync(inMemory);
  for (const share of fill(db, content)) void share;
  return db;
}

/** Makes the file in portions that yield the share that is done; one that is left is nowhere. */
export function* makeFile(path: string, content: Content): Generator<number, void, void> {
  const part = `${path}.part`;
  let db: DatabaseSyncInstance | undefined;
  let whole = false;
  try {
    rmSync(part, { force: true });
    db = new DatabaseSync(part);
    // Nobody knows the file yet: it is made durable as a whole.
    db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL');
    yield* fill(db, content);
    whole = true;
  } finally {
    db?.close();
    if (!whole) rmSync(part, { force: true });
  }
  putInPlace(part, path);
}
