/** Documents: what the user answers in the system's own dialogs, which no test can press. */
import { basename } from 'node:path';
import { expect } from '@playwright/test';
import { choose } from './frame';
import type { Program } from './program';

/** Answers the next dialogs for a file with this path. */
export async function chooseFile({ app }: Program, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

/** Keeps the document under this path from now on, and answers with the path. */
export async function saveAs(program: Program, path: string): Promise<string> {
  await chooseFile(program, path);
  await choose(program.page, 'File', 'Save As...');
  await expect(program.page).toHaveTitle(new RegExp(`^${basename(path, '.sriovlab')} - `));
  return path;
}

/** Drops something on the window, as a person would; the first file's path becomes known to the preload script alone. */
export async function drop(
  { page }: Program,
  data: {
    readonly files?: readonly string[];
    readonly items?: readonly { mimeType: string; data: string }[];
  },
): Promise<void> {
  const debuggee = await page.context().newCDPSession(page);
  const { files = [], items = [] } = data;
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const dropped = { items: [...items], files: [...files], dragOperationsMask: 1 };
    await debuggee.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data: dropped });
  }
  await debuggee.detach();
  // What follows a drop is done when the page has painted again.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
