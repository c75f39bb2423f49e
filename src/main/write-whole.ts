/** Writes a small file so that the old content or the new one is there, never half of one. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the folder, too. What cannot be written is forgotten: nothing that matters is kept this way. */
export function writeWhole(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const part = `${file}.part`;
    writeFileSync(part, text);
    renameSync(part, file);
  } catch {
    // See above.
  }
}
