import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder, say } from '../project.mjs';

/** The holder touches its lock this often ... */
const HEARTBEAT_MS = 2_000;
/** ... so that a lock not touched for this long has no holder any more. */
const ABANDONED_MS = 15_000;

/**
 * Does some work while no other process of this user does work under the same name, so that two clones, or
 * `npm start` and `npm test` in one, can be started at the same time.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const file = path.join(cacheFolder(), `${name}.lock`);
  for (let told = false; !take(file); told = true) {
    if (!told) say(`Waiting for another set-up to finish (${file}) ...`);
    await delay(200);
  }
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, `${os.hostname()} ${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > ABANDONED_MS) return true;
    const [host, pid] = readFileSync(file, 'utf8').split(' ');
    return host === os.hostname() && pid !== undefined && !isAlive(Number(pid));
  } catch {
    return false; // Given back a moment ago: the next attempt will tell.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Someone took an abandoned-looking lock away: the work itself only ever replaces folders as a whole.
  }
}
