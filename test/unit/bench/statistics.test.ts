import { describe, expect, it } from 'vitest';
import { rounded, slopeOf, spreadOf } from '../../../bench/statistics.mjs';

describe('spreadOf', () => {
  it('takes the middle value of an odd number of measurements, whatever their order', () => {
    expect(spreadOf([9, 1, 10])).toEqual({ median: 9, min: 1, max: 10, runs: 3 });
  });

  it('takes the mean of the two in the middle of an even number', () => {
    expect(spreadOf([4, 100, 2, 1]).median).toBe(3);
  });

  it('leaves the measurements in their order', () => {
    const values = [3, 1, 2];
    spreadOf(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('rounded', () => {
  it.each([
    [0.51234, '0.512'],
    [0.0012345, '0.00123'],
    [23.456, '23.5'],
    [1204.4, '1204'],
    [0, '0'],
    [-0.0456, '-0.0456'],
  ])('prints %d as %s', (value, text) => {
    expect(rounded(value)).toBe(text);
  });
});

describe('slopeOf', () => {
  it('finds the slope of a line, and of points around it', () => {
    const exact = [1, 2, 5].map((x) => [x, 3 * x - 1]);
    expect(slopeOf(exact)).toBeCloseTo(3, 12);
    expect(slopeOf([...exact, [3, 9], [3, 7]])).toBeCloseTo(3, 12);
  });
});
