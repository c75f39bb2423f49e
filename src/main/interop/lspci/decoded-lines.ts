/** Reads the decoded lines of a block, as lspci prints them from two `-v` on. */
import type { ExpressRegisters, ExpressType } from '../../../shared/pcie/decode';
import type { BusFacts, CapabilityFacts, ExtendedFacts, RegionFacts } from './facts';
import { CAPTURE_AGAIN, refuseAt } from './refusal';
import type { LspciChecked } from './refusal';
import type { Block } from './split-blocks';
import { readSriovLine, sriovOf, startSriov } from './decoded-sriov';
import type { SriovDraft, SriovGap } from './decoded-sriov';

export interface DecodedFacts extends CapabilityFacts, ExtendedFacts {
  /** `none`: no decoded line at all; `short`: one -v, which leaves out every register; `long`: -vv or more. */
  readonly detail: 'none' | 'short' | 'long';
  /** Line of `Capabilities: <access denied>`, which lspci prints for all but root. */
  readonly accessDeniedLine: number | null;
  readonly bus: BusFacts | null;
  readonly regions: readonly RegionFacts[];
  readonly driver: string | null;
  /** An SR-IOV capability that lacks one of its lines; `sriov` is null then. */
  readonly sriovGap: SriovGap | null;
}

type Section = 'function' | 'express' | 'sriov' | 'other';

interface Draft {
  section: Section;
  /** Which of Express's registers the lines at hand decode: both print an ARIFwd. */
  register: 'DevCap2' | 'DevCtl2' | null;
  detail: DecodedFacts['detail'];
  accessDeniedLine: number | null;
  loopLine: number | null;
  bus: BusFacts | null;
  express: ExpressRegisters | null;
  msixVectors: number | null;
  acs: boolean;
  ari: boolean;
  sriov: SriovDraft | null;
  regions: RegionFacts[];
  driver: string | null;
}

const CAPABILITY = /^Capabilities: \[[0-9a-f]+(?: v\d+)?\] (.*)$/;
const BUS = /^Bus: primary=([0-9a-f]{2}), secondary=([0-9a-f]{2}), subordinate=([0-9a-f]{2})/;
const REGION = /^Region ([0-5]): (?:\[virtual\] )?Memory at .*\[size=(\d{1,4})([KMGT]?)\]$/;
const REGION_PLACE = /Memory at ([0-9a-f]{8,16}|<[a-z]+>) \((?:(64)-bit|[^,]+), (non-)?prefetchable\)/;
const MSIX_COUNT = /(?:Count|TabSize)=(\d{1,4})/;
const ARI_FORWARDING = /ARIFwd([+-])/;

/** Port types as lspci words them; the first of them that the text begins with counts. */
const expressTexts: readonly (readonly [string, ExpressType])[] = [
  ['Endpoint', 'endpoint'],
  ['Legacy Endpoint', 'endpoint'],
  ['Root Port', 'root'],
  ['Upstream Port', 'upstream'],
  ['Downstream Port', 'downstream'],
  ['PCI-Express to PCI/PCI-X Bridge', 'pcie-to-pci'],
  ['PCI/PCI-X to PCI-Express Bridge', 'pci-to-pcie'],
  ['PCI/PCI-X Bridge', 'pcie-to-pci'],
  ['Root Complex', 'root-complex'],
];

const sizeFactors: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['K', 2 ** 10],
  ['M', 2 ** 20],
  ['G', 2 ** 30],
  ['T', 2 ** 40],
]);

/** Reads a block's decoded lines; refuses a looping capability list. */
export function readDecodedLines(block: Block): LspciChecked<DecodedFacts> {
  const draft: Draft = {
    section: 'function',
    register: null,
    detail: 'none',
    accessDeniedLine: null,
    loopLine: null,
    bus: null,
    express: null,
    msixVectors: null,
    acs: false,
    ari: false,
    sriov: null,
    regions: [],
    driver: null,
  };
  const end = block.hexFrom ?? block.lines.length;
  for (let index = 0; index < end; index += 1) {
    const text = (block.lines[index] ?? '').trim();
    if (text !== '') readLine(draft, text, block.line + 1 + index);
  }
  return finish(draft);
}

