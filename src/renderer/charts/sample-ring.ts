/**
 * Rows of numbers over time, the newest ones only. Samples arrive several times a second for as
 * long as a chart is open, so they live in flat arrays that are allocated once.
 */
export interface SampleRing {
  /** Number of rows held, at most the capacity. */
  readonly length: number;
  /** Time of the newest row in milliseconds; NaN while there is none. */
  readonly newest: number;
  /** Adds a row; a row that is older than the newest one starts the ring anew. */
  push(at: number, row: ArrayLike<number>): void;
  /** Times of the rows from `from` on, with one row before them, so that a line enters from the edge. */
  times(from: number): Float64Array;
  /** Values of one column for the rows that `times` answers with. */
  column(index: number, from: number): Float64Array;
  clear(): void;
}

/** A ring of `capacity` rows with `columns` values each. */
export function createSampleRing(columns: number, capacity: number): SampleRing {
  // Twice the room: rows stay contiguous, and moving them to the front is rare.
  const room = capacity * 2;
  const at = new Float64Array(room);
  const values = Array.from({ length: columns }, () => new Float64Array(room));
  let start = 0;
  let end = 0;

  function makeRoom(): void {
    if (end < room) return;
    for (const array of [at, ...values]) array.copyWithin(0, start, end);
    end -= start;
    start = 0;
  }

  function firstFrom(from: number): number {
    let index = start;
    while (index < end && (at[index] ?? 0) < from) index += 1;
    return Math.max(start, index - 1);
  }

  function newest(): number {
    return end > start ? (at[end - 1] ?? Number.NaN) : Number.NaN;
  }

  return {
    get length() {
      return end - start;
    },
    get newest() {
      return newest();
    },
    push(time, row) {
      // The clock went back: another host, or another point of this one's life.
      if (time < newest()) start = end = 0;
      makeRoom();
      at[end] = time;
      values.forEach((column, index) => (column[end] = row[index] ?? Number.NaN));
      end += 1;
      start = Math.max(start, end - capacity);
    },
    times: (from) => at.subarray(firstFrom(from), end),
    column: (index, from) => (values[index] ?? new Float64Array(room)).subarray(firstFrom(from), end),
    clear() {
      start = end = 0;
    },
  };
}

/** Last, mean, least and greatest of the values that are numbers; NaN each where there is none. */
export interface Summary {
  readonly last: number;
  readonly average: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** Sums a column up. `last` is NaN when the newest sample is missing, whatever came before. */
export function summarise(column: Float64Array): Summary {
  let sum = 0;
  let count = 0;
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  }
  const last = column.at(-1) ?? Number.NaN;
  if (count === 0) return { last, average: Number.NaN, minimum: Number.NaN, maximum: Number.NaN };
  return { last, average: sum / count, minimum, maximum };
}
