/** One block to one function: decoded lines and hex bytes laid over each other, the bytes on top. */
import { formatAddress } from '../../../shared/model/pcie';
import type { PcieFunction } from '../../../shared/model/pcie';
import { bridgeFacts } from '../../../shared/pcie/decode';
import type { ExpressType } from '../../../shared/pcie/decode';
import { decodeConfigSpace } from './config-space';
import type { ConfigFacts } from './config-space';
import { readDecodedLines } from './decoded-lines';
import type { DecodedFacts } from './decoded-lines';
import type { BusFacts, RegionFacts, SriovFacts } from './facts';
import { readHexRows } from './hex-rows';
import { differences } from './differences';
import { CAPTURE_AGAIN, refuseAt } from './refusal';
import type { LspciChecked } from './refusal';
import type { Block } from './split-blocks';

/** A function as the text describes it, with what only the checks over the whole host need. */
export interface ReadFunction {
  readonly pcie: PcieFunction;
  /** Line of its header. */
  readonly line: number;
  readonly bus: BusFacts | null;
  readonly expressType: ExpressType | null;
  readonly sriov: SriovFacts | null;
  readonly regions: readonly RegionFacts[];
  /** True when its vendor ID register reads ffff, as that of a VF does. */
  readonly readsAsVf: boolean;
  /** Length of its hex bytes; 0 without. */
  readonly byteCount: number;
  /** Its whole configuration space; null when the text does not hold all of it. */
  readonly bytes: Uint8Array | null;
  readonly hasDetails: boolean;
  readonly notes: readonly string[];
}

/** Reads one block; refuses contradictions within it and text that leaves out what a simulated host needs. */
export function readFunction(block: Block): LspciChecked<ReadFunction> {
  const decoded = readDecodedLines(block);
  if (!decoded.ok) return decoded;
  const rows = readHexRows(block);
  if (!rows.ok) return rows;
  const config = rows.value === null ? null : decodeConfigSpace(rows.value);
  if (config !== null && !config.ok) return config;
  const bytes = config?.value ?? null;
  const known = checkKnown(block, decoded.value, bytes);
  if (!known.ok) return known;
  return { ok: true, value: lay(block, decoded.value, bytes, rows.value?.bytes ?? new Uint8Array()) };
}

/** Refuses text from which the capabilities cannot be known. */
function checkKnown(block: Block, decoded: DecodedFacts, config: ConfigFacts | null): LspciChecked<null> {
  if (config !== null && (config.extended !== null || !config.answers)) return { ok: true, value: null };
  const id = formatAddress(block.header.domain, block.header.routingId);
  const { accessDeniedLine, sriovGap } = decoded;
  const classCode = config?.classCode ?? block.header.classCode;
  const matters = classCode === 0x0604 || (classCode !== null && classCode >> 8 === 0x02);
  if (accessDeniedLine !== null && matters) {
    const sentence = `the capabilities of ${id} were hidden from a user other than root; ${CAPTURE_AGAIN}`;
    return refuseAt('lspci.accessDenied', accessDeniedLine, sentence);
  }
  if (decoded.detail === 'short' || (decoded.detail === 'none' && config !== null)) {
    const sentence = `the details of ${id} leave out its registers; ${CAPTURE_AGAIN}`;
    return refuseAt('lspci.notVerbose', block.line, sentence);
  }
  if (sriovGap !== null) {
    const sentence = `the SR-IOV capability of ${id} has no readable line "${sriovGap.missing}"; ${CAPTURE_AGAIN}`;
    return refuseAt('lspci.cut', sriovGap.line, sentence);
  }
  return { ok: true, value: null };
}

function lay(block: Block, decoded: DecodedFacts, config: ConfigFacts | null, hex: Uint8Array): ReadFunction {
  const { header } = block;
  const id = formatAddress(header.domain, header.routingId);
  const bytes = config?.answers === true ? config : null;
  const bus = bytes === null ? decoded.bus : bytes.bus;
  const { express, msixVectors } = bytes?.capabilities ?? decoded;
  const { acs, ari, sriov } = bytes?.extended ?? decoded;
  const notes = bytes === null ? [] : differences(id, header, decoded, bytes);
  if (config?.answers === false) {
    notes.push(`${id} does not answer (its bytes read ff), so it is taken over by name only.`);
  }
  if (bus?.secondary === 0) notes.push(`${id} is a bridge without bus numbers, so nothing is behind it.`);
  const hasDetails = decoded.detail !== 'none' || config !== null;
  if (!hasDetails) notes.push(`${id} has a header without details, so it is taken over by name only.`);
  const pcie: PcieFunction = {
    id,
    domain: header.domain,
    routingId: header.routingId,
    classCode: bytes?.classCode ?? header.classCode,
    className: header.className,
    vendorId: bytes?.vendorId ?? header.vendorId,
    deviceId: bytes?.deviceId ?? header.deviceId,
    name: header.name,
    express: express !== null,
    acs,
    ari,
    bridge: bridgeFacts(bus, express),
    sriov: sriov?.capability ?? null,
    msixVectors,
    driver: decoded.driver,
  };
  return {
    pcie,
    line: block.line,
    bus,
    expressType: express?.type ?? null,
    sriov,
    regions: decoded.regions,
    readsAsVf: config?.answers === true && config.vendorId === null,
    byteCount: hex.length,
    bytes: bytes?.extended == null ? null : hex,
    hasDetails,
    notes,
  };
}
