/**
 * Recorded counters as Windows' performance logs are written by `logman -f csv`: the time zone and
 * its bias in the first cell, full paths in the others, LF after CR, a blank where a value is
 * missing (from memory, high; header and rows by samples of such logs).
 */
import { cook } from '../../shared/model/counter';
import type { CounterKind } from '../../shared/model/counter';

interface Reading {
  /** Simulated milliseconds since the Unix epoch. */
  readonly at: number;
  readonly values: Float64Array;
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** Simulated hosts keep UTC, which is no minutes from UTC. */
export function pdhHeader(computer: string, paths: readonly string[]): string {
  return line(['(PDH-CSV 4.0) (UTC)(0)', ...paths.map((path) => `\\\\${computer}${path}`)]);
}

/** `MM/DD/YYYY HH:MM:SS.mmm` */
function pdhTime(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${month}/${day}/${year} ${time.replace('Z', '')}`;
}

/** A row of the log; what is computed from two samples is blank without an earlier one. Dates are the host's. */
export function pdhRow(
  kinds: readonly CounterKind[],
  earlier: Reading | null,
  later: Reading,
  dateOffsetMs: number,
): string {
  const cells = kinds.map((kind, index) => {
    const before = earlier?.values[index] ?? Number.NaN;
    const elapsedMs = earlier === null ? 0 : later.at - earlier.at;
    const value = cook(kind, before, later.values[index] ?? Number.NaN, elapsedMs);
    return Number.isFinite(value) ? String(value) : ' ';
  });
  return line([pdhTime(later.at + dateOffsetMs), ...cells]);
}
