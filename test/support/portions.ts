/** Work that comes in portions, done without a pause. */
import type { Portions } from '../../src/main/interop/lspci/portions';

/** Does all portions at once. */
export function atOnce<T>(work: Portions<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
