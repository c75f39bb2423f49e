/** What `Hyper-V Settings` and Set-VMHost set for the whole host. */
import { z } from 'zod';
import { folderSchema } from './host-folder';

/** Members as Set-VMHost calls them. */
export const hostSettingsSchema = z.object({
  /** Where consoles propose to make virtual hard disks. */
  virtualHardDiskPath: folderSchema,
  /** Where the files of a new VM are stored unless it is given a place of its own. */
  virtualMachinePath: folderSchema,
  /** A virtual NUMA node may have its memory from several physical ones. */
  numaSpanningEnabled: z.boolean(),
  /** Virtual Machine Connection may use an enhanced session. */
  enableEnhancedSessionMode: z.boolean(),
});

export type HostSettings = z.infer<typeof hostSettingsSchema>;

/** A fresh Windows Server 2025; the folders are from memory, and a server allows no enhanced sessions at first. */
export const newHostSettings: HostSettings = {
  virtualHardDiskPath: String.raw`C:\ProgramData\Microsoft\Windows\Virtual Hard Disks`,
  virtualMachinePath: String.raw`C:\ProgramData\Microsoft\Windows\Hyper-V`,
  numaSpanningEnabled: true,
  enableEnhancedSessionMode: false,
};
