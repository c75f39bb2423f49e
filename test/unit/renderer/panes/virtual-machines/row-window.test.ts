import { expect, test } from 'vitest';
import { rowWindow, scrollTopFor } from '../../../../../src/renderer/panes/virtual-machines/row-window';

test('a short list is drawn whole', () => {
  expect(rowWindow(40, 0, 0)).toEqual({ first: 0, end: 40 });
});

test('of a long list only what shows is drawn, and a little more', () => {
  const { first, end } = rowWindow(1000, 24 * 500, 24 * 10);
  expect(first).toBeLessThan(500);
  expect(end).toBeGreaterThanOrEqual(510);
  expect(end - first).toBeLessThan(50);
});

test('the window stays within the list', () => {
  expect(rowWindow(1000, 0, 240).first).toBe(0);
  expect(rowWindow(1000, 24 * 990, 240).end).toBe(1000);
});

test('scrolls as little as shows the row whole', () => {
  expect(scrollTopFor(5, 0, 240)).toBe(0);
  expect(scrollTopFor(10, 0, 240)).toBe(24);
  expect(scrollTopFor(2, 120, 240)).toBe(48);
});
