/** Writes single capabilities into a new space, chained in the order in which they are added. */
import type { SriovCapability } from '../model/pcie';
import { Registers } from './config-space';
import {
  acs,
  bar,
  capabilityId,
  express,
  extendedId,
  header,
  msix,
  portType,
  sriov,
  status,
} from './registers';

/** Speed and width of a link: `speed` is 1 for 2.5 GT/s, 2 for 5, 3 for 8; width 0 is a link that is down. */
export interface Link {
  readonly speed: 1 | 2 | 3;
  readonly width: number;
}

/** A new space whose lists grow as capabilities are added. */
export class SpaceBuilder {
  readonly space: Registers;
  #last: number | null = null;
  #lastExtended: number | null = null;

  constructor(size: number) {
    this.space = new Registers(new Uint8Array(size));
  }

  /** Opens a capability at a free place, behind those that are there. */
  capability(at: number, id: number): void {
    const { space } = this;
    space.set8(at, id);
    space.set8(this.#last === null ? header.capabilities : this.#last + 1, at);
    space.turnOn16(header.status, status.capabilityList);
    this.#last = at;
  }

  /** Opens an extended capability; the first one must lie at 0x100. */
  extended(at: number, id: number, version: number): void {
    const { space } = this;
    space.set32(at, (version << 16) | id);
    if (this.#lastExtended !== null) space.turnOn16(this.#lastExtended + 2, at << 4);
    this.#lastExtended = at;
  }
}

/** Power Management version 3 without wake-up: D0 and D3hot, and no reset on the way between them. */
export function addPowerManagement(builder: SpaceBuilder, at: number): void {
  builder.capability(at, capabilityId.pm);
  builder.space.set16(at + 2, 0x0003);
  builder.space.set16(at + 4, 0x0008);
}

/** MSI with one 64-bit, maskable vector; not enabled. */
export function addMsi(builder: SpaceBuilder, at: number): void {
  builder.capability(at, capabilityId.msi);
  builder.space.set16(at + 2, 0x0180);
}

/** MSI-X with its table at the beginning of a BAR and the pending bits in that BAR's second half. */
export function addMsix(
  builder: SpaceBuilder,
  at: number,
  vectors: number,
  where: { readonly barIndex: number; readonly barSize: number },
): void {
  builder.capability(at, capabilityId.msix);
  builder.space.set16(at + msix.control, vectors - 1);
  builder.space.set32(at + msix.table, where.barIndex);
  builder.space.set32(at + msix.pba, where.barSize / 2 + where.barIndex);
}

/** The PCI Express capability, version 2. */
export function addExpress(
  builder: SpaceBuilder,
  at: number,
  options: {
    readonly type: number;
    readonly link: Link;
    readonly slot: number | null;
    readonly ari: boolean;
  },
): void {
  const { type, link, slot, ari } = options;
  const { space } = builder;
  const isPort = type !== portType.endpoint;
  const hasSlot = slot !== null;
  builder.capability(at, capabilityId.express);
  space.set16(at + express.flags, 0x0002 | (type << 4) | (hasSlot ? express.slotImplemented : 0));
  // Payloads up to 512 bytes and role-based error reporting; an endpoint also tells what it tolerates and can be reset.
  space.set32(at + express.deviceCap, 0x8002 | (isPort ? 0 : 0x0cc0 | express.functionLevelReset));
  space.set16(at + express.deviceCtl, express.deviceCtlDefault);
  const widest = Math.max(1, link.width);
  // ASPM L1 alone; a port also reports that its link is up.
  space.set32(at + express.linkCap, link.speed | (widest << 4) | 0x0800 | (isPort ? 0x10_0000 : 0));
  space.set16(at + express.linkSta, (link.width === 0 ? 1 : link.speed) | (link.width << 4) | 0x1000);
  if (hasSlot) space.set32(at + express.slotCap, slot << 19);
  space.set32(at + express.deviceCap2, 0x1f | (ari ? express.ariForwarding : 0));
  // One bit per speed up to the highest.
  space.set32(at + express.linkCap2, ((1 << link.speed) - 1) << 1);
  space.set16(at + express.linkCtl2, link.speed);
}

/** Tells a port what is at the other end of its link. */
export function setLinkBelow(bytes: Uint8Array, at: number, link: Link | null): void {
  const space = new Registers(bytes);
  const up = link ?? { speed: 1, width: 0 };
  // Data Link Layer Link Active and Presence Detect State follow the card.
  space.set16(at + express.linkSta, up.speed | (up.width << 4) | 0x1000 | (link === null ? 0 : 0x2000));
  if ((space.get16(at + express.flags) & express.slotImplemented) === 0) return;
  space.set16(at + express.slotSta, link === null ? 0 : 0x0040);
}

/** Advanced Error Reporting with the severities and masks that the specification gives after reset. */
export function addErrorReporting(builder: SpaceBuilder, at: number): void {
  builder.extended(at, extendedId.aer, 2);
  builder.space.set32(at + 0x0c, 0x0046_2030);
  builder.space.set32(at + 0x14, 0x0000_2000);
  // ECRC can be generated and checked.
  builder.space.set32(at + 0x18, 0x0000_00a0);
}

/** Access Control Services; the controls that exist are the bits of `controls`. */
export function addAcs(builder: SpaceBuilder, at: number, controls: number): void {
  builder.extended(at, extendedId.acs, 1);
  builder.space.set16(at + acs.capability, controls);
}

/** Alternative Routing-ID Interpretation; `next` is the next function of the device, 0 at the last. */
export function addAri(builder: SpaceBuilder, at: number, next: number): void {
  builder.extended(at, extendedId.ari, 1);
  builder.space.set16(at + 4, next << 8);
}

/** SR-IOV with VF Enable clear, 4 KiB pages, and BARs as the facts have them. */
export function addSriov(
  builder: SpaceBuilder,
  at: number,
  facts: SriovCapability,
  options: { readonly fn: number; readonly pageSizes: number },
): void {
  const { space } = builder;
  builder.extended(at, extendedId.sriov, 1);
  space.set16(at + sriov.control, facts.ariCapableHierarchy ? sriov.ariHierarchy : 0);
  space.set16(at + sriov.initialVfs, facts.initialVfs);
  space.set16(at + sriov.totalVfs, facts.totalVfs);
  // A PF that depends on no other names itself.
  space.set8(at + sriov.dependencyLink, options.fn);
  space.set16(at + sriov.firstVfOffset, facts.firstVfOffset);
  space.set16(at + sriov.vfStride, facts.vfStride);
  space.set16(at + sriov.vfDeviceId, facts.vfDeviceId);
  space.set32(at + sriov.supportedPageSizes, options.pageSizes);
  space.set32(at + sriov.systemPageSize, 1);
  for (const each of facts.vfBars) putBar(space, at + sriov.vfBar0, each);
}

/** Writes a BAR's flags and address; a BAR number 5 has no room for 64 bits. */
export function putBar(
  space: Registers,
  base: number,
  each: { index: number; address: number; is64Bit: boolean; prefetchable: boolean },
): void {
  const flags = (each.is64Bit ? bar.is64Bit : 0) | (each.prefetchable ? bar.prefetchable : 0);
  const high = Math.floor(each.address / 2 ** 32);
  space.set32(base + 4 * each.index, (each.address % 2 ** 32) + flags);
  if (each.is64Bit && each.index < 5) space.set32(base + 4 * (each.index + 1), high);
}
