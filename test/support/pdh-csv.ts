/** Reads performance logs on its own terms: nothing of it is shared with what writes them. */

export interface PdhLog {
  /** Every header cell. */
  readonly header: readonly string[];
  /** Time as it is written, then figures; null where one is missing. */
  readonly rows: readonly { readonly time: string; readonly values: readonly (number | null)[] }[];
}

function cellsOf(line: string): string[] {
  return Array.from(line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g), ([, cell = '']) => cell.replaceAll('""', '"'));
}

export function readPdhCsv(text: string): PdhLog {
  const [header = '', ...lines] = text.split('\r\n');
  if (lines.pop() !== '') throw new Error('The last line does not end.');
  return {
    header: cellsOf(header),
    rows: lines.map((line) => {
      const [time = '', ...values] = cellsOf(line);
      return { time, values: values.map((value) => (value === ' ' ? null : Number(value))) };
    }),
  };
}
