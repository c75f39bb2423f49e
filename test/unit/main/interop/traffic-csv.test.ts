import { describe, expect, it } from 'vitest';
import { readTrafficCsv } from '../../../../src/main/interop/traffic-csv';

function read(text: string): unknown {
  const result = readTrafficCsv(text);
  return result.ok
    ? result.value.points.map(({ atMs, sendMbps, receiveMbps }) => [atMs, sendMbps, receiveMbps])
    : result.error;
}

describe('a recorded load', () => {
  it('is read with and without a header, with any end of line, empty lines and white space', () => {
    const expected = [
      [0, 10, 20.5],
      [1500, 0, 100],
    ];
    expect(read('0,10,20.5\n1.5,0,1e2')).toEqual(expected);
    expect(read('seconds,sendMbps,receiveMbps\r\n0,10,20.5\r\n\r\n1.5,0,100\r\n')).toEqual(expected);
    expect(read('\uFEFF"time","up","down"\n "0" , 10 ,\t20.5\n1.5,0,100')).toEqual(expected);
  });

  it.each([
    ['', 'empty', 'Line 1, column 1'],
    ['seconds,sendMbps,receiveMbps\n\n', 'empty', 'Line 2, column 1'],
    ['0,1,2\n1,2', 'columns', 'Line 2, column 4'],
    ['0,1,2,3', 'columns', 'Line 1, column 7'],
    ['0,1,2\n1,  x,3', 'number', 'Line 2, column 5'],
    ['0,1,2\n1,,3', 'number', 'Line 2, column 3'],
    ['0,0x10,2', 'number', 'Line 1, column 3'],
    ['0;1;2', 'columns', 'Line 1, column 6'],
    ['0,1,2\nseconds,sendMbps,receiveMbps', 'number', 'Line 2, column 1'],
    ['0,1,2\n0.0004,1,2', 'order', 'Line 2, column 1'],
    ['-1,1,2', 'range', 'Line 1, column 1'],
    ['0,1,400001', 'range', 'Line 1, column 5'],
    ['0,-1,2', 'range', 'Line 1, column 3'],
    [`0,1,${'2'.repeat(2000)}`, 'longLine', 'Line 1, column 1001'],
  ])('%j is refused: %s at %s', (text, code, place) => {
    const answer = read(text) as { code: string; message: string };
    expect(answer.code).toBe(`trafficCsv.${code}`);
    expect(answer.message).toContain(`${place}: `);
    expect(answer.message).toMatch(/[.]$/);
  });

  it('has a greatest length', () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, index) => `${index},1,1`).join('\n');
    expect(readTrafficCsv(lines(100_000)).ok).toBe(true);
    expect(read(lines(100_001))).toMatchObject({ code: 'trafficCsv.tooMany' });
  });
});
