/** Looks into a document without touching it. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { connectCopy, connectReading } from './connect';

/** SQLite's journal beside a file that was not closed. */
const wal = '-wal';

/** Works on a copy that is gone afterwards. */
export function inCopy<T>(path: string, look: (db: DatabaseSyncInstance) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'sriov-manager-look-'));
  try {
    const copy = join(folder, basename(path));
    copyFileSync(path, copy);
    if (existsSync(path + wal)) copyFileSync(path + wal, copy + wal);
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

/**
 * Looks at the file. One that was not closed is looked at in a copy: SQLite would write beside the
 * original, and a connection that is only read from would keep it locked until it is collected.
 */
export function looking<T>(path: string, look: (db: DatabaseSyncInstance) => T): T {
  if (existsSync(path + wal)) return inCopy(path, look);
  const db = connectReading(path);
  try {
    return look(db);
  } finally {
    db.close();
  }
}
