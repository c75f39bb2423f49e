/** The program opens no connection; this closes every way on which Chromium could open one in its name. */
import { app, session } from 'electron';

/** What web pages can reach other computers and files by. The console's own `app:` is not among them. */
const elsewhere = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'];

/**
 * Must run before Electron is ready. No name has an address, and everything has to go through a proxy that has a name.
 * That covers what no request filter sees: prefetching of names, Chromium's own services, WebRTC.
 */
export function closeNetwork(): void {
  // No policy of the page and no request filter reaches WebRTC, and its datagrams pass by the proxy.
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('proxy-server', 'http://nowhere.invalid:9');
  // Without it this computer itself would be reached without the proxy.
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
}

/** Refuses requests that leave the program, and whatever would store a file. */
export function refuseRequests(): void {
  const { webRequest } = session.defaultSession;
  webRequest.onBeforeRequest({ urls: elsewhere }, (_request, answer) => answer({ cancel: true }));
  session.defaultSession.on('will-download', (event) => event.preventDefault());
}
