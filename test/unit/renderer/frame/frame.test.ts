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

test('a splitter goes where the arrow points, in steps and within its limits', () => {
  const shares = { min: 0.2, max: 0.85, step: 0.05 };
  expect(splitterKey('ArrowDown', 'under', 0.5, shares)).toBeCloseTo(0.55);
  expect(splitterKey('ArrowUp', 'under', 0.21, shares)).toBe(0.2);
  expect(splitterKey('End', 'under', 0.5, shares)).toBe(0.85);
  expect(splitterKey('ArrowLeft', 'under', 0.5, shares)).toBeNull();
  const widths = { min: 120, max: 480, step: 16 };
  expect(splitterKey('ArrowRight', 'rightOf', 200, widths)).toBe(216);
  expect(splitterKey('ArrowRight', 'leftOf', 200, widths)).toBe(184);
  expect(splitterKey('ArrowUp', 'leftOf', 200, widths)).toBeNull();
});

test('preferences survive nonsense in storage', () => {
  const usual = parsePreferences(null);
  expect(parsePreferences('{{{')).toEqual(usual);
  expect(parsePreferences('null')).toEqual(usual);
  expect(parsePreferences('{"split":"wide","showTree":false,"unknown":1}')).toEqual({
    ...usual,
    showTree: false,
  });
  expect(parsePreferences('{"columns":{"0":"name"},"columnWidths":[1]}')).toEqual(usual);
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
