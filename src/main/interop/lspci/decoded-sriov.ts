/** The decoded lines under `Capabilities: [160 v1] Single Root I/O Virtualization (SR-IOV)`. */
import type { VfBar } from '../../../shared/model/pcie';
import type { SriovFacts } from './facts';

/** What was read so far; a null is a line that has not come. */
export interface SriovDraft {
  readonly line: number;
  control: { readonly vfEnable: boolean; readonly ariCapableHierarchy: boolean } | null;
  counts: { readonly initialVfs: number; readonly totalVfs: number; readonly numVfs: number } | null;
  placing: { readonly firstVfOffset: number; readonly vfStride: number; readonly vfDeviceId: number } | null;
  readonly vfBars: VfBar[];
}

/** A capability that misses a line, and what that line would begin with. */
export interface SriovGap {
  readonly missing: string;
  /** Line of the capability's title. */
  readonly line: number;
}

const CONTROL = /^IOVCtl:\s+Enable([+-]).* ARIHierarchy([+-])/;
const COUNTS = /^Initial VFs: (\d{1,5}), Total VFs: (\d{1,5}), Number of VFs: (\d{1,5})\b/;
const PLACING = /^VF offset: (\d{1,5}), stride: (\d{1,5}), Device ID: ([0-9a-f]{4})$/;
const BAR = /^Region ([0-5]): Memory at ([0-9a-f]{8,16}) \((32|64)-bit, (non-)?prefetchable\)/;
/** Every count of the capability is a 16-bit register. */
const MAX_COUNT = 0xffff;

export function startSriov(line: number): SriovDraft {
  return { line, control: null, counts: null, placing: null, vfBars: [] };
}

/** Takes one line of the capability; lines that tell nothing of use are passed over. */
export function readSriovLine(draft: SriovDraft, text: string): void {
  const control = CONTROL.exec(text);
  if (control !== null) {
    draft.control = { vfEnable: control[1] === '+', ariCapableHierarchy: control[2] === '+' };
    return;
  }
  const counts = COUNTS.exec(text);
  if (counts !== null) {
    const [initialVfs = NaN, totalVfs = NaN, numVfs = NaN] = counts.slice(1).map(Number);
    if (Math.max(initialVfs, totalVfs, numVfs) <= MAX_COUNT) draft.counts = { initialVfs, totalVfs, numVfs };
    return;
  }
  const placing = PLACING.exec(text);
  if (placing !== null) {
    const [firstVfOffset, vfStride] = [Number(placing[1]), Number(placing[2])];
    if (Math.max(firstVfOffset, vfStride) > MAX_COUNT) return;
    draft.placing = { firstVfOffset, vfStride, vfDeviceId: parseInt(placing[3] ?? '', 16) };
    return;
  }
  const bar = BAR.exec(text);
  if (bar === null || draft.vfBars.some((known) => known.index === Number(bar[1]))) return;
  draft.vfBars.push({
    index: Number(bar[1]),
    address: parseInt(bar[2] ?? '', 16),
    sizeBytes: null,
    is64Bit: bar[3] === '64',
    prefetchable: bar[4] === undefined,
  });
}

/** What the lines tell together, or the first line that is missing. */
export function sriovOf(draft: SriovDraft): SriovFacts | SriovGap {
  const { line, control, counts, placing, vfBars } = draft;
  if (control === null) return { missing: 'IOVCtl', line };
  if (counts === null) return { missing: 'Initial VFs', line };
  if (placing === null) return { missing: 'VF offset', line };
  const { initialVfs, totalVfs, numVfs } = counts;
  const { ariCapableHierarchy, vfEnable } = control;
  return {
    capability: { initialVfs, totalVfs, ...placing, ariCapableHierarchy, vfBars },
    vfEnable,
    numVfs,
    line,
  };
}
