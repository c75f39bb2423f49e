/** A window of the console: locked down from the start, and it goes nowhere. */
import { join } from 'node:path';
import { BrowserWindow, app, nativeTheme, session } from 'electron';
import type { WebContents } from 'electron';
import icon from '../../assets/icons/linux/128x128.png?asset';
import { pageUrl } from './protocol';

/** The page asks for nothing; whatever asks in its name is refused. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/** No page opens a window, leaves its own address or embeds another page. */
function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Confines every web contents that ever comes to be. */
export function confineAll(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** CSS pixels of the page. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
  readonly minWidth: number;
  readonly minHeight: number;
}

/** Opens a window at one of the page's own addresses; `preload` and page come from the built program. */
export function openWindow(size: WindowSize, url = pageUrl): BrowserWindow {
  const window = new BrowserWindow({
    ...size,
    useContentSize: true,
    title: 'SR-IOV Manager',
    // Elsewhere the window takes the executable's.
    ...(process.platform === 'linux' && { icon }),
    // What shows before the page has painted.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // A package is for work: whoever wants to look inside builds the program.
      devTools: !app.isPackaged,
      // It would fetch dictionaries.
      spellcheck: false,
      backgroundThrottling: true,
    },
  });
  void window.loadURL(url);
  return window;
}
