/**
 * Operating systems a guest may have. Support: Microsoft's list of features by guest, 64-bit Windows
 * from Windows Server 2012 / Windows 8 and current Linux. Which drivers come with a system is from
 * memory, and one answer for every physical adapter is the simulator's simplification.
 */
import { z } from 'zod';

export const operatingSystemSchema = z.enum([
  'Windows Server 2022',
  'Windows Server 2016',
  'Windows Server 2012 R2',
  'Windows Server 2008 R2',
  'Windows 10 (32-bit)',
  'Linux',
]);

export type OperatingSystem = z.infer<typeof operatingSystemSchema>;

export interface GuestSystem {
  /** Its NetVSC knows SR-IOV. */
  readonly supportsSriov: boolean;
  /** VF drivers come with the system; otherwise the vendor's must be installed. */
  readonly inboxVfDriver: boolean;
}

export const guestSystems: Readonly<Record<OperatingSystem, GuestSystem>> = {
  'Windows Server 2022': { supportsSriov: true, inboxVfDriver: true },
  'Windows Server 2016': { supportsSriov: true, inboxVfDriver: true },
  'Windows Server 2012 R2': { supportsSriov: true, inboxVfDriver: false },
  'Windows Server 2008 R2': { supportsSriov: false, inboxVfDriver: false },
  'Windows 10 (32-bit)': { supportsSriov: false, inboxVfDriver: false },
  Linux: { supportsSriov: true, inboxVfDriver: true },
};
