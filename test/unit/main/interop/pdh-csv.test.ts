import { expect, it } from 'vitest';
import { pdhHeader, pdhRow } from '../../../../src/main/interop/pdh-csv';

const at = Date.parse('2026-01-05T09:00:01.250Z');

it('names the time zone and every counter with its computer, as logman does', () => {
  expect(pdhHeader('HV01', ['\\Network Adapter(A "B")\\Bytes Sent/sec'])).toBe(
    '"(PDH-CSV 4.0) (UTC)(0)","\\\\HV01\\Network Adapter(A ""B"")\\Bytes Sent/sec"\r\n',
  );
});

it('leaves what takes two samples blank in the first row', () => {
  const first = { at, values: Float64Array.of(1000, 2, 7) };
  const second = { at: at + 2000, values: Float64Array.of(4000, 3, 8) };
  const kinds = ['rate', 'percent', 'gauge'] as const;
  expect(pdhRow(kinds, null, first, 0)).toBe('"01/05/2026 09:00:01.250"," "," ","7"\r\n');
  expect(pdhRow(kinds, first, second, 0)).toBe('"01/05/2026 09:00:03.250","1500","50","8"\r\n');
});

it('leaves blank what an instance that is not there does not say', () => {
  const gone = { at: at + 1000, values: Float64Array.of(Number.NaN, Number.NaN) };
  expect(pdhRow(['rate', 'gauge'], { at, values: Float64Array.of(1, 1) }, gone, 0)).toBe(
    '"01/05/2026 09:00:02.250"," "," "\r\n',
  );
});

it('writes the dates that the host shows', () => {
  const day = 24 * 3_600_000;
  expect(pdhRow(['gauge'], null, { at, values: Float64Array.of(1) }, -5 * day)).toBe(
    '"12/31/2025 09:00:01.250","1"\r\n',
  );
});
