/** Random work on a document that can be done again: same document and seed, same moments made durable. */
import type { HostDocument } from '../../../src/main/document/document';
import type { Engine, SavedEngine } from '../../../src/main/engine/engine';
import { randomCommand, randomNumbers } from '../../support/random-commands';

export interface Work {
  readonly document: HostDocument;
  readonly engine: Engine;
  readonly restore: (saved: SavedEngine) => Engine;
}

/** Yields the host each time that it has been made durable. */
export function* randomWork(work: Work, seed: number): Generator<Engine> {
  const { document, restore } = work;
  let { engine } = work;
  const pick = randomNumbers(seed);
  for (;;) {
    const dice = pick(40);
    if (dice === 0) engine = restore(document.reset(engine));
    else if (dice < 4 && document.journal.undoable !== null) engine = restore(document.undo(engine));
    else if (dice < 7 && document.journal.redoable !== null) engine = restore(document.redo(engine));
    else if (dice < 14) document.save(engine);
    else
      document.execute(
        engine,
        Array.from({ length: 1 + pick(3) }, () => randomCommand(engine, pick)),
      );
    yield engine;
    engine.advance(pick(3) === 0 ? pick(4000) : pick(200));
  }
}
