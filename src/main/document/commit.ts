/** Writes what changed, and keeps what was there for the undo. Always within a transaction. */
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { Journal } from './journal';
import type { RowChanges } from './row';

export class Writer {
  readonly #journal: Journal;
  readonly #keep: StatementSyncInstance;
  readonly #put: StatementSyncInstance;
  readonly #move: StatementSyncInstance;
  readonly #remove: StatementSyncInstance;
  /** Place of every row by kind and id. */
  readonly #places = new Map<string, Map<string, number>>();
  /** Text of the rows that are written again and again, though most of them stay the same. */
  readonly #texts = new Map<string, string>();

  constructor(db: DatabaseSyncInstance, journal: Journal) {
    this.#journal = journal;
    this.#keep = db.prepare(
      `INSERT OR IGNORE INTO before (step, kind, id, place, value)
       SELECT wanted.step, wanted.kind, wanted.id, state.place, state.value
       FROM (SELECT ? AS step, ? AS kind, ? AS id) AS wanted
       LEFT JOIN state ON state.kind = wanted.kind AND state.id = wanted.id`,
    );
    this.#put = db.prepare('INSERT OR REPLACE INTO state (kind, id, place, value) VALUES (?, ?, ?, ?)');
    this.#move = db.prepare('UPDATE state SET place = ? WHERE kind = ? AND id = ?');
    this.#remove = db.prepare('DELETE FROM state WHERE kind = ? AND id = ?');
    for (const { kind, id, place } of db
      .prepare('SELECT kind, id, place FROM state ORDER BY place')
      .all() as {
      kind: string;
      id: string;
      place: number;
    }[]) {
      this.#of(kind).set(id, place);
    }
  }

  /** Writes the changes; what was there before is kept in the journal's present step. */
  write({ put, gone, order, keptFrom }: RowChanges): void {
    for (const { kind, id } of gone) this.#forget(kind, id);
    for (const [kind, ids] of Object.entries(order)) this.#arrange(kind, ids);
    for (const { kind, id, place, value } of put) {
      const places = this.#of(kind);
      const at = place ?? places.get(id);
      if (at === undefined) throw new Error(`The new row ${kind} ${id} has no place.`);
      if (kind === 'engine' && typeof value === 'string') {
        if (this.#texts.get(id) === value) continue;
        this.#texts.set(id, value);
      }
      this.#keepRow(kind, id);
      places.set(id, at);
      this.#put.run(kind, id, at, value);
    }
    for (const [kind, first] of Object.entries(keptFrom)) this.#trim(kind, first);
  }

  #of(kind: string): Map<string, number> {
    const known = this.#places.get(kind);
    if (known !== undefined) return known;
    const fresh = new Map<string, number>();
    this.#places.set(kind, fresh);
    return fresh;
  }

  #keepRow(kind: string, id: string): void {
    if (this.#journal.keeps) this.#keep.run(this.#journal.keepsIn, kind, id);
  }

  #forget(kind: string, id: string): void {
    const places = this.#of(kind);
    if (!places.has(id)) return;
    this.#keepRow(kind, id);
    places.delete(id);
    this.#remove.run(kind, id);
  }

  /** Gives every row a place behind the one before it; most of them have it already. */
  #arrange(kind: string, ids: readonly string[]): void {
    const places = this.#of(kind);
    let last = -1;
    for (const id of ids) {
      const known = places.get(id);
      if (known !== undefined && known > last) {
        last = known;
        continue;
      }
      last += 1;
      if (known !== undefined) {
        this.#keepRow(kind, id);
        this.#move.run(last, kind, id);
      }
      places.set(id, last);
    }
  }

  /** Numbered rows lie in the map in their order: the oldest come first. */
  #trim(kind: string, first: number): void {
    for (const [id, place] of this.#of(kind)) {
      if (place >= first) return;
      this.#forget(kind, id);
    }
  }
}
