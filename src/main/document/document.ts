/**
 * A host's document: one file, as new as the last thing the program answered. The host itself lives
 * in the engine; this writes after it, and gives back earlier states of it.
 */
import { rmSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, backup } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Command } from '../../shared/contract';
import type { Result } from '../../shared/result';
import type { Engine, SavedEngine } from '../engine/engine';
import { Writer } from './commit';
import { connectWriting, disconnect, inMemory, inTransaction } from './connect';
import { makeFile, makeInMemory, noBelongings, putInPlace } from './create';
import type { Belongings } from './create';
import { Journal } from './journal';
import { Layouts } from './layouts';
import { Interference } from './fault';
import { Recordings } from './recordings';
import { changedRows, rowsOf, savedOf } from './row';
import type { Row } from './row';
import { sinceUndo } from './schema';
import { FileWatch } from './watch';
import type { FileState } from './watch';

/** A moment of a document: now, its start, or just before a step. */
export type Moment = 'now' | 'start' | { readonly before: number };

/** A row as it was; without a value there was none. */
type KeptRow = Omit<Row, 'value'> & { readonly value: Row['value'] | null };

export class HostDocument {
  /** Full path of the file, or `:memory:`. */
  readonly path: string;
  readonly #db: DatabaseSyncInstance;
  #journal: Journal;
  #writer: Writer;
  readonly #watch: FileWatch;
  readonly #recordings: Recordings;
  /** How windows are arranged. */
  readonly layouts: Layouts;

  constructor(path: string, db: DatabaseSyncInstance) {
    this.path = path;
    this.#db = db;
    this.#journal = new Journal(db);
    this.#writer = new Writer(db, this.#journal);
    this.#watch = new FileWatch(path);
    this.#recordings = new Recordings(db);
    this.layouts = new Layouts(db);
  }

  /** Makes a file of a host; there is either a whole one or none. `created` is wall time in ISO 8601. */
  static create(
    path: string,
    engine: Engine,
    created: string,
    belongings: Belongings = noBelongings,
  ): HostDocument {
    const making = HostDocument.creating(path, engine, created, belongings);
    for (let step = making.next(); ; step = making.next()) if (step.done === true) return step.value;
  }

  /** The same in portions, which yield the share that is done. */
  static *creating(
    path: string,
    engine: Engine,
    created: string,
    belongings: Belongings = noBelongings,
  ): Generator<number, HostDocument, void> {
    const content = { saved: engine.save(), created, belongings };
    let db: DatabaseSyncInstance;
    if (path === inMemory) db = makeInMemory(content);
    else {
      yield* makeFile(path, content);
      db = connectWriting(path);
    }
    engine.markSaved();
    return new HostDocument(path, db);
  }

  get journal(): Pick<Journal, 'done' | 'pruned' | 'undoable' | 'redoable' | 'steps' | 'step'> {
    return this.#journal;
  }

  /** Whether anybody has ever worked on it. */
  get touched(): boolean {
    return this.#journal.done > 0 || this.#journal.redoable !== null || this.#recordings.list().length > 0;
  }

  /** To be asked, and given samples, which the next write takes along. */
  get recordings(): Pick<Recordings, 'list' | 'full' | 'held' | 'nextDue' | 'take' | 'samplesAfter'> {
    return this.#recordings;
  }

  /** Wall time at which the document was made, in ISO 8601. */
  get created(): string {
    const row = this.#db.prepare("SELECT value FROM meta WHERE key = 'created'").get() as
      { value: string } | undefined;
    return row?.value ?? '';
  }

  /** What somebody else has done to the file; one that is spoilt is neither read nor written any more. */
  get file(): FileState {
    return this.#watch.state;
  }

  /** Writes what time has changed. */
  save(engine: Engine): void {
    this.#change(() => this.#write(engine));
    engine.markSaved();
  }

