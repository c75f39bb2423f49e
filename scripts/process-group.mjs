import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a program may take to end by itself before it is made to. */
const GRACE_MS = 5_000;
const POLL_MS = 20;

/**
 * A program in a process group of its own: Ctrl+C in the terminal does not reach it past us, and whatever it
 * starts can be ended with it.
 *
 * @typedef {object} ProcessGroup
 * @property {import('node:child_process').ChildProcess} leader
 * @property {Promise<number>} ended the leader's exit code; 128 plus the signal's number when a signal ended it
 * @property {() => Promise<void>} stop asks the leader to end, ends it and all its children, and returns once all are gone
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { farewell?: NodeJS.Signals }} options `farewell` is the signal
 *   that asks the leader to end, SIGTERM unless named
 * @returns {ProcessGroup}
 */
export function startGroup(command, args, { farewell = 'SIGTERM', ...options }) {
  const leader = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    leader.once('error', reject);
    // Not 'close': a child left behind may hold the pipes open.
    leader.once('exit', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal ?? 'SIGKILL']));
  });
  ended.catch(() => undefined); // Whoever awaits it sees the failure; stop() may come first.
  return { leader, ended, stop: () => stopGroup(leader, ended, farewell) };
}

/**
 * @param {import('node:child_process').ChildProcess} leader
 * @param {Promise<number>} ended
 * @param {NodeJS.Signals} farewell
 */
async function stopGroup(leader, ended, farewell) {
  if (leader.pid === undefined) return;
  leader.kill(farewell);
  const patience = new AbortController();
  const impatience = delay(GRACE_MS, undefined, { signal: patience.signal })
    .then(() => leader.kill('SIGKILL'))
    .catch(() => undefined);
  await ended.catch(() => undefined);
  patience.abort();
  await impatience;
  await endMembers(leader.pid);
}

/**
 * Waits a moment for what is left of a group, then ends it.
 *
 * @param {number} group
 */
async function endMembers(group) {
  const patientUntil = Date.now() + GRACE_MS / 5;
  const hopeUntil = Date.now() + GRACE_MS;
  while (hasMembers(group) && Date.now() < hopeUntil) {
    if (Date.now() > patientUntil) signalGroup(group, 'SIGKILL');
    await delay(POLL_MS);
  }
}

/** @param {number} group */
function hasMembers(group) {
  if (process.platform === 'win32') return false;
  if (process.platform !== 'linux') return signalGroup(group, 0);
  // A dead process that nobody collected still takes signals, so on Linux the process table is read instead.
  return readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && isLivingMember(pid, group));
}

/**
 * @param {string} pid
 * @param {number} group
 */
function isLivingMember(pid, group) {
  try {
    // `pid (name) state parent group ...`, where the name may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, , member] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(member) === group && state !== 'Z' && state !== 'X';
  } catch {
    return false; // It ended while we looked.
  }
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether there was someone to take it
 */
function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}
