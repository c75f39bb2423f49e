/**
 * Which bits of a space software may write (RW) and which it clears by writing ones (RW1C). All
 * others are read-only or HwInit: set by the hardware or, before the operating system, by firmware.
 */
import { walkCapabilities, walkExtendedCapabilities } from './capabilities';
import { Registers } from './config-space';
import { hasExpress2, readBar } from './decode';
import {
  acs,
  bar,
  bridge,
  capabilityId,
  command,
  conventionalSize,
  express,
  extendedId,
  header,
  headerType,
  msix,
  portType,
  sriov,
  status,
} from './registers';
import type { BarSize, Silicon } from './silicon';

export interface AccessRules {
  /** One byte per byte of the space: bits that take what is written. */
  readonly writable: Uint8Array;
  /** Bits that a written one clears. */
  readonly clearable: Uint8Array;
}

interface Draft {
  readonly space: Registers;
  readonly silicon: Silicon;
  readonly writable: Registers;
  readonly clearable: Registers;
}

/** The rules that hold for a space in its present state: NumVFs, say, is read-only while VF Enable is set. */
export function accessRules(bytes: Uint8Array, silicon: Silicon): AccessRules {
  const draft: Draft = {
    space: new Registers(bytes),
    silicon,
    writable: new Registers(new Uint8Array(bytes.length)),
    clearable: new Registers(new Uint8Array(bytes.length)),
  };
  addHeader(draft);
  const list = walkCapabilities(draft.space);
  if (list.ok) addCapabilities(draft, list.found);
  const extended = bytes.length > conventionalSize ? walkExtendedCapabilities(draft.space) : list;
  if (extended.ok && extended !== list) addExtendedCapabilities(draft, extended.found);
  return { writable: draft.writable.bytes, clearable: draft.clearable.bytes };
}

function addHeader({ space, silicon, writable, clearable }: Draft): void {
  const layout = space.get8(header.type) & headerType.layout;
  if (layout > headerType.bridge) return;
  // Memory of a VF is switched by its PF's VF MSE, and a VF has neither I/O nor INTx.
  const isVf = space.get16(header.vendorId) === 0xffff;
  writable.set16(header.command, isVf ? command.busMaster : command.writable);
  clearable.set16(header.status, status.clearable);
  writable.set8(header.cacheLine, 0xff);
  writable.set8(header.interruptLine, 0xff);
  addBars(space, writable, header.bar0, silicon.bars, 0);
  if (layout !== headerType.bridge) return;
  for (const at of [bridge.primary, bridge.secondary, bridge.subordinate]) writable.set8(at, 0xff);
  clearable.set16(bridge.secondaryStatus, status.clearable);
  for (const at of [bridge.memoryBase, bridge.memoryLimit, bridge.prefetchBase, bridge.prefetchLimit]) {
    writable.set16(at, 0xfff0);
  }
  if ((space.get16(bridge.prefetchBase) & 0xf) === 1) {
    writable.set32(bridge.prefetchBaseUpper, 0xffff_ffff);
    writable.set32(bridge.prefetchLimitUpper, 0xffff_ffff);
  }
  writable.set16(bridge.control, 0x007f);
}

/** A BAR takes the address bits above its size, so that a probe with all ones reads the size back. */
function addBars(
  space: Registers,
  writable: Registers,
  base: number,
  sizes: readonly BarSize[],
  smallest: number,
): void {
  for (const { index, sizeBytes } of sizes) {
    if (sizeBytes === null) continue;
    const size = Math.max(sizeBytes, smallest);
    const { is64Bit } = readBar(space, base, index);
    const low = size >= 2 ** 32 ? 0 : 2 ** 32 - size;
    writable.set32(base + 4 * index, low - (low & bar.flags));
    if (!is64Bit || index === 5) continue;
    writable.set32(base + 4 * (index + 1), 2 ** 32 - Math.max(1, Math.floor(size / 2 ** 32)));
  }
}

function addCapabilities(draft: Draft, found: ReadonlyMap<number, number>): void {
  const { space, writable, clearable } = draft;
  const pm = found.get(capabilityId.pm);
  if (pm !== undefined) {
    writable.set16(pm + 4, 0x0103);
    clearable.set16(pm + 4, 0x8000);
  }
  const msi = found.get(capabilityId.msi);
  if (msi !== undefined) addMsi(space, writable, msi);
  const vectors = found.get(capabilityId.msix);
  if (vectors !== undefined) writable.set16(vectors + msix.control, msix.enable | msix.mask);
  const port = found.get(capabilityId.express);
  if (port !== undefined) addExpress(draft, port);
}

