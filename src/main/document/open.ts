/** Opens a document: looks before it writes, so that a damaged file stays as it is. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Engine, SavedEngine } from '../engine/engine';
import { checkSaved } from './check-saved';
import { checkWritable, connectWriting, disconnect, inspectContent, inspectHeader } from './connect';
import { looking } from './look';
import { HostDocument } from './document';
import { cannotRead } from './fault';
import { migrate } from './migrate';
import { savedOf } from './row';
import type { Row } from './row';
import { formatVersion } from './schema';

export interface Opened {
  readonly document: HostDocument;
  readonly engine: Engine;
}

/** Builds a host from saved data; throws when that is no host. */
export type Restore = (saved: SavedEngine) => Engine;

/** The host in the table, checked; throws when it is none. */
export function readHost(db: DatabaseSyncInstance, table: 'state' | 'start', restore: Restore): Engine {
  const rows = db.prepare(`SELECT kind, id, place, value FROM ${table}`).all() as Row[];
  const saved = savedOf(rows);
  checkSaved(saved);
  const engine = restore(saved);
  engine.check();
  return engine;
}

/** Everything about the file that can be wrong, found out without writing to it. */
function inspect(path: string, version: number, restore: Restore): Result<Engine | null> {
  try {
    return looking(path, (db) => {
      inspectContent(db);
      // An older host can be read once it has been migrated.
      return ok(version < formatVersion ? null : readHost(db, 'state', restore));
    });
  } catch (error) {
    return cannotRead(path, error);
  }
}

/** Opens the file for work. A refusal leaves it as it was, to the byte. */
export function openDocument(path: string, restore: Restore): Result<Opened> {
  const version = inspectHeader(path);
  if (!version.ok) return version;
  const writable = checkWritable(path);
  if (!writable.ok) return writable;
  const inspected = inspect(path, version.value, restore);
  if (!inspected.ok) return inspected;
  try {
    const db = connectWriting(path);
    try {
      migrate(db, version.value);
      const engine = inspected.value ?? readHost(db, 'state', restore);
      return ok({ document: new HostDocument(path, db), engine });
    } catch (error) {
      disconnect(db);
      throw error;
    }
  } catch (error) {
    return cannotRead(path, error);
  }
}

/** The host of a document that is only looked at, as rows. */
export function lookInto(path: string): Result<Row[]> {
  const version = inspectHeader(path);
  if (!version.ok) return version;
  try {
    return looking(path, (db) => {
      inspectContent(db);
      return ok(db.prepare('SELECT kind, id, place, value FROM state').all() as Row[]);
    });
  } catch (error) {
    return cannotRead(path, error);
  }
}
