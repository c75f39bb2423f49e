/** The hex rows of a block, `1f0: 00 01 ...`: 64 bytes with -x, 256 with -xxx, 4,096 with -xxxx. */
import { CAPTURE_AGAIN, refuseAt } from './refusal';
import type { LspciChecked } from './refusal';
import type { Block } from './split-blocks';

/** The bytes of a function's configuration space, and the line of the text each one stands in. */
export interface ConfigBytes {
  readonly bytes: Uint8Array;
  lineOf(offset: number): number;
}

const ROW = /^([0-9a-f]{2,3}):((?: [0-9a-f]{2}){16})\s*$/;

/** 128 are printed for CardBus bridges, whose standard header is that long. */
const WHOLE_LENGTHS = [64, 128, 256, 4096];

/** Reads a block's hex rows; null when it has none; refused where rows are missing, out of order or short. */
export function readHexRows(block: Block): LspciChecked<ConfigBytes | null> {
  if (block.hexFrom === null) return { ok: true, value: null };
  const values: number[] = [];
  const rowLines: number[] = [];
  for (let index = block.hexFrom; index < block.lines.length; index += 1) {
    const text = block.lines[index] ?? '';
    if (text === '') continue;
    const line = block.line + 1 + index;
    const expected = values.length.toString(16).padStart(2, '0');
    const match = ROW.exec(text);
    if (match === null || match[1] !== expected) {
      const sentence = `a whole row of 16 hex bytes beginning with "${expected}:" is expected here; ${CAPTURE_AGAIN}`;
      return refuseAt('lspci.cut', line, sentence);
    }
    for (const byte of (match[2] ?? '').trim().split(' ')) values.push(parseInt(byte, 16));
    rowLines.push(line);
  }
  const lastLine = rowLines.at(-1) ?? block.line;
  if (!WHOLE_LENGTHS.includes(values.length)) {
    const sentence = `the hex bytes end at ${values.length.toString(16)} instead of at 40, 100 or 1000; ${CAPTURE_AGAIN}`;
    return refuseAt('lspci.cut', lastLine, sentence);
  }
  return {
    ok: true,
    value: { bytes: Uint8Array.from(values), lineOf: (offset) => rowLines[offset >> 4] ?? lastLine },
  };
}
