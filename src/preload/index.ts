/**
 * Hands the console its port to the host: two functions, whatever the program learns to do. What a
 * person drops on the window passes it by.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { DROP_CHANNEL, INVOKE_CHANNEL, STREAM_CHANNEL, documentEnding } from '../shared/host-port';
import type { HostPort } from '../shared/host-port';

const port: HostPort = {
  invoke: (name, input) => ipcRenderer.invoke(INVOKE_CHANNEL, name, input) as Promise<string>,
  subscribe: (listener) => {
    const receive = (_event: unknown, message: unknown): void => listener(message);
    ipcRenderer.on(STREAM_CHANNEL, receive);
    return () => {
      ipcRenderer.off(STREAM_CHANNEL, receive);
    };
  },
};

/** The one document among what was dropped; null for anything else. */
function documentOf({ dataTransfer }: DragEvent): File | null {
  const [file, ...others] = dataTransfer?.files ?? [];
  return file !== undefined && others.length === 0 && file.name.toLowerCase().endsWith(documentEnding)
    ? file
    : null;
}

/** Behind a dialog nothing is opened: it would lose what it is about. */
function accepts({ isTrusted, dataTransfer }: DragEvent): boolean {
  return (
    isTrusted &&
    dataTransfer?.types.includes('Files') === true &&
    document.querySelector('[role="dialog"]') === null
  );
}

/**
 * Opens a document that the user drops on the window. The page takes no part in it: only a drop that
 * a person made is trusted, the path goes from here to the main process, and of a file that a page
 * made up there is none.
 */
function acceptDrops(): void {
  for (const type of ['dragenter', 'dragover'] as const) {
    window.addEventListener(
      type,
      (event) => {
        // What kind of file it is, only the drop tells.
        if (accepts(event)) event.preventDefault();
      },
      true,
    );
  }
  window.addEventListener(
    'drop',
    (event) => {
      if (!accepts(event)) return;
      event.preventDefault();
      const file = documentOf(event);
      if (file !== null) ipcRenderer.send(DROP_CHANNEL, webUtils.getPathForFile(file));
    },
    true,
  );
}

contextBridge.exposeInMainWorld('host', port);
acceptDrops();
