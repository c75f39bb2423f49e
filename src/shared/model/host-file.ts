/**
 * Files of the simulated host that virtual machines use. Only virtual hard disks are known one by
 * one; of image files, floppy disks and pipes the path is all there is.
 */
import { z } from 'zod';

/** Drive letter or share, then folders; what Windows forbids in a name is forbidden here. */
const folders = /^(?:[a-z]:|\\\\[^\\/:*?"<>|]+\\[^\\/:*?"<>|]+)(?:\\[^\\/:*?"<>|]+)+$/i;

/** A whole path on the host whose name ends in one of `endings`; at most 260 characters, as Windows has it. */
function pathSchema(endings: readonly string[], what: string) {
  const message = `Type the whole path of ${what}, for example C:\\Folder\\Name${endings[0] ?? ''}.`;
  return z
    .string()
    .max(260, message)
    .refine(
      (path) => folders.test(path) && endings.some((ending) => path.toLowerCase().endsWith(ending)),
      message,
    );
}

export const virtualHardDiskPathSchema = pathSchema(['.vhdx', '.vhd'], 'a virtual hard disk');
export const imagePathSchema = pathSchema(['.iso'], 'an image file');
export const floppyPathSchema = pathSchema(['.vfd'], 'a virtual floppy disk');

export const comPipePathSchema = z
  .string()
  .max(260)
  .regex(
    /^\\\\[^\\/:*?"<>|]+\\pipe\\[^\\/:*?"<>|]+$/i,
    String.raw`Type a named pipe, for example \\.\pipe\Name.`,
  );

export const virtualHardDiskSchema = z.object({
  /** The path in lower case: Windows tells no two files apart by case. */
  id: z.string(),
  path: virtualHardDiskPathSchema,
  /** Most that the guest can store, GB. */
  maximumGb: z.int().min(1),
  type: z.enum(['Fixed', 'Dynamic']),
});

export type VirtualHardDisk = z.infer<typeof virtualHardDiskSchema>;

export function diskIdOf(path: string): string {
  return path.toLowerCase();
}

export function diskFormatOf(path: string): 'VHD' | 'VHDX' {
  return path.toLowerCase().endsWith('.vhd') ? 'VHD' : 'VHDX';
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}

/** Microsoft, "Plan for Hyper-V scalability": 64 TB for VHDX, 2040 GB for VHD. */
export const mostDiskGb = { VHDX: 65_536, VHD: 2040 } as const;
