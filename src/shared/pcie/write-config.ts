/** Configuration writes as a function obeys them, and the resets it knows. */
import { accessRules } from './access-rules';
import { closeWindows } from './bridge-windows';
import { findCapability, findExtended } from './capabilities';
import { Registers } from './config-space';
import type { FunctionSpace } from './config-space';
import { hasExpress2 } from './decode';
import { bar, bridge, capabilityId, express, extendedId, header, headerType, msix, sriov } from './registers';
import type { BarSize } from './silicon';
import { placeVfs } from './vf-placing';

type Space = Pick<FunctionSpace, 'bytes' | 'silicon'>;

export type WriteSize = 1 | 2 | 4;

/**
 * Writes a value of 1, 2 or 4 bytes at an offset that is a multiple of the size, and answers with
 * the new bytes; bits that the access rules protect stay as they are. `deviceAri` tells a PF that has
 * no ARI Capable Hierarchy bit of its own what the lowest-numbered PF of its device has.
 * @throws {RangeError} for an offset that is not aligned or outside the space
 */
export function writeConfig(
  space: Space,
  offset: number,
  size: WriteSize,
  value: number,
  deviceAri = false,
): Uint8Array {
  const { bytes, silicon } = space;
  if (offset % size !== 0 || offset < 0 || offset + size > bytes.length) {
    throw new RangeError(`No aligned access of ${size} bytes at ${offset}.`);
  }
  if (startsReset(bytes, offset, size, value)) return resetFunction(space, deviceAri);
  const { writable, clearable } = accessRules(bytes, silicon);
  const next = bytes.slice();
  for (let index = 0; index < size; index += 1) {
    const at = offset + index;
    const written = Math.floor(value / 2 ** (8 * index)) & 0xff;
    const [old = 0, rw = 0, rw1c = 0] = [bytes[at], writable[at], clearable[at]];
    next[at] = ((old & ~rw) | (written & rw)) & ~(written & rw1c);
  }
  keepOnePageSize(bytes, next);
  placeVfs(next, silicon, deviceAri);
  return next;
}

/** System Page Size takes one of the supported sizes; anything else is ignored. */
function keepOnePageSize(before: Uint8Array, after: Uint8Array): void {
  const at = findExtended(after, extendedId.sriov);
  if (at === undefined || at + sriov.length > after.length) return;
  const space = new Registers(after);
  const chosen = space.get32(at + sriov.systemPageSize);
  const supported = space.get32(at + sriov.supportedPageSizes);
  const isOneOfThem = (chosen & (chosen - 1)) === 0 && (chosen & supported) !== 0;
  if (!isOneOfThem) {
    space.set32(at + sriov.systemPageSize, new Registers(before).get32(at + sriov.systemPageSize));
  }
}

function startsReset(bytes: Uint8Array, offset: number, size: WriteSize, value: number): boolean {
  const at = findCapability(bytes, capabilityId.express);
  if (at === undefined) return false;
  const canReset = (new Registers(bytes).get32(at + express.deviceCap) & express.functionLevelReset) !== 0;
  const highByte = at + express.deviceCtl + 1;
  const isCovered = offset <= highByte && highByte < offset + size;
  return canReset && isCovered && (Math.floor(value / 2 ** (8 * (highByte - offset))) & 0x80) !== 0;
}

/**
 * Function Level Reset: everything that software enabled is off again, the addresses are gone, and
 * with VF Enable all VFs vanish. Max_Payload_Size and the error registers survive.
 */
export function resetFunction({ bytes, silicon }: Space, deviceAri = false): Uint8Array {
  const next = bytes.slice();
  const space = new Registers(next);
  if ((space.get8(header.type) & headerType.layout) <= headerType.bridge) {
    space.set16(header.command, 0);
    clearBars(space, header.bar0, silicon.bars);
  }
  resetCapabilities(space);
  resetExtended(space, silicon);
  placeVfs(next, silicon, deviceAri);
  return next;
}

function resetCapabilities(space: Registers): void {
  const at = (id: number): number | undefined => findCapability(space.bytes, id);
  const pm = at(capabilityId.pm);
  if (pm !== undefined) space.turnOff16(pm + 4, 0x0103);
  const msi = at(capabilityId.msi);
  if (msi !== undefined) space.turnOff16(msi + 2, 0x0071);
  const vectors = at(capabilityId.msix);
  if (vectors !== undefined) space.turnOff16(vectors + msix.control, msix.enable | msix.mask);
  const port = at(capabilityId.express);
  if (port === undefined) return;
  const kept = space.get16(port + express.deviceCtl) & express.maxPayload;
  space.set16(port + express.deviceCtl, express.deviceCtlDefault | kept);
  if (hasExpress2(space, port)) space.set16(port + express.deviceCtl2, 0);
}

function resetExtended(space: Registers, silicon: Space['silicon']): void {
  const at = findExtended(space.bytes, extendedId.sriov);
  const isolation = findExtended(space.bytes, extendedId.acs);
  if (isolation !== undefined) space.set16(isolation + 6, 0);
  if (at === undefined || at + sriov.length > space.bytes.length) return;
  space.set16(at + sriov.control, 0);
  space.set16(at + sriov.numVfs, 0);
  space.set32(at + sriov.systemPageSize, 1);
  clearBars(space, at + sriov.vfBar0, silicon.sriov?.vfBars ?? []);
}

/** Takes the address out of each BAR whose size is known; its flags are part of the silicon. */
function clearBars(space: Registers, base: number, bars: readonly BarSize[]): void {
  for (const { index, sizeBytes } of bars) {
    if (sizeBytes === null) continue;
    const low = space.get32(base + 4 * index);
    space.set32(base + 4 * index, low & bar.flags);
    if ((low & bar.type) === bar.is64Bit && index < 5) space.set32(base + 4 * (index + 1), 0);
  }
}

/** Cold start: what a reset does, and a bridge knows neither buses nor windows any more. */
export function coldReset(space: Space): Uint8Array {
  const next = resetFunction(space);
  const registers = new Registers(next);
  if ((registers.get8(header.type) & headerType.layout) !== headerType.bridge) return next;
  for (const at of [bridge.primary, bridge.secondary, bridge.subordinate]) registers.set8(at, 0);
  closeWindows(next);
  return next;
}
