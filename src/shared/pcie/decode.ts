/** Decodes the bytes of a configuration space: header, capability list, extended capabilities. */
import type { Bridge, PcieFunction, SriovCapability, VfBar } from '../model/pcie';
import { walkCapabilities, walkExtendedCapabilities } from './capabilities';
import { Registers } from './config-space';
import {
  bar,
  bridge,
  capabilityId,
  conventionalSize,
  express,
  expressSize,
  extendedId,
  header,
  headerType,
  msix,
  portType,
  sriov,
} from './registers';
import type { Silicon } from './silicon';
import { vfPlaces } from './vf-placing';

/** Device/port type of the PCI Express capability, as far as it matters here. */
export type ExpressType =
  | 'endpoint'
  | 'root'
  | 'upstream'
  | 'downstream'
  | 'pcie-to-pci'
  | 'pci-to-pcie'
  | 'root-complex'
  | 'unknown';

export interface ExpressRegisters {
  readonly type: ExpressType;
  /** DevCap2 ARIFwd and DevCtl2 ARIFwd; false for a version 1 capability, which has neither. */
  readonly ariCapable: boolean;
  readonly ariEnabled: boolean;
}

export interface BusNumbers {
  readonly primary: number;
  readonly secondary: number;
  readonly subordinate: number;
}

export interface SriovRegisters {
  /** Offset of the capability. */
  readonly at: number;
  /** Sizes of the VF BARs are null: no register tells them. */
  readonly capability: SriovCapability;
  readonly vfEnable: boolean;
  readonly numVfs: number;
}

export interface DecodedConfig {
  /** False when every byte reads ff: the function is there, but its registers do not answer. */
  readonly answers: boolean;
  /** Null for ffff, which a VF reads as, and for 0000, which no vendor has. */
  readonly vendorId: number | null;
  readonly deviceId: number | null;
  readonly classCode: number;
  readonly bus: BusNumbers | null;
  /** Null when the bytes end before the list. */
  readonly capabilities: {
    readonly express: ExpressRegisters | null;
    readonly msixVectors: number | null;
  } | null;
  /** Null when the bytes end before the list. */
  readonly extended: {
    readonly acs: boolean;
    readonly ari: boolean;
    readonly sriov: SriovRegisters | null;
  } | null;
}

export type Decoded =
  | { readonly ok: true; readonly value: DecodedConfig }
  /** The capability pointer at `from` leads back to `to`, so the list never ends. */
  | { readonly ok: false; readonly from: number; readonly to: number };

const expressTypes: ReadonlyMap<number, ExpressType> = new Map<number, ExpressType>([
  [portType.endpoint, 'endpoint'],
  // The legacy endpoint.
  [0x1, 'endpoint'],
  [portType.root, 'root'],
  [portType.upstream, 'upstream'],
  [portType.downstream, 'downstream'],
  [portType.pcieToPci, 'pcie-to-pci'],
  [portType.pciToPcie, 'pci-to-pcie'],
  [portType.rootComplexEndpoint, 'root-complex'],
  [portType.rootComplexCollector, 'root-complex'],
]);

const noExtended = { acs: false, ari: false, sriov: null };

/** Decodes a space of 64, 128, 256 or 4,096 bytes. */
export function decodeConfig(bytes: Uint8Array): Decoded {
  const space = new Registers(bytes);
  const head = readHead(space);
  if (!head.answers || bytes.length < conventionalSize) {
    return { ok: true, value: { ...head, capabilities: null, extended: null } };
  }
  const list = walkCapabilities(space);
  if (!list.ok) return list;
  const capabilities = {
    express: readExpress(space, list.found.get(capabilityId.express)),
    msixVectors: readMsix(space, list.found.get(capabilityId.msix)),
  };
  // A conventional function has no bytes behind 256, so its missing extended capabilities are known.
  const extendable = capabilities.express !== null || list.found.has(capabilityId.pcix);
  if (!extendable) return { ok: true, value: { ...head, capabilities, extended: noExtended } };
  if (bytes.length < expressSize) return { ok: true, value: { ...head, capabilities, extended: null } };
  const extendedList = walkExtendedCapabilities(space);
  if (!extendedList.ok) return extendedList;
  const extended = {
    acs: extendedList.found.has(extendedId.acs),
    ari: extendedList.found.has(extendedId.ari),
    sriov: readSriov(space, extendedList.found.get(extendedId.sriov)),
  };
  return { ok: true, value: { ...head, capabilities, extended } };
}

