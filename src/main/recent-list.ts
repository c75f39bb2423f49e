/** Documents that were open, the newest first: a small file beside the program's other settings. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from './write-whole';

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

  /** A list that cannot be kept is no misfortune: the documents themselves are elsewhere. */
  #write(paths: string[]): void {
    this.#paths = paths;
    writeWhole(this.#file, JSON.stringify({ documents: paths }));
  }
}

function read(file: string): string[] {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8'))).documents;
  } catch {
    return [];
  }
}
