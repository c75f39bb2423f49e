/**
 * The console's windows: the first one, and those beside it that a page asks for by the contract.
 * All are alike before the law; what differs is the address, the size, and when they end.
 */
import { basename, join } from 'node:path';
import { app, dialog, screen } from 'electron';
import type { BrowserWindow, WebContents } from 'electron';
import type { Mishap } from '../shared/model/document';
import { hasSubject, windowParameter } from '../shared/model/window';
import type { WindowKind, WindowRequest } from '../shared/model/window';
import type { WorldView } from '../shared/model/world-view';
import { ok, refuse } from '../shared/result';
import type { Result } from '../shared/result';
import { chooseCsv, chooseDocument, chooseTarget } from './document-dialogs';
import { readTextFile } from './hosts/read-text-file';
import { sendTo } from './ipc';
import { pageUrl } from './protocol';
import { Samples } from './samples';
import type { Client } from './serve';
import { WindowBounds, placed } from './window-bounds';
import { surviveCrashes, toFront } from './window-events';
import type { WayOut } from './window-events';
import { openWindow } from './window';
import type { WindowSize } from './window';

const firstSize: WindowSize = { width: 1280, height: 800, minWidth: 800, minHeight: 500 };

/** A kind without an entry here does not compile. */
const sizes: Readonly<Record<WindowKind, WindowSize>> = {
  guest: { width: 980, height: 680, minWidth: 640, minHeight: 420 },
};

/** Each is a process of its own: a page that has been taken over cannot fill the computer with them. */
const mostWindows = 32;

interface OpenWindow {
  readonly request: WindowRequest;
  readonly window: BrowserWindow;
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

export class ConsoleWindows {
  /** Who may ask, and who is told; it grows and shrinks with the windows. */
  readonly clients = new Map<WebContents, Client>();
  readonly #beside = new Map<string, OpenWindow>();
  readonly #bounds = new WindowBounds(join(app.getPath('userData'), 'windows.json'));

  /** Opens the first window. With it all others close. */
  openFirst(onReady: () => void): BrowserWindow {
    const window = openWindow(firstSize);
    this.#admit(window, { caption: 'Exit', go: () => app.quit() }, onReady);
    window.on('closed', () => this.closeBeside());
    return window;
  }

  /** A window of this kind and about this; a second one is never opened. */
  open(request: WindowRequest): Result<Record<string, never>> {
    const key = JSON.stringify(request);
    const open = this.#beside.get(key);
    if (open !== undefined) toFront(open.window);
    else if (this.#beside.size < mostWindows) this.#openBeside(key, request);
    else {
      return refuse('window.tooMany', `${mostWindows} windows are open beside the first. Close one of them.`);
    }
    return ok({});
  }

  /** Closes the windows whose subject is gone. */
  sweep(world: WorldView): void {
    for (const each of [...this.#beside.values()]) {
      if (!hasSubject(world, each.request)) this.#close(each);
    }
  }

  /** Closes all windows but the first. */
  closeBeside(): void {
    for (const each of [...this.#beside.values()]) this.#close(each);
  }

  #openBeside(key: string, request: WindowRequest): void {
    const { kind } = request;
    const url = new URL(pageUrl);
    url.searchParams.set(windowParameter, key);
    const window = openWindow(sizes[kind], url.href);
    const last = this.#bounds.of(kind);
    if (last !== undefined) {
      const others = [...this.#beside.values()].map((each) => each.window.getNormalBounds());
      window.setBounds(placed(last, screen.getDisplayMatching(last).workArea, others));
    }
    this.#beside.set(key, { request, window });
    this.#admit(window, { caption: 'Close', go: () => window.destroy() }, () => undefined);
    window.on('close', () => this.#bounds.remember(kind, window.getNormalBounds()));
    window.on('closed', () => this.#beside.delete(key));
  }

  /** Without asking the page, which may hang. */
  #close({ request, window }: OpenWindow): void {
    this.#bounds.remember(request.kind, window.getNormalBounds());
    window.destroy();
  }

  /** From now on the window's page is answered, told what happens, and loaded anew when it crashes. */
  #admit(window: BrowserWindow, leave: WayOut, onReady: () => void): void {
    const { webContents } = window;
    // A page that has crashed hears of nothing until the next one is there.
    let untold: Mishap | null = null;
    surviveCrashes(window, leave, () => {
      untold = 'page';
    });
    const samples = new Samples();
    this.clients.set(webContents, {
      samples,
      browse: () => browse(window),
      chooseDocument: () => chooseDocument(window),
      chooseTarget: (name) => chooseTarget(window, name),
      chooseCsv: (name) => chooseCsv(window, name),
      ready: () => {
        if (untold !== null) sendTo(webContents, { stream: 'mishap', what: untold });
        untold = null;
        onReady();
      },
      close: () => window.close(),
      openWindow: (request) => this.open(request),
      toggleFullScreen: () => {
        // What it is to be: some systems take their time.
        const fullScreen = !window.isFullScreen();
        window.setFullScreen(fullScreen);
        return fullScreen;
      },
    });
    webContents.on('did-start-navigation', ({ isMainFrame }) => {
      if (isMainFrame) samples.clear();
    });
    window.on('closed', () => this.clients.delete(webContents));
  }
}
