import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../../src/shared/model/document';
import { newConsole } from '../../support/client';
import type { Console } from '../../support/client';
import { bytes, codeForOthers, freshPath, mustOpen } from '../../support/documents';

async function must<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>) {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function createSwitch({ ask }: Console, name: string): Promise<string> {
  const commands = [{ name: 'switch.create', input: { name, type: 'Private' } }] as const;
  return (await must(ask('execute', { commands: [...commands] }))).ids[0] ?? '';
}

function state({ ask }: Console): Promise<DocumentState> {
  return must(ask('document.read', {}));
}

function names({ session }: Console): string[] {
  return [...session.engine.world.switch.values()].map((each) => each.name);
}

describe('undo and redo', () => {
  it('take the last step back and bring it again, and windows hear of both', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    await createSwitch(served, 'B');
    expect(served.told.at(-1)?.undo).toMatchObject({ step: 2, commands: ['switch.create'] });
    await must(served.ask('document.undo', {}));
    expect(names(served)).toEqual(['A']);
    expect(served.messages.at(-1)).toEqual({ stream: 'world.replaced' });
    expect(served.told.at(-1)).toMatchObject({ undo: { step: 1 }, redo: { step: 2 } });
    await must(served.ask('document.redo', {}));
    expect(names(served)).toEqual(['A', 'B']);
    expect(await state(served)).toMatchObject({ undo: { step: 2 }, redo: null });
  });

  it('reach over a reset', async () => {
    const served = newConsole();
    const start = bytes(served.session.engine);
    await createSwitch(served, 'A');
    await must(served.ask('document.reset', {}));
    expect(bytes(served.session.engine)).toBe(start);
    expect(await state(served)).toMatchObject({ undo: { commands: null } });
    await must(served.ask('document.undo', {}));
    expect(names(served)).toEqual(['A']);
  });
});

describe('windows about things of a document', () => {
  it('end with it, and not when it is kept elsewhere or taken back a step', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    served.answers.target = freshPath('lab.sriovlab');
    await must(served.ask('document.saveAs', {}));
    await must(served.ask('document.undo', {}));
    expect(served.switches()).toBe(0);
    await must(served.ask('document.new', {}));
    expect(served.switches()).toBe(1);
    await must(served.ask('document.openRecent', { number: 1 }));
    expect(served.switches()).toBe(2);
  });
});

describe('a new document', () => {
  it('leaves the present one in its file, from where it comes back', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    const before = bytes(served.session.engine);
    await must(served.ask('document.new', {}));
    expect(names(served)).toEqual([]);
    const { name, untitled, recent } = await state(served);
    expect([name, untitled]).toEqual(['Untitled 2', true]);
    expect(recent.map((each) => each.name)).toEqual(['Untitled 2', 'Untitled 1']);
    await must(served.ask('document.openRecent', { number: 1 }));
    expect(bytes(served.session.engine)).toBe(before);
    // Nobody has worked on the other: it is gone.
    expect((await state(served)).recent.map((each) => each.name)).toEqual(['Untitled 1']);
  });
});

describe('save as', () => {
  it('keeps the document under its new name from then on, steps and all', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    const untitled = served.session.document.path;
    served.answers.target = freshPath('lab');
    expect(await must(served.ask('document.saveAs', {}))).toEqual({ saved: true });
    expect(await state(served)).toMatchObject({ name: 'lab', untitled: false, undo: { step: 1 } });
    expect(existsSync(untitled)).toBe(false);
    await createSwitch(served, 'B');
    const last = bytes(served.session.engine);
    served.session.close();
    expect(bytes(mustOpen(`${served.answers.target}.sriovlab`).engine)).toBe(last);
  });

  it('is nothing when the user cancels', async () => {
    const served = newConsole();
    const { path } = served.session.document;
    expect(await must(served.ask('document.saveAs', {}))).toEqual({ saved: false });
    expect(served.session.document.path).toBe(path);
  });

  it('that is cancelled under way leaves nothing half done', async () => {
    const { session, documents } = newConsole();
    const { path } = session.document;
    const before = bytes(session.engine);
    const target = freshPath('lab.sriovlab');
    const shares: number[] = [];
    const saved = await documents.saveAs(session, target, (share) => shares.push(share) < 1);
    expect(saved).toEqual({ ok: true, value: false });
    expect(shares).toHaveLength(1);
    expect(readdirSync(dirname(target))).toEqual([]);
    expect(session.document.path).toBe(path);
    expect(bytes(session.engine)).toBe(before);
  });

  it('into a folder that is not there says so and leaves the document', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    served.answers.target = join(freshPath('none'), 'deeper', 'lab.sriovlab');
    const answer = await served.ask('document.saveAs', {});
    expect(answer).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^document\./) as string },
    });
    await createSwitch(served, 'B');
    expect(names(served)).toEqual(['A', 'B']);
  });

  it('over another document leaves nothing of it', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    const target = freshPath('old.sriovlab');
    writeFileSync(target, 'old');
    writeFileSync(`${target}-wal`, 'left by a crash');
    served.answers.target = target;
    await must(served.ask('document.saveAs', {}));
    served.session.close();
    expect(existsSync(`${target}-wal`)).toBe(false);
    expect([...mustOpen(target).engine.world.switch.values()]).toHaveLength(1);
  });
});

