/** Writes a picture of the window, for documentation and for people without a display. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BrowserWindow } from 'electron';

/** Writes the window's content to `file` as PNG and answers with the file's full path. */
export async function writePicture(window: BrowserWindow, file: string): Promise<string> {
  const image = await window.webContents.capturePage();
  const path = resolve(file);
  await writeFile(path, image.toPNG());
  return path;
}
