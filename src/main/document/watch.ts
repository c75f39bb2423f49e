/** Notices when somebody else changes, moves or removes the file of a document that is open. */
import { statSync } from 'node:fs';
import { inMemory } from './connect';

/** What has become of the file: `gone` from its path, or `spoilt` by somebody else's writing. */
export type FileState = 'ours' | 'gone' | 'spoilt';

interface Look {
  readonly file: string;
  readonly content: string;
}

function lookAt(path: string): Look | null {
  try {
    const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true });
    return { file: `${dev} ${ino}`, content: `${size} ${mtimeNs}` };
  } catch {
    return null;
  }
}

/**
 * Remembers how the file looked when this program last wrote to it. SQLite's lock keeps other
 * programs that use SQLite out, and nobody else.
 */
export class FileWatch {
  readonly #path: string;
  #seen: Look | null;

  constructor(path: string) {
    this.#path = path;
    this.#seen = lookAt(path);
  }

  /** To be called whenever this program may have written. */
  wrote(): void {
    this.#seen = lookAt(this.#path);
  }

  get state(): FileState {
    // Windows lets nobody replace a file that is open, and tells the time of the last write late.
    if (this.#path === inMemory || process.platform === 'win32') return 'ours';
    const now = lookAt(this.#path);
    if (now === null || now.file !== this.#seen?.file) return 'gone';
    return now.content === this.#seen.content ? 'ours' : 'spoilt';
  }
}
