/** Opens a document: looks before it writes, so that a damaged file stays as it is. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Engine, SavedEngine } from '../engine/engine';
import { checkSaved } from './check-saved';
import {
  checkWritable,
  connectWriting,
  disconnect,
  inspectContent,
  inspectHeader,
  inspectWhole,
} from './connect';
import { inCopy, looking } from './look';
import { HostDocument } from './document';
import { cannotRead } from './fault';
import { checkRecordings } from './check-recordings';
import { migrate, presentFormat } from './migrate';
import type { Format } from './migrate';
import { savedOf } from './row';
import type { Row } from './row';

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

/**
 * Looks at a document that must be whole, without writing to it. An older one is migrated in a copy,
 * which also shows whether the document itself can be.
 */
function inspect<T>(
  path: string,
  version: number,
  format: Format,
  look: (db: DatabaseSyncInstance) => T,
): Result<T> {
  try {
    if (version === format.version) {
      return looking(path, (db) => {
        inspectContent(db);
        return ok(look(db));
      });
    }
    return inCopy(path, (db) => {
      inspectWhole(db);
      migrate(db, version, format);
      inspectContent(db);
      return ok(look(db));
    });
  } catch (error) {
    return cannotRead(path, error);
  }
}

/** Opens the file for work. A refusal leaves it as it was, to the byte. */
export function openDocument(path: string, restore: Restore, format: Format = presentFormat): Result<Opened> {
  const version = inspectHeader(path, format.version);
  if (!version.ok) return version;
  const writable = checkWritable(path);
  if (!writable.ok) return writable;
  const inspected = inspect(path, version.value, format, (db) => {
    const engine = readHost(db, 'state', restore);
    checkRecordings(db, engine.now());
    return engine;
  });
  if (!inspected.ok) return inspected;
  try {
    const db = connectWriting(path);
    try {
      migrate(db, version.value, format);
      return ok({ document: new HostDocument(path, db), engine: inspected.value });
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
  return inspect(
    path,
    version.value,
    presentFormat,
    (db) => db.prepare('SELECT kind, id, place, value FROM state').all() as Row[],
  );
}
