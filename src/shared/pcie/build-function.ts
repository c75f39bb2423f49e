/**
 * From facts to a whole configuration space. What the facts leave open (where capabilities lie,
 * link, error reporting) is filled in plausibly: the places are those of Intel's server parts, the
 * rest is the simulator's own.
 */
import type { RegisterFacts } from './decode';
import {
  addAcs,
  addAri,
  addErrorReporting,
  addExpress,
  addMsi,
  addMsix,
  addPowerManagement,
  addSriov,
  putBar,
  SpaceBuilder,
} from './build-capabilities';
import type { Link } from './build-capabilities';
import { closeWindows } from './bridge-windows';
import { bridge, conventionalSize, express, expressSize, header, headerType, portType } from './registers';

/** One BAR of the function itself. */
export interface BuiltBar {
  readonly index: number;
  readonly address: number;
  readonly sizeBytes: number | null;
  readonly is64Bit: boolean;
  readonly prefetchable: boolean;
}

/** What facts do not tell. */
export interface BuildOptions {
  /** Function number, 0 to 7. */
  readonly fn: number;
  /** The device has more functions than this one. */
  readonly multifunction: boolean;
  /** Number of the device's next function for ARI; 0 at the last. */
  readonly nextFunction: number;
  readonly revision: number;
  readonly bars: readonly BuiltBar[];
  readonly link: Link;
  /** Number of the slot behind a port; null for a device soldered to the board. */
  readonly slot: number | null;
  /** Supported Page Sizes: bit n stands for 4 KiB << n. */
  readonly pageSizes: number;
}

/** 4K, 8K, 64K, 256K, 1M and 4M, which the SR-IOV specification makes mandatory. */
export const mandatoryPageSizes = 0x553;

export const defaultBuildOptions: BuildOptions = {
  fn: 0,
  multifunction: false,
  nextFunction: 0,
  revision: 1,
  bars: [],
  link: { speed: 2, width: 8 },
  slot: null,
  pageSizes: mandatoryPageSizes,
};

const hostBridgeClass = 0x0600;
const bridgeClass = 0x0604;
/** Source Validation, Translation Blocking, both redirects, Upstream Forwarding. */
const portAcsControls = 0x1f;

/** Offsets of the extended capabilities that the builders write. */
export const places = { aer: 0x100, portAcs: 0x150, ari: 0x150, sriov: 0x160, acs: 0x1d0 } as const;

/** Builds the space of a function; its command register is clear and nothing is enabled. */
export function buildFunction(facts: RegisterFacts, given: Partial<BuildOptions> = {}): Uint8Array {
  const options = { ...defaultBuildOptions, ...given };
  const isBridge = facts.bridge !== null || facts.classCode === bridgeClass;
  const isExpress =
    facts.express ||
    facts.acs ||
    facts.ari ||
    facts.sriov !== null ||
    (facts.bridge?.portType ?? null) !== null;
  const builder = new SpaceBuilder(isExpress ? expressSize : conventionalSize);
  putHeader(builder, facts, options, isBridge);
  if (isBridge) addBridgeCapabilities(builder, facts, options, isExpress);
  else addEndpointCapabilities(builder, facts, options, isExpress);
  return builder.space.bytes;
}

function putHeader(
  { space }: SpaceBuilder,
  facts: RegisterFacts,
  options: BuildOptions,
  isBridge: boolean,
): void {
  // A source that named no number leaves 0000, which no vendor has; ffff would be a VF.
  space.set16(header.vendorId, facts.vendorId ?? 0);
  space.set16(header.deviceId, facts.deviceId ?? 0);
  space.set8(header.revision, options.revision);
  // ff00 is the class of what fits no other.
  space.set16(header.classCode, facts.classCode ?? 0xff00);
  // 64 bytes, in units of four.
  space.set8(header.cacheLine, 0x10);
  const layout = isBridge ? headerType.bridge : 0;
  space.set8(header.type, layout | (options.multifunction ? headerType.multifunction : 0));
  for (const each of options.bars) putBar(space, header.bar0, each);
  if (!isBridge) {
    space.set16(header.subsystemVendor, facts.vendorId ?? 0);
    space.set16(header.subsystemId, facts.deviceId ?? 0);
    return;
  }
  space.set8(bridge.secondary, facts.bridge?.secondaryBus ?? 0);
  space.set8(bridge.subordinate, facts.bridge?.subordinateBus ?? 0);
  closeWindows(space.bytes);
}

function addEndpointCapabilities(
  builder: SpaceBuilder,
  facts: RegisterFacts,
  options: BuildOptions,
  isExpress: boolean,
): void {
  const { fn, pageSizes, link } = options;
  addPowerManagement(builder, 0x40);
  addMsi(builder, 0x50);
  if (facts.msixVectors !== null) addMsix(builder, 0x70, facts.msixVectors, vectorPlace(options.bars));
  if (!isExpress) return;
  // A processor's host bridge is the root of its link to the chipset, though it has the header of a function.
  const type = facts.classCode === hostBridgeClass ? portType.root : portType.endpoint;
  addExpress(builder, 0xa0, { type, link, slot: null, ari: false });
  addErrorReporting(builder, places.aer);
  if (facts.ari) addAri(builder, places.ari, options.nextFunction);
  if (facts.sriov !== null) addSriov(builder, places.sriov, facts.sriov, { fn, pageSizes });
  // Functions of one device do not forward to each other, so there is nothing to control.
  if (facts.acs) addAcs(builder, places.acs, 0);
}

function addBridgeCapabilities(
  builder: SpaceBuilder,
  facts: RegisterFacts,
  options: BuildOptions,
  isExpress: boolean,
): void {
  addMsi(builder, 0x60);
  if (isExpress) {
    const type = facts.bridge === null ? portType.root : portTypes[facts.bridge.portType ?? 'pci-to-pcie'];
    const { link, slot } = options;
    const ari = facts.bridge?.ariForwarding.capable ?? false;
    addExpress(builder, 0x90, { type, link, slot, ari });
    if (facts.bridge?.ariForwarding.enabled === true)
      builder.space.turnOn16(0x90 + express.deviceCtl2, express.ariForwarding);
  }
  if (facts.msixVectors !== null) addMsix(builder, 0xd0, facts.msixVectors, vectorPlace(options.bars));
  addPowerManagement(builder, 0xe0);
  if (!isExpress) return;
  addErrorReporting(builder, places.aer);
  if (facts.acs) addAcs(builder, places.portAcs, portAcsControls);
  // Bridges with the remaining capabilities exist only in sources, which may say anything.
  if (facts.ari) addAri(builder, 0x160, 0);
  if (facts.sriov !== null) {
    addSriov(builder, 0x170, facts.sriov, { fn: options.fn, pageSizes: options.pageSizes });
  }
}

const portTypes = {
  root: portType.root,
  upstream: portType.upstream,
  downstream: portType.downstream,
  'pcie-to-pci': portType.pcieToPci,
  'pci-to-pcie': portType.pciToPcie,
} as const;

const smallestTableBar = 0x4000;

/** MSI-X tables lie in the last BAR. */
export function vectorPlace(bars: readonly { index: number; sizeBytes: number | null }[]): {
  barIndex: number;
  barSize: number;
} {
  const last = bars.at(-1);
  return { barIndex: last?.index ?? 0, barSize: last?.sizeBytes ?? smallestTableBar };
}
