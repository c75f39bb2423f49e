/** Decodes the bytes of a PCI configuration space: header, capability list, extended capabilities. */
import type { VfBar } from '../../../shared/model/pcie';
import type {
  BusFacts,
  CapabilityFacts,
  ExpressFacts,
  ExpressType,
  ExtendedFacts,
  SriovFacts,
} from './facts';
import type { ConfigBytes } from './hex-rows';
import { CAPTURE_AGAIN, refuseAt } from './refusal';
import type { LspciChecked } from './refusal';

export interface ConfigFacts {
  /** False when every byte reads ff: the function is there, but its registers do not answer. */
  readonly answers: boolean;
  /** Null for ffff, which a VF reads as: its IDs are those of its PF. */
  readonly vendorId: number | null;
  readonly deviceId: number | null;
  readonly classCode: number;
  readonly bus: BusFacts | null;
  /** Null when the bytes end before it (-x). */
  readonly capabilities: CapabilityFacts | null;
  /** Null when the bytes end before it (-x, -xxx). */
  readonly extended: ExtendedFacts | null;
}

const CAPABILITY_PCIX = 0x07;
const CAPABILITY_EXPRESS = 0x10;
const CAPABILITY_MSIX = 0x11;
const EXTENDED_ACS = 0x000d;
const EXTENDED_ARI = 0x000e;
const EXTENDED_SRIOV = 0x0010;
/** Bit of ARI Forwarding in both DevCap2 and DevCtl2. */
const ARI_FORWARDING = 0x20;

/** Device/port type field of the PCI Express Capabilities register, bits 7:4. */
const expressTypes: ReadonlyMap<number, ExpressType> = new Map<number, ExpressType>([
  [0x0, 'endpoint'],
  [0x1, 'endpoint'],
  [0x4, 'root'],
  [0x5, 'upstream'],
  [0x6, 'downstream'],
  [0x7, 'pcie-to-pci'],
  [0x8, 'pci-to-pcie'],
  [0x9, 'root-complex'],
  [0xa, 'root-complex'],
]);

/** Decodes a configuration space of 64, 128, 256 or 4,096 bytes; refuses lists whose pointers go in circles. */
export function decodeConfigSpace(config: ConfigBytes): LspciChecked<ConfigFacts> {
  const { bytes } = config;
  const space = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const vendorId = space.getUint16(0x00, true);
  const head = {
    answers: bytes.subarray(0, 64).some((byte) => byte !== 0xff),
    vendorId: vendorId === 0xffff ? null : vendorId,
    deviceId: vendorId === 0xffff ? null : space.getUint16(0x02, true),
    classCode: space.getUint16(0x0a, true),
    bus: readBus(space, config),
  };
  if (!head.answers || bytes.length < 256) {
    return { ok: true, value: { ...head, capabilities: null, extended: null } };
  }
  const list = walkCapabilities(space, config);
  if (!list.ok) return list;
  const capabilities: CapabilityFacts = {
    express: readExpress(space, list.value.get(CAPABILITY_EXPRESS)),
    msixVectors: readMsix(space, list.value.get(CAPABILITY_MSIX)),
  };
  // A conventional function has no bytes behind 256, so its missing extended capabilities are known.
  const extendable = capabilities.express !== null || list.value.has(CAPABILITY_PCIX);
  if (!extendable) return { ok: true, value: { ...head, capabilities, extended: noExtended } };
  if (bytes.length < 4096) return { ok: true, value: { ...head, capabilities, extended: null } };
  const extendedList = walkExtendedCapabilities(space, config);
  if (!extendedList.ok) return extendedList;
  const extended: ExtendedFacts = {
    acs: extendedList.value.has(EXTENDED_ACS),
    ari: extendedList.value.has(EXTENDED_ARI),
    sriov: readSriov(space, config, extendedList.value.get(EXTENDED_SRIOV)),
  };
  return { ok: true, value: { ...head, capabilities, extended } };
}

const noExtended: ExtendedFacts = { acs: false, ari: false, sriov: null };

/** Bus numbers of a header type 1 (bridge) or 2 (CardBus bridge); both keep them at 0x18. */
function readBus(space: DataView, config: ConfigBytes): BusFacts | null {
  const headerType = space.getUint8(0x0e) & 0x7f;
  if (headerType !== 1 && headerType !== 2) return null;
  return {
    primary: space.getUint8(0x18),
    secondary: space.getUint8(0x19),
    subordinate: space.getUint8(0x1a),
    line: config.lineOf(0x18),
  };
}

