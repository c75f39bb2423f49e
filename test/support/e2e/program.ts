/** Starts the real program, as `electron .` does, with a fresh folder for its data. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

/** The folder that Electron is told to run. */
export const projectFolder = join(import.meta.dirname, '../../..');

/** The Electron executable that the project is developed with. */
export const electronFile = createRequire(import.meta.url)('electron') as unknown as string;

/** What every start needs: root cannot use Chromium's sandbox, anybody else shall. */
export const sandboxSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** A running program. */
export interface Program {
  readonly app: ElectronApplication;
  /** The page of its first window. */
  readonly page: Page;
  /** Ends it and removes its data, unless they are in a folder of the test's own. */
  close(): Promise<void>;
  /** Ends it at once, as a power failure would. */
  kill(): Promise<void>;
}

/** Full path of a stored lspci text. */
export function dumpFile(name: string): string {
  return join(projectFolder, 'test/fixtures/lspci', name);
}

/** A stored lspci text. */
export function readDump(name: string): Promise<string> {
  return readFile(dumpFile(name), 'utf8');
}

/** Among the options of `startProgram`: open the last document, as a start without options does. */
const last = '--last';

/** Switches of Electron's for a computer on which long work takes long. */
export const slowComputer: readonly string[] = ['--require', join(import.meta.dirname, 'slow-computer.cjs')];

/**
 * Starts the program with these options, Electron with these switches; the seed is 1 unless they say otherwise. What
 * `environment` names is set for the program beside the test's own.
 */
export async function startProgram(
  options: readonly string[],
  switches: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sriov-manager-e2e-'));
  // A seed asks for a new host: whoever wants the last document gives none.
  const seed = options.some((option) => ['--seed', last].includes(option) || option.endsWith('.sriovlab'))
    ? []
    : ['--seed', '1'];
  const own = options.includes('--data-dir') ? [] : ['--data-dir', dataDir];
  const given = options.filter((option) => option !== last);
  const app = await _electron.launch({
    executablePath: electronFile,
    args: [...switches, ...sandboxSwitches, projectFolder, ...own, ...seed, ...given],
    env: { ...(process.env as Record<string, string>), ...environment },
  });
  const page = await app.firstWindow();
  // Menus and dialogs are there at once: a test would only wait for them to stop moving.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    app,
    page,
    async close() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
    async kill() {
      const closed = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await closed;
    },
  };
}

/** A run of the program from its start to its end. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** Without what Chromium says about a computer without D-Bus, GPU and the like. */
  readonly stderr: string;
}

const chromiumNoise = /^\[\d+:\d+\/\d+\.\d+:[A-Z]+:/;

/** Runs the program until it ends by itself, as `electron . OPTIONS`. */
export async function runProgram(options: readonly string[]): Promise<Run> {
  const child = spawn(electronFile, [...sandboxSwitches, projectFolder, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  const said = stderr.split('\n').filter((line) => !chromiumNoise.test(line));
  return { exitCode: child.exitCode, stdout, stderr: said.join('\n') };
}