describe('a document that cannot be opened', () => {
  it('leaves the present one, and what can be read comes into a new one', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    served.answers.target = freshPath('lab.sriovlab');
    await must(served.ask('document.saveAs', {}));
    await must(served.ask('document.new', {}));
    const damaged = served.answers.target;
    const file = readFileSync(damaged);
    // The end of the file holds what is needed least.
    writeFileSync(damaged, file.subarray(0, file.length - 4096));
    served.answers.document = damaged;
    await must(served.ask('document.open', {}));
    expect(served.told.at(-1)?.refused).toMatchObject({ code: 'document.damaged' });
    expect(names(served)).toEqual([]);
    const { how } = await must(served.ask('document.recover', {}));
    expect(names(served)).toEqual(how === 'now' ? ['A'] : []);
    expect(await state(served)).toMatchObject({ untitled: true, refused: null });
    expect(readFileSync(damaged).length).toBe(file.length - 4096);
  });

  it('is forgotten once its refusal has been read', async () => {
    const served = newConsole();
    served.answers.document = freshPath('missing.sriovlab');
    await must(served.ask('document.open', {}));
    expect((await state(served)).refused?.code).toBe('document.missing');
    await must(served.ask('document.dismiss', {}));
    expect((await state(served)).refused).toBeNull();
    expect(await served.ask('document.recover', {})).toMatchObject({ ok: false });
  });
});

describe('a comparison', () => {
  it('of before the last step with now lists what the step has changed', async () => {
    const served = newConsole();
    const id = await createSwitch(served, 'A');
    await must(
      served.ask('execute', {
        commands: [{ name: 'switch.modify', input: { id, name: 'B', notes: 'new' } }],
      }),
    );
    const left = { moment: 'before', step: 2 } as const;
    const found = await must(served.ask('document.compare', { left, right: { moment: 'now' } }));
    expect(found).toEqual({
      file: null,
      more: 0,
      differences: [
        { kind: 'switch', id, name: 'B', member: 'name', left: 'A', right: 'B' },
        { kind: 'switch', id, name: 'B', member: 'notes', left: '', right: 'new' },
      ],
    });
    const all = await must(served.ask('document.compare', { left: { moment: 'start' }, right: left }));
    expect(all?.differences).toEqual([{ kind: 'switch', id, name: 'A', member: '', left: null, right: 'A' }]);
  });

  it('calls a virtual hard disk by its path as it is written', async () => {
    const served = newConsole();
    const path = String.raw`C:\VMs\Data.vhdx`;
    const vm = { name: 'A', generation: 2, startupMemoryMb: 512, switchId: null } as const;
    const input = { ...vm, hardDisk: { kind: 'new', path, sizeGb: 10 } } as const;
    await must(served.ask('execute', { commands: [{ name: 'vm.create', input }] }));
    const sides = { left: { moment: 'start' }, right: { moment: 'now' } } as const;
    const found = await must(served.ask('document.compare', sides));
    expect(found?.differences.filter(({ kind }) => kind === 'disk')).toEqual([
      { kind: 'disk', id: path.toLowerCase(), name: path, member: '', left: null, right: path },
    ]);
  });

  it('of now with now lists nothing', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    const now = { moment: 'now' } as const;
    expect((await must(served.ask('document.compare', { left: now, right: now })))?.differences).toEqual([]);
  });

  it('with another document reads it and leaves it alone', async () => {
    const other = newConsole();
    await createSwitch(other, 'Other');
    const { path } = other.session.document;
    other.session.close();
    const copy = join(dirname(path), 'copy.sriovlab');
    copyFileSync(path, copy);
    const before = readFileSync(copy);
    const served = newConsole();
    served.answers.document = copy;
    const sides = { left: { moment: 'file' }, right: { moment: 'now' } } as const;
    const found = await must(served.ask('document.compare', sides));
    expect(found?.file).toBe('copy');
    expect(found?.differences.filter(({ kind }) => kind === 'switch')).toMatchObject([
      { member: '', left: 'Other', right: null },
    ]);
    expect(readFileSync(copy).equals(before)).toBe(true);
  });

  it('with a step that is not there is refused, and with no document is none', async () => {
    const { ask } = newConsole();
    const now = { moment: 'now' } as const;
    const answer = await ask('document.compare', { left: { moment: 'before', step: 7 }, right: now });
    expect(answer).toMatchObject({ ok: false, error: { code: 'step.notFound' } });
    expect(await ask('document.compare', { left: { moment: 'file' }, right: now })).toEqual({
      ok: true,
      value: null,
    });
  });
});

