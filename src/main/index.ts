/** Composition root of the main process: options, host, window, and what connects them. */
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Menu, app, dialog } from 'electron';
import type { BrowserWindow, WebContents } from 'electron';
import type { StreamMessage } from '../shared/contract';
import { ok } from '../shared/result';
import type { Result } from '../shared/result';
import { Driver } from './driver';
import { createEngine } from './engine/engine';
import type { Engine } from './engine/engine';
import { latencies, modelParameters } from './hardware/parameters';
import { builtInHost } from './hosts/built-in-host';
import { lspciHost } from './hosts/lspci-host';
import { readTextFile } from './hosts/read-text-file';
import { populating, scaleHardware, settledMs } from './hosts/scale-host';
import { answerRequests, sendTo } from './ipc';
import { helpText, ownArguments, parseOptions } from './options';
import type { Options } from './options';
import { writePicture } from './picture';
import { origin, prepareAnswers, registerScheme, servePage } from './protocol';
import { Samples } from './samples';
import { createServe } from './serve';
import type { Client, Serve } from './serve';
import { Session } from './session';
import { confineAll, denyPermissions, openWindow } from './window';

/** How often windows are told the time; more often when it runs fast, so that clocks on the screen agree. */
const slowClockMs = 1000;
const fastClockMs = 250;

/** Ends the program with one line on stderr. */
function stop(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

const model = { parameters: modelParameters(), latencies: latencies() };

function engineFromLspci(text: string, seed: number, startAt: number): Result<Engine> {
  const hardware = lspciHost(text);
  return hardware.ok ? ok(createEngine({ seed, startAt, hardware: hardware.value, model })) : hardware;
}

async function scaleEngine(vms: number, seed: number, startAt: number): Promise<Engine> {
  const engine = createEngine({ seed, startAt: startAt - settledMs, hardware: scaleHardware(vms), model });
  for (const done of populating(engine, vms)) await setImmediate(done);
  return engine;
}

/** What the first host is built from; a file that cannot be read ends the program. */
async function readHostFile({ host }: Options): Promise<string | undefined> {
  if (host === undefined) return undefined;
  const text = await readTextFile(host);
  return text.ok ? text.value : stop(`--host ${host}: ${text.error.message}`, 2);
}

async function firstEngine({ host, vms, seed, clock }: Options, hostText?: string): Promise<Engine> {
  if (vms !== undefined) return scaleEngine(vms, seed, clock);
  if (hostText === undefined) return createEngine({ seed, startAt: clock, hardware: builtInHost(), model });
  const built = engineFromLspci(hostText, seed, clock);
  return built.ok ? built.value : stop(`--host ${host}: ${built.error.message}`, 2);
}

/** Asks the user for the file; the renderer never names a path. */
async function browse(window: BrowserWindow): Promise<Result<{ name: string; text: string } | null>> {
  const chosen = await dialog.showOpenDialog(window, {
    title: 'Text of lspci',
    properties: ['openFile'],
    filters: [
      { name: 'Text files', extensions: ['txt', 'log', 'lspci'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  const path = chosen.filePaths[0];
  if (chosen.canceled || path === undefined) return ok(null);
  const text = await readTextFile(path);
  return text.ok ? ok({ name: basename(path), text: text.value }) : text;
}

/** With a picture asked for: writes it when the window is ready, and exits if that was all. */
async function takePicture(window: BrowserWindow, options: Options): Promise<void> {
  const file = options.picture ?? process.env['SRIOV_MANAGER_PICTURE'];
  if (file === undefined || file === '') return;
  try {
    process.stdout.write(`${await writePicture(window, file)}\n`);
    if (options.picture !== undefined) app.exit(0);
  } catch (error) {
    stop(`The picture cannot be written: ${error instanceof Error ? error.message : String(error)}`, 1);
  }
}

/** With SRIOV_MANAGER_TELL_READY=1 the line `ready` on stdout tells whoever times the start that the list is painted. */
function tellReady(): void {
  if (process.env['SRIOV_MANAGER_TELL_READY'] === '1') process.stdout.write('ready\n');
}

function clientFor(window: BrowserWindow, options: Options): Client {
  return {
    samples: new Samples(),
    browse: () => browse(window),
    ready: () => {
      tellReady();
      void takePicture(window, options);
    },
    close: () => window.close(),
  };
}

/** Builds the host, lets its time pass, and answers with what serves it. */
async function startHost(
  options: Options,
  hostText: string | undefined,
  clients: ReadonlyMap<WebContents, Client>,
): Promise<Serve> {
  const send = (message: StreamMessage): void => {
    for (const contents of clients.keys()) sendTo(contents, message);
  };
  const session = new Session(await firstEngine(options, hostText), send);
  const driver = new Driver(
    () => session.engine,
    options,
    () => {
      for (const [contents, client] of clients) {
        client.samples.sendDue(session.engine, performance.now(), (message) => sendTo(contents, message));
      }
    },
  );
  driver.start();
  const clockMs = options.speed > 1 ? fastClockMs : slowClockMs;
  const clockTimer = setInterval(() => send({ stream: 'clock', clock: driver.clock }), clockMs);
  app.on('will-quit', () => {
    clearInterval(clockTimer);
    driver.stop();
  });
  return createServe({
    session,
    clock: () => driver.clock,
    engineFromLspci: (text) => engineFromLspci(text, options.seed, session.engine.now()),
  });
}

async function run(options: Options): Promise<void> {
  if (options.dataDir !== undefined) app.setPath('userData', options.dataDir);
  // The console draws its own menus; macOS keeps the system's for its editing shortcuts.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  registerScheme();
  confineAll();
  app.on('window-all-closed', () => app.quit());
  const hostText = await readHostFile(options);
  await app.whenReady();
  denyPermissions();
  servePage(join(import.meta.dirname, '../renderer'));
  const window = openWindow();
  const { webContents } = window;
  const clients = new Map([[webContents, clientFor(window, options)]]);
  webContents.on('did-start-navigation', ({ isMainFrame }) => {
    if (isMainFrame) clients.get(webContents)?.samples.clear();
  });
  window.on('closed', () => clients.delete(webContents));
  prepareAnswers();
  // The page's process starts while the host is being built; what it asks meanwhile waits.
  const serving = startHost(options, hostText, clients);
  answerRequests(
    async (client, name, input) => (await serving)(client, name, input),
    (contents) => clients.get(contents),
    origin,
  );
  await serving;
}

const parsed = parseOptions(ownArguments(process.argv, process.defaultApp));
if (!parsed.ok) stop(parsed.message, 2);
if (parsed.options.help) {
  process.stdout.write(`${helpText}\n`);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
void run(parsed.options);
