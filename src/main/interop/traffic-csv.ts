/** Reads a recorded load: lines of `seconds,sendMbps,receiveMbps`, a header before them if any. */
import { maxTracePoints, tracePointSchema } from '../../shared/model/traffic-shape';
import type { TracePoint } from '../../shared/model/traffic-shape';
import { ok, refuse } from '../../shared/result';
import type { Result } from '../../shared/result';

const columns = ['seconds', 'sendMbps', 'receiveMbps'] as const;
/** Longer lines are no numbers that anybody recorded. */
const longestLine = 1000;
/** A plain decimal number, an exponent allowed; what `Number` also takes (hex, empty) is no figure here. */
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function refuseAt(code: string, line: number, column: number, sentence: string): Result<never> {
  return refuse(`trafficCsv.${code}`, `Line ${line}, column ${column}: ${sentence}`, 'text');
}

/** Cells with the column (1-based, in characters) at which each begins, without quotes and white space around it. */
function cellsOf(line: string): { text: string; column: number }[] {
  let column = 1;
  return line.split(',').map((raw) => {
    const text = raw.trim();
    const at = column + (raw.length - raw.trimStart().length);
    column += raw.length + 1;
    return { text: /^".*"$/.test(text) ? text.slice(1, -1).trim() : text, column: at };
  });
}

function readPoint(line: string, number: number, previousMs: number): Result<TracePoint> {
  const cells = cellsOf(line);
  if (cells.length !== columns.length) {
    const sentence = `there are ${cells.length} values instead of 3 (${columns.join(', ')}). Separate them by commas and use a point in decimals.`;
    return refuseAt('columns', number, cells[columns.length]?.column ?? line.length + 1, sentence);
  }
  const numbers: number[] = [];
  for (const [index, { text, column }] of cells.entries()) {
    if (!decimal.test(text)) {
      const shown = text === '' ? 'nothing' : `'${text.slice(0, 40)}'`;
      return refuseAt(
        'number',
        number,
        column,
        `${columns[index] ?? ''} is ${shown}. Write a number such as 12.5.`,
      );
    }
    numbers.push(Number(text));
  }
  const [seconds = 0, sendMbps = 0, receiveMbps = 0] = numbers;
  const point = { atMs: Math.round(seconds * 1000), sendMbps, receiveMbps };
  const checked = tracePointSchema.safeParse(point);
  if (!checked.success) {
    const name = checked.error.issues[0]?.path[0];
    const index = name === 'atMs' ? 0 : name === 'sendMbps' ? 1 : 2;
    const limit = index === 0 ? 'from 0 to 604,800 seconds' : 'from 0 to 400,000 Mb/s';
    return refuseAt('range', number, cells[index]?.column ?? 1, `${columns[index]} must be ${limit}.`);
  }
  if (point.atMs > previousMs) return ok(point);
  return refuseAt(
    'order',
    number,
    cells[0]?.column ?? 1,
    'each time must be later than the one before, by a millisecond at least.',
  );
}

/** True for a first line of names instead of numbers. */
function isHeader(line: string): boolean {
  const cells = cellsOf(line);
  return cells.length === columns.length && cells.every(({ text }) => text !== '' && !decimal.test(text));
}

/** The points in the order of the lines; empty lines are passed over. */
export function readTrafficCsv(text: string): Result<{ points: TracePoint[] }> {
  const points: TracePoint[] = [];
  let header = true;
  let number = 0;
  for (const line of lines(text)) {
    number += 1;
    if (line.trim() === '') continue;
    if (line.length > longestLine)
      return refuseAt('longLine', number, longestLine + 1, 'the line is too long for three numbers.');
    const first = header;
    header = false;
    if (first && isHeader(line)) continue;
    if (points.length >= maxTracePoints) {
      return refuseAt(
        'tooMany',
        number,
        1,
        `a trace has ${maxTracePoints} points at most. Keep fewer of them.`,
      );
    }
    const point = readPoint(line, number, points[points.length - 1]?.atMs ?? -1);
    if (!point.ok) return point;
    points.push(point.value);
  }
  if (points.length > 0) return ok({ points });
  return refuseAt('empty', Math.max(1, number), 1, `there are no lines of ${columns.join(', ')}.`);
}

/** The lines of a text, with whatever ends of lines; one after the other, for a text may be long. */
function* lines(text: string): Generator<string> {
  // A byte order mark is no character of the first line.
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? undefined : end);
    yield line.endsWith('\r') ? line.slice(0, -1) : line;
    if (end < 0) return;
    start = end + 1;
  }
}
