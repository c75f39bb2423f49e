// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { newDynamicMemory } from '../../../../../src/shared/model/memory';
import type { MemoryUse } from '../../../../../src/shared/model/memory';
import type { Vm } from '../../../../../src/shared/model/vm';
import { MemoryTab } from '../../../../../src/renderer/panes/details/memory-tab';
import { memoryText } from '../../../../../src/renderer/panes/virtual-machines/columns';
import { fakeVm, runningVm } from '../../support/fake-world';

afterEach(cleanup);

/** Captions and values of the tab, in order. */
function facts(vm: Vm): (string | null)[] {
  const { container } = render(<MemoryTab vm={vm} />);
  return [...container.querySelectorAll('dt, dd')].map((each) => each.textContent);
}

const memory: MemoryUse = {
  assignedMb: 1500,
  demandMb: 1200,
  visibleMb: 2000,
  addedMb: 0,
  removedMb: 0,
  addOperations: 0,
  removeOperations: 0,
};
const dynamicMemory = newDynamicMemory(true, 4096);

test('memory that does not change has no limits, no demand and no status', () => {
  const off = ['Startup Memory:', '4096 MB', 'Dynamic Memory:', 'Disabled'];
  expect(facts(fakeVm())).toEqual(off);
  cleanup();
  expect(facts(runningVm())).toEqual([...off, 'Assigned Memory:', '4096 MB']);
});

test('Dynamic Memory tells its limits, and what the guest makes of what it has', () => {
  const limits = [
    ...['Startup Memory:', '4096 MB', 'Dynamic Memory:', 'Enabled'],
    ...['Minimum Memory:', '512 MB', 'Maximum Memory:', '1048576 MB'],
  ];
  expect(facts(fakeVm({ dynamicMemory }))).toEqual(limits);
  cleanup();
  const silent = { ...memory, demandMb: null };
  expect(facts(runningVm({ dynamicMemory, memory: silent }))).toEqual([
    ...limits,
    ...['Assigned Memory:', '1500 MB'],
  ]);
  cleanup();
  expect(facts(runningVm({ dynamicMemory, memory })).slice(limits.length)).toEqual([
    ...['Assigned Memory:', '1500 MB', 'Memory Demand:', '1200 MB', 'Memory Status:', 'OK'],
  ]);
});

test.each([
  [1440, 'OK'],
  [1438, 'Low'],
  [1200, 'Low'],
  [1198, 'Warning'],
])('with %i MB for a demand of 1200 and a buffer of a fifth the status is %s', (assignedMb, status) => {
  const vm = runningVm({ dynamicMemory, memory: { ...memory, assignedMb } });
  expect(facts(vm).at(-1)).toBe(status);
  expect(memoryText(vm)).toBe(`${assignedMb} MB`);
});
