import { expect, test } from 'vitest';
import { treeStep, visibleNodes } from '../../../../src/renderer/forms/page-tree-keys';
import type { PageNode } from '../../../../src/renderer/forms/page-tree-keys';

const nodes: PageNode[] = [
  { id: 'memory', label: 'Memory' },
  { id: 'nic', label: 'Network Adapter', children: [{ id: 'hw', label: 'Hardware Acceleration' }] },
  { id: 'name', label: 'Name' },
];
const open = visibleNodes(nodes, new Set());
const folded = visibleNodes(nodes, new Set(['nic']));
const row = (id: string, rows = open) => rows.find((each) => each.node.id === id)!;

test('children of a folded node are out of sight', () => {
  expect(open.map((each) => each.node.id)).toEqual(['memory', 'nic', 'hw', 'name']);
  expect(folded.map((each) => each.node.id)).toEqual(['memory', 'nic', 'name']);
});

test('up and down go from line to line', () => {
  expect(treeStep('ArrowDown', open, row('nic'))).toEqual({ go: 'hw' });
  expect(treeStep('ArrowDown', folded, row('nic', folded))).toEqual({ go: 'name' });
  expect(treeStep('ArrowUp', open, row('memory'))).toBeNull();
  expect(treeStep('End', open, row('memory'))).toEqual({ go: 'name' });
});

test('left folds, then goes to the parent; right unfolds, then goes to the child', () => {
  expect(treeStep('ArrowLeft', open, row('nic'))).toEqual({ fold: true });
  expect(treeStep('ArrowLeft', open, row('hw'))).toEqual({ go: 'nic' });
  expect(treeStep('ArrowRight', folded, row('nic', folded))).toEqual({ fold: false });
  expect(treeStep('ArrowRight', open, row('nic'))).toEqual({ go: 'hw' });
  expect(treeStep('ArrowRight', open, row('memory'))).toBeNull();
});

test('a letter finds the next page that begins with it, round and round', () => {
  expect(treeStep('n', open, row('memory'))).toEqual({ go: 'nic' });
  expect(treeStep('N', open, row('nic'))).toEqual({ go: 'name' });
  expect(treeStep('n', open, row('name'))).toEqual({ go: 'nic' });
  expect(treeStep('x', open, row('name'))).toBeNull();
  expect(treeStep(' ', open, row('name'))).toBeNull();
});
