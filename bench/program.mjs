import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { withoutNoise } from '../scripts/electron-noise.mjs';
import { PROGRAM as PACKAGED_PROGRAM } from '../scripts/packaging/package.mjs';
import { startGroup } from '../scripts/process-group.mjs';
import { inProject, isRoot, ROOT } from '../scripts/project.mjs';
import { undoLater } from './clean-up.mjs';

/**
 * One running instance of a program that says `ready` on stdout once its window is painted.
 *
 * @typedef {object} Running
 * @property {number} pid its main process
 * @property {number} seconds from just before the process was created until it said `ready`
 * @property {() => Promise<void>} stop ends it and all its processes
 */

/**
 * What to run: Electron's arguments, beginning with the app's folder, or those of an executable of its own.
 *
 * @typedef {((dataDir: string) => string[]) & { executable?: string }} Program
 */

/** No start takes this long; one that does hangs. */
const LIMIT_MS = 60_000;

/**
 * The console with a made-up host.
 *
 * @param {number} vms
 * @returns {Program}
 */
export function consoleWith(vms) {
  return (dataDir) => [ROOT, '--vms', String(vms), '--data-dir', dataDir];
}

/**
 * The console as it is packaged, with a made-up host.
 *
 * @param {number} vms
 * @returns {Program}
 */
export function packageWith(vms) {
  const args = (/** @type {string} */ dataDir) => ['--vms', String(vms), '--data-dir', dataDir];
  return Object.assign(args, { executable: PACKAGED_PROGRAM });
}

/** @type {Program} a window with nothing in it: what Electron costs by itself */
export const emptyPage = (dataDir) => [inProject('bench', 'empty-page'), dataDir];

/**
 * A folder of this run's own, gone with it.
 *
 * @returns {{ path: string, remove: () => Promise<void> }}
 */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sriov-manager-bench-'));
  // A process that has just ended may still be writing its last file.
  const remove = undoLater(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return { path: folder, remove };
}

/**
 * The executable, and the switches that it needs for this user.
 *
 * @returns {{ electron: string, switches: string[] }}
 */
export function electronCommand() {
  // The wrapper's main export is the executable's path.
  const electron = /** @type {string} */ (createRequire(import.meta.url)('electron'));
  return { electron, switches: isRoot() ? ['--no-sandbox'] : [] };
}

/**
 * The environment the program is measured in.
 *
 * @returns {Record<string, string>}
 */
export function programEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...process.env, SRIOV_MANAGER_TELL_READY: '1' };
  delete environment['ELECTRON_RUN_AS_NODE']; // It would make Electron a Node.js.
  delete environment['SRIOV_MANAGER_PICTURE']; // A picture takes time.
  return /** @type {Record<string, string>} */ (environment);
}

/**
 * Starts a program and waits until its window is painted.
 *
 * @param {Program} program
 * @param {string} dataDir
 * @returns {Promise<Running>}
 * @throws {Error} when it ends before, or takes too long
 */
export async function launch(program, dataDir) {
  const { electron, switches } = electronCommand();
  const begun = performance.now();
  const group = startGroup(program.executable ?? electron, [...switches, ...program(dataDir)], {
    env: programEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = undoLater(group.stop);
  group.leader.stderr?.pipe(withoutNoise()).pipe(process.stderr, { end: false });
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<number>} */
  const ready = new Promise((resolve, reject) => {
    let heard = '';
    group.leader.stdout?.on('data', (chunk) => {
      const now = performance.now();
      heard += String(chunk);
      if (/^ready$/m.test(heard)) resolve((now - begun) / 1000);
    });
    const fail = (/** @type {string} */ what) => () => reject(new Error(`The program ${what}.`));
    void group.ended.then(fail('ended before its window was painted'), reject);
    timer = setTimeout(fail(`painted no window within ${LIMIT_MS / 1000} s`), LIMIT_MS);
  });
  try {
    const seconds = await ready;
    return { pid: group.leader.pid ?? 0, seconds, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs a task with the program open, and ends the program whatever happens.
 *
 * @template T
 * @param {Program} program
 * @param {string} dataDir
 * @param {(running: Running) => T | Promise<T>} task
 * @returns {Promise<T>}
 */
export async function whileRunning(program, dataDir, task) {
  const running = await launch(program, dataDir);
  try {
    return await task(running);
  } finally {
    await running.stop();
  }
}

/**
 * Copies a data folder with all its times: Chromium's caches go by them.
 *
 * @param {string} from
 * @param {string} to
 */
export function copyDataDir(from, to) {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}