type Head = Pick<DecodedConfig, 'answers' | 'vendorId' | 'deviceId' | 'classCode' | 'bus'>;

function readHead(space: Registers): Head {
  const vendorId = space.get16(header.vendorId);
  const deviceId = space.get16(header.deviceId);
  return {
    answers: space.bytes.subarray(0, 64).some((byte) => byte !== 0xff),
    vendorId: vendorId === 0xffff || vendorId === 0 ? null : vendorId,
    deviceId: vendorId === 0xffff || (vendorId === 0 && deviceId === 0) ? null : deviceId,
    classCode: space.get16(header.classCode),
    bus: readBus(space),
  };
}

/** Bus numbers of a header type 1 (bridge) or 2 (CardBus bridge); both keep them at 0x18. */
function readBus(space: Registers): BusNumbers | null {
  const layout = space.get8(header.type) & headerType.layout;
  if (layout !== headerType.bridge && layout !== headerType.cardBus) return null;
  return {
    primary: space.get8(bridge.primary),
    secondary: space.get8(bridge.secondary),
    subordinate: space.get8(bridge.subordinate),
  };
}

function readExpress(space: Registers, where: number | undefined): ExpressRegisters | null {
  if (where === undefined) return null;
  const flags = space.get16(where + express.flags);
  const type = expressTypes.get((flags >> 4) & 0xf) ?? 'unknown';
  const hasSecondSet = hasExpress2(space, where);
  return {
    type,
    ariCapable: hasSecondSet && (space.get32(where + express.deviceCap2) & express.ariForwarding) !== 0,
    ariEnabled: hasSecondSet && (space.get16(where + express.deviceCtl2) & express.ariForwarding) !== 0,
  };
}

/** Whether the PCI Express capability has the registers of version 2. */
export function hasExpress2(space: Registers, where: number): boolean {
  return (space.get16(where + express.flags) & 0xf) >= 2 && where + 0x2a <= conventionalSize;
}

function readMsix(space: Registers, where: number | undefined): number | null {
  return where === undefined ? null : (space.get16(where + msix.control) & msix.sizeMask) + 1;
}

/** The SR-IOV structure is 64 bytes long; one that would pass the end of the space is none. */
function readSriov(space: Registers, where: number | undefined): SriovRegisters | null {
  if (where === undefined || where + sriov.length > expressSize) return null;
  const control = space.get16(where + sriov.control);
  return {
    at: where,
    capability: {
      initialVfs: space.get16(where + sriov.initialVfs),
      totalVfs: space.get16(where + sriov.totalVfs),
      firstVfOffset: space.get16(where + sriov.firstVfOffset),
      vfStride: space.get16(where + sriov.vfStride),
      vfDeviceId: space.get16(where + sriov.vfDeviceId),
      ariCapableHierarchy: (control & sriov.ariHierarchy) !== 0,
      vfBars: readBars(space, where + sriov.vfBar0),
    },
    vfEnable: (control & sriov.vfEnable) !== 0,
    numVfs: space.get16(where + sriov.numVfs),
  };
}

/** One memory BAR as its registers show it. */
type ReadBar = Omit<VfBar, 'sizeBytes'> & { readonly sizeBytes: null };

