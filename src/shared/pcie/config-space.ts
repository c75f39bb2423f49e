/** The bytes of one configuration space, read and written little-endian, and their form in a save. */
import type { Silicon } from './silicon';

/** One function with its bytes and what its silicon knows beyond them. */
export interface FunctionSpace {
  /** `dddd:bb:dd.f` */
  readonly id: string;
  readonly domain: number;
  readonly routingId: number;
  readonly bytes: Uint8Array;
  readonly silicon: Silicon;
}

/** A configuration space as plain data. */
export interface StoredConfig {
  /** Id of the function. */
  readonly id: string;
  /** 256 or 4,096 bytes. */
  readonly size: number;
  /** Two digits per byte; the zero bytes at the end are left out, so that a save stays small. */
  readonly hex: string;
  readonly silicon: Silicon;
}

/** Reads and writes registers of the bytes that it is given; it owns no copy. */
export class Registers {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get8(at: number): number {
    return this.#view.getUint8(at);
  }

  get16(at: number): number {
    return this.#view.getUint16(at, true);
  }

  get32(at: number): number {
    return this.#view.getUint32(at, true);
  }

  set8(at: number, value: number): void {
    this.#view.setUint8(at, value);
  }

  set16(at: number, value: number): void {
    this.#view.setUint16(at, value, true);
  }

  set32(at: number, value: number): void {
    this.#view.setUint32(at, value, true);
  }

  /** Sets the bits of `mask` and leaves the others. */
  turnOn16(at: number, mask: number): void {
    this.set16(at, this.get16(at) | mask);
  }

  turnOff16(at: number, mask: number): void {
    this.set16(at, this.get16(at) & ~mask);
  }
}

function digits(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** All bytes as hex text, two digits each. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, digits).join('');
}

/** The bytes without the zeros at the end, as hex text. */
export function trimmedHexOf(bytes: Uint8Array): string {
  const length = bytes.findLastIndex((byte) => byte !== 0) + 1;
  return hexOf(bytes.subarray(0, length));
}

/** The bytes of a saved space, as a copy that the caller owns. */
export function bytesOf({ size, hex }: Pick<StoredConfig, 'size' | 'hex'>): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let at = 0; 2 * at < hex.length; at += 1) bytes[at] = parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** The space as plain data. */
export function stored({
  id,
  bytes,
  silicon,
}: Pick<FunctionSpace, 'id' | 'bytes' | 'silicon'>): StoredConfig {
  return { id, size: bytes.length, hex: trimmedHexOf(bytes), silicon };
}
