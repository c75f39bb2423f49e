import { describe, expect, it } from 'vitest';
import pseudoLanguage, { pseudo } from '../../../../src/renderer/text/pseudo';

describe('the pseudo language', () => {
  it('makes a text longer, accented and bracketed', () => {
    expect(pseudo('Settings...')).toBe('«Šééŧŧííñğš...»');
    expect(pseudo('Virtual Switch Manager').length).toBeGreaterThan('Virtual Switch Manager'.length * 1.3);
  });

  it('leaves alone what has no word, and does nothing twice', () => {
    expect(pseudo('...')).toBe('...');
    expect(pseudo(`Undo ${pseudo('Rename')}`)).toBe(pseudo('Undo Rename'));
  });

  it('changes every text of a table, those that functions make included', () => {
    const table = {
      name: 'Name',
      tabs: { first: 'One', list: ['A', 'B'] },
      title: (vm: string) => `Rename ${vm}`,
      nothing: null,
    };
    const changed = pseudoLanguage('x.table', table) as typeof table;
    expect(changed).toMatchObject({ name: '«Ñààɱéé»', tabs: { list: ['«Àà»', '«Ɓ»'] }, nothing: null });
    expect(changed.title('VM1')).toBe('«Řééñààɱéé ṼṀ1»');
  });
});