/** Offsets of the capabilities by ID; the first one counts where an ID occurs twice. */
function walkCapabilities(space: DataView, config: ConfigBytes): LspciChecked<Map<number, number>> {
  const found = new Map<number, number>();
  const hasList = (space.getUint16(0x06, true) & 0x10) !== 0;
  const pointerAt = (space.getUint8(0x0e) & 0x7f) === 2 ? 0x14 : 0x34;
  const visited = new Set<number>();
  let from = pointerAt;
  let where = hasList ? space.getUint8(pointerAt) & 0xfc : 0;
  while (where >= 0x40) {
    if (visited.has(where)) return looped(config, from, where);
    visited.add(where);
    const id = space.getUint8(where);
    if (id === 0xff) break;
    if (!found.has(id)) found.set(id, where);
    from = where;
    where = space.getUint8(where + 1) & 0xfc;
  }
  return { ok: true, value: found };
}

function walkExtendedCapabilities(space: DataView, config: ConfigBytes): LspciChecked<Map<number, number>> {
  const found = new Map<number, number>();
  const visited = new Set<number>();
  let from = 0x100;
  let where = 0x100;
  while (where >= 0x100) {
    if (visited.has(where)) return looped(config, from, where);
    visited.add(where);
    const header = space.getUint32(where, true);
    if (header === 0 || header === 0xffffffff) break;
    const id = header & 0xffff;
    if (!found.has(id)) found.set(id, where);
    from = where;
    where = (header >>> 20) & 0xffc;
  }
  return { ok: true, value: found };
}

function looped(config: ConfigBytes, from: number, to: number): LspciChecked<never> {
  const step = `the capability pointer at ${from.toString(16)} leads back to ${to.toString(16)}`;
  return refuseAt(
    'lspci.contradiction',
    config.lineOf(from),
    `${step}, so the list never ends; ${CAPTURE_AGAIN}`,
  );
}

function readExpress(space: DataView, where: number | undefined): ExpressFacts | null {
  if (where === undefined) return null;
  const flags = space.getUint16(where + 0x02, true);
  const type = expressTypes.get((flags >> 4) & 0xf) ?? 'unknown';
  const hasSecondSet = (flags & 0xf) >= 2 && where + 0x2a <= 0x100;
  return {
    type,
    ariCapable: hasSecondSet && (space.getUint32(where + 0x24, true) & ARI_FORWARDING) !== 0,
    ariEnabled: hasSecondSet && (space.getUint16(where + 0x28, true) & ARI_FORWARDING) !== 0,
  };
}

function readMsix(space: DataView, where: number | undefined): number | null {
  return where === undefined ? null : (space.getUint16(where + 0x02, true) & 0x7ff) + 1;
}

/** The SR-IOV structure is 64 bytes long; one that would pass the end of the space is none. */
function readSriov(space: DataView, config: ConfigBytes, where: number | undefined): SriovFacts | null {
  if (where === undefined || where + 0x40 > 4096) return null;
  const control = space.getUint16(where + 0x08, true);
  return {
    capability: {
      initialVfs: space.getUint16(where + 0x0c, true),
      totalVfs: space.getUint16(where + 0x0e, true),
      firstVfOffset: space.getUint16(where + 0x14, true),
      vfStride: space.getUint16(where + 0x16, true),
      vfDeviceId: space.getUint16(where + 0x1a, true),
      ariCapableHierarchy: (control & 0x10) !== 0,
      vfBars: readVfBars(space, where + 0x24),
    },
    vfEnable: (control & 0x01) !== 0,
    numVfs: space.getUint16(where + 0x10, true),
    line: config.lineOf(where),
  };
}

function readVfBars(space: DataView, base: number): VfBar[] {
  const bars: VfBar[] = [];
  for (let index = 0; index < 6; index += 1) {
    const low = space.getUint32(base + 4 * index, true);
    if (low === 0 || low === 0xffffffff) continue;
    const is64Bit = (low & 0x6) === 0x4;
    const high = is64Bit && index < 5 ? space.getUint32(base + 4 * (index + 1), true) : 0;
    bars.push({
      index,
      address: high * 2 ** 32 + (low - (low & 0xf)),
      sizeBytes: null,
      is64Bit,
      prefetchable: (low & 0x8) !== 0,
    });
    if (is64Bit) index += 1;
  }
  return bars;
}
