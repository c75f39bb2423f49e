/*
 * Builds the program into out/, unless out/ was built from the very same files.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, ROOT, say } from './project.mjs';
import { mustRun } from './run-command.mjs';
import { withLock } from './setup/lock.mjs';

/** What the result of a build depends on: files, and folders with all in them. */
const INPUTS = [
  'assets',
  'electron.config.ts',
  'package-lock.json',
  'package.json',
  'scripts/build.mjs',
  'scripts/vite-yaml.mjs',
  'src',
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.renderer.json',
];

const STAMP = inProject('out', '.built-from');

/**
 * Builds the program if a file it is made from has changed.
 *
 * @throws {Error} when the build fails
 */
export async function build() {
  if (readStamp() === fingerprint()) return;
  const name = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
  await withLock(`build-${name}`, async () => {
    const wanted = fingerprint();
    if (readStamp() === wanted) return;
    say('Building ...');
    rmSync(STAMP, { force: true });
    // In a process of its own: Vite leaves NODE_ENV and more behind, which whatever runs next would inherit.
    const electronVite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const options = ['--config', 'electron.config.ts', '--logLevel', 'warn'];
    const warnings = await mustRun(process.execPath, [electronVite, 'build', ...options], { cwd: ROOT });
    if (warnings.trim() !== '') say(warnings.trim());
    mkdirSync(path.dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, wanted);
  });
}

/**
 * A hash over names and contents of all inputs.
 *
 * @returns {string}
 */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap(filesOf)) {
    const content = readFileSync(inProject(file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} input a path from the project's folder
 * @returns {string[]} the file itself, or all files below the folder, always in the same order
 */
function filesOf(input) {
  const found = statSync(inProject(input), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [input];
  return readdirSync(inProject(input), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

function readStamp() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return '';
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    await build();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
