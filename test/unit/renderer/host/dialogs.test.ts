import { afterEach, expect, test } from 'vitest';
import { closeDialog, dialogStore, openDialog } from '../../../../src/renderer/host/dialogs';

afterEach(() => {
  dialogStore.setState([], true);
});

test('dialogs stack, and the one in front can be closed alone', () => {
  openDialog({ kind: 'rename', vmId: 'vm-1' });
  openDialog({ kind: 'about' });
  const [under, front] = dialogStore.getState();
  closeDialog(front!.key);
  expect(dialogStore.getState()).toEqual([under]);
});

test('two dialogs of one kind are two dialogs', () => {
  openDialog({ kind: 'about' });
  openDialog({ kind: 'about' });
  const keys = dialogStore.getState().map((each) => each.key);
  expect(new Set(keys).size).toBe(2);
});

test('closing what is closed already changes nothing', () => {
  openDialog({ kind: 'about' });
  closeDialog(-1);
  expect(dialogStore.getState()).toHaveLength(1);
});