describe('the document that is open', () => {
  it('stays closed to other programs when it is named by another path', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    const { path } = served.session.document;
    const link = freshPath('link.sriovlab');
    symlinkSync(path, link);
    served.answers.document = link;
    served.answers.target = link;
    expect(codeForOthers(path)).toBe(5);
    await must(served.ask('document.open', {}));
    expect((await state(served)).refused).toBeNull();
    const sides = { left: { moment: 'file' }, right: { moment: 'now' } } as const;
    expect((await must(served.ask('document.compare', sides)))?.differences).toEqual([]);
    await must(served.ask('document.saveAs', {}));
    expect(served.session.document.path).toBe(path);
    expect(codeForOthers(path)).toBe(5);
  });

  it('elsewhere is not replaced', async () => {
    const [served, other] = [newConsole(), newConsole()];
    await createSwitch(other, 'B');
    served.answers.target = other.session.document.path;
    const answer = await served.ask('document.saveAs', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'document.locked' } });
    await createSwitch(other, 'C');
    const last = bytes(other.session.engine);
    const { path } = other.session.document;
    other.session.close();
    expect(bytes(mustOpen(path).engine)).toBe(last);
  });

  it('gives way to no other while it is being copied', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    const other = newConsole();
    await createSwitch(other, 'B');
    other.session.close();
    served.answers.document = other.session.document.path;
    const before = bytes(served.session.engine);
    const copied = await served.session.standingStill(async () => {
      for (const name of ['document.new', 'document.saveAs'] as const) {
        served.answers.target = freshPath();
        expect(await served.ask(name, {})).toMatchObject({ ok: false, error: { code: 'document.busy' } });
      }
      await must(served.ask('document.open', {}));
      expect((await state(served)).refused?.code).toBe('document.busy');
      return { ok: true, value: null };
    });
    expect(copied.ok).toBe(true);
    expect(bytes(served.session.engine)).toBe(before);
    expect((await state(served)).recent).toHaveLength(1);
  });
});

describe('a document that somebody else spoils while it is open', () => {
  it.each<[string, 'gone' | 'spoilt', (path: string) => void]>([
    ['is cut', 'spoilt', (path) => truncateSync(path, 0)],
    ['is overwritten', 'spoilt', (path) => writeFileSync(path, Buffer.alloc(200_000, 7))],
    ['is removed', 'gone', (path) => rmSync(path)],
    ['is replaced', 'gone', (path) => (rmSync(path), writeFileSync(path, 'mine'))],
  ])('%s: it is left alone, and the host can be kept elsewhere', async (_, kind, spoil) => {
    const served = newConsole();
    await createSwitch(served, 'A');
    const acknowledged = bytes(served.session.engine);
    const { path } = served.session.document;
    spoil(path);
    const left = existsSync(path) ? readFileSync(path) : null;
    const commands = [{ name: 'switch.create', input: { name: 'B', type: 'Private' } }] as const;
    const refused = await served.ask('execute', { commands: [...commands] });
    expect(refused).toMatchObject({ ok: false, error: { code: `document.${kind}` } });
    expect((await state(served)).problem?.message).toContain('use Save As to keep it');
    for (const name of ['document.undo', 'document.reset'] as const) {
      expect((await served.ask(name, {})).ok).toBe(false);
    }
    served.session.advance(5000);
    expect(bytes(served.session.engine)).toBe(acknowledged);
    served.answers.target = freshPath('kept.sriovlab');
    await must(served.ask('document.saveAs', {}));
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(left);
    expect(bytes(served.session.engine)).toBe(acknowledged);
    expect((await state(served)).problem).toBeNull();
    await createSwitch(served, 'C');
    served.session.close();
    const kept = mustOpen(served.answers.target).engine.world.switch;
    expect([...kept.values()].map(({ name }) => name)).toEqual(['A', 'C']);
  });
});