  /**
   * Carries out a batch and makes it durable before it answers. When it throws, the file is as it
   * was, and the engine must be built anew from `read`.
   */
  execute(engine: Engine, batch: readonly Command[]): Result<{ ids: string[] }> {
    const result = this.#change(() => {
      // The time before the batch belongs to the step before.
      this.#write(engine);
      engine.markSaved();
      const at = engine.now();
      const answer = engine.execute(batch);
      if (answer.ok) {
        this.#journal.begin(at, batch);
        this.#write(engine);
      }
      return answer;
    });
    engine.markSaved();
    return result;
  }

  /** Begins, ends or removes a recording, and makes that durable before it answers. */
  record<T>(engine: Engine, work: (recordings: Recordings) => T): T {
    const result = this.#change(() => {
      this.#write(engine);
      return work(this.#recordings);
    });
    engine.markSaved();
    this.#recordings.readAgain();
    return result;
  }

  /** Takes back the last step; answers with the host as it was before. */
  undo(engine: Engine): SavedEngine {
    const since = this.#beginOf(this.#journal.done);
    return this.#travel(engine, since, () => this.#journal.undo());
  }

  /** Brings back the step that was taken back last; answers with the host as it was then. */
  redo(engine: Engine): SavedEngine {
    const since = this.#beginOf(this.#journal.done + 1);
    return this.#travel(engine, since, () => this.#journal.redo());
  }

  /** Back to the document's start, as a step that can be undone. */
  reset(engine: Engine): SavedEngine {
    return this.#travel(engine, this.startedAt, () => {
      this.#journal.begin(engine.now(), null);
      this.#become('start');
    });
  }

  /** To what the host was earlier, as a step that can be undone. */
  back(engine: Engine, earlier: SavedEngine): SavedEngine {
    const backTo = earlier.timeline.now;
    return this.#travel(engine, backTo, () => {
      this.#journal.begin(engine.now(), { backTo });
      this.#db.exec('CREATE TEMP TABLE IF NOT EXISTS earlier (kind, id, place, value)');
      this.#db.exec('DELETE FROM temp.earlier');
      const put = this.#db.prepare('INSERT INTO temp.earlier VALUES (?, ?, ?, ?)');
      for (const { kind, id, place, value } of rowsOf(earlier)) put.run(kind, id, place, value);
      this.#become('earlier');
      this.#db.exec('DELETE FROM temp.earlier');
    });
  }

  /** After something was thrown: the host as it was made durable last. */
  reload(): SavedEngine {
    this.recollect();
    this.#recordings.readAgain();
    return this.read();
  }

  /** After a write that failed, where the host goes on: what is remembered of the file is what it holds. */
  recollect(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
    this.#journal = new Journal(this.#db);
    this.#writer = new Writer(this.#db, this.#journal);
  }

  /** The host as it is in the file. */
  read(): SavedEngine {
    return savedOf(this.rows('now'));
  }

  /** The host's rows at another moment. */
  rows(moment: Moment): Row[] {
    if (moment === 'start') return this.#all('start');
    const now = this.#all('state');
    if (moment === 'now') return now;
    const rows = new Map(now.map((row) => [`${row.kind} ${row.id}`, row]));
    const kept = this.#db.prepare(
      'SELECT step, kind, id, place, value FROM before WHERE step >= ? AND step <= ? ORDER BY step DESC',
    );
    const { done } = this.#journal;
    // After an undo, what has changed since lies before everything else.
    const sinceThen = kept.all(moment.before, done) as KeptRow[];
    const sinceTheUndo = this.#journal.redoable === null ? [] : (kept.all(sinceUndo, sinceUndo) as KeptRow[]);
    for (const row of [...sinceTheUndo, ...sinceThen]) {
      const key = `${row.kind} ${row.id}`;
      if (row.value === null) rows.delete(key);
      else rows.set(key, row as Row);
    }
    return [...rows.values()];
  }

  /**
   * Copies the document into another file, which is there wholly or not at all. `progress` gets the
   * share that is done, and stops the work by answering false.
   */
  async copyTo(path: string, progress: (share: number) => boolean): Promise<boolean> {
    const part = `${path}.part`;
    const asked = { wanted: true };
    try {
      rmSync(part, { force: true });
      this.#requireRoom(path);
      await backup(this.#db, part, {
        rate: 256,
        progress: ({ totalPages, remainingPages }) => {
          asked.wanted &&= progress(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
          if (!asked.wanted) throw new Error('The copy is not wanted any more.');
        },
      });
      asked.wanted &&= progress(1);
      if (!asked.wanted) throw new Error('The copy is not wanted any more.');
      // The copy is a file by itself, as a closed document is; this also makes it durable.
      const copy = new DatabaseSync(part);
      copy.exec('PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE');
      copy.close();
      putInPlace(part, path);
      return true;
    } catch (error) {
      rmSync(part, { force: true });
      if (!asked.wanted) return false;
      throw error;
    }
  }

  /** A file that somebody else has written into stays as it is: closing the connection would write to it. */
  close(): void {
    if (this.#db.isOpen && this.file !== 'spoilt') disconnect(this.#db);
  }

  #all(table: 'state' | 'start'): Row[] {
    return this.#db.prepare(`SELECT kind, id, place, value FROM ${table}`).all() as Row[];
  }

  /** Better told before the work than in the middle of it. */
  #requireRoom(path: string): void {
    const { page_count: pages } = this.#db.prepare('PRAGMA page_count').get() as { page_count: number };
    const { page_size: bytes } = this.#db.prepare('PRAGMA page_size').get() as { page_size: number };
    const { bavail, bsize } = statfsSync(dirname(path));
    if (bavail * bsize >= pages * bytes) return;
    throw Object.assign(new Error('There is no room left.'), { code: 'ENOSPC' });
  }

  /** Nothing is written into, or believed of, a file that is not as this program left it. */
  #change<T>(work: () => T): T {
    const { state } = this.#watch;
    if (state !== 'ours') throw new Interference(state);
    try {
      const result = inTransaction(this.#db, () => {
        this.#recordings.write();
        this.layouts.write();
        return work();
      });
      this.#recordings.written();
      this.layouts.written();
      return result;
    } finally {
      this.#watch.wrote();
    }
  }

  #write(engine: Engine): void {
    this.#writer.write(changedRows(engine.unsaved()));
  }

  /** Simulated time from which on a step, and the time after it, are another story without it. */
  #beginOf(step: number): number {
    const found = this.#journal.step(step);
    if (found === null || found.did === null) return this.startedAt;
    return 'backTo' in found.did ? found.did.backTo : found.at;
  }

  /** Puts all rows of a table in the state's place; what is other in it is kept for the undo. Within a transaction. */
  #become(table: 'start' | 'earlier'): void {
    const { keepsIn } = this.#journal;
    this.#db
      .prepare(
        `INSERT INTO before (step, kind, id, place, value)
         SELECT ?, kind, id, place, value FROM (SELECT * FROM state EXCEPT SELECT * FROM ${table})`,
      )
      .run(keepsIn);
    this.#db
      .prepare(
        `INSERT INTO before (step, kind, id)
         SELECT ?, kind, id FROM (SELECT kind, id FROM ${table} EXCEPT SELECT kind, id FROM state)`,
      )
      .run(keepsIn);
    this.#db.exec(`DELETE FROM state; INSERT INTO state SELECT * FROM ${table}`);
  }

  /** Simulated time at which the document was made, milliseconds since the Unix epoch. */
  get startedAt(): number {
    const timeline = "SELECT value FROM start WHERE kind = 'engine' AND id = 'timeline'";
    const { value } = this.#db.prepare(timeline).get() as { value: string };
    return (JSON.parse(value) as SavedEngine['timeline']).now;
  }

  /** What was recorded after `since` is of a time that is given up, or not come yet. */
  #travel(engine: Engine, since: number, change: () => void): SavedEngine {
    this.#change(() => {
      this.#write(engine);
      change();
      this.#recordings.cut(since);
    });
    this.#recordings.readAgain();
    this.#writer = new Writer(this.#db, this.#journal);
    return this.read();
  }
}
