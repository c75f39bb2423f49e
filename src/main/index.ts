/** Composition root of the main process: options, host, window, and what connects them. */
import { basename, join } from 'node:path';
import { Menu, app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { ok } from '../shared/result';
import type { Result } from '../shared/result';
import { readTextFile } from './hosts/read-text-file';
import { answerRequests } from './ipc';
import { helpText, ownArguments, parseOptions } from './options';
import type { Options } from './options';
import { closeNetwork, refuseRequests } from './network';
import { writePicture } from './picture';
import { origin, prepareAnswers, registerScheme, servePage } from './protocol';
import { Samples } from './samples';
import type { Client } from './serve';
import { stop } from './stop';
import { confineAll, denyPermissions, openWindow } from './window';

/** What the first host is built from; a file that cannot be read ends the program. */
async function readHostFile({ host }: Options): Promise<string | undefined> {
  if (host === undefined) return undefined;
  const text = await readTextFile(host);
  return text.ok ? text.value : stop(`--host ${host}: ${text.error.message}`, 2);
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

async function run(options: Options): Promise<void> {
  if (options.dataDir !== undefined) app.setPath('userData', options.dataDir);
  // The console draws its own menus; macOS keeps the system's for its editing shortcuts.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  // Root has to do without: Chromium refuses to sandbox what root runs.
  if (process.getuid?.() !== 0) app.enableSandbox();
  closeNetwork();
  registerScheme();
  confineAll();
  app.on('window-all-closed', () => app.quit());
  const hostText = await readHostFile(options);
  await app.whenReady();
  denyPermissions();
  refuseRequests();
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
  const serving = import('./running-host').then(({ startHost }) => startHost(options, hostText, clients));
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