/** The memory BARs of six registers at `base`; one that reads zero is taken not to exist. */
export function readBars(space: Registers, base: number, count = 6): ReadBar[] {
  const bars: ReadBar[] = [];
  for (let index = 0; index < count; index += 1) {
    const low = space.get32(base + 4 * index);
    if (low === 0 || low === 0xffff_ffff) continue;
    if ((low & bar.io) !== 0) continue;
    const read = readBar(space, base, index);
    bars.push(read);
    if (read.is64Bit) index += 1;
  }
  return bars;
}

/** The memory BAR number `index` of the registers at `base`. */
export function readBar(space: Registers, base: number, index: number): ReadBar {
  const low = space.get32(base + 4 * index);
  const is64Bit = (low & bar.type) === bar.is64Bit;
  const high = is64Bit && index < 5 ? space.get32(base + 4 * (index + 1)) : 0;
  return {
    index,
    address: high * 2 ** 32 + (low - (low & bar.flags)),
    sizeBytes: null,
    is64Bit,
    prefetchable: (low & bar.prefetchable) !== 0,
  };
}

/** What the registers tell of a function; names, driver and address come from elsewhere. */
export type RegisterFacts = Pick<
  PcieFunction,
  'classCode' | 'vendorId' | 'deviceId' | 'express' | 'acs' | 'ari' | 'bridge' | 'sriov' | 'msixVectors'
>;

/**
 * The facts that a function's bytes and silicon dictate.
 * @throws {Error} when the bytes are not a whole space or their capability list goes in circles
 */
export function factsOf(bytes: Uint8Array, silicon: Silicon): RegisterFacts {
  const decoded = decodeConfig(bytes);
  if (!decoded.ok) throw new Error(`The capability list leads from ${decoded.from} back to ${decoded.to}.`);
  const { classCode, vendorId, deviceId, bus, capabilities, extended } = decoded.value;
  if (capabilities === null || extended === null) throw new Error('The configuration space is not whole.');
  return {
    classCode,
    vendorId,
    deviceId,
    express: capabilities.express !== null,
    acs: extended.acs,
    ari: extended.ari,
    bridge: bridgeFacts(bus, capabilities.express),
    sriov: extended.sriov === null ? null : sized(bytes, extended.sriov, silicon),
    msixVectors: capabilities.msixVectors,
  };
}

/** A bridge that firmware gave no bus numbers leads nowhere: seen as one, it would lead to bus 0. */
export function bridgeFacts(bus: BusNumbers | null, port: ExpressRegisters | null): Bridge | null {
  if (bus === null || bus.secondary === 0) return null;
  return {
    secondaryBus: bus.secondary,
    subordinateBus: bus.subordinate,
    portType: portTypeOf(port?.type ?? null),
    ariForwarding: { capable: port?.ariCapable ?? false, enabled: port?.ariEnabled ?? false },
  };
}

function portTypeOf(type: ExpressType | null): Bridge['portType'] {
  if (type === 'root' || type === 'upstream' || type === 'downstream' || type === 'pcie-to-pci') return type;
  return null;
}

/** Adds what only the silicon knows: how NumVFs moves the VFs, the sizes, and the BARs that only their size shows because they have no address and no flags. */
function sized(bytes: Uint8Array, { at, capability }: SriovRegisters, silicon: Silicon): SriovCapability {
  const space = new Registers(bytes);
  const known = new Map(silicon.sriov?.vfBars.map(({ index, sizeBytes }) => [index, sizeBytes]));
  const shown = new Map<number, VfBar>(capability.vfBars.map((each) => [each.index, each]));
  for (const index of known.keys()) {
    if (!shown.has(index)) shown.set(index, readBar(space, at + sriov.vfBar0, index));
  }
  const vfBars = [...shown.values()]
    .sort((left, right) => left.index - right.index)
    .map((each) => ({ ...each, sizeBytes: known.get(each.index) ?? null }));
  const own = silicon.sriov;
  return { ...capability, vfBars, ...(own?.fewVfs !== undefined && { placesByNumVfs: [...vfPlaces(own)] }) };
}
