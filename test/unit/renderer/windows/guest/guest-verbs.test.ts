import { describe, expect, it } from 'vitest';
import { actionOf, commandOf, verbObstacle } from '../../../../../src/renderer/windows/guest/guest-verbs';
import { actionsFor } from '../../../../../src/renderer/menus/verb-list';
import { fakeVm, runningVm } from '../../support/fake-world';

const none = { key: '', code: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

describe('commandOf', () => {
  it.each([
    ['s', 'start'],
    ['U', 'turnOff'],
    ['d', 'shutDown'],
    ['a', 'save'],
    ['p', 'pauseOrResume'],
    ['r', 'reset'],
    ['o', 'settings'],
  ])('takes Ctrl+%s for %s', (key, command) => {
    expect(commandOf({ ...none, key, ctrlKey: true })).toBe(command);
    expect(commandOf({ ...none, key })).toBeNull();
    expect(commandOf({ ...none, key, ctrlKey: true, shiftKey: true })).toBeNull();
    expect(commandOf({ ...none, key, ctrlKey: true, altKey: true })).toBeNull();
  });

  it('takes Ctrl+Alt+Break for full screen, whatever the system calls the key', () => {
    expect(commandOf({ ...none, key: 'Cancel', ctrlKey: true, altKey: true })).toBe('fullScreen');
    expect(commandOf({ ...none, key: 'Pause', code: 'Pause', ctrlKey: true, altKey: true })).toBe(
      'fullScreen',
    );
    expect(commandOf({ ...none, key: 'Pause', code: 'Pause', ctrlKey: true })).toBeNull();
  });

  it('knows no other letter', () => {
    expect(commandOf({ ...none, key: 'n', ctrlKey: true })).toBeNull();
  });
});

describe('the one button that pauses and resumes', () => {
  it.each([
    ['Running', 'pause'],
    ['Paused', 'resume'],
    ['Off', 'pause'],
  ] as const)('of a VM that is %s means %s', (state, action) => {
    expect(actionOf('pauseOrResume', { state })).toBe(action);
  });
});

it('says why a verb cannot be used now', () => {
  const guest = (vm: ReturnType<typeof fakeVm>, hostRunning = true, managed = true) => ({
    vm,
    hostRunning,
    managed,
    actions: managed ? actionsFor([vm], hostRunning) : [],
  });
  expect(verbObstacle('start', guest(fakeVm()))).toBeUndefined();
  expect(verbObstacle('turnOff', guest(fakeVm()))).toBe('Not while the virtual machine is Off.');
  expect(verbObstacle('save', guest(runningVm()))).toBeUndefined();
  expect(verbObstacle('save', guest(runningVm(), false))).toMatch(/host is restarting/);
  expect(verbObstacle('save', guest(runningVm(), true, false))).toMatch(/service .* is stopped/);
});
