/*
 * Makes a fresh clone ready: npm packages, system packages, the Electron runtime. Run again it only looks.
 * It uses nothing but Node.js itself until the npm packages are there.
 */
import { realpathSync } from 'node:fs';
import { readPackage, say } from './project.mjs';
import { dependenciesAreInstalled, installDependencies } from './setup/dependencies.mjs';
import { electronIsInstalled, installElectron } from './setup/electron-runtime.mjs';
import { withLock } from './setup/lock.mjs';
import { installSystemPackages, missingSystemPackages } from './setup/system-packages.mjs';

/**
 * Brings everything the program and its tests need, as far as it is missing.
 *
 * @param {import('./setup/system-packages.mjs').Task} [task] what else is to be done, and needs more
 * @throws {Error} with what is wrong and what to do about it
 */
export async function setUp(task) {
  requireNode(process.versions.node, readPackage().engines.node);
  const systemIsReady = missingSystemPackages(task).length === 0;
  if (dependenciesAreInstalled() && systemIsReady && electronIsInstalled()) return;
  await withLock('setup', async () => {
    if (!dependenciesAreInstalled()) await installDependencies();
    await installSystemPackages(task);
    await installElectron();
  });
}

/**
 * @param {string} version the running Node.js
 * @param {string} range package.json's `engines.node`, of the form `>=20.19`
 * @throws {Error} when the version is older
 */
export function requireNode(version, range) {
  const parts = (/** @type {string} */ text) => text.replace(/^\D+/, '').split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = parts(range);
  const [major = 0, minor = 0] = parts(version);
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    throw new Error(`Node.js ${range} is needed, and this is ${version}.`);
  }
}

/** Whether a script is the one Node.js was started with. */
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    await setUp();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
