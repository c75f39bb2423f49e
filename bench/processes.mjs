import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Clock ticks per second in which Linux counts a process's time, on every processor Electron runs on. */
const TICKS_PER_SECOND = 100;

/**
 * What of /proc/PID/stat is used here.
 *
 * @typedef {{ pid: number, parent: number, ticks: number }} Process `ticks`: time on a processor
 */

/**
 * A process and all that descend from it.
 *
 * @param {number} root
 * @returns {Process[]}
 */
function processTree(root) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const found = all.filter((one) => one.pid === root);
  for (const parent of found) found.push(...all.filter((one) => one.parent === parent.pid));
  return found;
}

/**
 * @param {string} pid
 * @returns {Process[]} nothing when it has ended meanwhile
 */
function readProcess(pid) {
  try {
    // `pid (name) state parent ...`, where the name may hold anything; 11 and 12 are user and system time.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return [{ pid: Number(pid), parent: fields[1] ?? 0, ticks: (fields[11] ?? 0) + (fields[12] ?? 0) }];
  } catch {
    return [];
  }
}

/**
 * Memory of a process and all its descendants; what several of them share counts once (PSS).
 *
 * @param {number} root
 * @returns {number} MiB
 * @throws {Error} when the system does not let us read a process's memory
 */
export function treeMemory(root) {
  const kibibytes = processTree(root).map(({ pid }) => {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1]);
  });
  return kibibytes.reduce((sum, size) => sum + size, 0) / 1024;
}

/**
 * How busy a process and all its descendants are while a time passes.
 *
 * @param {number} root
 * @param {number} ms
 * @returns {Promise<number>} per cent of one core
 */
export async function treeCpu(root, ms) {
  const before = new Map(processTree(root).map(({ pid, ticks }) => [pid, ticks]));
  const begun = performance.now();
  await delay(ms);
  const seconds = (performance.now() - begun) / 1000;
  // A process that ended takes its time with it; one that began brings all of its own.
  const ticks = processTree(root).reduce((sum, one) => sum + one.ticks - (before.get(one.pid) ?? 0), 0);
  return (ticks / TICKS_PER_SECOND / seconds) * 100;
}
