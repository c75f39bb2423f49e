/*
 * `npm start`: makes a fresh clone ready, builds what has changed, and runs the program: on the display there is,
 * or else on a virtual one with a picture of the window for those who cannot see it.
 */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { withoutNoise } from './electron-noise.mjs';
import { startGroup } from './process-group.mjs';
import { inProject, isRoot, ROOT, say } from './project.mjs';
import { setUp } from './setup.mjs';
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs';

/**
 * What src/main/options.ts exports, as far as it matters here.
 *
 * @typedef {{ help: boolean, picture: string | undefined }} Options
 * @typedef {{ ok: true, options: Options } | { ok: false, message: string }} Parsed
 * @typedef {{ parseOptions: (args: string[]) => Parsed, helpText: string }} OptionsModule
 */

/**
 * What a signal of farewell does: it ends the set-up at once; once the program runs, it lets that end in order.
 *
 * @type {(signal: NodeJS.Signals) => void}
 */
let takeLeave = (signal) => process.exit(128 + os.constants.signals[signal]);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  // npm passes Ctrl+C on although the terminal does so too: a second one changes nothing.
  process.on(signal, () => takeLeave(signal));
}

/**
 * From now on a signal ends the program and not this script.
 *
 * @returns {Promise<number>} resolves with the exit code once such a signal has come
 */
function farewell() {
  return new Promise((resolve) => {
    takeLeave = () => resolve(0);
  });
}

/**
 * @param {string[]} args the program's options
 * @returns {Promise<number>} the exit code
 */
async function start(args) {
  await setUp();
  await build();

  const { parseOptions, helpText } = /** @type {OptionsModule} */ (
    await import(pathToFileURL(inProject('out', 'main', 'options.js')).href)
  );
  const parsed = parseOptions(args);
  if (!parsed.ok) {
    process.stderr.write(`${parsed.message}\n`);
    return 2;
  }
  if (parsed.options.help) {
    process.stdout.write(`${helpText}\n`);
    return 0;
  }
  const left = farewell();
  return hasDisplay() ? runElectron(args, {}, left) : runWithoutDisplay(args, parsed.options.picture, left);
}

/**
 * @param {string[]} args
 * @param {string | undefined} picture the file of --picture, with which the program ends by itself
 * @param {Promise<number>} left
 */
async function runWithoutDisplay(args, picture, left) {
  const display = await startVirtualDisplay();
  try {
    /** @type {NodeJS.ProcessEnv} */
    const env = { DISPLAY: display.name };
    if (picture === undefined) {
      const file = process.env['SRIOV_MANAGER_PICTURE'] || path.join(os.tmpdir(), 'sriov-manager.png');
      rmSync(file, { force: true }); // A picture of an earlier run would be taken for this one's.
      env['SRIOV_MANAGER_PICTURE'] = file;
      say(`No display here: running on a virtual one until Ctrl+C, with a picture of the window in ${file}`);
    } else {
      say('No display here: running on a virtual one.');
    }
    return await runElectron(args, env, left);
  } finally {
    await display.stop();
  }
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env what to change in the environment
 * @param {Promise<number>} left
 * @returns {Promise<number>} Electron's exit code, or what `left` brings
 */
async function runElectron(args, env, left) {
  // The wrapper's main export is the executable's path.
  const electron = /** @type {string} */ (createRequire(import.meta.url)('electron'));
  const environment = { ...process.env, ...env };
  delete environment['ELECTRON_RUN_AS_NODE']; // Set in some editors' terminals; it would make Electron a Node.js.
  const program = startGroup(electron, [...(isRoot() ? ['--no-sandbox'] : []), ROOT, ...args], {
    // npm changes to the project's folder; a file named in an option belongs to where the user is.
    cwd: process.env['npm_lifecycle_event'] === 'start' ? process.env['INIT_CWD'] : undefined,
    env: environment,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  program.leader.stderr?.pipe(withoutNoise()).pipe(process.stderr, { end: false });
  const code = await Promise.race([program.ended, left]);
  await program.stop();
  return code;
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
