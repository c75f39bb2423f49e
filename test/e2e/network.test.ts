import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e/fixtures';

/** Someone on this computer who would notice if the program called. */
interface Listener {
  readonly port: number;
  /** Connections and datagrams that have arrived. */
  readonly calls: () => number;
  close(): void;
}

async function listen(): Promise<Listener> {
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4').on('message', () => (calls += 1));
  datagrams.bind(port, '127.0.0.1');
  await once(datagrams, 'listening');
  return {
    port,
    calls: () => calls,
    close: () => {
      server.close();
      datagrams.close();
    },
  };
}

/** Takes the content security policy away, so that only what stands behind it is left. */
async function withoutPolicy(page: Page): Promise<void> {
  const debuggee = await page.context().newCDPSession(page);
  await debuggee.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
}

test('no request of the page leaves the program, even without its policy', async ({ open }) => {
  const { page } = await open('--paused');
  const listener = await listen();
  await withoutPolicy(page);
  const outcomes = await page.evaluate(async (host) => {
    const picture = new Image();
    const shown = new Promise((done) => {
      picture.onload = () => done('loaded');
      picture.onerror = () => done('failed');
    });
    picture.src = `http://${host}/picture.png`;
    const socket = new WebSocket(`ws://${host}/`);
    const connected = new Promise((done) => {
      socket.onopen = () => done('loaded');
      socket.onerror = () => done('failed');
    });
    const fetched = (address: string): Promise<string> =>
      fetch(address, { mode: 'no-cors' }).then(
        () => 'loaded',
        () => 'failed',
      );
    return Promise.all([shown, connected, fetched(`http://${host}/`), fetched('file:///etc/hostname')]);
  }, `127.0.0.1:${listener.port}`);
  listener.close();
  expect(outcomes).toEqual(['failed', 'failed', 'failed', 'failed']);
  expect(listener.calls()).toBe(0);
});

test('WebRTC finds no way out', async ({ open }) => {
  const { page } = await open('--paused');
  const listener = await listen();
  const candidates = await page.evaluate(async (host) => {
    const turn = { username: 'name', credential: 'word' };
    const connection = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:${host}` },
        { urls: `turn:${host}?transport=udp`, ...turn },
        { urls: `turn:${host}?transport=tcp`, ...turn },
      ],
    });
    let found = 0;
    const gathered = new Promise<void>((done) => {
      connection.onicecandidate = ({ candidate }) => {
        if (candidate === null) done();
        else found += 1;
      };
    });
    connection.createDataChannel('data');
    await connection.setLocalDescription();
    await gathered;
    connection.close();
    return found;
  }, `127.0.0.1:${listener.port}`);
  listener.close();
  expect(listener.calls()).toBe(0);
  expect(candidates).toBe(0);
});

test('no name has an address, and a request from the main process goes nowhere', async ({ open }) => {
  const { app } = await open('--paused');
  const listener = await listen();
  const outcomes = await app.evaluate(async ({ net, session }, host) => {
    const failure = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'done',
        (error: unknown) => (error as Error).message,
      );
    return Promise.all([
      failure(session.defaultSession.resolveHost('localhost')),
      failure(net.fetch(`http://${host}/`)),
      // A session that nobody has set up has no request filter.
      failure(session.fromPartition('other').fetch(`http://${host}/`)),
    ]);
  }, `127.0.0.1:${listener.port}`);
  listener.close();
  expect(outcomes[0]).toContain('ERR_NAME_NOT_RESOLVED');
  expect(outcomes[1]).toContain('ERR_BLOCKED_BY_CLIENT');
  // Chromium names the proxy that it cannot reach, or the name of the proxy that has no address.
  expect(outcomes[2]).toMatch(/ERR_PROXY_CONNECTION_FAILED|ERR_NAME_NOT_RESOLVED/);
  expect(listener.calls()).toBe(0);
});
