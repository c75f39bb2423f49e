import { expect, test } from 'vitest';
import {
  formatUptime,
  heartbeatText,
  memoryText,
  sortOrder,
  sortVms,
  statusText,
  uptimeText,
  widthsOf,
} from '../../../../../src/renderer/panes/virtual-machines/columns';
import type { ColumnId } from '../../../../../src/renderer/frame/list-columns';
import { emptyWorld, withChanges } from '../../../../../src/renderer/host/world-state';
import { fakeAdapter, fakeChanges, fakeVm, NOW, runningVm } from '../../support/fake-world';

test.each([
  [0, '00:00:00'],
  [59_999, '00:00:59'],
  [3_725_000, '01:02:05'],
  [86_399_000, '23:59:59'],
  [86_400_000, '1.00:00:00'],
  [93_784_000, '1.02:03:04'],
])('uptime of %d ms reads %s', (ms, text) => {
  expect(formatUptime(ms)).toBe(text);
});

test('memory and uptime are blank while a VM is off or saved', () => {
  expect(memoryText(fakeVm())).toBe('');
  expect(memoryText(fakeVm({ state: 'Saved' }))).toBe('');
  expect(memoryText(runningVm())).toBe('4096 MB');
  expect(uptimeText(fakeVm({ uptimeMs: 5000 }), NOW)).toBe('');
  expect(uptimeText(runningVm({ uptimeMs: 1000, runningSince: NOW - 2000 }), NOW)).toBe('00:00:03');
});

test('the status tells how far the task has come, and never claims that it is done', () => {
  const vm = fakeVm({ task: { text: 'Starting', startedAt: NOW, durationMs: 2000 } });
  expect(statusText(vm, NOW + 200)).toBe('Starting (10%)');
  expect(statusText(vm, NOW - 50)).toBe('Starting (0%)');
  expect(statusText(vm, NOW + 9000)).toBe('Starting (99%)');
  expect(statusText(fakeVm(), NOW)).toBe('');
});

const vms = [
  runningVm({ id: '10', name: 'vm10', startupMemoryMb: 1024, runningSince: NOW - 5000 }),
  fakeVm({ id: '2', name: 'VM2', startupMemoryMb: 8192 }),
  runningVm({ id: '1', name: 'vm1', startupMemoryMb: 2048, runningSince: NOW - 9000 }),
];
const cpu = new Map([
  ['10', 3],
  ['1', 12],
]);

const world = withChanges(
  emptyWorld(),
  fakeChanges(vms, [
    fakeAdapter({ id: 'a', vmId: '10', switchId: null, iovWeight: 100, dataPath: 'vmbus' }),
    fakeAdapter({ id: 'b', vmId: '1', iovWeight: 100, dataPath: 'vf' }),
  ]),
);

function idsBy(column: ColumnId, descending = false): string[] {
  return sortVms(vms, { column, descending }, { now: NOW, cpu, world }).map((vm) => vm.id);
}

test('names sort as people count', () => {
  expect(idsBy('name')).toEqual(['1', '2', '10']);
  expect(idsBy('name', true)).toEqual(['10', '2', '1']);
});

test('figures sort as figures, blank ones first', () => {
  expect(idsBy('cpu')).toEqual(['2', '10', '1']);
  expect(idsBy('memory')).toEqual(['2', '10', '1']);
  expect(idsBy('uptime')).toEqual(['2', '10', '1']);
});

test('equal rows stay in the order of their names in either direction', () => {
  expect(idsBy('version')).toEqual(['1', '2', '10']);
  expect(idsBy('version', true)).toEqual(['1', '2', '10']);
});

test('network columns sort by what their cells say', () => {
  expect(idsBy('connection')).toEqual(['2', '10', '1']);
  expect(idsBy('sriov')).toEqual(['2', '1', '10']);
});

test('a list that does not show its sort column is sorted by name', () => {
  const byName = { column: 'name', descending: false };
  expect(sortOrder('cpu', true, ['name', 'cpu'])).toEqual({ column: 'cpu', descending: true });
  expect(sortOrder('cpu', true, ['name', 'state'])).toEqual(byName);
  expect(sortOrder('nonsense', true, ['name'])).toEqual(byName);
});

test('nonsense in storage does not make a column vanish', () => {
  expect(widthsOf(['name', 'state', 'cpu'], { name: 300, state: -5, cpu: 'wide' })).toEqual([300, 87, 87]);
});

test('the heartbeat is blank while nobody would ask the guest', () => {
  expect(heartbeatText(fakeVm())).toBe('');
  expect(heartbeatText(runningVm())).toBe('OK (Applications Healthy)');
});
