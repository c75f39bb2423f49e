import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, ROOT, say } from './project.mjs';
import { withLock } from './setup/lock.mjs';

/**
 * Something made from files of the project.
 *
 * @typedef {object} Product
 * @property {string} name one word, for the lock
 * @property {string} announcement what to tell when it is made anew
 * @property {string[]} inputs what it depends on: files, and folders with all in them, from the project's folder
 * @property {string} stamp the file that remembers what it was made from, from the project's folder
 */

/**
 * Makes a product unless it was made from the very same files.
 *
 * @param {Product} product
 * @param {() => Promise<void>} make
 */
export async function ifChanged({ name, announcement, inputs, stamp }, make) {
  const file = inProject(stamp);
  if (readStamp(file) === fingerprint(inputs)) return;
  const clone = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
  await withLock(`${name}-${clone}`, async () => {
    const wanted = fingerprint(inputs);
    if (readStamp(file) === wanted) return;
    say(announcement);
    rmSync(file, { force: true });
    await make();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, wanted);
  });
}

/**
 * A hash over names and contents.
 *
 * @param {string[]} inputs
 * @returns {string}
 */
function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesOf)) {
    const content = readFileSync(inProject(file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} input a path from the project's folder
 * @returns {string[]} the file itself, or all files below the folder, always in the same order
 */
function filesOf(input) {
  const found = statSync(inProject(input), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [input];
  return readdirSync(inProject(input), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** @param {string} file */
function readStamp(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
