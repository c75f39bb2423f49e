import { expect, test } from 'vitest';
import { figureText } from '../../../../src/renderer/charts/live-figures';

const figure = { label: 'Sending', unit: 'Mbps', paths: [], kind: 'rate' } as const;

test('adds rates and scales them', () => {
  expect(figureText({ ...figure, scale: 8e-6 }, [0, 1_000_000], [500_000, 1_500_000], 500)).toBe('16.0');
});

test('shows a dash without an earlier sample, or without the counter', () => {
  expect(figureText(figure, [], [5], 1000)).toBe('-');
  expect(figureText(figure, [1, Number.NaN], [5, Number.NaN], 1000)).toBe('-');
});

test('shows a bare value at once, whole where it counts', () => {
  expect(figureText({ ...figure, kind: 'gauge', whole: true }, [], [1_234_567.4], Number.NaN)).toBe(
    '1,234,567',
  );
});

test('takes a zero for nothing where there is nothing to measure', () => {
  const latency = { ...figure, kind: 'gauge' } as const;
  expect(figureText({ ...latency, zeroIsNone: true }, [], [0], 1000)).toBe('-');
  expect(figureText(latency, [], [0], 1000)).toBe('0.0');
});
