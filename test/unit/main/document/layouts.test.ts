import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { HostDocument } from '../../../../src/main/document/document';
import type { LayoutOf } from '../../../../src/shared/model/layout';
import { newConsole } from '../../../support/client';
import { bytes, freshPath, mustOpen } from '../../../support/documents';
import { newEngine } from '../../../support/engine';

const layout: LayoutOf<'main'> = {
  window: 'main',
  showTree: true,
  showActions: false,
  showToolbar: true,
  showStatusBar: true,
  split: 0.3,
  treeWidth: 240,
  actionsWidth: 220,
  detailsTab: 'networking',
  columns: ['name', 'sriov', 'state'],
  sortColumn: 'sriov',
  sortDescending: true,
  columnWidths: { name: 300 },
};

function newDocument(): HostDocument {
  return HostDocument.create(freshPath(), newEngine(), '2026-01-05T09:00:00.000Z');
}

describe('the arrangement of a window', () => {
  it('comes back with the document, and is no step', async () => {
    const { ask, session } = newConsole();
    expect(await ask('layout.read', { window: 'main' })).toEqual({ ok: true, value: { layout: null } });
    const before = bytes(session.engine);
    expect(await ask('layout.write', { layout })).toMatchObject({ ok: true });
    expect(await ask('layout.read', { window: 'main' })).toMatchObject({ value: { layout } });
    expect(session.document.journal.done).toBe(0);
    expect(bytes(session.engine)).toBe(before);
    session.save();
    const { path } = session.document;
    session.close();
    expect(mustOpen(path).document.layouts.list()).toEqual([layout]);
  });

  it('is each document’s own, and goes along with a copy', async () => {
    const { ask, session, answers } = newConsole();
    await ask('layout.write', { layout });
    await ask('document.new', {});
    expect(await ask('layout.read', { window: 'main' })).toEqual({ ok: true, value: { layout: null } });
    await ask('document.openRecent', { number: 1 });
    await ask('layout.write', { layout: { ...layout, split: 0.6 } });
    answers.target = freshPath('copy.sriovlab');
    await ask('document.saveAs', {});
    expect(session.document.layouts.list()).toEqual([{ ...layout, split: 0.6 }]);
  });

  it('survives undo, reset and a way back', async () => {
    const { ask, session } = newConsole();
    await ask('execute', {
      commands: [{ name: 'switch.create', input: { name: 'A', type: 'Private' } }],
    });
    session.advance(1000);
    await ask('layout.write', { layout });
    for (const way of ['document.undo', 'document.redo', 'document.reset'] as const) await ask(way, {});
    session.advance(1000);
    await ask('time.back', { ms: 500 });
    expect(await ask('layout.read', { window: 'main' })).toMatchObject({ value: { layout } });
  });

  it('is refused where it is none', async () => {
    const { askRaw } = newConsole();
    for (const wrong of [
      { ...layout, window: 'other' },
      { ...layout, split: 2 },
      { ...layout, columns: Array.from({ length: 51 }, () => 'name') },
      { ...layout, columnWidths: { name: -1 } },
    ])
      expect(await askRaw('layout.write', { layout: wrong })).toMatchObject({
        ok: false,
        error: { code: 'input.invalid' },
      });
  });

  it('that cannot be read in a file opens as usual', () => {
    const document = newDocument();
    document.layouts.set(layout);
    document.save(newEngine());
    const { path } = document;
    document.close();
    for (const value of ['{', '{"window":"main"}', '[]']) {
      const db = new DatabaseSync(path);
      db.prepare('UPDATE layouts SET value = ?').run(value);
      db.close();
      const opened = mustOpen(path).document;
      expect(opened.layouts.list()).toEqual([]);
      opened.close();
    }
  });
});

describe('a damaged document', () => {
  it('gives back its recordings and arrangements with the host, where they can be read', async () => {
    const { ask, session } = newConsole();
    const path = '\\Hyper-V Hypervisor Logical Processor(Hv LP 0)\\% Idle Time';
    await ask('recording.start', { name: 'R', paths: [path], intervalMs: 1000 });
    await ask('layout.write', { layout });
    session.advance(3000);
    session.save();
    const file = session.document.path;
    await ask('document.new', {});
    // A table that no document has.
    const spoilt = new DatabaseSync(file);
    spoilt.exec('CREATE TABLE stranger (a)');
    spoilt.close();
    await ask('document.openRecent', { number: 1 });
    expect(await ask('document.recover', {})).toMatchObject({ value: { how: 'now' } });
    expect(await ask('layout.read', { window: 'main' })).toMatchObject({ value: { layout } });
    expect(await ask('recording.list', {})).toMatchObject({
      value: { recordings: [{ name: 'R', samples: 4 }] },
    });
  });
});
