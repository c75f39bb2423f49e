/** Reads what can still be read of a damaged document, from a copy: the file itself is evidence. */
import { readFileSync, statSync, truncateSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { ok, refuse } from '../../shared/result';
import type { Result } from '../../shared/result';
import { storedKinds } from '../engine/engine';
import type { Engine, SavedEngine } from '../engine/engine';
import { checkRecordings } from './check-recordings';
import { checkSaved } from './check-saved';
import type { Belongings } from './create';
import { readLayouts } from './layouts';
import { inCopy } from './look';
import type { Restore } from './open';
import { Recordings } from './recordings';
import { savedOf } from './row';
import type { Row } from './row';

/** Which host came through: the present one, perhaps without its records, or the one at the document's start. */
export type Recovered = 'now' | 'start';

/** A header of noise must not fill the disk. */
const longestMade = 1024 ** 3;

/** What the program can do without: it begins anew. */
const records = ['event', 'trace', 'counters'];
const needed = ['engine', ...storedKinds];

/** The rows of these kinds; null when one of them is not whole, for nobody knows what is missing. */
function wholeKinds(
  db: DatabaseSyncInstance,
  table: 'state' | 'start',
  wanted: readonly string[],
): Row[] | null {
  try {
    const rows = db.prepare(`SELECT kind, id, place, value FROM ${table} WHERE kind = ?`);
    return wanted.flatMap((kind) => rows.all(kind) as Row[]);
  } catch {
    return null;
  }
}

/** SQLite opens no file that is shorter than its header says: what was cut off is made up of nothing. */
function lengthen(copy: string): void {
  const header = readFileSync(copy).subarray(0, 100);
  if (header.length < 100) return;
  // A page size of 1 stands for 65536 (https://www.sqlite.org/fileformat.html).
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const bytes = pageBytes * header.readUInt32BE(28);
  if (bytes > statSync(copy).size && bytes < longestMade) truncateSync(copy, bytes);
}

/** The host without event log, trace and counters: they begin anew. */
function withoutRecords(saved: SavedEngine): SavedEngine {
  return {
    ...saved,
    events: { nextSequence: 1, entries: [] },
    trace: { nextSequence: 1, entries: [] },
    counters: { now: saved.timeline.now, blocks: [] },
  };
}

function attempt(db: DatabaseSyncInstance, table: 'state' | 'start', restore: Restore): Engine | null {
  const all = wholeKinds(db, table, [...needed, ...records]);
  const rows = all ?? wholeKinds(db, table, needed);
  if (rows === null) return null;
  try {
    const saved = savedOf(rows);
    const host = all === null ? withoutRecords(saved) : saved;
    checkSaved(host);
    const engine = restore(host);
    engine.check();
    return engine;
  } catch {
    return null;
  }
}

/** What else can be read; recordings only whole, and only with the host that they are of. */
function belongingsOf(db: DatabaseSyncInstance, engine: Engine, how: Recovered): Belongings {
  const readable = <T>(read: () => T[]): T[] => {
    try {
      return read();
    } catch {
      return [];
    }
  };
  const recordings = (): Belongings['recordings'][number][] => {
    checkRecordings(db, engine.now());
    const all = new Recordings(db);
    return all.list().map((recording) => ({
      recording,
      samples: all.samplesAfter(recording.id, Number.MIN_SAFE_INTEGER, recording.samples),
    }));
  };
  return {
    layouts: readable(() => readLayouts(db)),
    recordings: how === 'now' ? readable(recordings) : [],
  };
}

export interface RecoveredHost {
  readonly engine: Engine;
  readonly how: Recovered;
  readonly belongings: Belongings;
}

/**
 * A host made of what can be read: as it is, if need be without its records, or as it was at
 * the document's start. A host of which entities are missing is not made: it would lie.
 */
export function recoverHost(path: string, restore: Restore): Result<RecoveredHost> {
  try {
    const found = inCopy(
      path,
      (db) => {
        for (const [how, table] of [
          ['now', 'state'],
          ['start', 'start'],
        ] as const) {
          const engine = attempt(db, table, restore);
          if (engine !== null) return { engine, how, belongings: belongingsOf(db, engine, how) };
        }
        return null;
      },
      lengthen,
    );
    if (found !== null) return ok(found);
  } catch {
    // Said below.
  }
  return refuse('document.lost', `Nothing in ${path} can be read any more. It has not been changed.`);
}
