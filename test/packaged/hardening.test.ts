import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM, UNPACKED } from '../../scripts/packaging/package.mjs';
import {
  newDataDir,
  removeDataDir,
  runPackage,
  runProgramFile,
  startPackage,
} from '../support/packaged/program';

let folder: string;

beforeEach(async () => {
  folder = await newDataDir();
});

afterEach(async () => {
  await removeDataDir(folder);
});

/** How a fuse that is off stands in the executable. */
const fuseOff = '0'.charCodeAt(0);
const resources = join(UNPACKED, 'resources');

describe('the package', () => {
  it('has its fuses set', async () => {
    const wire: Readonly<Record<number, unknown>> = { ...(await getCurrentFuseWire(PROGRAM)) };
    const names = Object.keys(FuseV1Options).filter((name) =>
      /^\D/.test(name),
    ) as (keyof typeof FuseV1Options)[];
    expect(names.filter((name) => wire[FuseV1Options[name]] !== fuseOff)).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
    ]);
  });

  it('holds the program in an archive and no way to open another', async () => {
    expect((await readdir(resources)).filter((name) => !name.endsWith('.unpacked'))).toEqual(['app.asar']);
  });

  it('names the licences of what it is made of', async () => {
    const notices = await readFile(join(UNPACKED, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { dependencies: object };
    for (const name of Object.keys(manifest.dependencies)) expect(notices).toContain(`\n${name} `);
    expect(await readdir(UNPACKED)).toEqual(
      expect.arrayContaining(['LICENSE', 'LICENSE.electron.txt', 'LICENSES.chromium.html']),
    );
  });

  it('runs no other program in place of its own', async () => {
    const copy = join(folder, 'copy');
    await promisify(execFile)('cp', ['-r', '--reflink=auto', UNPACKED, copy]);
    await rm(join(copy, 'resources', 'app.asar'));
    const intruder = join(copy, 'resources', 'app');
    await mkdir(intruder);
    await writeFile(join(intruder, 'package.json'), '{ "main": "main.js" }');
    await writeFile(join(intruder, 'main.js'), "console.log('intruder'); process.exit(0);");
    const run = await runProgramFile(join(copy, 'sriov-manager'), []);
    expect(run.stdout).not.toContain('intruder');
    expect(run.exitCode).not.toBe(0);
  });

  it('is no Node.js', async () => {
    const run = await runPackage(['-p', '"node"'], { ELECTRON_RUN_AS_NODE: '1' });
    expect(run.stdout).toBe('');
    expect(run.exitCode).toBe(2);
  });

  it.each([
    '--inspect=0',
    '--inspect-brk=0',
    '--remote-debugging-port=0',
    '--remote-debugging-address=0.0.0.0',
  ])('lets nobody attach with %s', async (argument) => {
    const run = await runPackage([argument, '--data-dir', join(folder, 'data')]);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('Allowed are: --help');
    expect(run.stderr).not.toMatch(/listening/i);
  });

  it('opens no developer tools', async () => {
    const program = await startPackage(['--paused']);
    const { client } = program;
    await client.keys(['Control', 'Shift', 'i']);
    await client.keys(['F12']);
    const { targetInfos } = (await client.sendCommandAndGetResult('Target.getTargets', {})) as {
      targetInfos: { url: string }[];
    };
    expect(targetInfos.map(({ url }) => url)).toEqual(['app://console/index.html']);
    await program.quit();
  });
});
