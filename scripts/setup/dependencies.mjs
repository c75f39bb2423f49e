import { readFileSync } from 'node:fs';
import { inProject, ROOT, say } from '../project.mjs';
import { mustRun } from '../run-command.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 */

/**
 * Whether node_modules holds what package-lock.json asks for, judged by the list npm leaves in node_modules
 * when an installation is complete.
 */
export function dependenciesAreInstalled() {
  const wanted = readLock('package-lock.json');
  const present = readLock('node_modules/.package-lock.json');
  return wanted !== undefined && present !== undefined && satisfies(present, wanted);
}

/**
 * Compares npm's list of installed packages with the lock file.
 *
 * @param {Lock} present node_modules/.package-lock.json
 * @param {Lock} wanted package-lock.json
 * @returns {boolean} true when nothing is missing or of another version
 */
export function satisfies(present, wanted) {
  return Object.entries(wanted.packages ?? {}).every(([name, entry]) => {
    if (name === '') return true; // The project itself.
    const installed = present.packages?.[name];
    // npm leaves out optional packages that are made for other platforms.
    if (installed === undefined) return entry.optional === true || entry.devOptional === true;
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

/** Installs exactly what package-lock.json names. No package's install script is run. */
export async function installDependencies() {
  say('Installing the npm packages of package-lock.json ...');
  // --include=dev: with NODE_ENV=production npm would leave out what builds and tests the program.
  const options = ['--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
  await mustRun(npmCommand(), ['ci', ...options], { cwd: ROOT });
}

/** How npm is called on this platform. */
export function npmCommand() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

/**
 * @param {string} file
 * @returns {Lock | undefined} nothing when there is no such file or it was cut short
 */
function readLock(file) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(inProject(file), 'utf8')));
  } catch {
    return undefined;
  }
}