function addMsi(space: Registers, writable: Registers, at: number): void {
  const flags = space.get16(at + 2);
  const is64Bit = (flags & 0x80) !== 0;
  writable.set16(at + 2, 0x0071);
  writable.set32(at + 4, 0xffff_fffc);
  if (is64Bit) writable.set32(at + 8, 0xffff_ffff);
  writable.set16(at + (is64Bit ? 0xc : 0x8), 0xffff);
  if ((flags & 0x100) !== 0) writable.set32(at + (is64Bit ? 0x10 : 0xc), 0xffff_ffff);
}

/** Initiate Function Level Reset always reads zero and is carried out by the write itself. */
function addExpress({ space, writable, clearable }: Draft, at: number): void {
  const flags = space.get16(at + express.flags);
  const type = (flags >> 4) & 0xf;
  writable.set16(at + express.deviceCtl, 0xffff & ~express.initiateReset);
  clearable.set16(at + express.deviceSta, 0x000f);
  writable.set16(at + express.linkCtl, 0x01fb);
  clearable.set16(at + express.linkSta, 0xc000);
  if ((flags & express.slotImplemented) !== 0) {
    writable.set16(at + express.slotCtl, 0x1fff);
    clearable.set16(at + express.slotSta, 0x011f);
  }
  if (type === portType.root) {
    writable.set16(at + express.rootCtl, 0x001f);
    clearable.set32(at + express.rootSta, 0x0001_0000);
  }
  if (!hasExpress2(space, at)) return;
  const forwards = (space.get32(at + express.deviceCap2) & express.ariForwarding) !== 0;
  writable.set16(at + express.deviceCtl2, 0x001f | (forwards ? express.ariForwarding : 0));
  if (at + express.linkCtl2 + 2 <= conventionalSize) writable.set16(at + express.linkCtl2, 0x000f);
}

function addExtendedCapabilities(draft: Draft, found: ReadonlyMap<number, number>): void {
  const { space, writable, clearable } = draft;
  const errors = found.get(extendedId.aer);
  if (errors !== undefined) {
    clearable.set32(errors + 0x04, 0x01ff_f030);
    writable.set32(errors + 0x08, 0x01ff_f030);
    writable.set32(errors + 0x0c, 0x01ff_f030);
    clearable.set32(errors + 0x10, 0x0000_f1c1);
    writable.set32(errors + 0x14, 0x0000_f1c1);
    writable.set32(errors + 0x18, 0x0000_0140);
  }
  const isolation = found.get(extendedId.acs);
  // A control without its capability bit is hard-wired to zero.
  if (isolation !== undefined) {
    writable.set16(isolation + acs.control, space.get16(isolation + acs.capability) & 0x7f);
  }
  const ari = found.get(extendedId.ari);
  if (ari !== undefined) writable.set16(ari + 6, space.get16(ari + 4) & 0x0003);
  const virtual = found.get(extendedId.sriov);
  if (virtual !== undefined && virtual + sriov.length <= space.bytes.length) addSriov(draft, virtual);
}

function addSriov({ space, silicon, writable, clearable }: Draft, at: number): void {
  const migrates = (space.get32(at + sriov.capabilities) & 1) !== 0;
  const ariBit = silicon.sriov?.lowestPf === true ? sriov.ariHierarchy : 0;
  const migration = migrates ? sriov.migration : 0;
  const enabled = (space.get16(at + sriov.control) & sriov.vfEnable) !== 0;
  // The VFs' routing IDs and addresses must not move under them.
  const still = enabled ? 0 : 0xffff_ffff;
  writable.set16(
    at + sriov.control,
    sriov.vfEnable | sriov.vfMemorySpace | migration | (enabled ? 0 : ariBit),
  );
  if (migrates) clearable.set16(at + sriov.status, 1);
  writable.set16(at + sriov.numVfs, still & 0xffff);
  writable.set32(at + sriov.systemPageSize, still);
  if (enabled) return;
  const page = 4096 * Math.max(1, space.get32(at + sriov.systemPageSize));
  addBars(space, writable, at + sriov.vfBar0, silicon.sriov?.vfBars ?? [], page);
}
