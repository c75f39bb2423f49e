/** Reads the text of `lspci -vvv`, `-vvv -nn` or `-vvvxxxx` of a Linux machine into a host's functions. */
import { formatAddress } from '../../../shared/model/pcie';
import type { PcieFunction } from '../../../shared/model/pcie';
import { checkHost } from './check-host';
import { splitVfs } from './enabled-vfs';
import type { EnabledVf, VfSplit } from './enabled-vfs';
import type { RegionFacts } from './facts';
import { readFunction } from './read-function';
import type { ReadFunction } from './read-function';
import { part } from './portions';
import type { Portions } from './portions';
import { CAPTURE_AGAIN, refuseAt } from './refusal';
import type { LspciChecked } from './refusal';
import { splitBlocks } from './split-blocks';
import type { Block, SplitText } from './split-blocks';
import { withVfBarSizes } from './vf-bar-sizes';

/** What the text holds of a function beside its facts. */
export interface LspciSpace {
  /** The configuration space as it was, VF Enable included; null when the text does not hold all of it. */
  readonly bytes: Uint8Array | null;
  readonly regions: readonly RegionFacts[];
  /** MSI-X vectors of the function's enabled VFs; null when there is none in the text. */
  readonly vfMsixVectors: number | null;
}

export interface LspciHost {
  /** Every function that exists without VF Enable, in the order of the text. */
  readonly functions: readonly PcieFunction[];
  /** One for each function, in the same order. */
  readonly spaces: readonly LspciSpace[];
  /** VFs that were enabled when the text was made, with the PF and index the routing-ID formula gives them. */
  readonly enabledVfs: readonly EnabledVf[];
  /** What was assumed or ignored, one sentence each. */
  readonly notes: readonly string[];
}

export type LspciResult = LspciChecked<LspciHost>;

/** The model's domains have 16 bits; Linux gives the controllers of Intel VMD domains from 10000 up. */
const MAX_DOMAIN = 0xffff;

/** Lines of functions that are read in one portion: about 30 functions. */
const portion = 8192;
/** Share of the work that cutting the text into functions is; reading them is the rest. */
const splitting = 0.25;

/**
 * Reads a host from lspci's text (Windows line ends and a byte order mark are fine). Where a
 * function has both decoded lines and hex bytes, the bytes win. A text that is no lspci output,
 * was cut or contradicts itself is refused with a code of `lspci.*`, the line and one sentence.
 * Done in portions; yields the share that is done.
 */
export function* readLspci(text: string): Portions<LspciResult> {
  const split = yield* part(splitBlocks(text), 0, splitting);
  if (!split.ok) return split;
  const functions = yield* part(readFunctions(split.value.blocks), splitting, 1);
  return functions.ok ? hostOf(split.value, functions.value) : functions;
}

function* readFunctions(blocks: readonly Block[]): Portions<LspciChecked<readonly ReadFunction[]>> {
  const functions: ReadFunction[] = [];
  let lines = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.header.domain > MAX_DOMAIN) continue;
    const read = readFunction(block);
    if (!read.ok) return read;
    functions.push(read.value);
    lines += block.lines.length;
    if (lines < portion) continue;
    lines = 0;
    yield (index + 1) / blocks.length;
  }
  return { ok: true, value: functions };
}

/** What all functions of a text make together. */
function hostOf(text: SplitText, functions: readonly ReadFunction[]): LspciResult {
  const whole = checkWhole(text, functions);
  if (!whole.ok) return whole;
  const vfs = splitVfs(functions);
  if (!vfs.ok) return vfs;
  const checked = checkHost(vfs.value.physical);
  if (!checked.ok) return checked;
  // Far fewer functions have VFs than there are functions.
  const pfs = new Set(vfs.value.vfs.map(({ vf }) => vf.pf));
  const own = ({ pcie }: ReadFunction): VfSplit['vfs'] =>
    pfs.has(pcie.id) ? vfs.value.vfs.filter(({ vf }) => vf.pf === pcie.id) : [];
  const sized = vfs.value.physical.map((fn) => withVfBarSizes(fn.pcie, own(fn)));
  return {
    ok: true,
    value: {
      functions: sized.map(({ pcie }) => pcie),
      spaces: vfs.value.physical.map((fn) => spaceOf(fn, own(fn))),
      enabledVfs: vfs.value.vfs.map(({ vf }) => vf),
      notes: [
        ...functions.flatMap((fn) => fn.notes),
        ...vfs.value.notes,
        ...sized.flatMap((fn) => fn.notes),
        ...notesOnText(text),
      ],
    },
  };
}

function spaceOf({ bytes, regions }: ReadFunction, vfs: VfSplit['vfs']): LspciSpace {
  return { bytes, regions, vfMsixVectors: vfs[0]?.function.pcie.msixVectors ?? null };
}

/** Refuses a list without details and a text whose end is missing. */
function checkWhole(text: SplitText, functions: readonly ReadFunction[]): LspciChecked<null> {
  const last = text.blocks.at(-1);
  const read = functions.at(-1);
  if (last === undefined || read === undefined) {
    const sentence = `no function lies in a PCI domain below 10000, which are all this program knows; ${CAPTURE_AGAIN}`;
    return refuseAt('lspci.notLspci', 1, sentence);
  }
  if (!functions.some((fn) => fn.hasDetails)) {
    const sentence = `the functions are listed without any details; ${CAPTURE_AGAIN}`;
    return refuseAt('lspci.notVerbose', functions[0]?.line ?? 1, sentence);
  }
  const byteCount = Math.max(...functions.map((fn) => fn.byteCount));
  const lastLine = lastLineOf(last);
  const id = formatAddress(last.header.domain, last.header.routingId);
  const isShort = read.pcie.express ? read.byteCount < byteCount : byteCount > 0 && read.byteCount === 0;
  // Some functions do have 256 bytes among others with 4,096; a blank line shows that lspci was done with it.
  const isDone = read.byteCount > 0 && text.endsInBlankLine;
  const isCut = read.line === last.line && read.hasDetails && isShort && !isDone;
  if (isCut) {
    const sentence = `${id}, the last function, has ${read.byteCount} hex bytes where others have ${byteCount}; ${CAPTURE_AGAIN}`;
    return refuseAt('lspci.cut', lastLine, sentence);
  }
  if (!text.endsInLineBreak && last.hexFrom === null && !endsHarmlessly(last)) {
    const sentence = `the last line has no end, so the text may have been cut there; if it is whole, add a line break, else ${CAPTURE_AGAIN}`;
    return refuseAt('lspci.cut', lastLine, sentence);
  }
  return { ok: true, value: null };
}

/** A trimmed paste often ends in the list of kernel modules, which nobody here reads. */
function endsHarmlessly(block: Block): boolean {
  return block.lines.at(-1)?.trim().startsWith('Kernel modules: ') ?? false;
}

function lastLineOf(block: Block): number {
  return block.line + 1 + block.lines.findLastIndex((line) => line !== '');
}

function notesOnText(text: SplitText): string[] {
  const notes: string[] = [];
  const others = text.blocks.filter((block) => block.header.domain > MAX_DOMAIN).length;
  if (others > 0)
    notes.push(`${others} functions in PCI domains above ffff (behind Intel VMD) are left out.`);
  if (text.ignoredLines > 0)
    notes.push(`${text.ignoredLines} lines of messages between the functions are ignored.`);
  const last = text.blocks.at(-1);
  if (last !== undefined && last.hexFrom === null && !text.endsInBlankLine) {
    notes.push(
      'The text does not end with the blank line that lspci prints, so its last function may be cut.',
    );
  }
  return notes;
}
