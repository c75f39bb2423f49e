/** Full disks and disks that cannot be written to: on a small one that root may mount. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDocument } from '../../../../src/main/document/document';
import { Documents } from '../../../../src/main/documents';
import { Session } from '../../../../src/main/session';
import { bytes, mustOpen, restore } from '../../../support/documents';
import { counterPath, objects } from '../../../../src/shared/model/counter';
import { ok } from '../../../../src/shared/result';
import { newEngine, startAt } from '../../../support/engine';
import { randomCommand, randomNumbers } from '../../../support/random-commands';

const disk = mkdtempSync(join(tmpdir(), 'sriov-manager-disk-'));
/** The same disk, seen through a mount that lets nobody write. */
const frozen = mkdtempSync(join(tmpdir(), 'sriov-manager-frozen-'));
const sizeBytes = 2 * 1024 * 1024;

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

const mounted =
  process.platform === 'linux' &&
  run('mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk) &&
  run('mount', '--bind', disk, frozen) &&
  run('mount', '-o', 'remount,bind,ro', frozen);
if (!mounted)
  console.warn('Full and read-only disks are not tested: mounting a small disk needs root on Linux.');

/** Fills what is left of the disk. */
function fillUp(): string {
  const path = join(disk, 'ballast');
  for (let bytesLeft = sizeBytes; bytesLeft >= 4096; bytesLeft = Math.floor(bytesLeft / 2)) {
    try {
      writeFileSync(path, Buffer.alloc(bytesLeft), { flag: 'a' });
    } catch {
      // What fitted is written.
    }
  }
  return path;
}

function begin(path: string) {
  const engine = newEngine();
  const document = HostDocument.create(path, engine, '2026-01-05T09:00:00.000Z');
  const clock = { wall: 0 };
  const session = new Session(
    { document, engine },
    { restore, send: () => undefined, onDocument: () => undefined, wall: () => clock.wall },
  );
  return { session, clock };
}

afterAll(() => {
  for (const each of [frozen, disk]) {
    // Lazily: connections are closed only when they are collected.
    run('umount', '-l', each);
    rmSync(each, { recursive: true, force: true });
  }
});

describe.runIf(mounted)('a full disk', () => {
  beforeAll(() => {
    for (const name of readdirSync(disk)) rmSync(join(disk, name));
  });

  it('keeps samples until there is room', () => {
    const path = join(disk, 'recorded.sriovlab');
    const { session, clock } = begin(path);
    const engine = session.engine;
    const paths = [counterPath(objects.logicalProcessor, '_Total', '% Idle Time')];
    const valueOf = (name: string): number => engine.counterValue(name);
    const wanted = { name: 'Idle', paths, intervalMs: 1000 };
    const began = session.record((all) => ok(all.start(wanted, engine.now(), valueOf)));
    const id = began.ok ? began.value : 0;
    const ballast = fillUp();
    let seconds = 0;
    for (; session.problem === null && seconds < 20_000; seconds += 1000) {
      session.advance(1_000_000);
      clock.wall += 1000;
    }
    expect(session.problem?.code).toBe('document.full');
    rmSync(ballast);
    expect(session.save()).toBe(true);
    const at = session.document.recordings.samplesAfter(id, 0, 100_000).map((sample) => sample.at);
    expect(at).toEqual(Array.from({ length: seconds + 1 }, (_, index) => startAt + index * 1000));
    session.close();
    rmSync(path);
  });

  it('refuses batches, stops time, loses nothing and goes on when there is room', () => {
    const path = join(disk, 'host.sriovlab');
    const { session, clock } = begin(path);
    const pick = randomNumbers(1);
    session.execute([{ name: 'switch.create', input: { name: 'First', type: 'Private' } }]);
    const ballast = fillUp();
    let acknowledged = bytes(session.engine);
    let refusal = { code: '', message: '' };
    for (let step = 0; step < 2000 && refusal.code === ''; step += 1) {
      const answer = session.execute([randomCommand(session.engine, pick)]);
      if (answer.ok) acknowledged = bytes(session.engine);
      else if (answer.error.code.startsWith('document.')) refusal = answer.error;
    }
    expect(refusal.code).toBe('document.full');
    expect(refusal.message).toMatch(/no room left to save .*Nothing was changed/);
    expect(bytes(session.engine)).toBe(acknowledged);
    const stood = session.now();
    session.advance(5000);
    expect(session.now()).toBe(stood);
    rmSync(ballast);
    clock.wall += 1000;
    session.advance(100);
    expect(session.problem).toBeNull();
    session.advance(100);
    expect(session.now()).toBe(stood + 100);
    const last = bytes(session.engine);
    session.close();
    const again = mustOpen(path);
    expect(bytes(again.engine)).toBe(last);
    again.document.close();
  });

  it('does not keep a copy that does not fit, and leaves the document', async () => {
    const path = join(disk, 'host.sriovlab');
    const { session } = begin(path);
    fillUp();
    const folder = mkdtempSync(join(tmpdir(), 'sriov-manager-data-'));
    const documents = new Documents({ folder, restore, now: () => '' });
    const before = bytes(session.engine);
    const answer = await documents.saveAs(session, join(disk, 'copy.sriovlab'), () => true);
    expect(answer).toMatchObject({ ok: false, error: { code: 'document.full' } });
    expect(readdirSync(disk).filter((name) => name.startsWith('copy'))).toEqual([]);
    expect(bytes(session.engine)).toBe(before);
    session.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe.runIf(mounted)('a disk that cannot be written to', () => {
  let last = '';
  let file = Buffer.alloc(0);

  beforeAll(() => {
    for (const name of readdirSync(disk)) rmSync(join(disk, name));
    const path = join(disk, 'host.sriovlab');
    const { session } = begin(path);
    session.execute([{ name: 'switch.create', input: { name: 'A', type: 'Private' } }]);
    last = bytes(session.engine);
    session.close();
    file = readFileSync(path);
  });

  it('refuses a document, and opens a copy of it', () => {
    const path = join(frozen, 'host.sriovlab');
    const folder = mkdtempSync(join(tmpdir(), 'sriov-manager-data-'));
    const documents = new Documents({ folder, restore, now: () => '' });
    expect(documents.open(path)).toMatchObject({ ok: false, error: { code: 'document.readOnly' } });
    const copy = documents.recover();
    if (!copy.ok) throw new Error(copy.error.message);
    expect(copy.value.how).toBe('copy');
    expect(bytes(copy.value.opened.engine)).toBe(last);
    copy.value.opened.document.close();
    expect(readFileSync(path).equals(file)).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps new documents in memory, and says so', () => {
    const documents = new Documents({ folder: join(frozen, 'data'), restore, now: () => '' });
    const opened = documents.create(newEngine());
    expect(opened.document.path).toBe(':memory:');
    const session = new Session(opened, {
      restore,
      send: () => undefined,
      onDocument: () => undefined,
      wall: () => 0,
    });
    expect(documents.state(session).refused?.message).toContain('kept in memory only');
    const done = session.execute([{ name: 'switch.create', input: { name: 'B', type: 'Private' } }]);
    expect(done.ok).toBe(true);
    expect(session.undo().ok).toBe(true);
    session.close();
    expect(existsSync(join(disk, 'data'))).toBe(false);
  });

  it('takes no copy', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sriov-manager-data-'));
    const documents = new Documents({ folder, restore, now: () => '' });
    const { session } = begin(join(folder, 'host.sriovlab'));
    const answer = await documents.saveAs(session, join(frozen, 'copy.sriovlab'), () => true);
    expect(answer).toMatchObject({ ok: false, error: { code: 'document.readOnly' } });
    expect(session.execute([{ name: 'switch.create', input: { name: 'B', type: 'Private' } }]).ok).toBe(true);
    session.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
