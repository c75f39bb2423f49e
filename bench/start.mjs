import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { copyDataDir, temporaryFolder, whileRunning } from './program.mjs';

/**
 * Chromium notes a script at its first load, keeps its compiled code after the second and uses that from the
 * third on.
 */
const WARM_UPS = 3;
/** Compiled code is written to the data folder a while after the page has loaded. */
const SETTLE_MS = 2_500;
/** Between two starts the machine gets a moment to finish with the one before. */
const PAUSE_MS = 300;

/**
 * A start to time, with a data folder the program has used before (`warm`) or with a new one.
 *
 * @typedef {{ program: import('./program.mjs').Program, warm: boolean }} Start
 */

/**
 * Times several starts of each kind, every one with a data folder of its own. They take turns, so that
 * whatever else the machine does slows all kinds alike.
 *
 * @template {string} Name
 * @param {number} runs
 * @param {Record<Name, Start>} starts
 * @returns {Promise<Record<Name, number[]>>} seconds from the creation of the process to the painted window
 */
export async function timeStarts(runs, starts) {
  const folder = temporaryFolder();
  const names = /** @type {Name[]} */ (Object.keys(starts));
  const seconds = /** @type {Record<Name, number[]>} */ ({});
  for (const name of names) seconds[name] = [];
  try {
    for (const name of names) {
      if (starts[name].warm) await warmUp(starts[name], path.join(folder.path, name));
    }
    for (let run = 0; run < runs; run += 1) {
      for (const name of names) {
        const own = path.join(folder.path, `${name}-${run}`);
        if (starts[name].warm) copyDataDir(path.join(folder.path, name), own);
        await delay(PAUSE_MS);
        seconds[name].push(await whileRunning(starts[name].program, own, (running) => running.seconds));
      }
    }
    return seconds;
  } finally {
    await folder.remove();
  }
}

/**
 * @param {Start} start
 * @param {string} dataDir
 */
async function warmUp({ program }, dataDir) {
  for (let run = 0; run < WARM_UPS; run += 1) {
    await whileRunning(program, dataDir, () => delay(SETTLE_MS));
  }
}
