/**
 * A binary heap of things that happen at a level. An entry's level may change while it is in the
 * heap; entries of one level come out in the order of their `rank`, so the outcome never depends
 * on the way the heap was built.
 */
export interface HeapEntry {
  /** When it happens next; Infinity for never. Changed only through `EventHeap.move`. */
  dueAt: number;
  /** Set before the entry enters the heap. */
  readonly rank: number;
  /** Index in the heap, kept by the heap. */
  position: number;
}

function before(left: HeapEntry, right: HeapEntry): boolean {
  return left.dueAt < right.dueAt || (left.dueAt === right.dueAt && left.rank < right.rank);
}

export class EventHeap<Entry extends HeapEntry> {
  readonly #entries: Entry[];

  constructor(entries: readonly Entry[]) {
    this.#entries = [...entries];
    this.#entries.forEach((entry, index) => (entry.position = index));
    for (let index = (this.#entries.length >> 1) - 1; index >= 0; index--) this.#down(index);
  }

  /** The next entry; it stays in the heap. Undefined when nothing will ever happen again. */
  first(): Entry | undefined {
    const entry = this.#entries[0];
    return entry === undefined || entry.dueAt === Infinity ? undefined : entry;
  }

  /** Gives an entry of the heap another level. */
  move(entry: Entry, dueAt: number): void {
    if (dueAt === entry.dueAt) return;
    const earlier = dueAt < entry.dueAt;
    entry.dueAt = dueAt;
    if (earlier) this.#up(entry.position);
    else this.#down(entry.position);
  }

  #up(from: number): void {
    const entry = this.#entries[from];
    if (entry === undefined) return;
    let index = from;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = this.#entries[parentIndex];
      if (parent === undefined || !before(entry, parent)) break;
      this.#put(parent, index);
      index = parentIndex;
    }
    this.#put(entry, index);
  }

  #down(from: number): void {
    const entry = this.#entries[from];
    if (entry === undefined) return;
    let index = from;
    for (;;) {
      const left = this.#entries[2 * index + 1];
      const right = this.#entries[2 * index + 2];
      const child = right !== undefined && left !== undefined && before(right, left) ? right : left;
      if (child === undefined || !before(child, entry)) break;
      const childIndex = child.position;
      this.#put(child, index);
      index = childIndex;
    }
    this.#put(entry, index);
  }

  #put(entry: Entry, index: number): void {
    this.#entries[index] = entry;
    entry.position = index;
  }
}
