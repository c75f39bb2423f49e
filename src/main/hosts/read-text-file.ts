/** Reads a text file of the user's, bounded, so that a wrong choice costs no memory. */
import { open } from 'node:fs/promises';
import { ok, refuse } from '../../shared/result';
import type { Result } from '../../shared/result';

/** More than any real listing: a server with a thousand VFs prints about 20 MB. */
const limitBytes = 64 * 1024 * 1024;

/** The file's text; what lies beyond 64 MiB is not read, and the reader of the text will say so. */
export async function readTextFile(path: string): Promise<Result<string>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const buffer = Buffer.alloc(Math.min(size, limitBytes + 1));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      return ok(buffer.toString('utf8', 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('file.unreadable', `The file ${path} cannot be read: ${reason}. Choose another file.`);
  }
}
