/**
 * Folders of the simulated host. Which folders exist is not simulated: any whole path will do, and
 * Windows would create it where it is missing.
 */
import { z } from 'zod';

/** A name in a path: without what Windows forbids, and not ending in a dot or a blank, which Windows would drop. */
const part = String.raw`[^\\/:*?"<>|]*[^\\/:*?"<>|. ]`;

/** A drive's root or a share, then folders. */
const folder = new RegExp(String.raw`^(?:[a-z]:\\(?:${part})?|\\\\${part}\\${part})(?:\\${part})*\\?$`, 'i');

const longest = 260;

/** Why something is no whole path of a folder, in one sentence; null if it is one. */
export function folderProblem(path: string): string | null {
  if (path.length <= longest && folder.test(path)) return null;
  return String.raw`Type the whole path of a folder, for example C:\Folder.`;
}

export const folderSchema = z.string().refine((path) => folderProblem(path) === null, {
  error: ({ input }) => folderProblem(String(input)) ?? '',
});

/** The path of something in a folder. */
export function inFolder(path: string, name: string): string {
  return `${path.replace(/\\$/, '')}\\${name}`;
}

/** What of a name can be a file's or a folder's name; Windows forbids the rest. Empty if nothing can. */
export function asFileName(name: string): string {
  return name
    .replace(/[\\/:*?"<>|]/g, '')
    .replace(/[. ]+$/, '')
    .trim();
}
