import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, rewriteEntities } from '../../../../src/main/document/migrate';
import type { Migration } from '../../../../src/main/document/migrate';
import { bytes, mustOpen, newDocument } from '../../../support/documents';
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
    expect(migrate(db, 1, [addColour], 2)).toBe(2);
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
    expect(() => migrate(db, 1, [addColour, broken], 3)).toThrow('no');
    db.close();
    expect(bytes(mustOpen(path).engine)).toBe(before);
  });

  it('is not done twice, nor beyond the wanted format', () => {
    const db = new DatabaseSync(steps());
    expect(migrate(db, 2, [addColour], 2)).toBe(2);
    expect(migrate(db, 1, [addColour], 1)).toBe(1);
    expect(colours(db, 'state')).toEqual([undefined]);
    db.close();
  });
});
