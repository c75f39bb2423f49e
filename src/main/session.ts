/**
 * The present host, the document it is kept in, and everybody who listens to it. Nothing is
 * answered before it is durable; while the document cannot be written, time stands still.
 */
import type { Command, StreamMessage } from '../shared/contract';
import type { Refusal, Result } from '../shared/result';
import { ok, refuse } from '../shared/result';
import type { Change } from '../shared/model/world-view';
import { kinds } from '../shared/model/world-view';
import type { HostDocument } from './document/document';
import { Interference, cannotWrite, isOfTheFile } from './document/fault';
import type { Opened, Restore } from './document/open';
import { advanceRecording } from './document/recordings';
import type { Recordings } from './document/recordings';
import type { Engine, SavedEngine } from './engine/engine';

/** Wall time after which what simulated time has changed is written. */
const saveEveryMs = 1000;

const busy = refuse('document.busy', 'The document is being saved. Try again in a moment.');

export interface Surroundings {
  readonly restore: Restore;
  /** Reaches every open window. */
  readonly send: (message: StreamMessage) => void;
  /** Hears of every step and every problem. */
  readonly onDocument: () => void;
  /** Wall time in milliseconds. */
  readonly wall: () => number;
}

export class Session {
  #engine: Engine;
  #document: HostDocument;
  #unsubscribe: () => void;
  /** Number of the last `world.changed` message. */
  #sequence = 0;
  /** Why time stands still; null while it may pass. */
  #problem: Refusal | null = null;
  #triedAt = 0;
  /** True while the document is being copied: nothing may change meanwhile. */
  #still = false;
  readonly #send: (message: StreamMessage) => void;
  readonly #restore: Restore;
  readonly #onDocument: () => void;
  readonly #wall: () => number;

  constructor({ document, engine }: Opened, surroundings: Surroundings) {
    this.#document = document;
    this.#engine = engine;
    this.#restore = surroundings.restore;
    this.#send = surroundings.send;
    this.#onDocument = surroundings.onDocument;
    this.#wall = surroundings.wall;
    this.#unsubscribe = this.#listen();
  }

  get engine(): Engine {
    return this.#engine;
  }

  get document(): HostDocument {
    return this.#document;
  }

  get sequence(): number {
    return this.#sequence;
  }

  get problem(): Refusal | null {
    return this.#problem;
  }

  /** Why neither the host nor the document may be exchanged now; null when they may. */
  get busy(): Refusal | null {
    return this.#still ? busy.error : null;
  }

