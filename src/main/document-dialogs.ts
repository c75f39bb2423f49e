/** Where documents are: asked of the user alone. No path ever comes from the page. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow, FileFilter } from 'electron';

const filters = [{ name: 'SR-IOV Manager document', extensions: ['sriovlab'] }];

/** A document to open; null when the user cancels. */
export async function chooseDocument(window: BrowserWindow): Promise<string | null> {
  const chosen = await dialog.showOpenDialog(window, { title: 'Open', properties: ['openFile'], filters });
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

const csvFilters = [{ name: 'Comma-separated values', extensions: ['csv'] }];

async function chooseNewFile(
  window: BrowserWindow,
  title: string,
  name: string,
  filters: FileFilter[],
): Promise<string | null> {
  const defaultPath = join(app.getPath('documents'), name);
  const properties: ('createDirectory' | 'showOverwriteConfirmation')[] = [
    'createDirectory',
    'showOverwriteConfirmation',
  ];
  const chosen = await dialog.showSaveDialog(window, { title, defaultPath, filters, properties });
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
}

/** Where to keep a document; the dialog has asked before something is replaced. */
export function chooseTarget(window: BrowserWindow, name: string): Promise<string | null> {
  return chooseNewFile(window, 'Save As', `${name}.sriovlab`, filters);
}

/** Where to write a recording of this name, which may hold what no file's name may. */
export function chooseCsv(window: BrowserWindow, name: string): Promise<string | null> {
  return chooseNewFile(window, 'Export', `${name.replaceAll(/[\\/:*?"<>|]/g, '_')}.csv`, csvFilters);
}
