import { copyFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { HostDocument } from '../../../../src/main/document/document';
import { openDocument } from '../../../../src/main/document/open';
import { Session } from '../../../../src/main/session';
import { counterPath, objects } from '../../../../src/shared/model/counter';
import { maxSamples } from '../../../../src/shared/model/recording';
import type { Recording } from '../../../../src/shared/model/recording';
import { ok } from '../../../../src/shared/result';
import { bytes, freshPath, mustOpen, restore } from '../../../support/documents';
import { newEngine, startAt } from '../../../support/engine';

const idleTime = counterPath(objects.logicalProcessor, '_Total', '% Idle Time');
const paths = [idleTime, counterPath(objects.switch, 'A', 'Bytes/sec')];
const aSwitch = { name: 'switch.create', input: { name: 'A', type: 'Private' } } as const;

function sessionOf(opened: ConstructorParameters<typeof Session>[0]) {
  const clock = { wall: 0 };
  const quiet = { restore, send: () => undefined, onDocument: () => undefined, wall: () => clock.wall };
  return { session: new Session(opened, quiet), clock };
}

function begin() {
  const path = freshPath();
  const engine = newEngine();
  const document = HostDocument.create(path, engine, '2026-01-05T09:00:00.000Z');
  return { path, ...sessionOf({ document, engine }) };
}

function start(session: Session, intervalMs = 1000): number {
  const { engine } = session;
  const wanted = { name: 'Load', paths, intervalMs };
  const began = session.record((all) =>
    ok(all.start(wanted, engine.now(), (path) => engine.counterValue(path))),
  );
  if (!began.ok) throw new Error(began.error.message);
  return began.value;
}

/** Seconds since the host's start at which there is a sample in the file. */
function seconds(document: HostDocument, id: number): number[] {
  return document.recordings.samplesAfter(id, 0, maxSamples).map(({ at }) => (at - startAt) / 1000);
}

function only({ document }: Session): Recording {
  const [recording, ...others] = document.recordings.list();
  if (recording === undefined || others.length > 0) throw new Error('There is not one recording.');
  return recording;
}

describe('recording', () => {
  it('samples in simulated time, however it is cut, and changes nothing in the host', () => {
    const values = [[10_000], [1, 999, 3500, 2750, 2750]].map((steps) => {
      const { session } = begin();
      const plain = newEngine();
      const id = start(session, 2000);
      for (const step of steps) session.advance(step);
      plain.advance(10_000);
      expect(bytes(session.engine)).toBe(bytes(plain));
      session.save();
      expect(seconds(session.document, id)).toEqual([0, 2, 4, 6, 8, 10]);
      return session.document.recordings.samplesAfter(id, 0, 100).map((sample) => [...sample.values]);
    });
    expect(values[0]).toEqual(values[1]);
    // A new host has no counters at its first moment; the switch never exists.
    expect(values[0]?.map(([idle]) => Math.round(idle ?? 0))).toEqual([Number.NaN, 2, 4, 6, 8, 10]);
    expect(values[0]?.every(([, bytesPerSecond]) => Number.isNaN(bytesPerSecond))).toBe(true);
  });

  it('ends when it is told to, at that very moment', () => {
    const { session } = begin();
    const id = start(session);
    session.advance(2500);
    session.record((all) => ok(all.stop(id, session.now())));
    session.advance(5000);
    session.save();
    expect(only(session)).toMatchObject({ endedAt: startAt + 2500, samples: 3 });
    expect(seconds(session.document, id)).toEqual([0, 1, 2]);
  });

  it('is removed with all of its samples', () => {
    const { session } = begin();
    const id = start(session);
    session.advance(5000);
    session.record((all) => ok(all.remove(id)));
    expect(session.document.recordings.list()).toEqual([]);
    expect(seconds(session.document, id)).toEqual([]);
  });

  it('goes on after the document was closed and opened', () => {
    const { path, session } = begin();
    const id = start(session);
    session.advance(2500);
    session.close();
    const again = sessionOf(mustOpen(path)).session;
    again.advance(2000);
    again.save();
    expect(seconds(again.document, id)).toEqual([0, 1, 2, 3, 4]);
    expect(only(again)).toMatchObject({ name: 'Load', paths, endedAt: null, samples: 5 });
  });

  it('has as many samples after a crash as the time that was written, and is never ahead of it', () => {
    const { path, session, clock } = begin();
    const id = start(session);
    session.advance(2500);
    clock.wall += 1000;
    session.advance(0);
    session.advance(4000);
    const crashed = freshPath();
    copyFileSync(path, crashed);
    copyFileSync(`${path}-wal`, `${crashed}-wal`);
    const { document, engine } = mustOpen(crashed);
    expect(engine.now()).toBe(startAt + 2500);
    expect(seconds(document, id)).toEqual([0, 1, 2]);
    expect(session.execute([aSwitch])).toMatchObject({ ok: true });
    expect(seconds(session.document, id)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('goes into the copy that Save As makes', async () => {
    const { session } = begin();
    const id = start(session);
    session.advance(3000);
    session.save();
    const target = freshPath('copy.sriovlab');
    await session.document.copyTo(target, () => true);
    expect(seconds(mustOpen(target).document, id)).toEqual([0, 1, 2, 3]);
  });

  it('makes a document worth keeping', () => {
    const { session } = begin();
    expect(session.document.touched).toBe(false);
    start(session);
    expect(session.document.touched).toBe(true);
  });

  it('takes no more samples than the document may hold, and goes on when there is room', () => {
    const { session } = begin();
    const ids = Array.from({ length: 50 }, () => start(session));
    session.advance((maxSamples / ids.length) * 1000 + 5000);
    session.save();
    const total = (): number =>
      session.document.recordings.list().reduce((sum, { samples }) => sum + samples, 0);
    expect(total()).toBe(maxSamples);
    expect(session.document.recordings).toMatchObject({ full: true, held: true });
    expect(session.document.recordings.nextDue(session.now())).toBe(Infinity);
    session.record((all) => ok(all.remove(ids[0] ?? 0)));
    session.advance(1000);
    expect(total()).toBe(maxSamples - maxSamples / ids.length + 49);
  });
});

describe('going back in time', () => {
  it('removes what was recorded later, and the recording goes on from there', () => {
    const { session } = begin();
    const id = start(session);
    session.advance(2500);
    session.execute([aSwitch]);
    session.advance(3000);
    expect(session.undo().ok).toBe(true);
    expect(seconds(session.document, id)).toEqual([0, 1, 2]);
    session.advance(2000);
    session.save();
    expect(seconds(session.document, id)).toEqual([0, 1, 2, 3, 4]);
    // What was recorded after the undo is of a time that Redo gives up.
    expect(session.redo().ok).toBe(true);
    expect(session.now()).toBe(startAt + 5500);
    session.advance(600);
    session.save();
    expect(seconds(session.document, id)).toEqual([0, 1, 2, 6]);
  });

  it('removes recordings that were not begun yet, and ends those that had not ended yet', () => {
    const { session } = begin();
    const id = start(session);
    session.advance(2500);
    session.execute([aSwitch]);
    session.advance(1000);
    start(session);
    session.record((all) => ok(all.stop(id, session.now())));
    session.undo();
    expect(only(session)).toMatchObject({ id, endedAt: startAt + 2500, samples: 3 });
  });

  it('to the start leaves what was recorded at that very moment', () => {
    const { session } = begin();
    const id = start(session);
    session.advance(2500);
    session.reset();
    expect(seconds(session.document, id)).toEqual([0]);
    session.advance(1500);
    // The way back leads over the start: what was recorded since then goes.
    session.undo();
    expect(session.now()).toBe(startAt + 2500);
    session.advance(500);
    session.save();
    expect(seconds(session.document, id)).toEqual([0, 3]);
  });
});

describe('a file from anywhere', () => {
  it.each([
    ['a recording that cannot be read', "UPDATE recordings SET paths = '7'"],
    ['an interval of nothing', 'UPDATE recordings SET intervalMs = 0'],
    ['too short a sample', "UPDATE samples SET numbers = x'00'"],
    ['a sample of the future', 'UPDATE samples SET at = at + 100000'],
    ['a sample of no recording', 'INSERT INTO samples VALUES (99, 0, zeroblob(16))'],
  ])('is refused with %s', (_what, sql) => {
    const { path, session } = begin();
    start(session);
    session.advance(3000);
    session.close();
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
    expect(openDocument(path, restore)).toMatchObject({ ok: false, error: { code: 'document.damaged' } });
  });
});
