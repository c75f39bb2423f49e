/** Connections to a document's file, and what a file must be to get one. */
import { accessSync, closeSync, constants, existsSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { documentEnding } from '../../shared/host-port';
import { refuse } from '../../shared/result';
import type { Result } from '../../shared/result';
import { ok } from '../../shared/result';
import { Damage, cannotRead, damaged, isBusy, unwritable } from './fault';
import { applicationId, formatVersion, tables } from './schema';

/** A document that lives in memory alone, for a folder that cannot be written to. */
export const inMemory = ':memory:';

const headerBytes = 100;
const magic = 'SQLite format 3\0';
/** Offsets in SQLite's header (https://www.sqlite.org/fileformat.html). */
const versionAt = 60;
const applicationAt = 68;

/** Nothing that a file brings along is run or trusted: no schema functions, no writes to SQLite's own tables. */
function guard(db: DatabaseSyncInstance): void {
  db.enableDefensive(true);
  db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY');
}

/** For looking only. */
export function connectReading(path: string): DatabaseSyncInstance {
  return connect(path, true);
}

/** For looking at a file that may be changed because it is a copy. */
export function connectCopy(path: string): DatabaseSyncInstance {
  return connect(path, false);
}

function connect(path: string, readOnly: boolean): DatabaseSyncInstance {
  const db = new DatabaseSync(path, { readOnly });
  try {
    guard(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * The one connection that writes. What it commits is on the disk when `COMMIT` returns, and nobody
 * else opens the file while it lasts.
 */
export function connectWriting(path: string): DatabaseSyncInstance {
  const db = new DatabaseSync(path);
  try {
    guard(db);
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    // Takes the lock now and not at the first change.
    db.exec('BEGIN IMMEDIATE; COMMIT');
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/**
 * Closes what `connectWriting` opened. Prepared statements keep a connection alive until they are
 * collected, so the file is released first; it is then whole by itself, with nothing beside it.
 */
export function disconnect(db: DatabaseSyncInstance): void {
  try {
    if (db.isTransaction) db.exec('ROLLBACK');
    db.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema');
  } catch {
    // A full disk: what is beside the file stays there and is read at the next opening.
  }
  db.close();
}

/** Whether a change is carried out wholly or not at all. */
export function inTransaction<T>(db: DatabaseSyncInstance, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite ends the transaction itself when the disk is full.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Whether another program has the file open for work; a file that is no document is nobody's. */
export function isLocked(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const db = connectReading(path);
    try {
      db.exec('SELECT 1 FROM sqlite_schema');
      return false;
    } finally {
      db.close();
    }
  } catch (error) {
    return isBusy(error);
  }
}

function readHeader(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    return header.subarray(0, readSync(file, header, 0, headerBytes, 0));
  } finally {
    closeSync(file);
  }
}

/** Looks at the first bytes before SQLite gets to see the file. Answers with the format's version. */
export function inspectHeader(path: string, newest = formatVersion): Result<number> {
  try {
    const header = readHeader(path);
    if (header.length < headerBytes) return damaged(path, 'it is too short.');
    if (header.toString('latin1', 0, magic.length) !== magic) {
      return path.toLowerCase().endsWith(documentEnding)
        ? damaged(path, 'its beginning cannot be read.')
        : refuse('document.foreign', `${path} is not a document of SR-IOV Manager.`);
    }
    if (header.readUInt32BE(applicationAt) !== applicationId) {
      return refuse('document.foreign', `${path} is a database, but not a document of SR-IOV Manager.`);
    }
    const version = header.readUInt32BE(versionAt);
    if (version > newest) {
      return refuse(
        'document.newer',
        `${path} was written by a newer SR-IOV Manager (format ${version}; this one reads up to ${newest}). Open it there.`,
      );
    }
    return version < 1 ? damaged(path, 'its format has no version.') : ok(version);
  } catch (error) {
    return cannotRead(path, error);
  }
}

/** Whether the file and what SQLite puts beside it can be written. */
export function checkWritable(path: string): Result<null> {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return ok(null);
  } catch {
    return unwritable(path);
  }
}

/** Throws unless the file is whole and holds nothing but tables: triggers and views would do things of their own. */
export function inspectWhole(db: DatabaseSyncInstance): void {
  const found = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (found.quick_check !== 'ok') throw new Damage(`${found.quick_check.replaceAll('\n', ' ')}.`);
  const others = db
    .prepare("SELECT name FROM sqlite_schema WHERE type <> 'table' OR sql NOT LIKE 'CREATE TABLE %'")
    .all();
  if (others.length > 0) throw new Damage('it holds more than tables.');
}

/** Throws unless the file is whole and holds exactly the tables of the present format. */
export function inspectContent(db: DatabaseSyncInstance): void {
  inspectWhole(db);
  const schema = db.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").all() as {
    name: string;
    sql: string;
  }[];
  const known = schema.filter(({ name, sql }) => Object.hasOwn(tables, name) && tables[name] === sql);
  if (known.length !== schema.length || known.length !== Object.keys(tables).length) {
    throw new Damage('its tables are not those of a document.');
  }
}
