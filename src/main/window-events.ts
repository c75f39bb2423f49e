/** What comes to the window from outside: another start of the program, a file, a crash. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { BrowserWindow } from 'electron';

/** Reloads that may follow each other within a minute; a page that keeps crashing is left alone. */
const mostReloads = 3;
const minuteMs = 60_000;

/** Crashes are noted beside the program's settings and go nowhere else. */
function note(what: string, detail: object): void {
  try {
    const line = `${new Date().toISOString()} ${what} ${JSON.stringify(detail)}\n`;
    appendFileSync(join(app.getPath('userData'), 'crashes.log'), line);
  } catch {
    // Without room for a note there is still a host to go on with.
  }
}

/** The host lives on in this process: a page that has crashed is loaded anew, and reads it. */
export function surviveCrashes(window: BrowserWindow): void {
  let reloads: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    note('page', details);
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    reloads = [...reloads.filter((at) => now - at < minuteMs), now];
    if (reloads.length <= mostReloads) window.webContents.reload();
  });
  // Chromium starts its other processes again by itself.
  app.on('child-process-gone', (_event, details) => note(details.type, details));
}

function toFront(window: BrowserWindow): void {
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
