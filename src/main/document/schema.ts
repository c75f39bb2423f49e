/**
 * The tables of a document. One SQLite file holds everything; `state` is the world as rows by kind
 * and id, and because undo, reset and comparison work on rows alone, they know no kind by name.
 */

/** `SRIO` in SQLite's header: whose file it is. */
export const applicationId = 0x5352494f;
export const formatVersion = 1;

/** Undoable steps that a document keeps; older ones stay in the journal and can no longer be taken back. */
export const undoableSteps = 200;

/** Where rows go that change after an undo: redo takes them back first. Steps begin at 1. */
export const sinceUndo = 0;

const rowColumns = `
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  -- Position among the rows of its kind: the order in which entities came to be is part of the state.
  place INTEGER NOT NULL,
  -- JSON text; counters are a BLOB.
  value ANY NOT NULL,
  PRIMARY KEY (kind, id)`;

/** SQL of every table as SQLite keeps it; a file whose tables read otherwise is not opened. */
export const tables: Readonly<Record<string, string>> = {
  meta: `CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  // The world now, and the world at the document's start.
  state: `CREATE TABLE state (${rowColumns}
) STRICT, WITHOUT ROWID`,
  start: `CREATE TABLE start (${rowColumns}
) STRICT, WITHOUT ROWID`,
  journal: `CREATE TABLE journal (
  step INTEGER PRIMARY KEY,
  -- Simulated milliseconds since the Unix epoch.
  at INTEGER NOT NULL,
  -- JSON: the batch as it was given; null for a reset, backTo for a way back.
  commands TEXT NOT NULL
) STRICT`,
  // What rows were before a step and the time after it; a step that has been undone holds what they
  // were when it was undone. No value: there was no such row.
  before: `CREATE TABLE before (
  step INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  place INTEGER,
  value ANY,
  PRIMARY KEY (step, kind, id)
) STRICT, WITHOUT ROWID`,
  // Recordings are no part of the host: undo only removes what was recorded after the moment it goes back to.
  recordings: `CREATE TABLE recordings (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  -- Simulated milliseconds since the Unix epoch; no end: it goes on.
  startedAt INTEGER NOT NULL,
  endedAt INTEGER,
  intervalMs INTEGER NOT NULL,
  -- JSON: counter paths.
  paths TEXT NOT NULL
) STRICT`,
  samples: `CREATE TABLE samples (
  recording INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- One double per path, little-endian; NaN while the instance does not exist.
  numbers BLOB NOT NULL,
  PRIMARY KEY (recording, at)
) STRICT, WITHOUT ROWID`,
  // How windows are arranged; no part of the host either, and undo leaves it alone.
  layouts: `CREATE TABLE layouts (
  window TEXT PRIMARY KEY,
  -- JSON.
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
};
