/** The only file that touches Electron's IPC in the main process: who may ask, and how messages go out. */
import { ipcMain } from 'electron';
import { isAbsolute } from 'node:path';
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import type { StreamMessage } from '../shared/contract';
import { DROP_CHANNEL, INVOKE_CHANNEL, STREAM_CHANNEL, documentEnding } from '../shared/host-port';
import { refuse } from '../shared/result';
import type { Client, Serve } from './serve';

/** Whether it was our own page, and no frame in it, that sent something. */
function isMainPage(
  { sender, senderFrame: frame }: IpcMainEvent | IpcMainInvokeEvent,
  origin: string,
): boolean {
  return frame !== null && frame === sender.mainFrame && frame.url.startsWith(`${origin}/`);
}

/** Opens documents that a person has dropped on one of the known windows; anything else is ignored. */
export function acceptDrops(
  open: (path: string) => void,
  isKnown: (contents: WebContents) => boolean,
  origin: string,
): void {
  ipcMain.on(DROP_CHANNEL, (event, path: unknown) => {
    if (!isKnown(event.sender) || !isMainPage(event, origin)) return;
    if (typeof path !== 'string' || !isAbsolute(path)) return;
    if (path.toLowerCase().endsWith(documentEnding)) open(path);
  });
}

/** Answers requests of the known windows' own pages; anybody else is refused. */
export function answerRequests(
  serve: Serve,
  clientOf: (contents: WebContents) => Client | undefined,
  origin: string,
): void {
  ipcMain.handle(INVOKE_CHANNEL, async (event, name: unknown, input: unknown): Promise<string> => {
    const client = clientOf(event.sender);
    const answer =
      client !== undefined && isMainPage(event, origin)
        ? await serve(client, name, input)
        : refuse('sender.unknown', 'The request did not come from a window of this program.');
    return JSON.stringify(answer);
  });
}

/** Sends one stream message to a window that is still there. */
export function sendTo(contents: WebContents, message: StreamMessage): void {
  if (!contents.isDestroyed()) contents.send(STREAM_CHANNEL, message);
}
