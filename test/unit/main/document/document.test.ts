import { describe, expect, it } from 'vitest';
import type { HostDocument } from '../../../../src/main/document/document';
import type { Engine } from '../../../../src/main/engine/engine';
import { bytes, expectSame, mustOpen, newDocument, restore } from '../../../support/documents';
import { newEngine } from '../../../support/engine';
import { randomCommand, randomNumbers } from '../../../support/random-commands';

/** A random administrator on a document: batches, pauses, and writing what time changed. */
function work(engine: Engine, document: HostDocument, seed: number, steps: number): string[] {
  const pick = randomNumbers(seed);
  const before: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    const batch = Array.from({ length: 1 + pick(3) }, () => randomCommand(engine, pick));
    const was = bytes(engine);
    if (document.execute(engine, batch).ok) before.push(was);
    engine.advance(pick(1500));
    if (pick(3) === 0) document.save(engine);
  }
  return before;
}

describe('a document', () => {
  it.each([1, 2, 3, 4, 5])('gives back the host to the byte when it is opened again (seed %i)', (seed) => {
    const engine = newEngine({ seed });
    const document = newDocument(engine);
    work(engine, document, seed, 60);
    document.save(engine);
    document.close();
    expectSame(bytes(mustOpen(document.path).engine), bytes(engine));
  });

  it('has what was answered even if it was never closed', () => {
    const engine = newEngine();
    const document = newDocument(engine);
    engine.advance(1234);
    const done = document.execute(engine, [{ name: 'switch.create', input: { name: 'A', type: 'Private' } }]);
    expect(done.ok).toBe(true);
    expectSame(bytes(restore(document.read())), bytes(engine));
  });

  it('keeps the time before a batch that is refused, and no step', () => {
    const engine = newEngine();
    const document = newDocument(engine);
    engine.advance(500);
    expect(document.execute(engine, [{ name: 'vm.start', input: { id: 'none' } }]).ok).toBe(false);
    expect(document.journal.done).toBe(0);
    expectSame(bytes(restore(document.read())), bytes(engine));
  });

  it('forgets the oldest events as the host does', () => {
    const engine = newEngine();
    const document = newDocument(engine);
    const input = { name: 'VM', generation: 2, startupMemoryMb: 512, switchId: null } as const;
    const created = document.execute(engine, [{ name: 'vm.create', input }]);
    const id = created.ok ? (created.value.ids[0] ?? '') : '';
    for (let round = 0; engine.save().events.nextSequence < 9000; round += 1) {
      engine.execute([{ name: 'vm.start', input: { id } }]);
      engine.advance(20_000);
      engine.execute([{ name: 'vm.turnOff', input: { id } }]);
      engine.advance(20_000);
      if (round % 50 === 0) document.save(engine);
    }
    document.save(engine);
    expectSame(bytes(restore(document.read())), bytes(engine));
  });
});

describe('undo', () => {
  it.each([1, 2, 3, 4, 5, 6])('takes back every step, and redo brings each back (seed %i)', (seed) => {
    let engine = newEngine({ seed });
    const document = newDocument(engine);
    const before = work(engine, document, seed, 40);
    const last = bytes(engine);
    const after: string[] = [];
    for (const was of [...before].reverse()) {
      after.push(bytes(engine));
      engine = restore(document.undo(engine));
      expectSame(bytes(engine), was);
    }
    expect(document.journal.undoable).toBeNull();
    for (const was of after.reverse()) {
      engine = restore(document.redo(engine));
      expectSame(bytes(engine), was);
    }
    expectSame(bytes(engine), last);
    expect(document.journal.redoable).toBeNull();
  });

  it('goes back in time, whatever has passed since, and redo comes back to the moment of the undo', () => {
    let engine = newEngine();
    const document = newDocument(engine);
    work(engine, document, 7, 10);
    const before = bytes(engine);
    // Whatever random work has come to, this is never refused.
    document.execute(engine, [{ name: 'host.setDate', input: { date: Date.UTC(2030, 0, 1) } }]);
    engine.advance(60_000);
    const late = bytes(engine);
    engine = restore(document.undo(engine));
    expectSame(bytes(engine), before);
    engine.advance(5000);
    document.save(engine);
    engine.advance(5000);
    engine = restore(document.redo(engine));
    expectSame(bytes(engine), late);
  });

  it('is followed by other steps: what had been undone is gone, what came before is not', () => {
    let engine = newEngine();
    const document = newDocument(engine);
    const before = work(engine, document, 8, 20);
    engine = restore(document.undo(engine));
    engine.advance(777);
    document.save(engine);
    const other = bytes(engine);
    document.execute(engine, [{ name: 'switch.create', input: { name: 'Other', type: 'Private' } }]);
    engine.advance(100);
    expect(document.journal.redoable).toBeNull();
    engine = restore(document.undo(engine));
    expectSame(bytes(engine), other);
    engine = restore(document.undo(engine));
    expectSame(bytes(engine), before.at(-2) ?? '');
  });

  it('works after the document was closed and opened', () => {
    const engine = newEngine();
    const document = newDocument(engine);
    const before = work(engine, document, 9, 20);
    document.save(engine);
    const now = bytes(engine);
    document.close();
    const again = mustOpen(document.path);
    let reopened = restore(again.document.undo(again.engine));
    expectSame(bytes(reopened), before.at(-1) ?? '');
    reopened = restore(again.document.redo(reopened));
    expectSame(bytes(reopened), now);
  });
});

describe('reset', () => {
  it('gives the start to the byte, and can be undone', () => {
    let engine = newEngine();
    const document = newDocument(engine);
    const start = bytes(engine);
    work(engine, document, 3, 40);
    const now = bytes(engine);
    engine = restore(document.reset(engine));
    expectSame(bytes(engine), start);
    engine.advance(2000);
    engine = restore(document.undo(engine));
    expectSame(bytes(engine), now);
  });
});
