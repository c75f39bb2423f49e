/** MAC addresses as the host stores them: twelve upper-case hex digits. */
import { z } from 'zod';

export const macAddressSchema = z.string().regex(/^[0-9A-F]{12}$/, 'Enter six pairs of hexadecimal digits.');

/** False for what no adapter can have as its own: a group address (IEEE 802's lowest bit), or nothing but zeros. */
export function isStationAddress(digits: string): boolean {
  return (parseInt(digits.slice(0, 2), 16) & 1) === 0 && /[1-9A-F]/.test(digits);
}

/** Prints twelve hex digits as `00:15:5D:0A:0B:0C`, the form of the Networking tab. */
export function formatMac(digits: string, separator = ':'): string {
  return (digits.match(/../g) ?? []).join(separator);
}
