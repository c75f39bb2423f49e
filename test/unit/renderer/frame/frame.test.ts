import { expect, test } from 'vitest';
import { announcement, settledVms } from '../../../../src/renderer/frame/announcer';
import { nextPane } from '../../../../src/renderer/frame/pane-keys';
import { parsePreferences } from '../../../../src/renderer/frame/preferences';
import { splitterKey } from '../../../../src/renderer/frame/splitter';
import { formatDateTime } from '../../../../src/renderer/text/en/date-time';
import { modeOf } from '../../../../src/renderer/theme';
import { fakeVm, NOW, runningVm } from '../support/fake-world';

test('F6 goes round the panes, Shift+F6 the other way', () => {
  expect(nextPane(-1, 4, false)).toBe(0);
  expect(nextPane(3, 4, false)).toBe(0);
  expect(nextPane(0, 4, true)).toBe(3);
  expect(nextPane(-1, 4, true)).toBe(3);
  expect(nextPane(-1, 0, false)).toBe(-1);
});

test('the splitter moves in steps and stays within its limits', () => {
  expect(splitterKey('ArrowDown', 0.5, 0.2, 0.85)).toBeCloseTo(0.55);
  expect(splitterKey('ArrowUp', 0.21, 0.2, 0.85)).toBe(0.2);
  expect(splitterKey('End', 0.5, 0.2, 0.85)).toBe(0.85);
  expect(splitterKey('ArrowLeft', 0.5, 0.2, 0.85)).toBeNull();
});

test('preferences survive nonsense in storage', () => {
  const usual = parsePreferences(null);
  expect(parsePreferences('{{{')).toEqual(usual);
  expect(parsePreferences('null')).toEqual(usual);
  expect(parsePreferences('{"split":"wide","showTree":false,"unknown":1}')).toEqual({
    ...usual,
    showTree: false,
  });
});

test('the user decides on light and dark before the system does', () => {
  expect(modeOf('system', true, false)).toBe('dark');
  expect(modeOf('light', true, false)).toBe('light');
  expect(modeOf('dark', false, true)).toBe('contrastDark');
});

test('only arrivals in a lasting state are told', () => {
  const before = new Map([
    ['a', fakeVm({ id: 'a', state: 'Starting' })],
    ['b', fakeVm({ id: 'b' })],
    ['c', runningVm({ id: 'c' })],
  ]);
  const after = new Map([
    ['a', runningVm({ id: 'a' })],
    ['b', fakeVm({ id: 'b', state: 'Starting' })],
    ['c', runningVm({ id: 'c', name: 'Renamed' })],
    ['d', runningVm({ id: 'd' })],
  ]);
  expect(settledVms(before, after).map((vm) => vm.id)).toEqual(['a']);
});

test('many arrivals are counted, few are named', () => {
  expect(announcement([runningVm({ name: 'Web01' })])).toBe('Web01 is Running.');
  const many = Array.from({ length: 5 }, (_, index) => runningVm({ id: `v${index}` }));
  expect(announcement([...many, fakeVm({ id: 'off' })])).toBe(
    '5 virtual machines are Running. 1 virtual machine is Off.',
  );
});

test('dates read as Windows prints them', () => {
  expect(formatDateTime(NOW)).toBe('1/5/2026 9:00:00 AM');
});
