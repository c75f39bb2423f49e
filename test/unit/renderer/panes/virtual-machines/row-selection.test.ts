import { expect, test } from 'vitest';
import {
  clickRow,
  findTyped,
  moveTo,
  noRows,
  rowOfKey,
  selectAll,
  withoutGone,
} from '../../../../../src/renderer/panes/virtual-machines/row-selection';

const order = ['a', 'b', 'c', 'd', 'e'];
const plain = { ctrlKey: false, shiftKey: false };
const ctrl = { ctrlKey: true, shiftKey: false };
const shift = { ctrlKey: false, shiftKey: true };

test('a click selects one row alone', () => {
  const first = clickRow(order, noRows, 'b', plain);
  expect(clickRow(order, first, 'd', plain)).toEqual({ ids: ['d'], anchor: 'd', active: 'd' });
});

test('Ctrl+click adds and takes away', () => {
  const one = clickRow(order, noRows, 'b', plain);
  const two = clickRow(order, one, 'd', ctrl);
  expect(two.ids).toEqual(['b', 'd']);
  expect(clickRow(order, two, 'b', ctrl)).toEqual({ ids: ['d'], anchor: 'b', active: 'b' });
});

test('Shift+click stretches from the anchor in either direction', () => {
  const one = clickRow(order, noRows, 'c', plain);
  const down = clickRow(order, one, 'e', shift);
  expect(down).toEqual({ ids: ['c', 'd', 'e'], anchor: 'c', active: 'e' });
  expect(clickRow(order, down, 'a', shift)).toEqual({ ids: ['c', 'b', 'a'], anchor: 'c', active: 'a' });
});

test('Ctrl+Shift+click adds a range to what is selected', () => {
  const one = clickRow(order, noRows, 'a', plain);
  const two = clickRow(order, one, 'c', ctrl);
  expect(clickRow(order, two, 'd', { ctrlKey: true, shiftKey: true }).ids).toEqual(['a', 'c', 'd']);
});

test('arrows, Home, End and pages move within the list', () => {
  expect(rowOfKey('ArrowDown', order, null, 2)).toBe('a');
  expect(rowOfKey('ArrowDown', order, 'a', 2)).toBe('b');
  expect(rowOfKey('ArrowUp', order, 'a', 2)).toBe('a');
  expect(rowOfKey('End', order, 'a', 2)).toBe('e');
  expect(rowOfKey('Home', order, 'e', 2)).toBe('a');
  expect(rowOfKey('PageDown', order, 'b', 2)).toBe('d');
  expect(rowOfKey('PageDown', order, 'd', 2)).toBe('e');
  expect(rowOfKey('x', order, 'd', 2)).toBeNull();
  expect(rowOfKey('ArrowDown', [], null, 2)).toBeNull();
});

test('Ctrl moves the focus without selecting', () => {
  const one = clickRow(order, noRows, 'b', plain);
  expect(moveTo(order, one, 'c', ctrl)).toEqual({ ids: ['b'], anchor: 'b', active: 'c' });
});

test('everything can be selected at once', () => {
  const one = clickRow(order, noRows, 'b', plain);
  const all = selectAll(order, one);
  expect([...all.ids].sort()).toEqual(order);
  expect(all.active).toBe('b');
});

test('what is gone is neither selected nor focused', () => {
  const two = clickRow(order, clickRow(order, noRows, 'b', plain), 'd', ctrl);
  const exists = (id: string): boolean => id !== 'd';
  expect(withoutGone(two, exists)).toEqual({ ids: ['b'], anchor: null, active: null });
  expect(withoutGone(two, () => true)).toBe(two);
});

test('typed letters find a name, one letter goes on to the next', () => {
  const names = ['Alpha', 'Beta', 'Bravo', 'Charlie'];
  expect(findTyped(names, -1, 'b')).toBe(1);
  expect(findTyped(names, 1, 'b')).toBe(2);
  expect(findTyped(names, 2, 'bb')).toBe(1);
  expect(findTyped(names, 1, 'br')).toBe(2);
  expect(findTyped(names, 0, 'z')).toBe(-1);
});
