import { expect, test } from 'vitest';
import { cpuPercents, planCpu } from '../../../../../src/renderer/panes/virtual-machines/cpu-usage';
import { fakeVm, runningVm } from '../../support/fake-world';

const vms = [
  runningVm({ id: 'a', name: 'Web01', processors: 2 }),
  fakeVm({ id: 'b', name: 'Db01', processors: 1 }),
];

test('watches every virtual processor under its Windows name', () => {
  const plan = planCpu(vms);
  expect(plan.paths).toEqual([
    '\\Hyper-V Hypervisor Virtual Processor(Web01:Hv VP 0)\\% Total Run Time',
    '\\Hyper-V Hypervisor Virtual Processor(Web01:Hv VP 1)\\% Total Run Time',
    '\\Hyper-V Hypervisor Virtual Processor(Db01:Hv VP 0)\\% Total Run Time',
  ]);
});

test('shows the share of the whole host; a VM without a figure shows none', () => {
  const plan = planCpu(vms);
  const earlier = { at: 0, values: new Float64Array([0, 10, Number.NaN]) };
  // In two seconds one processor ran all the time, the other half of it.
  const later = { at: 2000, values: new Float64Array([2, 11, Number.NaN]) };
  const percents = cpuPercents(plan, ['percent', 'percent', 'percent'], earlier, later, 8);
  expect(percents.get('a')).toBe(19);
  expect(percents.has('b')).toBe(false);
});

test('stays within what one watch may hold', () => {
  const many = Array.from({ length: 100 }, (_, index) => fakeVm({ id: `v${index}`, processors: 240 }));
  expect(planCpu(many).paths.length).toBeLessThanOrEqual(20_000);
});
