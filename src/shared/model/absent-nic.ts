/** What Windows remembers of a physical adapter that is not in the computer: Device Manager's hidden devices. */
import { z } from 'zod';
import { nicSchema } from './nic';
import type { PcieFunction } from './pcie';

export const absentNicSchema = z.object({
  /** See {@link absentNicId}. */
  id: z.string(),
  /** Number of the function on its card. */
  fn: z.int().min(0).max(7),
  vendorId: z.int().nullable(),
  deviceId: z.int().nullable(),
  /** The adapter as it was; its names stay taken. */
  nic: nicSchema,
});

export type AbsentNic = z.infer<typeof absentNicSchema>;

function hex(id: number | null): string {
  return id === null ? '????' : id.toString(16).padStart(4, '0');
}

/**
 * By what Windows recognises an adapter that comes back: its place and its vendor and device. Another
 * card in the same slot is another adapter. Stands in a switch for an adapter that is gone, and can
 * never be the id of one that is there.
 */
export function absentNicId({ id, vendorId, deviceId }: Pick<PcieFunction, 'id' | 'vendorId' | 'deviceId'>) {
  return `${id} (${hex(vendorId)}:${hex(deviceId)})`;
}
