import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, BUILD_INPUTS } from '../build.mjs';
import { ifChanged } from '../if-changed.mjs';
import { electronVersion, inProject, ROOT } from '../project.mjs';
import { mustRun } from '../run-command.mjs';
import { findProgram } from '../setup/system-packages.mjs';
import { thirdPartyNotices } from './notices.mjs';

/** Where packages go. */
export const DIST = inProject('dist');

/** The unpacked package of Linux, and its program. */
export const UNPACKED = path.join(
  DIST,
  process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
);
export const PROGRAM = path.join(UNPACKED, 'sriov-manager');

const INPUTS = [
  ...BUILD_INPUTS,
  'LICENSE',
  'scripts/packaging/after-pack.mjs',
  'scripts/packaging/notices.mjs',
  'scripts/packaging/package.mjs',
];

/**
 * Makes the unpacked package for Linux if a file it is made from has changed; builds the program first.
 *
 * @throws {Error} when that fails
 */
export async function packUnpacked() {
  await build();
  const product = { name: 'package', announcement: 'Packaging ...', stamp: 'dist/.packed-from' };
  await ifChanged({ ...product, inputs: INPUTS }, () => electronBuilder(['--linux', 'dir']));
}

/**
 * Runs electron-builder with the Electron that the set-up has brought, so that nothing is downloaded.
 *
 * @param {string[]} args
 * @throws {Error} with the end of its output
 */
export async function electronBuilder(args) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sriov-manager-dist-'));
  try {
    mkdirSync(DIST, { recursive: true });
    writeFileSync(path.join(DIST, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices());
    // A copy, because electron-builder takes the folder apart.
    const runtime = path.join(folder, 'electron');
    cpSync(installedElectron(), runtime, { recursive: true, verbatimSymlinks: true });
    const options = [
      '--publish=never',
      `--config.electronDist=${runtime}`,
      `--config.electronVersion=${electronVersion()}`,
    ];
    const sevenZip = findProgram('7za');
    const cli = inProject('node_modules', 'electron-builder', 'cli.js');
    await mustRun(process.execPath, [cli, ...args, ...options], {
      cwd: ROOT,
      env: {
        ...process.env,
        // The next level takes five times as long for two hundredths less.
        ELECTRON_BUILDER_COMPRESSION_LEVEL: '6',
        ...(sevenZip && { ELECTRON_BUILDER_7ZIP_PATH: sevenZip }),
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder of the runtime. */
function installedElectron() {
  return process.env['ELECTRON_OVERRIDE_DIST_PATH'] || inProject('node_modules', 'electron', 'dist');
}
