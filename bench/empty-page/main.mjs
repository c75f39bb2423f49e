/*
 * What Electron costs by itself: a window with an empty page, which says `ready` on stdout once it is painted.
 * Its window has the program's size and safety settings, so that the difference is the program's own share.
 */
import { app, BrowserWindow } from 'electron';

const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';

async function open() {
  app.setPath('userData', process.argv.at(-1) ?? '');
  await app.whenReady();
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    useContentSize: true,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  });
  window.removeMenu();
  window.webContents.once('dom-ready', () => {
    void window.webContents.executeJavaScript(painted).then(() => process.stdout.write('ready\n'));
  });
  await window.loadURL('data:text/html,<!doctype html><title>Empty</title>');
}

process.on('SIGTERM', () => app.quit());
void open();
