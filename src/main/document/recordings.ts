/**
 * The recordings of a document. Samples wait in memory for the next write, which takes them along
 * in its transaction, so that they are as durable as the time they are of.
 */
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { maxSamples } from '../../shared/model/recording';
import type { NewRecording, Recording } from '../../shared/model/recording';
import type { Engine } from '../engine/engine';

export interface Sample {
  /** Simulated milliseconds since the Unix epoch. */
  readonly at: number;
  /** Absolute values in the order of the recording's paths. */
  readonly values: Float64Array;
}

interface Kept extends Omit<Recording, 'samples'> {
  samples: number;
}

interface StoredSample {
  readonly at: number;
  readonly numbers: Uint8Array;
}

function decode({ at, numbers }: StoredSample): Sample {
  // A copy: the database's bytes may begin where no number may.
  return { at, values: new Float64Array(new Uint8Array(numbers).buffer) };
}

/** Puts a recording of another document into this one, as it is. Within a transaction. */
export function insertRecording(
  db: DatabaseSyncInstance,
  { id, name, startedAt, endedAt, intervalMs, paths }: Recording,
  samples: readonly Sample[],
): void {
  db.prepare(
    'INSERT INTO recordings (id, name, startedAt, endedAt, intervalMs, paths) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(id, name, startedAt, endedAt, intervalMs, JSON.stringify(paths));
  const put = db.prepare('INSERT INTO samples (recording, at, numbers) VALUES (?, ?, ?)');
  for (const { at, values } of samples) put.run(id, at, Buffer.from(values.buffer));
}

export class Recordings {
  readonly #db: DatabaseSyncInstance;
  readonly #put: StatementSyncInstance;
  #kept = new Map<number, Kept>();
  #waiting: { readonly recording: number; readonly sample: Sample }[] = [];
  /** Samples of all recordings, those that wait included. */
  #total = 0;

  constructor(db: DatabaseSyncInstance) {
    this.#db = db;
    this.#put = db.prepare('INSERT INTO samples (recording, at, numbers) VALUES (?, ?, ?)');
    this.readAgain();
  }

  /** All recordings, the oldest first. */
  list(): Recording[] {
    return Array.from(this.#kept.values(), (kept) => ({ ...kept }));
  }

  /** Whether the document takes no more samples. */
  get full(): boolean {
    return this.#total >= maxSamples;
  }

  /** Whether that keeps a recording from going on. */
  get held(): boolean {
    return this.full && [...this.#kept.values()].some(({ endedAt }) => endedAt === null);
  }

  /** Simulated time after `now` at which the next sample is due; infinite while nothing records. */
  nextDue(now: number): number {
    let next = Number.POSITIVE_INFINITY;
    if (this.full) return next;
    for (const { startedAt, endedAt, intervalMs } of this.#kept.values()) {
      if (endedAt !== null) continue;
      next = Math.min(next, startedAt + (Math.floor((now - startedAt) / intervalMs) + 1) * intervalMs);
    }
    return next;
  }

  /** Takes every sample that is due at this very moment. */
  take(at: number, valueOf: (path: string) => number): void {
    for (const kept of this.#kept.values()) {
      if (kept.endedAt !== null || (at - kept.startedAt) % kept.intervalMs !== 0 || this.full) continue;
      this.#waiting.push({
        recording: kept.id,
        sample: { at, values: Float64Array.from(kept.paths, valueOf) },
      });
      kept.samples += 1;
      this.#total += 1;
    }
  }

  /** Writes what waits. Within a transaction. */
  write(): void {
    for (const { recording, sample } of this.#waiting) this.#insert(recording, sample);
  }

  /** What waited is safe. */
  written(): void {
    this.#waiting = [];
  }

  /** Begins a recording with its first sample; answers with its id. Within a transaction. */
  start(wanted: NewRecording, at: number, valueOf: (path: string) => number): number {
    const { name, paths, intervalMs } = wanted;
    const { id } = this.#db
      .prepare(
        `INSERT INTO recordings (id, name, startedAt, intervalMs, paths)
         SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ? FROM recordings RETURNING id`,
      )
      .get(name, at, intervalMs, JSON.stringify(paths)) as { id: number };
    this.#insert(id, { at, values: Float64Array.from(paths, valueOf) });
    return id;
  }

  /** Ends a recording that goes on. Within a transaction. */
  stop(id: number, at: number): void {
    this.#db.prepare('UPDATE recordings SET endedAt = ? WHERE id = ? AND endedAt IS NULL').run(at, id);
  }

  /** Removes a recording and its samples. Within a transaction. */
  remove(id: number): void {
    this.#db.prepare('DELETE FROM samples WHERE recording = ?').run(id);
    this.#db.prepare('DELETE FROM recordings WHERE id = ?').run(id);
  }

  /**
   * Removes what was recorded after `at`. A recording that began later goes, one that ended later
   * ends there, and one that goes on goes on. Within a transaction.
   */
  cut(at: number): void {
    this.#db.prepare('DELETE FROM samples WHERE at > ?').run(at);
    this.#db.prepare('DELETE FROM recordings WHERE startedAt > ?').run(at);
    this.#db.prepare('UPDATE recordings SET endedAt = ? WHERE endedAt > ?').run(at, at);
  }

  /** Remembers what the file holds and nothing else; samples that wait are dropped. */
  readAgain(): void {
    const rows = this.#db
      .prepare(
        `SELECT id, name, startedAt, endedAt, intervalMs, paths,
           (SELECT count(*) FROM samples WHERE recording = id) AS samples
         FROM recordings ORDER BY id`,
      )
      .all() as (Omit<Kept, 'paths'> & { readonly paths: string })[];
    this.#kept = new Map(rows.map((row) => [row.id, { ...row, paths: JSON.parse(row.paths) as string[] }]));
    this.#total = rows.reduce((sum, { samples }) => sum + samples, 0);
    this.#waiting = [];
  }

  /** The next samples of a recording after a moment, at most `count`; those that wait are not among them. */
  samplesAfter(id: number, at: number, count: number): Sample[] {
    const rows = this.#db
      .prepare('SELECT at, numbers FROM samples WHERE recording = ? AND at > ? ORDER BY at LIMIT ?')
      .all(id, at, count) as StoredSample[];
    return rows.map(decode);
  }

  #insert(recording: number, { at, values }: Sample): void {
    this.#put.run(recording, at, Buffer.from(values.buffer));
  }
}

/** Lets simulated time pass, and stops wherever a sample is due: what is recorded does not depend on how time is cut. */
export function advanceRecording(
  engine: Pick<Engine, 'now' | 'advance' | 'counterValue'>,
  recordings: Pick<Recordings, 'nextDue' | 'take'>,
  ms: number,
): void {
  const until = engine.now() + ms;
  for (let due = recordings.nextDue(engine.now()); due <= until; due = recordings.nextDue(due)) {
    engine.advance(due - engine.now());
    recordings.take(due, (path) => engine.counterValue(path));
  }
  engine.advance(until - engine.now());
}
