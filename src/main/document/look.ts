/** Looks into a document without touching it. */
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { connectCopy, connectReading } from './connect';

/** SQLite's journal beside a file that was not closed. */
const wal = '-wal';
/** The read version in SQLite's header (https://www.sqlite.org/fileformat.html): 2 with such a journal. */
const modeAt = 19;
const walMode = 2;

/** Works on a copy that is gone afterwards. */
export function inCopy<T>(
  path: string,
  look: (db: DatabaseSyncInstance) => T,
  prepare: (copy: string) => void = () => undefined,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'sriov-manager-look-'));
  try {
    const copy = join(folder, basename(path));
    copyFileSync(path, copy);
    if (existsSync(path + wal)) copyFileSync(path + wal, copy + wal);
    prepare(copy);
    const db = connectCopy(copy);
    try {
      return look(db);
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the file was not closed: its header then still says that a journal belongs to it. */
function needsWal(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const mode = Buffer.alloc(1);
    readSync(file, mode, 0, 1, modeAt);
    return mode[0] === walMode || existsSync(path + wal);
  } finally {
    closeSync(file);
  }
}

/**
 * Looks at the file. One that was not closed is looked at in a copy: SQLite would write beside the
 * original, and a connection that is only read from would keep it locked until it is collected.
 */
export function looking<T>(path: string, look: (db: DatabaseSyncInstance) => T): T {
  if (needsWal(path)) return inCopy(path, look);
  const db = connectReading(path);
  try {
    return look(db);
  } finally {
    db.close();
  }
}
