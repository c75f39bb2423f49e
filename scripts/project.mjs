import { mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The project's folder, whatever folder a script was called from. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/**
 * Makes an absolute path out of one that is relative to the project's folder.
 *
 * @param {...string} parts
 */
export function inProject(...parts) {
  return path.join(ROOT, ...parts);
}

/**
 * Reads the fields of package.json that these scripts use.
 *
 * @typedef {{ name: string, version: string, engines: { node: string }, devDependencies: Record<string, string> }} Manifest
 */
export function readPackage() {
  return /** @type {Manifest} */ (JSON.parse(readFileSync(inProject('package.json'), 'utf8')));
}

/**
 * Electron's exact version; package.json is the only place that names it.
 *
 * @returns {string} such as `33.2.1`
 * @throws {Error} when package.json holds a range
 */
export function electronVersion() {
  const version = readPackage().devDependencies['electron'] ?? '';
  if (!/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(`package.json must name one exact version of electron, not '${version}'.`);
  }
  return version;
}

/**
 * The folder this user's clones of the project share. It exists when the function returns.
 *
 * @returns {string} below XDG_CACHE_HOME or ~/.cache, or below the temporary folder when neither is writable
 */
export function cacheFolder() {
  const wanted = path.join(
    process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'),
    'sriov-manager',
  );
  const fallback = path.join(os.tmpdir(), `sriov-manager-${os.userInfo().username}`);
  try {
    mkdirSync(wanted, { recursive: true });
    return wanted;
  } catch {
    mkdirSync(fallback, { recursive: true });
    return fallback;
  }
}

/**
 * Tells the person at the terminal what is going on. It goes to stderr: stdout belongs to the program.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Whether the user is root, who may install packages and for whom Chromium's sandbox cannot work. */
export function isRoot() {
  return process.getuid?.() === 0;
}
