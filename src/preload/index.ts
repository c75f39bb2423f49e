/** Hands the console its port to the host: two functions, whatever the program learns to do. */
import { contextBridge, ipcRenderer } from 'electron';
import { INVOKE_CHANNEL, STREAM_CHANNEL } from '../shared/host-port';
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

contextBridge.exposeInMainWorld('host', port);
