/**
 * Work on a long text is done in portions, so that a window does not stand still meanwhile: between
 * two of them the caller may do something else, or do no more.
 */

/** Yields the share that is done, from 0 to 1, after each portion; returns what came of it. */
export type Portions<T> = Generator<number, T, void>;

/** Does all portions of `work` as that part of a greater one that lies between two shares; leaves it when it is left. */
export function* part<T>(work: Portions<T>, from: number, to: number): Portions<T> {
  try {
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      yield from + (to - from) * step.value;
    }
  } finally {
    // Nobody reads what it would have answered; one that has ended does not mind.
    work.return(undefined as never);
  }
}
