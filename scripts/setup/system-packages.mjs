import { existsSync } from 'node:fs';
import path from 'node:path';
import { isRoot, say } from '../project.mjs';
import { mustRun, run } from '../run-command.mjs';

/**
 * Something of the operating system the project needs, and the Debian packages that bring it: newer releases
 * name some of them anew (t64), so the first name the release knows is taken. What names a `task` is needed for
 * that alone.
 *
 * @typedef {{ library?: string, program?: string, packages: string[], purpose: string, task?: Task }} Need
 *
 * Making packages, and testing a packaged program.
 * @typedef {'dist' | 'packaged'} Task
 */

/** @type {Need[]} */
const NEEDS = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'], purpose: 'Electron' },
  { library: 'libnss3.so', packages: ['libnss3'], purpose: 'Electron' },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'], purpose: 'Electron' },
  { library: 'libgbm.so.1', packages: ['libgbm1'], purpose: 'Electron' },
  { library: 'libXss.so.1', packages: ['libxss1'], purpose: 'Electron' },
  { program: 'Xvfb', packages: ['xvfb'], purpose: 'a display where there is none' },
  { program: 'unzip', packages: ['unzip'], purpose: 'unpacking the Electron runtime' },
  { program: '7za', packages: ['p7zip-full'], purpose: 'packing archives', task: 'dist' },
  { program: 'dpkg-deb', packages: ['dpkg'], purpose: 'the Debian package', task: 'dist' },
  {
    program: 'chromedriver',
    packages: ['chromium-driver'],
    purpose: 'driving the package',
    task: 'packaged',
  },
  { program: 'lspci', packages: ['pciutils'], purpose: 'a test against the real lspci' },
];

/**
 * The name of the multi-arch library folder on Debian, by Node's name of the processor.
 *
 * @type {Record<string, string>}
 */
const TRIPLES = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu', arm: 'arm-linux-gnueabihf' };

/**
 * What this system lacks. Only Linux is looked at: Windows and macOS bring all Electron needs.
 *
 * @param {Task | undefined} task what is to be done beside running the program
 * @returns {Need[]}
 */
export function missingSystemPackages(task) {
  if (process.platform !== 'linux') return [];
  return NEEDS.filter((need) => (need.task === undefined || need.task === task) && !isPresent(need));
}

/** @param {Need} need */
function isPresent(need) {
  if (need.program !== undefined) return findProgram(need.program) !== undefined;
  return libraryFolders().some((folder) => existsSync(path.join(folder, need.library ?? '')));
}

/**
 * Looks a program up as a shell would.
 *
 * @param {string} name
 * @returns {string | undefined} its absolute path
 */
export function findProgram(name) {
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter),
    '/usr/bin',
    '/bin',
    '/usr/sbin',
    '/sbin',
  ];
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}

function libraryFolders() {
  const triple = TRIPLES[process.arch];
  const own = (process.env['LD_LIBRARY_PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const usual = ['/usr/lib64', '/usr/lib', '/lib64', '/lib'];
  return triple === undefined
    ? [...own, ...usual]
    : [...own, `/usr/lib/${triple}`, `/lib/${triple}`, ...usual];
}

/**
 * Installs what is missing where that is possible (root on a Debian-like system); elsewhere says what to do.
 *
 * @param {Task | undefined} task
 * @throws {Error} when Electron cannot run without what is missing
 */
export async function installSystemPackages(task) {
  const missing = missingSystemPackages(task);
  if (missing.length === 0) return;
  const debian = existsSync('/etc/debian_version') && findProgram('apt-get') !== undefined;
  if (!debian || !isRoot()) return reportMissing(missing, debian);

  say('Refreshing the list of Debian packages ...');
  const update = await run('apt-get', ['update', '-q']);
  if (update.code !== 0) say('  (it could not be refreshed; trying with the list that is there)');
  const names = await Promise.all(missing.map(chooseName));
  say(`Installing Debian packages: ${names.join(' ')} ...`);
  const options = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  await mustRun('apt-get', ['install', ...options, ...names], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** @param {Need} need */
async function chooseName(need) {
  for (const name of need.packages) {
    const { code, output } = await run('apt-cache', ['policy', name]);
    if (code === 0 && /Candidate: (?!\(none\))/.test(output)) return name;
  }
  return need.packages.at(-1) ?? '';
}

/**
 * @param {Need[]} missing
 * @param {boolean} debian
 */
function reportMissing(missing, debian) {
  const list = missing.map((need) => `${need.library ?? need.program} (for ${need.purpose})`).join(', ');
  const names = missing.map((need) => need.packages.at(-1)).join(' ');
  const advice = debian
    ? `Run: sudo apt-get update && sudo apt-get install -y ${names}`
    : `Install what your system calls ${names}.`;
  const message = `This system lacks ${list}.\n${advice}`;
  // A system that is no Debian may keep libraries where this script does not look.
  if (debian && missing.some((need) => need.library !== undefined)) throw new Error(message);
  say(message);
}
