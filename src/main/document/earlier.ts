/**
 * The host as it was at an earlier moment: the nearest state that the document keeps, and from there
 * what was done and the time that passed. The same commands at the same times make the same host.
 */
import { refuse, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Command } from '../../shared/contract';
import type { Engine } from '../engine/engine';
import type { HostDocument, Moment } from './document';
import type { Restore } from './open';
import { savedOf } from './row';

/** Simulated time that passes between two looks at whether the work is still wanted. */
const portionMs = 10_000;

interface Base {
  readonly moment: Moment;
  /** What was done at that very moment. */
  readonly batch: readonly Command[];
}

/** The last state before `at` that is kept; null when none is. */
function nearest({ journal }: HostDocument, at: number): Base | null {
  let moment = at;
  for (let number = journal.done; number > 0; number -= 1) {
    const step = journal.step(number);
    if (step === null) break;
    const { did } = step;
    if (did === null) break;
    // What came after a way back went on from an older moment: the story is looked for behind it.
    if ('backTo' in did) moment = Math.min(moment, did.backTo);
    else if (step.at <= moment)
      return number > journal.pruned ? { moment: { before: number }, batch: did } : null;
  }
  return { moment: 'start', batch: [] };
}

/**
 * Makes the host of simulated time `at`, in milliseconds since the Unix epoch, in portions that yield
 * the share that is done; a moment before the document's start is its start.
 */
export function* hostAt(
  document: HostDocument,
  at: number,
  restore: Restore,
): Generator<number, Result<Engine>, void> {
  const target = Math.max(at, document.startedAt);
  const base = nearest(document, target);
  if (base === null) {
    return refuse(
      'back.tooFar',
      'The document keeps the last 200 steps, and this moment lies before them. Go back less far, or reset to the start.',
    );
  }
  const engine = restore(savedOf(document.rows(base.moment)));
  if (base.batch.length > 0) {
    const again = engine.execute(base.batch);
    if (!again.ok) return again;
  }
  const from = engine.now();
  while (engine.now() < target) {
    yield (engine.now() - from) / (target - from);
    engine.advance(Math.min(portionMs, target - engine.now()));
  }
  return ok(engine);
}
