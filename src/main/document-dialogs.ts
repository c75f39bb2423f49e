/** Where documents are: asked of the user alone. No path ever comes from the page. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';

const filters = [{ name: 'SR-IOV Manager document', extensions: ['sriovlab'] }];

/** A document to open; null when the user cancels. */
export async function chooseDocument(window: BrowserWindow): Promise<string | null> {
  const chosen = await dialog.showOpenDialog(window, { title: 'Open', properties: ['openFile'], filters });
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/** Where to keep a document; the dialog has asked before something is replaced. */
export async function chooseTarget(window: BrowserWindow, name: string): Promise<string | null> {
  const defaultPath = join(app.getPath('documents'), `${name}.sriovlab`);
  const properties: ('createDirectory' | 'showOverwriteConfirmation')[] = [
    'createDirectory',
    'showOverwriteConfirmation',
  ];
  const chosen = await dialog.showSaveDialog(window, { title: 'Save As', defaultPath, filters, properties });
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
}
