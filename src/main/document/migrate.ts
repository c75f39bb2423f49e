/**
 * Documents of earlier formats become documents of the present one, step by step in one
 * transaction: a file is of the old format or of the new, and never of something between.
 */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { inTransaction } from './connect';
import { formatVersion } from './schema';

/** Brings a document from the format before to `to`. */
export interface Migration {
  readonly to: number;
  readonly run: (db: DatabaseSyncInstance) => void;
}

/** Every change of a format, in order. Whoever changes an entity's members adds one. */
const migrations: readonly Migration[] = [];

/** A format and the ways to it. */
export interface Format {
  readonly version: number;
  readonly migrations: readonly Migration[];
}

export const presentFormat: Format = { version: formatVersion, migrations };

/** Every place that holds rows of a host: a migration that forgets one breaks undo or reset. */
const rowTables = ['state', 'start', 'before'];

/** Rewrites all entities of a kind, wherever a document holds one: now, at its start, in its steps. */
export function rewriteEntities(
  db: DatabaseSyncInstance,
  kind: string,
  rewrite: (entity: Record<string, unknown>) => Record<string, unknown>,
): void {
  db.function('rewritten', { deterministic: true }, (text: string) =>
    JSON.stringify(rewrite(JSON.parse(text) as Record<string, unknown>)),
  );
  for (const table of rowTables) {
    db.prepare(`UPDATE ${table} SET value = rewritten(value) WHERE kind = ? AND value IS NOT NULL`).run(kind);
  }
}

/** Migrates from `version`; answers with the version reached. */
export function migrate(db: DatabaseSyncInstance, version: number, format: Format): number {
  const { version: wanted, migrations: known } = format;
  const needed = known.filter(({ to }) => to > version && to <= wanted);
  if (needed.length === 0) return version;
  return inTransaction(db, () => {
    for (const { to, run } of needed) {
      run(db);
      db.exec(`PRAGMA user_version = ${to}`);
    }
    return wanted;
  });
}
