/** What the parts of the host asked of each other: a bounded list of the newest entries. */
import type { TraceEntry } from '../../../shared/model/ndis-trace';

/** A trace is for looking at what has just happened: some hundred ways of a VF. */
const capacity = 5000;
/** How many more are kept before the oldest go: they go together, not one by one. */
const slack = 500;

export interface SavedTrace {
  readonly nextSequence: number;
  readonly entries: readonly TraceEntry[];
}

export class TraceLog {
  #nextSequence: number;
  #entries: TraceEntry[];
  /** Entries since the last commit. */
  #fresh: TraceEntry[] = [];

  constructor(saved: SavedTrace = { nextSequence: 1, entries: [] }) {
    this.#nextSequence = saved.nextSequence;
    this.#entries = [...saved.entries];
  }

  append(entry: Omit<TraceEntry, 'sequence'>): void {
    this.#fresh.push({ sequence: this.#nextSequence + this.#fresh.length, ...entry });
  }

  /** Forgets what a refused batch left. */
  rollback(): void {
    this.#fresh = [];
  }

  /** Makes the new entries final and lets the oldest go. */
  commit(): void {
    this.#nextSequence += this.#fresh.length;
    this.#entries.push(...this.#fresh);
    this.#fresh = [];
    if (this.#entries.length > capacity + slack) this.#entries = this.#entries.slice(-capacity);
  }

  /** The newest `count` entries that `wanted` accepts, oldest first. */
  newest(count: number, wanted: (entry: TraceEntry) => boolean = () => true): readonly TraceEntry[] {
    const found: TraceEntry[] = [];
    const last = Math.max(0, this.#entries.length - capacity);
    for (let index = this.#entries.length - 1; index >= last && found.length < count; index -= 1) {
      const entry = this.#entries[index];
      if (entry !== undefined && wanted(entry)) found.push(entry);
    }
    return found.reverse();
  }

  save(): SavedTrace {
    return { nextSequence: this.#nextSequence, entries: this.newest(capacity) };
  }
}
