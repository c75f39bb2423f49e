/** The memory windows of a bridge: what lies in one is forwarded to the bus behind it. */
import { Registers } from './config-space';
import { bridge } from './registers';

/** Bridges forward memory in steps of 1 MiB. */
export const windowGranularity = 0x10_0000;

export interface Window {
  readonly base: number;
  /** A multiple of the granularity; 0 shuts the window. */
  readonly size: number;
}

/** Shuts all windows: a base above its limit forwards nothing. I/O is never forwarded here. */
export function closeWindows(bytes: Uint8Array): void {
  const space = new Registers(bytes);
  space.set8(bridge.ioBase, 0xf0);
  space.set8(bridge.ioLimit, 0);
  space.set16(bridge.memoryBase, 0xfff0);
  space.set16(bridge.memoryLimit, 0);
  // The low digit 1 says that the prefetchable window has 64 bits.
  space.set16(bridge.prefetchBase, 0xfff1);
  space.set16(bridge.prefetchLimit, 0x0001);
  space.set32(bridge.prefetchBaseUpper, 0);
  space.set32(bridge.prefetchLimitUpper, 0);
}

/** Opens the 32-bit window for memory that must not be prefetched. */
export function openMemoryWindow(bytes: Uint8Array, { base, size }: Window): void {
  const space = new Registers(bytes);
  space.set16(bridge.memoryBase, megabytes(base));
  space.set16(bridge.memoryLimit, megabytes(base + size - 1));
}

/** Opens the 64-bit prefetchable window. */
export function openPrefetchWindow(bytes: Uint8Array, { base, size }: Window): void {
  const space = new Registers(bytes);
  const limit = base + size - 1;
  space.set16(bridge.prefetchBase, megabytes(base) | 1);
  space.set16(bridge.prefetchLimit, megabytes(limit) | 1);
  space.set32(bridge.prefetchBaseUpper, Math.floor(base / 2 ** 32));
  space.set32(bridge.prefetchLimitUpper, Math.floor(limit / 2 ** 32));
}

/** Address bits 31:20 in bits 15:4. */
function megabytes(address: number): number {
  return Math.floor((address % 2 ** 32) / windowGranularity) << 4;
}
