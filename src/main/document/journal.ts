/**
 * Steps and what it takes to go back. Before a row changes it is kept once per step; to undo a step
 * its rows change places with the present ones, and to redo it they change places again. So undo
 * restores everything, the clock included, and redo brings back the very moment of the undo.
 */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Command } from '../../shared/contract';
import { sinceUndo, undoableSteps } from './schema';

export interface Step {
  readonly step: number;
  /** Simulated milliseconds since the Unix epoch. */
  readonly at: number;
  /** What it did. */
  readonly did: StepContent;
}

/** A batch, a reset to the start, or a way back to an earlier moment (simulated milliseconds). */
export type StepContent = readonly Command[] | null | { readonly backTo: number };

interface StoredStep {
  readonly step: number;
  readonly at: number;
  readonly commands: string;
}

export class Journal {
  readonly #db: DatabaseSyncInstance;
  /** The last step that is done; those after it have been undone. */
  #done: number;
  #last: number;
  #pruned: number;

  constructor(db: DatabaseSyncInstance) {
    this.#db = db;
    this.#done = this.#meta('done');
    this.#pruned = this.#meta('pruned');
    const { last } = db.prepare('SELECT coalesce(max(step), 0) AS last FROM journal').get() as {
      last: number;
    };
    this.#last = last;
  }

  get done(): number {
    return this.#done;
  }

  /** Where rows are kept that change now; 0 also before the first step, when nothing need be kept. */
  get keepsIn(): number {
    return this.#last > this.#done ? sinceUndo : this.#done;
  }

  /** Whether rows that change now must be kept. */
  get keeps(): boolean {
    return this.#last > 0;
  }

  /** Steps up to this one can no longer be taken back. */
  get pruned(): number {
    return this.#pruned;
  }

  get undoable(): number | null {
    return this.#done > this.#pruned ? this.#done : null;
  }

  get redoable(): number | null {
    return this.#last > this.#done ? this.#done + 1 : null;
  }

  /** Steps that can be taken back or have been, oldest first. */
  steps(): Step[] {
    const rows = this.#db
      .prepare('SELECT step, at, commands FROM journal WHERE step > ? ORDER BY step')
      .all(this.#pruned) as StoredStep[];
    return rows.map(parsed);
  }

  step(step: number): Step | null {
    const row = this.#db.prepare('SELECT step, at, commands FROM journal WHERE step = ?').get(step) as
      StoredStep | undefined;
    return row === undefined ? null : parsed(row);
  }

  /** Begins a step; what had been undone can no longer be redone. Within a transaction. */
  begin(at: number, did: StepContent): void {
    const db = this.#db;
    if (this.#last > this.#done) {
      db.prepare('DELETE FROM before WHERE step > ?').run(this.#done);
      db.prepare('DELETE FROM journal WHERE step > ?').run(this.#done);
      // The time since the undo belongs to the step that is now the last one.
      if (this.#done > 0) {
        db.prepare(
          `INSERT OR IGNORE INTO before (step, kind, id, place, value)
           SELECT ?, kind, id, place, value FROM before WHERE step = ?`,
        ).run(this.#done, sinceUndo);
      }
      this.#forget(sinceUndo);
    }
    this.#done += 1;
    this.#last = this.#done;
    db.prepare('INSERT INTO journal (step, at, commands) VALUES (?, ?, ?)').run(
      this.#done,
      at,
      JSON.stringify(did),
    );
    this.#setMeta('done', this.#done);
    if (this.#done - undoableSteps > this.#pruned) {
      this.#pruned = this.#done - undoableSteps;
      db.prepare('DELETE FROM before WHERE step > ? AND step <= ?').run(sinceUndo, this.#pruned);
      this.#setMeta('pruned', this.#pruned);
    }
  }

  /** Takes the last step back. Within a transaction; the host must then be read anew. */
  undo(): void {
    this.#revertSinceUndo();
    this.#exchange(this.#done);
    this.#done -= 1;
    this.#setMeta('done', this.#done);
  }

  /** Brings the step back that was undone last. Within a transaction; the host must then be read anew. */
  redo(): void {
    this.#revertSinceUndo();
    this.#exchange(this.#done + 1);
    this.#done += 1;
    this.#setMeta('done', this.#done);
  }

  #revertSinceUndo(): void {
    if (this.#last === this.#done) return;
    this.#exchange(sinceUndo);
    this.#forget(sinceUndo);
  }

  /** Puts the rows kept for a step in the present ones' place and keeps those. */
  #exchange(step: number): void {
    const db = this.#db;
    db.exec('CREATE TEMP TABLE IF NOT EXISTS present (kind, id, place, value)');
    db.exec('DELETE FROM temp.present');
    db.prepare(
      `INSERT INTO temp.present
       SELECT kept.kind, kept.id, state.place, state.value
       FROM before AS kept LEFT JOIN state ON state.kind = kept.kind AND state.id = kept.id
       WHERE kept.step = ?`,
    ).run(step);
    db.prepare(
      'DELETE FROM state WHERE (kind, id) IN (SELECT kind, id FROM before WHERE step = ? AND value IS NULL)',
    ).run(step);
    db.prepare(
      `INSERT OR REPLACE INTO state (kind, id, place, value)
       SELECT kind, id, place, value FROM before WHERE step = ? AND value IS NOT NULL`,
    ).run(step);
    db.prepare(
      'INSERT OR REPLACE INTO before (step, kind, id, place, value) SELECT ?, kind, id, place, value FROM temp.present',
    ).run(step);
    db.exec('DELETE FROM temp.present');
  }

  #forget(step: number): void {
    this.#db.prepare('DELETE FROM before WHERE step = ?').run(step);
  }

  #meta(key: string): number {
    const row = this.#db.prepare('SELECT value FROM meta WHERE key = ?').get(key) as
      { value: string } | undefined;
    return Number(row?.value ?? 0);
  }

  #setMeta(key: string, value: number): void {
    this.#db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, String(value));
  }
}

function parsed({ commands, ...rest }: StoredStep): Step {
  return { ...rest, did: JSON.parse(commands) as StepContent };
}
