// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { preferenceStore, setPreferences } from '../../../../src/renderer/frame/preferences';

test('what another window changes holds in this one, and is not written back', () => {
  setPreferences({ treeWidth: 250 });
  const key = 'sriov-manager.frame';
  const theirs = JSON.stringify({ ...preferenceStore.getState(), theme: 'dark' });
  window.dispatchEvent(new StorageEvent('storage', { key: 'something else', newValue: '{}' }));
  expect(preferenceStore.getState().treeWidth).toBe(250);
  window.dispatchEvent(new StorageEvent('storage', { key, newValue: theirs }));
  expect(preferenceStore.getState()).toMatchObject({ theme: 'dark', treeWidth: 250 });
  setPreferences({ showGuestToolbar: false });
  expect(localStorage.getItem(key)).toContain('"theme":"dark"');
});
