/** What comes to a window from outside: another start of the program, a file, a crash. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Mishap } from '../shared/model/document';

/** Reloads that may follow each other within a minute; of a page that keeps crashing the user decides. */
const mostReloads = 3;
const minuteMs = 60_000;

/** What else can be done with a window whose page keeps crashing. */
export interface WayOut {
  readonly caption: 'Exit' | 'Close';
  readonly go: () => void;
}

/** Crashes are noted beside the program's settings and go nowhere else. */
function note(what: string, detail: object): void {
  try {
    const line = `${new Date().toISOString()} ${what} ${JSON.stringify(detail)}\n`;
    appendFileSync(join(app.getPath('userData'), 'crashes.log'), line);
  } catch {
    // Without room for a note there is still a host to go on with.
  }
}

/** The page has crashed too often to be loaded again unasked; `leave` is the caption and the deed of not doing so. */
async function askToReload(window: BrowserWindow, leave: WayOut): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'SR-IOV Manager',
    message: 'The window keeps crashing.',
    detail: `The host is safe in its document. Load the window again, or ${leave.caption.toLowerCase()} and come back later.`,
    buttons: ['Load Again', leave.caption],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else leave.go();
}

/**
 * The host lives on in this process: a page that has crashed is loaded anew, and reads it. `tell` is to
 * reach the new page.
 */
export function surviveCrashes(window: BrowserWindow, leave: WayOut, tell: () => void): void {
  let reloads: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    note('page', details);
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    tell();
    const now = performance.now();
    reloads = reloads.filter((at) => now - at < minuteMs);
    if (reloads.length >= mostReloads) {
      reloads = [];
      void askToReload(window, leave);
      return;
    }
    reloads.push(now);
    window.webContents.reload();
  });
}

/** Chromium starts its other processes again by itself; of the one that draws, windows are told. */
export function surviveLostGraphics(tell: (mishap: Mishap) => void): void {
  app.on('child-process-gone', (_event, details) => {
    note(details.type, details);
    if (details.type === 'GPU' && details.reason !== 'clean-exit') tell('graphics');
  });
}

/** An error that nobody expected leaves this process in a state that nobody knows; the document is in a known one. */
export function stopAtErrors(): void {
  process.on('uncaughtException', (error) => {
    note('program', { message: error.message, stack: error.stack });
    dialog.showErrorBox(
      'SR-IOV Manager',
      `The program has to end because of an error of its own: ${error.message}\n\nEverything that was answered is saved in the document. crashes.log in ${app.getPath('userData')} tells more.`,
    );
    app.exit(1);
  });
}

/** Shows a window to whoever asked for it. */
export function toFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Opens what a second start of the program, or the desktop, hands over. */
export function openWhenAsked(window: BrowserWindow, open: (path: string) => Promise<void>): void {
  app.on('second-instance', (_event, _argv, _folder, handed) => {
    toFront(window);
    const { file } = handed as { file?: unknown };
    if (typeof file === 'string') void open(file);
  });
  // How macOS hands over a document.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void open(path);
  });
}
