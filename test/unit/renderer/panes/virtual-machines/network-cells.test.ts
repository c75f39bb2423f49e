import { expect, test } from 'vitest';
import { emptyWorld, withChanges } from '../../../../../src/renderer/host/world-state';
import { connectionText, sriovText } from '../../../../../src/renderer/panes/virtual-machines/network-cells';
import type { Adapter } from '../../../../../src/shared/model/adapter';
import { fakeAdapter, fakeChanges, fakeSwitch, fakeVm, runningVm } from '../../support/fake-world';

const vm = runningVm();

function worldWith(...adapters: readonly Partial<Adapter>[]) {
  const made = adapters.map((patch, index) => fakeAdapter({ id: `adapter-${index}`, ...patch }));
  return withChanges(emptyWorld(), fakeChanges([vm], made));
}

test('names every switch once', () => {
  expect(connectionText(worldWith({}, {}, { switchId: null }), vm.id)).toBe(fakeSwitch.name);
  expect(connectionText(worldWith({ switchId: null }), vm.id)).toBe('Not connected');
  expect(connectionText(worldWith(), vm.id)).toBe('');
});

test('counts the adapters that ask for a VF and those that use one', () => {
  const used = { iovWeight: 100, dataPath: 'vf' } as const;
  const unused = { iovWeight: 100, dataPath: 'vmbus' } as const;
  expect(sriovText(worldWith({}), vm)).toBe('');
  expect(sriovText(worldWith(used, {}), vm)).toBe('Active');
  expect(sriovText(worldWith(unused), vm)).toBe('Not active');
  expect(sriovText(worldWith(used, unused), vm)).toBe('1 of 2 active');
});

test('says nothing of a VM that does not run', () => {
  expect(sriovText(worldWith({ iovWeight: 100 }), fakeVm())).toBe('');
});
