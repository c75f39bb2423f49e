/** Random work on a document that can be done again: same document and seed, same moments made durable. */
import type { HostDocument } from '../../../src/main/document/document';
import { advanceRecording } from '../../../src/main/document/recordings';
import type { Engine, SavedEngine } from '../../../src/main/engine/engine';
import { counterPath, objects } from '../../../src/shared/model/counter';
import { randomCommand, randomNumbers } from '../../support/random-commands';

export interface Work {
  readonly document: HostDocument;
  readonly engine: Engine;
  readonly restore: (saved: SavedEngine) => Engine;
}

const paths = [counterPath(objects.logicalProcessor, '_Total', '% Idle Time')];

/** Begins a recording, or ends or removes one. */
function record(document: HostDocument, engine: Engine, pick: (below: number) => number): void {
  const known = document.recordings.list();
  const { id } = known[pick(Math.max(1, known.length))] ?? { id: 0 };
  const dice = pick(4);
  document.record(engine, (recordings) => {
    if (dice === 0) recordings.stop(id, engine.now());
    else if (dice === 1) recordings.remove(id);
    else {
      const wanted = { name: 'Idle', paths, intervalMs: 1000 + pick(1000) };
      recordings.start(wanted, engine.now(), (path) => engine.counterValue(path));
    }
  });
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
    else if (dice < 12) document.save(engine);
    else if (dice < 15) record(work.document, engine, pick);
    else
      document.execute(
        engine,
        Array.from({ length: 1 + pick(3) }, () => randomCommand(engine, pick)),
      );
    yield engine;
    advanceRecording(engine, document.recordings, pick(3) === 0 ? pick(4000) : pick(200));
  }
}