function finish(draft: Draft): LspciChecked<DecodedFacts> {
  if (draft.loopLine !== null) {
    const sentence = `lspci met a capability pointer that leads back, so the list never ends; ${CAPTURE_AGAIN}`;
    return refuseAt('lspci.contradiction', draft.loopLine, sentence);
  }
  const { detail, accessDeniedLine, bus, express, msixVectors, acs, ari, regions, driver } = draft;
  const facts = { detail, accessDeniedLine, bus, express, msixVectors, acs, ari, regions, driver };
  const sriov = draft.sriov === null ? null : sriovOf(draft.sriov);
  if (sriov !== null && 'missing' in sriov)
    return { ok: true, value: { ...facts, sriov: null, sriovGap: sriov } };
  return { ok: true, value: { ...facts, sriov, sriovGap: null } };
}

function readLine(draft: Draft, text: string, line: number): void {
  if (text.startsWith('Capabilities: ')) return readCapability(draft, text, line);
  if (text.startsWith('Kernel driver in use: ')) {
    draft.driver = text.slice('Kernel driver in use: '.length).trim() || null;
    return;
  }
  if (draft.section === 'express') return readExpressLine(draft, text);
  if (draft.section === 'sriov' && draft.sriov !== null) return readSriovLine(draft.sriov, text);
  if (draft.section === 'function') readFunctionLine(draft, text, line);
}

function readFunctionLine(draft: Draft, text: string, line: number): void {
  if (text.startsWith('Control: ')) draft.detail = 'long';
  else if (text.startsWith('Flags: ') && draft.detail === 'none') draft.detail = 'short';
  else if (text.startsWith('Bus: ')) draft.bus = readBus(text, line);
  else if (text.startsWith('Region ')) {
    const match = REGION.exec(text);
    if (match === null) return;
    const factor = sizeFactors.get(match[3] ?? '') ?? 1;
    const sizeBytes = Number(match[2]) * factor;
    if (sizeBytes > 0) draft.regions.push({ index: Number(match[1]), sizeBytes, ...readPlace(text) });
  }
}

function readPlace(text: string): Pick<RegionFacts, 'address' | 'is64Bit' | 'prefetchable'> {
  const match = REGION_PLACE.exec(text);
  const address = parseInt(match?.[1] ?? '', 16);
  return {
    address: Number.isNaN(address) ? 0 : address,
    is64Bit: match?.[2] !== undefined,
    prefetchable: match !== null && match[3] === undefined,
  };
}

function readBus(text: string, line: number): BusFacts | null {
  const match = BUS.exec(text);
  if (match === null) return null;
  const [, primary = '', secondary = '', subordinate = ''] = match;
  return {
    primary: parseInt(primary, 16),
    secondary: parseInt(secondary, 16),
    subordinate: parseInt(subordinate, 16),
    line,
  };
}

function readCapability(draft: Draft, text: string, line: number): void {
  draft.section = 'other';
  draft.register = null;
  if (text.startsWith('Capabilities: <access denied>')) draft.accessDeniedLine ??= line;
  const title = CAPABILITY.exec(text)?.[1] ?? '';
  if (title.startsWith('<chain looped>')) draft.loopLine ??= line;
  else if (title.startsWith('Express ')) startExpress(draft, title);
  else if (title.startsWith('MSI-X: ')) draft.msixVectors = positive(MSIX_COUNT.exec(title)?.[1]);
  else if (title.startsWith('Access Control Services')) draft.acs = true;
  else if (title.startsWith('Alternative Routing-ID Interpretation')) draft.ari = true;
  else if (title.startsWith('Single Root I/O Virtualization')) {
    draft.section = 'sriov';
    draft.sriov ??= startSriov(line);
  }
}

function positive(text: string | undefined): number | null {
  const value = Number(text ?? 0);
  return value > 0 ? value : null;
}

function startExpress(draft: Draft, title: string): void {
  draft.section = 'express';
  const rest = title.replace(/^Express (?:\(v\d+\) )?/, '');
  const type = expressTexts.find(([start]) => rest.startsWith(start))?.[1] ?? 'unknown';
  draft.express ??= { type, ariCapable: false, ariEnabled: false };
}

function readExpressLine(draft: Draft, text: string): void {
  if (text.startsWith('DevCap2:')) draft.register = 'DevCap2';
  else if (text.startsWith('DevCtl2:')) draft.register = 'DevCtl2';
  const forwards = ARI_FORWARDING.exec(text)?.[1];
  if (forwards === undefined || draft.express === null) return;
  if (draft.register === 'DevCap2') draft.express = { ...draft.express, ariCapable: forwards === '+' };
  if (draft.register === 'DevCtl2') draft.express = { ...draft.express, ariEnabled: forwards === '+' };
}
