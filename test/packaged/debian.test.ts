import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDebianPackage } from '../../scripts/packaging/debian.mjs';
import { inProject, isRoot, ROOT } from '../../scripts/project.mjs';
import { findProgram } from '../../scripts/setup/system-packages.mjs';
import { distinctColours, readPng } from '../support/e2e/png';
import { newDataDir, removeDataDir } from '../support/packaged/program';

const limitMs = 300_000;
/** Only root may make a root, and only Debian knows the package. */
const possible = isRoot() && findProgram('apt-get') !== undefined && findProgram('unshare') !== undefined;

describe.skipIf(!possible)('the Debian package, in a root of its own', () => {
  let folder: string;

  function found(name: string): string {
    return readFileSync(join(folder, name), 'utf8').trim();
  }

  beforeAll(async () => {
    folder = await newDataDir();
    const deb = await makeDebianPackage(join(folder, 'deb'), 'none');
    const script = inProject('test', 'support', 'packaged', 'clean-root.sh');
    const namespaces = ['--mount', '--pid', '--fork', '--kill-child'];
    await promisify(execFile)('unshare', [...namespaces, script, deb, folder, ROOT]);
  }, limitMs);

  afterAll(async () => {
    await removeDataDir(folder);
  });

  it('installs itself and makes itself known to the desktop', () => {
    const files = found('files').split('\n');
    for (const file of [
      '/usr/bin/sriov-manager',
      '/usr/lib/sriov-manager/resources/app.asar',
      '/usr/share/applications/sriov-manager.desktop',
      '/usr/share/mime/packages/sriov-manager.xml',
      '/usr/share/icons/hicolor/48x48/apps/sriov-manager.png',
      '/usr/share/icons/hicolor/scalable/mimetypes/application-x-sriov-manager.svg',
      '/usr/share/doc/sriov-manager/copyright',
    ]) {
      expect(files).toContain(file);
    }
    expect(found('chrome-sandbox')).toBe('root 4755');
    expect(found('desktop-file')).toBe('');
    expect(found('desktop-database')).toBe('application/x-sriov-manager=sriov-manager.desktop;');
    // The desktop hands over the file that was clicked.
    expect(found('desktop-command')).toBe('Exec=sriov-manager %f');
    expect(found('file-types')).toBe('application/x-sriov-manager:*.sriovlab');
  });

  it('opens its window for an ordinary user', async () => {
    expect(found('stdout')).toBe('/home/visitor/window.png');
    expect(found('windows')).toMatch(/".*SR-IOV Manager .*": \("sr-iov manager" "SR-IOV Manager"\)/);
    expect(distinctColours(await readPng(join(folder, 'window.png')))).toBeGreaterThan(100);
  });

  it('runs the page in the sandbox', () => {
    const processes = found('processes').split('\n');
    const renderers = processes.filter((line) => line.includes('--type=renderer'));
    expect(renderers).toHaveLength(1);
    // Seccomp's filter mode, and a process number space of its own.
    expect(renderers[0]).toMatch(/^2 pid:/);
    expect(renderers[0]).not.toContain(found('own-namespace'));
    expect(processes.filter((line) => line.includes('--no-sandbox'))).toEqual([]);
  });

  it('ends when it is asked to', () => {
    expect(found('exit-code')).toBe('0');
    expect(found('left-processes')).toBe('');
  });

  it('leaves nothing behind', async () => {
    expect(await readFile(join(folder, 'purge.log'), 'utf8')).toContain('Removing sriov-manager');
    expect(found('left-files')).toBe('');
    expect(found('left-mentions')).toBe('');
  });
});
