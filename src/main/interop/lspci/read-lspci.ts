/** Reads the text of `lspci -vvv`, `-vvv -nn` or `-vvvxxxx` of a Linux machine into a host's functions. */
import { formatAddress } from '../../../shared/model/pcie';
import type { PcieFunction } from '../../../shared/model/pcie';
import { checkHost } from './check-host';
import { splitVfs } from './enabled-vfs';
import type { EnabledVf, VfSplit } from './enabled-vfs';
import type { RegionFacts } from './facts';
import { readFunction } from './read-function';
import type { ReadFunction } from './read-function';
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

/**
 * Reads a host from lspci's text (Windows line ends and a byte order mark are fine). Where a
 * function has both decoded lines and hex bytes, the bytes win. A text that is no lspci output,
 * was cut or contradicts itself is refused with a code of `lspci.*`, the line and one sentence.
 */
export function readLspci(text: string): LspciResult {
  const split = splitBlocks(text);
  if (!split.ok) return split;
  const { blocks } = split.value;
  const functions: ReadFunction[] = [];
  for (const block of blocks) {
    if (block.header.domain > MAX_DOMAIN) continue;
    const read = readFunction(block);
    if (!read.ok) return read;
    functions.push(read.value);
  }
  const whole = checkWhole(split.value, functions);
  if (!whole.ok) return whole;
  const vfs = splitVfs(functions);
  if (!vfs.ok) return vfs;
  const checked = checkHost(vfs.value.physical);
  if (!checked.ok) return checked;
  const sized = vfs.value.physical.map((fn) => withVfBarSizes(fn.pcie, vfs.value.vfs));
  return {
    ok: true,
    value: {
      functions: sized.map(({ pcie }) => pcie),
      spaces: vfs.value.physical.map((fn) => spaceOf(fn, vfs.value.vfs)),
      enabledVfs: vfs.value.vfs.map(({ vf }) => vf),
      notes: [
        ...functions.flatMap((fn) => fn.notes),
        ...vfs.value.notes,
        ...sized.flatMap((fn) => fn.notes),
        ...notesOnText(split.value),
      ],
    },
  };
}

function spaceOf({ pcie, bytes, regions }: ReadFunction, vfs: VfSplit['vfs']): LspciSpace {
  const own = vfs.find(({ vf }) => vf.pf === pcie.id);
  return { bytes, regions, vfMsixVectors: own?.function.pcie.msixVectors ?? null };
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
