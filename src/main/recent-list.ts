/** Documents that were open, the newest first: a small file beside the program's other settings. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const longest = 10;
const schema = z.object({ documents: z.array(z.string().max(4096)) });

export class RecentList {
  readonly #file: string;
  #paths: string[];

  constructor(file: string) {
    this.#file = file;
    this.#paths = read(file);
  }

  /** Files that are still there. */
  get paths(): string[] {
    return this.#paths.filter((path) => existsSync(path));
  }

  add(path: string): void {
    this.#write([path, ...this.#paths.filter((each) => each !== path)].slice(0, longest));
  }

  remove(path: string): void {
    this.#write(this.#paths.filter((each) => each !== path));
  }

  /** The old list or the new one is there, never half of one; a list that cannot be kept is no misfortune. */
  #write(paths: string[]): void {
    this.#paths = paths;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      const part = `${this.#file}.part`;
      writeFileSync(part, JSON.stringify({ documents: paths }));
      renameSync(part, this.#file);
    } catch {
      // The documents themselves are elsewhere.
    }
  }
}

function read(file: string): string[] {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8'))).documents;
  } catch {
    return [];
  }
}
