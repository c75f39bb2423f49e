/**
 * Files of the simulated host that virtual machines use. Only virtual hard disks are known one by
 * one; of image files, floppy disks and pipes the path is all there is.
 */
import { z } from 'zod';

/** Drive letter or share, then folders; what Windows forbids in a name is forbidden here. */
const folders = /^(?:[a-z]:|\\\\[^\\/:*?"<>|]+\\[^\\/:*?"<>|]+)(?:\\[^\\/:*?"<>|]+)+$/i;

/** This computer is a dot. */
const pipe = /^\\\\[^\\/:*?"<>|]+\\pipe\\[^\\/:*?"<>|]+$/i;

const longest = 260;

/** A file as a virtual machine uses it: how its name ends, and what it is called in a sentence. */
const files = {
  virtualHardDisk: { endings: ['.vhdx', '.vhd'], name: 'a virtual hard disk' },
  image: { endings: ['.iso'], name: 'an image file' },
  floppy: { endings: ['.vfd'], name: 'a virtual floppy disk' },
} as const;

type FileKind = keyof typeof files;

/** Why something is no whole path of such a file, in one sentence; null if it is one. At most 260 characters, as Windows has it. */
export function pathProblem(kind: FileKind, path: string): string | null {
  const { endings, name } = files[kind];
  const ends = endings.some((ending) => path.toLowerCase().endsWith(ending));
  if (ends && path.length <= longest && folders.test(path)) return null;
  return `Type the whole path of ${name}, for example C:\\Folder\\Name${endings[0]}.`;
}

export function isPipePath(path: string): boolean {
  return path.length <= longest && pipe.test(path);
}

function pathSchema(kind: FileKind) {
  return z.string().refine((path) => pathProblem(kind, path) === null, {
    error: ({ input }) => pathProblem(kind, String(input)) ?? '',
  });
}

export const virtualHardDiskPathSchema = pathSchema('virtualHardDisk');
export const imagePathSchema = pathSchema('image');
export const floppyPathSchema = pathSchema('floppy');

export const comPipePathSchema = z
  .string()
  .refine(isPipePath, String.raw`Type a named pipe, for example \\.\pipe\Name.`);

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
