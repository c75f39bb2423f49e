/**
 * Cuts the text into one block per function, line by line and without ever holding a list of all
 * lines: noise is refused at its first line that lspci cannot have printed.
 */
import { formatAddress } from '../../../shared/model/pcie';
import { readHeaderLine } from './header-line';
import type { HeaderLine } from './header-line';
import {
  MAX_FUNCTIONS,
  MAX_LINE_LENGTH,
  MAX_LINES,
  MAX_LINES_WITHOUT_HEADER,
  MAX_TEXT_LENGTH,
} from './limits';
import type { Portions } from './portions';
import { CAPTURE_AGAIN, refuseAt } from './refusal';
import type { LspciChecked, LspciRefusal } from './refusal';

/** One function's lines. `lines[i]` is line `line + 1 + i` of the text, so every index has a line number. */
export interface Block {
  readonly header: HeaderLine;
  /** 1-based line of the header. */
  readonly line: number;
  /** Decoded and hex lines as printed, without line ends; empty where a line was ignored. */
  readonly lines: string[];
  /** Index in `lines` of the first hex row; null without hex bytes. */
  hexFrom: number | null;
}

export interface SplitText {
  readonly blocks: readonly Block[];
  /** Lines that lspci's own libraries wrote between the output, e.g. `pcilib: ...`. */
  readonly ignoredLines: number;
  /** False when the last line has no line end. */
  readonly endsInLineBreak: boolean;
  /** True when a blank line follows the last function, as lspci prints it. */
  readonly endsInBlankLine: boolean;
}

interface Scan {
  readonly blocks: Block[];
  readonly lineOfAddress: Map<string, number>;
  current: Block | null;
  afterBlank: boolean;
  linesWithoutHeader: number;
  ignoredLines: number;
}

const HEX_ROW_START = /^[0-9a-f]{2,3}:(?: |$)/;
const CONTROL_CHARACTER = /[\u0000-\u0008\u000e-\u001f]/;
const MESSAGE_STARTS = ['lspci: ', 'pcilib: ', 'WARNING: '];

/** Characters that are cut in one portion. */
const portion = 256 * 1024;

/** Cuts a text into blocks, or refuses at the first line that fits nothing. */
export function* splitBlocks(text: string): Portions<LspciChecked<SplitText>> {
  const scan: Scan = {
    blocks: [],
    lineOfAddress: new Map(),
    current: null,
    afterBlank: false,
    linesWithoutHeader: 0,
    ignoredLines: 0,
  };
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 0;
  let portionEnd = portion;
  while (position < text.length) {
    line += 1;
    const lineFeed = text.indexOf('\n', position);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const tooLarge = measure(scan, line, position, end);
    if (tooLarge !== null) return { ok: false, error: tooLarge };
    const refused = takeLine(scan, line, withoutCarriageReturn(text.slice(position, end)));
    if (refused !== null) return { ok: false, error: refused };
    position = end + 1;
    if (position >= portionEnd) {
      portionEnd = position + portion;
      yield Math.min(1, position / text.length);
    }
  }
  if (scan.blocks.length === 0) {
    return refuseAt('lspci.empty', 1, `the text is empty; ${CAPTURE_AGAIN}`);
  }
  return {
    ok: true,
    value: {
      blocks: scan.blocks,
      ignoredLines: scan.ignoredLines,
      endsInLineBreak: text.endsWith('\n'),
      endsInBlankLine: scan.afterBlank,
    },
  };
}

function withoutCarriageReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

const FIRST_LINE = '"00:00.0 Host bridge: Intel Corporation ..."';

function notLspci(line: number, sentence: string): LspciRefusal {
  return refuseAt('lspci.notLspci', line, `${sentence}; ${CAPTURE_AGAIN}`).error;
}

/** Refuses by length alone, before a line is looked at. */
function measure(scan: Scan, line: number, start: number, end: number): LspciRefusal | null {
  const tooLarge = (sentence: string): LspciRefusal => refuseAt('lspci.tooLarge', line, sentence).error;
  if (end - start > MAX_LINE_LENGTH) {
    if (scan.current === null)
      return notLspci(line, `lspci output begins with a short line like ${FIRST_LINE}`);
    return tooLarge(
      `more than 4,096 characters stand in this line, which lspci never prints; ${CAPTURE_AGAIN}`,
    );
  }
  if (end > MAX_TEXT_LENGTH) {
    return tooLarge('more than 64 MiB of text lie before the end of this line; give the output of one host');
  }
  if (line > MAX_LINES)
    return tooLarge('the text has more than 1,500,000 lines; give the output of one host');
  return null;
}

function takeLine(scan: Scan, line: number, text: string): LspciRefusal | null {
  if (text.trim() === '') return takeDetail(scan, line, '');
  const header = readHeaderLine(text);
  if (header !== null) return takeHeader(scan, line, header);
  if (scan.current === null) return notLspci(line, `lspci output begins with a line like ${FIRST_LINE}`);
  if (CONTROL_CHARACTER.test(text)) return notLspci(line, 'lspci prints no control characters');
  const first = text.charAt(0);
  if (first === '\t' || first === ' ') return takeDetail(scan, line, text);
  if (HEX_ROW_START.test(text)) {
    scan.current.hexFrom ??= scan.current.lines.length;
    return takeDetail(scan, line, text);
  }
  if (MESSAGE_STARTS.some((start) => text.startsWith(start))) {
    scan.ignoredLines += 1;
    scan.current.lines.push('');
    return null;
  }
  const example = '"01:00.0 Ethernet controller: ..."';
  return notLspci(line, `this is neither a function (${example}), nor an indented detail, nor hex bytes`);
}

function takeHeader(scan: Scan, line: number, header: HeaderLine): LspciRefusal | null {
  const address = formatAddress(header.domain, header.routingId);
  const earlier = scan.lineOfAddress.get(address);
  if (earlier !== undefined) {
    const sentence = `${address} was described in line ${earlier} already; give the output of one lspci run on one host`;
    return refuseAt('lspci.contradiction', line, sentence).error;
  }
  if (scan.blocks.length === MAX_FUNCTIONS) {
    return refuseAt(
      'lspci.tooLarge',
      line,
      'the text has more than 16,384 functions; give the output of one host',
    ).error;
  }
  scan.lineOfAddress.set(address, line);
  scan.current = { header, line, lines: [], hexFrom: null };
  scan.blocks.push(scan.current);
  scan.afterBlank = false;
  scan.linesWithoutHeader = 0;
  return null;
}

/** Takes an indented line, a hex row or (as an empty text) a blank line. */
function takeDetail(scan: Scan, line: number, text: string): LspciRefusal | null {
  scan.linesWithoutHeader += 1;
  if (scan.linesWithoutHeader > MAX_LINES_WITHOUT_HEADER) {
    const sentence = `70,000 lines went by without a function ("01:00.0 Ethernet controller: ..."); ${CAPTURE_AGAIN}`;
    return refuseAt(scan.current === null ? 'lspci.notLspci' : 'lspci.tooLarge', line, sentence).error;
  }
  if (scan.current === null) return null;
  if (text !== '') {
    const isHex = !/^\s/.test(text);
    // lspci prints decoded lines, then hex rows, then a blank line: anything else lost its header.
    if (scan.afterBlank || (scan.current.hexFrom !== null && !isHex)) {
      const sentence = `the header of the function that this line belongs to is missing; ${CAPTURE_AGAIN}`;
      return refuseAt('lspci.cut', line, sentence).error;
    }
  }
  scan.afterBlank = text === '';
  scan.current.lines.push(text);
  return null;
}
