/** The only file that touches Electron's IPC in the main process: who may ask, and how messages go out. */
import { ipcMain } from 'electron';
import type { WebContents } from 'electron';
import type { StreamMessage } from '../shared/contract';
import { INVOKE_CHANNEL, STREAM_CHANNEL } from '../shared/host-port';
import { refuse } from '../shared/result';
import type { Client, Serve } from './serve';

/** Answers requests of the known windows' own pages; anybody else is refused. */
export function answerRequests(
  serve: Serve,
  clientOf: (contents: WebContents) => Client | undefined,
  origin: string,
): void {
  ipcMain.handle(INVOKE_CHANNEL, async (event, name: unknown, input: unknown): Promise<string> => {
    const client = clientOf(event.sender);
    const frame = event.senderFrame;
    const trusted = frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${origin}/`);
    const answer =
      client !== undefined && trusted
        ? await serve(client, name, input)
        : refuse('sender.unknown', 'The request did not come from a window of this program.');
    return JSON.stringify(answer);
  });
}

/** Sends one stream message to a window that is still there. */
export function sendTo(contents: WebContents, message: StreamMessage): void {
  if (!contents.isDestroyed()) contents.send(STREAM_CHANNEL, message);
}
