import { expect, test } from 'vitest';
import {
  obstacles,
  withAdded,
  withMoved,
  withRemoved,
} from '../../../../../src/renderer/dialogs/add-remove-columns/column-draft';
import type { ColumnDraft } from '../../../../../src/renderer/dialogs/add-remove-columns/column-draft';
import { columnIds, usualColumns } from '../../../../../src/renderer/frame/list-columns';

const usual: ColumnDraft = {
  displayed: usualColumns,
  chosenAvailable: 'created',
  chosenDisplayed: 'status',
};

test('an added column comes last and is chosen there, the next one is chosen here', () => {
  const added = withAdded(usual);
  expect(added.displayed).toEqual([...usualColumns, 'created']);
  expect(added).toMatchObject({ chosenAvailable: 'generation', chosenDisplayed: 'created' });
});

test('when everything is displayed nothing is left to add', () => {
  let draft = usual;
  for (let count = 0; count < columnIds.length; count += 1) draft = withAdded(draft);
  expect([...draft.displayed].sort()).toEqual([...columnIds].sort());
  expect(draft.chosenAvailable).toBeNull();
  expect(obstacles(draft).add).toBe('Every column is displayed already.');
});

test('a removed column is chosen among the available ones, the next one in its old list', () => {
  const removed = withRemoved(usual);
  expect(removed.displayed).not.toContain('status');
  expect(removed).toMatchObject({ chosenAvailable: 'status', chosenDisplayed: 'version' });
  expect(withRemoved({ ...usual, chosenDisplayed: 'version' }).chosenDisplayed).toBe('status');
});

test('the name can be neither removed nor moved, and the buttons say so', () => {
  const draft: ColumnDraft = { ...usual, chosenDisplayed: 'name' };
  expect(withRemoved(draft)).toBe(draft);
  expect(withMoved(draft, 1).displayed).toEqual(usualColumns);
  expect(obstacles(draft)).toMatchObject({
    add: undefined,
    remove: 'The first column cannot be removed.',
    moveUp: 'The first column cannot be moved.',
    moveDown: 'The first column cannot be moved.',
  });
});

test('a moved column stays chosen', () => {
  const moved = withMoved(usual, -1);
  expect(moved.displayed.indexOf('status')).toBe(usualColumns.indexOf('status') - 1);
  expect(moved.chosenDisplayed).toBe('status');
  expect(obstacles({ ...usual, chosenDisplayed: 'version' }).moveDown).toMatch(/further down/);
  expect(obstacles({ ...usual, chosenDisplayed: 'state' }).moveUp).toMatch(/further up/);
  expect(obstacles(usual).restore).toBeDefined();
  expect(obstacles(moved).restore).toBeUndefined();
});
