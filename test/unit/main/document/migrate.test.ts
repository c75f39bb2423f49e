import { readFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../src/main/document/open';
import { migrate, rewriteEntities } from '../../../../src/main/document/migrate';
import type { Migration } from '../../../../src/main/document/migrate';
import { bytes, mustOpen, newDocument, restore } from '../../../support/documents';
import { newEngine } from '../../../support/engine';

const addColour: Migration = {
  to: 2,
  run: (db) => rewriteEntities(db, 'vm', (vm) => ({ ...vm, colour: 'blue' })),
};

/** A document with a VM now, another at its start, and steps that hold more. */
function steps(): string {
  const engine = newEngine();
  const input = { generation: 2, startupMemoryMb: 512, switchId: null } as const;
  engine.execute([{ name: 'vm.create', input: { name: 'First', ...input } }]);
  const document = newDocument(engine);
  document.execute(engine, [{ name: 'vm.create', input: { name: 'Second', ...input } }]);
  const id = [...engine.world.vm.keys()][0] ?? '';
  document.execute(engine, [{ name: 'vm.delete', input: { id } }]);
  document.close();
  return document.path;
}

function colours(db: InstanceType<typeof DatabaseSync>, table: string): unknown[] {
  const rows = db.prepare(`SELECT value FROM ${table} WHERE kind = 'vm' AND value IS NOT NULL`).all() as {
    value: string;
  }[];
  return rows.map(({ value }) => (JSON.parse(value) as { colour?: string }).colour);
}

describe('a migration', () => {
  it('rewrites an entity wherever the document holds one', () => {
    const db = new DatabaseSync(steps());
    expect(migrate(db, 1, { version: 2, migrations: [addColour] })).toBe(2);
    for (const table of ['state', 'start', 'before']) {
      const found = colours(db, table);
      expect(found.length, table).toBeGreaterThan(0);
      expect(new Set(found), table).toEqual(new Set(['blue']));
    }
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
    db.close();
  });

  it('that fails leaves the document as it was', () => {
    const path = steps();
    const opened = mustOpen(path);
    const before = bytes(opened.engine);
    opened.document.close();
    const db = new DatabaseSync(path);
    const broken: Migration = {
      to: 3,
      run: () => {
        throw new Error('no');
      },
    };
    expect(() => migrate(db, 1, { version: 3, migrations: [addColour, broken] })).toThrow('no');
    db.close();
    expect(bytes(mustOpen(path).engine)).toBe(before);
  });

  it('is not done twice, nor beyond the wanted format', () => {
    const db = new DatabaseSync(steps());
    expect(migrate(db, 2, { version: 2, migrations: [addColour] })).toBe(2);
    expect(migrate(db, 1, { version: 1, migrations: [addColour] })).toBe(1);
    expect(colours(db, 'state')).toEqual([undefined]);
    db.close();
  });
});

/** What a migration makes of every VM. */
function rename(name: unknown): Migration {
  return { to: 2, run: (db) => rewriteEntities(db, 'vm', (vm) => ({ ...vm, name })) };
}

describe('an older document', () => {
  it('is migrated when it is opened, steps and all, and only once', () => {
    const path = steps();
    const format = { version: 2, migrations: [rename('Old')] };
    const opened = openDocument(path, restore, format);
    if (!opened.ok) throw new Error(opened.error.message);
    const { document, engine } = opened.value;
    expect([...engine.world.vm.values()].map(({ name }) => name)).toEqual(['Old']);
    const before = restore(document.undo(engine));
    expect([...before.world.vm.values()].map(({ name }) => name)).toEqual(['Old', 'Old']);
    document.close();
    expect(openDocument(path, restore)).toMatchObject({ ok: false, error: { code: 'document.newer' } });
    const again = openDocument(path, restore, { version: 2, migrations: [rename('Twice')] });
    if (!again.ok) throw new Error(again.error.message);
    expect([...again.value.engine.world.vm.values()].map(({ name }) => name)).toEqual(['Old', 'Old']);
    again.value.document.close();
  });

  it('whose migration makes no host of it stays as it is, to the byte', () => {
    const path = steps();
    const file = readFileSync(path);
    const opened = openDocument(path, restore, { version: 2, migrations: [rename(7)] });
    expect(opened).toMatchObject({ ok: false, error: { code: 'document.damaged' } });
    expect(readFileSync(path).equals(file)).toBe(true);
    expect(mustOpen(path).engine.world.vm.size).toBe(1);
  });
});