  /** Carries out a batch; what is answered is durable. */
  execute(batch: readonly Command[]): Result<{ ids: string[] }> {
    return this.#attempt(() => {
      const answer = this.#document.execute(this.#engine, batch);
      if (answer.ok) this.#settled();
      return answer;
    });
  }

  /** Simulated milliseconds since the Unix epoch. */
  now(): number {
    return this.#engine.now();
  }

  /** Lets simulated time pass, unless the document cannot keep up, and writes it now and then. */
  advance(ms: number): void {
    if (this.#still) return;
    if (this.#problem === null) {
      try {
        const { recordings } = this.#document;
        const held = recordings.held;
        advanceRecording(this.#engine, recordings, ms);
        if (recordings.held !== held) this.#onDocument();
      } catch (error) {
        // It would happen again and again: time stands still until a step has changed something.
        this.#hold(this.#fallBack(error));
      }
    }
    const wall = this.#wall();
    if (wall - this.#triedAt < saveEveryMs || this.#problem?.code === 'internal') return;
    this.#triedAt = wall;
    this.save();
  }

  /** Lets simulated time pass at once, in whole milliseconds, and makes that durable. */
  step(ms: number): Result<Record<string, never>> {
    if (this.#still) return busy;
    if (this.#problem !== null) return { ok: false, error: this.#problem };
    this.advance(ms);
    this.save();
    // Either could have found that the host, or the document, cannot go on.
    const problem = this.#problem as Refusal | null;
    return problem === null ? ok({}) : { ok: false, error: problem };
  }

  /**
   * Back to a host that `make` makes from the document while everything stands still; false when it
   * answers null, for then nobody wants it any more.
   */
  async back(make: () => Promise<Result<Engine> | null>): Promise<Result<{ went: boolean }>> {
    const made = await this.standingStill<Engine | null>(async () => (await make()) ?? ok(null));
    if (!made.ok) return made;
    const earlier = made.value;
    if (earlier === null) return ok({ went: false });
    const went = this.#travel(() => this.#document.back(this.#engine, earlier.save()));
    return went.ok ? ok({ went: true }) : went;
  }

  /** Writes what time has changed; answers whether that is safe now. */
  save(): boolean {
    try {
      this.#document.save(this.#engine);
      if (this.#problem !== null) this.#settled();
      return true;
    } catch (error) {
      // Only time has passed: it is kept in memory and written as soon as that is possible.
      if (!(error instanceof Interference)) this.#document.recollect();
      this.#hold(cannotWrite(this.#document.path, error).error);
      return false;
    }
  }

  /** Begins, ends or removes a recording; what is answered is durable. */
  record<T>(work: (recordings: Recordings) => Result<T>): Result<T> {
    return this.#attempt(() => {
      const answer = this.#document.record(this.#engine, work);
      if (answer.ok) this.#settled();
      return answer;
    });
  }

  undo(): Result<Record<string, never>> {
    if (this.#document.journal.undoable === null) return refuse('undo.nothing', 'There is nothing to undo.');
    return this.#travel(() => this.#document.undo(this.#engine));
  }

  redo(): Result<Record<string, never>> {
    if (this.#document.journal.redoable === null) return refuse('redo.nothing', 'There is nothing to redo.');
    return this.#travel(() => this.#document.redo(this.#engine));
  }

  reset(): Result<Record<string, never>> {
    return this.#travel(() => this.#document.reset(this.#engine));
  }

  /** Another document, and its host, in the present one's place, which is closed. Whoever calls tells of it. */
  open({ document, engine }: Opened): void {
    this.#document.close();
    this.#document = document;
    this.#problem = null;
    this.#replace(engine);
  }

  /** Saves, and lets neither time nor commands change anything until the work is done. */
  async standingStill<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#still) return busy;
    // A document that cannot be written may still be read and copied.
    this.#attempt(() => {
      this.#document.save(this.#engine);
      return ok(null);
    });
    this.#still = true;
    try {
      return await work();
    } finally {
      this.#still = false;
    }
  }

  /** The last thing that the program does with it. */
  close(): void {
    this.#unsubscribe();
    try {
      this.#document.save(this.#engine);
    } catch {
      // What was answered is safe; the time since then is all that is lost.
    }
    this.#document.close();
  }

  /** The whole world as changes from nothing. */
  everything(): Change[] {
    const { world } = this.#engine;
    return kinds.flatMap((kind) =>
      [...world[kind].values()].map((value) => ({ kind, id: value.id, value }) as Change),
    );
  }

  #travel(go: () => SavedEngine): Result<Record<string, never>> {
    return this.#attempt(() => {
      this.#replace(this.#restore(go()));
      this.#settled();
      return ok({});
    });
  }

  /** Whatever goes wrong, the host is again what the document says. */
  #attempt<T>(work: () => Result<T>): Result<T> {
    if (this.#still) return busy;
    try {
      return work();
    } catch (error) {
      const refusal = this.#fallBack(error);
      if (isOfTheFile(error)) this.#hold(refusal);
      return { ok: false, error: refusal };
    }
  }

  #fallBack(error: unknown): Refusal {
    // It comes before anything is done; what is in memory is all that there is.
    if (error instanceof Interference) return cannotWrite(this.#document.path, error).error;
    this.#replace(this.#restore(this.#document.reload()));
    const detail = error instanceof Error ? error.message : String(error);
    if (isOfTheFile(error)) return cannotWrite(this.#document.path, error).error;
    return refuse(
      'internal',
      `The simulated host came into a state that must not be: ${detail} It was taken back to what the document holds.`,
    ).error;
  }

  #hold(problem: Refusal): void {
    const same = this.#problem?.code === problem.code;
    this.#problem = problem;
    if (!same) this.#onDocument();
  }

  #settled(): void {
    this.#problem = null;
    this.#onDocument();
  }

  #replace(engine: Engine): void {
    this.#unsubscribe();
    this.#engine = engine;
    this.#unsubscribe = this.#listen();
    this.#send({ stream: 'world.replaced' });
  }

  #listen(): () => void {
    return this.#engine.subscribe((changes, events) => {
      this.#sequence += 1;
      this.#send({
        stream: 'world.changed',
        sequence: this.#sequence,
        changes: [...changes],
        events: [...events],
      });
    });
  }
}
