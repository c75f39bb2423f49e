import { expect, test } from 'vitest';
import {
  availableColumns,
  displayedColumns,
  movedColumn,
  usualColumns,
} from '../../../../src/renderer/frame/list-columns';

test('stored columns are read in their order, with the name in front', () => {
  expect(displayedColumns(usualColumns)).toEqual(usualColumns);
  expect(displayedColumns(['state', 'name', 'sriov'])).toEqual(['name', 'state', 'sriov']);
});

test('nonsense, doubles and an empty list leave a list with a name', () => {
  expect(displayedColumns(['cpu', 7, 'nonsense', null, 'cpu'])).toEqual(['name', 'cpu']);
  expect(displayedColumns([])).toEqual(['name']);
});

test('every column is either displayed or available', () => {
  const displayed = displayedColumns(['sriov', 'state']);
  const available = availableColumns(displayed);
  expect(available).toContain('cpu');
  expect(available).not.toContain('name');
  expect(available).not.toContain('sriov');
});

test('columns move by one place, and never to or from the first', () => {
  const displayed = displayedColumns(['state', 'cpu', 'memory']);
  expect(movedColumn(displayed, 'memory', -1)).toEqual(['name', 'state', 'memory', 'cpu']);
  expect(movedColumn(displayed, 'state', 1)).toEqual(['name', 'cpu', 'state', 'memory']);
  expect(movedColumn(displayed, 'state', -1)).toBe(displayed);
  expect(movedColumn(displayed, 'name', 1)).toBe(displayed);
  expect(movedColumn(displayed, 'memory', 1)).toBe(displayed);
});
