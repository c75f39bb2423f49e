import { expect, test } from 'vitest';
import { actionsFor } from '../../../../src/renderer/menus/verb-list';
import { fakeVm, runningVm } from '../support/fake-world';

test('a VM that is off offers what Hyper-V Manager offers, in its order', () => {
  expect(actionsFor([fakeVm()], true)).toEqual(['connect', 'settings', 'start', 'rename', 'delete']);
});

test('a running VM cannot be started or deleted', () => {
  expect(actionsFor([runningVm()], true)).toEqual([
    'connect',
    'settings',
    'turnOff',
    'shutDown',
    'save',
    'pause',
    'reset',
    'rename',
  ]);
});

test('a paused VM resumes, a saved one gives its saved state up', () => {
  expect(actionsFor([runningVm({ state: 'Paused' })], true)).toContain('resume');
  expect(actionsFor([fakeVm({ state: 'Saved' })], true)).toEqual([
    'connect',
    'settings',
    'start',
    'rename',
    'delete',
    'deleteSavedState',
  ]);
});

test('a guest that is still booting cannot be shut down', () => {
  const { guest } = fakeVm();
  const booting = runningVm({ guest: { ...guest, state: 'booting' } });
  expect(actionsFor([booting], true)).not.toContain('shutDown');
});

test('several VMs offer what all of them allow, and nothing about a single one', () => {
  const off = fakeVm({ id: 'a' });
  const saved = fakeVm({ id: 'b', state: 'Saved' });
  expect(actionsFor([off, saved], true)).toEqual(['start', 'delete']);
  expect(actionsFor([off, runningVm({ id: 'c' })], true)).toEqual([]);
});

test('while the host restarts only the windows about a VM remain', () => {
  expect(actionsFor([fakeVm()], false)).toEqual(['connect', 'settings']);
});

test('nothing selected, nothing offered', () => {
  expect(actionsFor([], true)).toEqual([]);
});
