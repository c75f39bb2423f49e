/**
 * What will happen and when: entries ordered by (time, sequence), so that two entries of one
 * instant run in the order in which they were scheduled. Entries are plain data; a saved world
 * goes on exactly where it stopped.
 */
import { invariant } from './invariant';

/** Work to do later. `token` lets the receiver recognise an entry that has been overtaken. */
export interface Task {
  readonly noun: 'partition' | 'netvsc' | 'vf' | 'nic' | 'host' | 'datapath' | 'traffic' | 'memory';
  /** Id of the entity concerned. */
  readonly subject: string;
  readonly token: number;
}

export interface TimelineEntry {
  /** Simulated milliseconds since the Unix epoch, a whole number. */
  readonly at: number;
  readonly sequence: number;
  readonly task: Task;
}

export interface SavedTimeline {
  readonly now: number;
  readonly nextSequence: number;
  readonly entries: readonly TimelineEntry[];
}

function before(left: TimelineEntry, right: TimelineEntry): boolean {
  return left.at < right.at || (left.at === right.at && left.sequence < right.sequence);
}

export class Timeline {
  #now: number;
  #nextSequence: number;
  /** Binary heap, earliest entry first. */
  #heap: TimelineEntry[];

  constructor(saved: SavedTimeline) {
    this.#now = saved.now;
    this.#nextSequence = saved.nextSequence;
    // A list in order is a heap.
    this.#heap = [...saved.entries];
  }

  get now(): number {
    return this.#now;
  }

  /** True while another entry is due at the present moment. */
  get hasMoreNow(): boolean {
    return this.#heap[0]?.at === this.#now;
  }

  /** Schedules a task `delayMs` (a whole number, 0 or more) after the present moment. */
  schedule(delayMs: number, task: Task): void {
    invariant(Number.isInteger(delayMs) && delayMs >= 0, `A delay must be a whole number of ms: ${delayMs}`);
    this.#heap.push({ at: this.#now + delayMs, sequence: this.#nextSequence, task });
    this.#nextSequence += 1;
    this.#up(this.#heap.length - 1);
  }

  /** Takes the earliest entry due at or before `until` and moves the clock to it. */
  takeDue(until: number): Task | undefined {
    const first = this.#heap[0];
    if (first === undefined || first.at > until) return undefined;
    const last = this.#heap.pop();
    if (last !== undefined && this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#down(0);
    }
    this.#now = first.at;
    return first.task;
  }

  /** Moves the clock on once nothing is due any more. */
  moveTo(time: number): void {
    invariant(time >= this.#now, 'The clock does not run backwards.');
    invariant((this.#heap[0]?.at ?? Infinity) > time, 'An entry is still due.');
    this.#now = time;
  }

  save(): SavedTimeline {
    const entries = [...this.#heap].sort((left, right) => (before(left, right) ? -1 : 1));
    return { now: this.#now, nextSequence: this.#nextSequence, entries };
  }

  #at(index: number): TimelineEntry {
    const entry = this.#heap[index];
    invariant(entry !== undefined, 'The timeline heap has a hole.');
    return entry;
  }

  #swap(left: number, right: number): void {
    const kept = this.#at(left);
    this.#heap[left] = this.#at(right);
    this.#heap[right] = kept;
  }

  #up(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(this.#at(index), this.#at(parent))) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #down(start: number): void {
    let index = start;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < this.#heap.length && before(this.#at(child), this.#at(least))) least = child;
      }
      if (least === index) return;
      this.#swap(index, least);
      index = least;
    }
  }
}
