/*
 * `npm run dist`: makes a fresh clone ready and makes the packages of the operating system it runs on. What stands
 * behind `npm run dist --` goes to electron-builder as it is, instead: `npm run dist -- --win nsis`.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { makeDebianPackage } from './packaging/debian.mjs';
import { DIST, electronBuilder, packUnpacked, UNPACKED } from './packaging/package.mjs';
import { findProgram } from './setup/system-packages.mjs';
import { say } from './project.mjs';
import { setUp } from './setup.mjs';

/** @param {string[]} args electron-builder's */
async function dist(args) {
  await setUp('dist');
  removeOldPackages();
  if (args.length > 0 || process.platform !== 'linux') {
    await build();
    await electronBuilder(args);
  } else {
    await packUnpacked();
    say('Packing the archive ...');
    await electronBuilder(['--linux', 'tar.gz', '--prepackaged', UNPACKED]);
    if (findProgram('dpkg-deb') !== undefined) {
      say('Packing the Debian package ...');
      await makeDebianPackage(DIST, 'xz');
    }
  }
  listPackages();
}

/** Files only: the unpacked package stays as long as nothing has changed. */
function removeOldPackages() {
  for (const file of packages()) rmSync(file);
}

/** The packages that lie there; hidden files and electron-builder's notes are none. */
function packages() {
  try {
    return readdirSync(DIST, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^\.|\.(?:ya?ml|txt)$/.test(entry.name))
      .map((entry) => path.join(DIST, entry.name));
  } catch {
    return [];
  }
}

function listPackages() {
  for (const file of packages()) {
    const mebibytes = (statSync(file).size / 2 ** 20).toFixed(1);
    process.stdout.write(`${path.relative(process.cwd(), file)}  ${mebibytes} MiB\n`);
  }
}

try {
  await dist(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
