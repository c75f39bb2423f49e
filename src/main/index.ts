/** Composition root of the main process: options, host, windows, and what connects them. */
import { join, resolve } from 'node:path';
import { Menu, app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { StreamMessage } from '../shared/contract';
import { ok } from '../shared/result';
import type { Result } from '../shared/result';
import { readTextFile } from './hosts/read-text-file';
import { ConsoleWindows } from './console-windows';
import { acceptDrops, answerRequests, sendTo } from './ipc';
import { LongWork } from './long-work';
import { helpText, languageTags, ownArguments, parseOptions } from './options';
import type { Options } from './options';
import { closeNetwork, refuseRequests } from './network';
import { writePicture } from './picture';
import { origin, prepareAnswers, registerScheme, servePage } from './protocol';
import { stop } from './stop';
import { openWhenAsked, stopAtErrors, surviveLostGraphics } from './window-events';
import { confineAll, denyPermissions } from './window';

/** What the first host is built from; a file that cannot be read ends the program. */
async function readHostFile({ host }: Options): Promise<string | undefined> {
  if (host === undefined) return undefined;
  const text = await readTextFile(host);
  return text.ok ? text.value : stop(`--host ${host}: ${text.error.message}`, 2);
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

/** Requests that do not wait until the host is there. */
function serveEarly(name: unknown, work: LongWork): Result<unknown> | null {
  if (name !== 'work.cancel') return null;
  work.cancel();
  return ok({});
}

async function run(options: Options): Promise<void> {
  if (options.dataDir !== undefined) app.setPath('userData', resolve(options.dataDir));
  const file = options.file === undefined ? undefined : resolve(options.file);
  // One program per folder of data: a second start hands its document over.
  if (!app.requestSingleInstanceLock({ file })) {
    process.stdout.write('SR-IOV Manager is running already; its window has been brought to the front.\n');
    app.exit(0);
    return;
  }
  // The console draws its own menus; macOS keeps the system's for its editing shortcuts.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  // Root has to do without: Chromium refuses to sandbox what root runs.
  if (process.getuid?.() !== 0) app.enableSandbox();
  closeNetwork();
  registerScheme();
  confineAll();
  stopAtErrors();
  app.on('window-all-closed', () => app.quit());
  const hostText = await readHostFile(options);
  await app.whenReady();
  denyPermissions();
  refuseRequests();
  servePage(join(import.meta.dirname, '../renderer'), languageTags[options.language]);
  const windows = new ConsoleWindows();
  const { clients } = windows;
  const window = windows.openFirst(() => {
    tellReady();
    void takePicture(window, options);
  });
  const tellAll = (message: StreamMessage): void => {
    for (const contents of clients.keys()) sendTo(contents, message);
  };
  surviveLostGraphics((what) => tellAll({ stream: 'mishap', what }));
  const work = new LongWork(tellAll, () => performance.now());
  prepareAnswers();
  // The page's process starts while the host is being built; what it asks meanwhile waits.
  const running = import('./running-host').then(({ startHost }) =>
    startHost({ ...options, file }, hostText, windows, work),
  );
  answerRequests(
    async (client, name, input) => serveEarly(name, work) ?? (await running).serve(client, name, input),
    (contents) => clients.get(contents),
    origin,
  );
  const open = async (path: string): Promise<void> => (await running).openFile(path);
  acceptDrops(
    (path) => void open(path),
    (contents) => clients.has(contents),
    origin,
  );
  openWhenAsked(window, open);
  await running;
}

const parsed = parseOptions(ownArguments(process.argv, process.defaultApp));
if (!parsed.ok) stop(parsed.message, 2);
if (parsed.options.help) {
  process.stdout.write(`${helpText}\n`);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
void run(parsed.options);
