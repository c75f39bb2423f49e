// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { isTicked, resetCheckBoxes, setTicked } from '../../../../src/renderer/frame/check-boxes';

beforeEach(() => {
  localStorage.clear();
});

it('remembers boxes one by one until all are reset', () => {
  expect(isTicked('applyNetworkingChanges')).toBe(false);
  setTicked('applyNetworkingChanges', true);
  setTicked('newVirtualMachineBegin', true);
  expect([isTicked('applyNetworkingChanges'), isTicked('newVirtualMachineBegin')]).toEqual([true, true]);
  setTicked('newVirtualMachineBegin', false);
  expect([isTicked('applyNetworkingChanges'), isTicked('newVirtualMachineBegin')]).toEqual([true, false]);
  resetCheckBoxes();
  expect(isTicked('applyNetworkingChanges')).toBe(false);
});

it('leaves other things that are remembered alone', () => {
  localStorage.setItem('other', 'stays');
  resetCheckBoxes();
  expect(localStorage.getItem('other')).toBe('stays');
});
