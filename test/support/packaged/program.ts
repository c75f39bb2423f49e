/**
 * Drives the package with Spectron. Playwright attaches to Electron through Node.js' inspector, which a fuse has
 * switched off in the package; Spectron's ChromeDriver speaks to Chromium through a pipe.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Application } from 'spectron';
import type { SpectronClient } from 'spectron';
import { PROGRAM } from '../../../scripts/packaging/package.mjs';

/** Root cannot use Chromium's sandbox. */
export const sandboxSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const pollMs = 50;
const limitMs = 20_000;

/** A running package. */
export interface PackagedProgram {
  readonly client: SpectronClient;
  /** The folder of its settings and state: a second start with it finds what the first one left. */
  readonly dataDir: string;
  /** Closes the window as a person would and waits until no process of it is left. */
  quit(): Promise<void>;
}

/** A folder for one program's data. */
export function newDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sriov-manager-packaged-'));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * ChromeDriver starts a browser with two dozen switches of its own, and the program refuses what it does not know:
 * this script drops them all, notes the process's number and becomes the program.
 */
async function writeLauncher(folder: string, args: readonly string[]): Promise<string> {
  const file = join(folder, 'launch.sh');
  const quoted = [PROGRAM, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const script = `#!/bin/sh\necho $$ > '${join(folder, 'pid')}'\nexec ${quoted.join(' ')}\n`;
  await writeFile(file, script, { mode: 0o755 });
  return file;
}

async function untilGone(pid: string): Promise<void> {
  for (let waited = 0; existsSync(`/proc/${pid}`); waited += pollMs) {
    if (waited > limitMs) throw new Error(`The program (process ${pid}) has not ended.`);
    await delay(pollMs);
  }
}

/** Starts the package with these options, in `dataDir` or in a folder that goes with the program. */
export async function startPackage(options: readonly string[], dataDir?: string): Promise<PackagedProgram> {
  const folder = await newDataDir();
  const data = dataDir ?? join(folder, 'data');
  const own = ['--remote-debugging-pipe', '--data-dir', data];
  const binary = await writeLauncher(folder, [...sandboxSwitches, ...own, ...options]);
  const chromeOptions = { binary, args: ['remote-debugging-pipe'], windowTypes: ['app'] };
  const application = new Application({
    path: binary,
    port: await freePort(),
    startTimeout: limitMs,
    waitTimeout: limitMs,
    // Spectron's own launcher needs a pipe for its standard input, which it has not got here.
    webdriverOptions: { capabilities: { browserName: 'chrome', 'goog:chromeOptions': chromeOptions } },
  });
  await application.start();
  // Menus and dialogs are there at once: a click could miss them while they move.
  const features = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
  await application.client.sendCommand('Emulation.setEmulatedMedia', { features });
  const pid = (await readFile(join(folder, 'pid'), 'utf8')).trim();
  return {
    client: application.client,
    dataDir: data,
    async quit() {
      // ChromeDriver answers after the window is gone, if the program lets it: Spectron's own `stop` neither waits
      // for the answer nor minds that it may never come.
      await application.client.closeWindow().catch(() => undefined);
      await untilGone(pid);
      (application as unknown as { chromeDriver: { stop: () => void } }).chromeDriver.stop();
      await removeDataDir(folder);
    },
  };
}

/** A run of the package from its start to its end. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the package until it ends by itself. */
export function runPackage(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  return runProgramFile(PROGRAM, args, env);
}

/** Runs a program of Electron's until it ends by itself. */
export async function runProgramFile(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const child = spawn(file, [...sandboxSwitches, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  return { exitCode: child.exitCode, stdout, stderr };
}

/** Removes a folder of {@link newDataDir}. */
export function removeDataDir(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
