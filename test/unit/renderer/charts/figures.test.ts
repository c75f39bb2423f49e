import { expect, it } from 'vitest';
import { formatFigure } from '../../../../src/renderer/charts/figures';

it.each([
  [0, '0.0'],
  [12.34, '12.3'],
  [99.94, '99.9'],
  [99.96, '100'],
  [1234.5, '1,235'],
  [Number.NaN, '-'],
  [Number.POSITIVE_INFINITY, '-'],
])('prints %d as %s', (value, printed) => {
  expect(formatFigure(value, '-')).toBe(printed);
});
