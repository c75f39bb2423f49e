/** The host's event log: a bounded ring of the newest entries. */
import type { EventRecord } from '../../../shared/model/event';
import type { Happening } from '../world/context';
import { describe } from './sentences';

/** Windows' default Hyper-V channels hold 1 MB; this many entries are about as much. */
const capacity = 4096;
/** How many more are kept before the oldest go: they go together, not one by one. */
const slack = 500;

export interface SavedEvents {
  readonly nextSequence: number;
  readonly entries: readonly EventRecord[];
}

export class EventLog {
  #nextSequence: number;
  #entries: EventRecord[];
  /** Entries since `takeNew`. */
  #fresh: EventRecord[] = [];

  constructor(saved: SavedEvents = { nextSequence: 1, entries: [] }) {
    this.#nextSequence = saved.nextSequence;
    this.#entries = [...saved.entries];
  }

  append(at: number, happening: Happening): void {
    this.#fresh.push({ sequence: this.#nextSequence + this.#fresh.length, at, ...describe(happening) });
  }

  /** Forgets what a refused batch logged. */
  rollback(): void {
    this.#fresh = [];
  }

  /** Makes the new entries part of the log and hands them out. */
  takeNew(): readonly EventRecord[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    this.#nextSequence += fresh.length;
    this.#entries.push(...fresh);
    if (this.#entries.length > capacity + slack) this.#entries = this.#entries.slice(-capacity);
    return fresh;
  }

  /** The newest `count` entries, oldest first. */
  newest(count: number): readonly EventRecord[] {
    return this.#entries.slice(-Math.min(count, capacity));
  }

  save(): SavedEvents {
    return { nextSequence: this.#nextSequence, entries: this.newest(capacity) };
  }
}
