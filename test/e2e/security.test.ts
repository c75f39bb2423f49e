import type { Page } from '@playwright/test';
import type { HostPort } from '../../src/shared/host-port';
import { expect, test } from '../support/e2e/fixtures';
import { virtualMachines } from '../support/e2e/frame';
import type { Program } from '../support/e2e/program';

const home = 'app://console/index.html';

/** Asks the host as a page that has been taken over could. */
async function invoke(page: Page, name: string, input: unknown): Promise<unknown> {
  const text = await page.evaluate(
    ([request, value]) => (window as unknown as { host: HostPort }).host.invoke(request, value),
    [name, input] as const,
  );
  return JSON.parse(text);
}

/** Sends the page to another address; answers with whether the main process refused. */
async function navigate({ app, page }: Program, address: string): Promise<boolean> {
  const refused = app.evaluate(
    ({ webContents }) =>
      new Promise<boolean>((answer) => {
        const [contents] = webContents.getAllWebContents();
        // These listeners come after the program's own; the second event comes only if the first let pass.
        contents?.once('will-frame-navigate', (event) => {
          if (event.defaultPrevented) answer(true);
        });
        contents?.once('will-navigate', (event) => {
          answer(event.defaultPrevented);
        });
      }),
  );
  // A request of its own, so that the listener is there before the navigation.
  await app.evaluate(() => undefined);
  await page.evaluate((url) => {
    location.href = url;
  }, address);
  return refused;
}

test('the page has nothing of Node.js and two functions of the host', async ({ open }) => {
  const { page } = await open('--paused');
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
  const port = await page.evaluate(() => Object.keys((window as unknown as { host: object }).host).sort());
  expect(port).toEqual(['invoke', 'subscribe']);
});

test('the window is sandboxed and isolated', async ({ open }) => {
  const { app } = await open('--paused');
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has it, its type definitions do not.
      const asked = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return asked.getLastWebPreferences();
    }),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('no window opens', async ({ open }) => {
  const { app, page } = await open('--paused');
  for (const address of ['https://example.com/', 'about:blank', home]) {
    expect(await page.evaluate((url) => window.open(url) === null, address)).toBe(true);
  }
  expect(app.windows()).toHaveLength(1);
});

test('the page leaves its address for nothing', async ({ open }) => {
  const program = await open('--paused');
  const { app, page } = program;
  const address = (): Promise<string | undefined> =>
    app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getURL());
  // Chromium itself keeps a page from the file system, before the program is asked.
  const complaint = page.waitForEvent('console', (message) => message.text().includes('local resource'));
  await page.evaluate(() => {
    location.href = 'file:///etc/hostname';
  });
  await complaint;
  expect(await address()).toBe(home);
  expect(await navigate(program, 'https://example.com/')).toBe(true);
  expect(await address()).toBe(home);
});

test('every permission is denied', async ({ open }) => {
  const { page } = await open('--paused');
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  const states = await page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'persistent-storage'] as const).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'denied', 'denied']);
  const clipboard = await page.evaluate(() =>
    navigator.clipboard.readText().then(
      () => 'read',
      (error: unknown) => (error as Error).name,
    ),
  );
  expect(clipboard).toBe('NotAllowedError');
});

test('the content security policy stops scripts and connections from elsewhere', async ({ open }) => {
  const { page } = await open('--paused');
  const blocked = await page.evaluate(async () => {
    const directives: string[] = [];
    const three = new Promise<void>((done) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        directives.push(event.effectiveDirective);
        if (directives.length === 3) done();
      });
    });
    const inline = document.createElement('script');
    inline.textContent = 'window.injected = true';
    const foreign = document.createElement('script');
    foreign.src = 'https://example.com/script.js';
    document.head.append(inline, foreign);
    await fetch('https://example.com/').catch(() => undefined);
    await three;
    return { directives: directives.sort(), ran: 'injected' in window };
  });
  expect(blocked).toEqual({ directives: ['connect-src', 'script-src-elem', 'script-src-elem'], ran: false });
});

test('what the contract does not know is refused as a value', async ({ open }) => {
  const { page } = await open('--paused');
  const requests: readonly (readonly [string, unknown])[] = [
    ['host.format', {}],
    ['__proto__', {}],
    ['execute', { commands: 'all' }],
    ['execute', { commands: [{ name: 'vm.explode', input: {} }] }],
    ['execute', { commands: [{ name: 'vm.start', input: { id: 7 } }] }],
    ['counters.watch', { watch: 'w', paths: [], intervalMs: 0 }],
  ];
  for (const [name, input] of requests) {
    const answer = await invoke(page, name, input);
    expect(answer, `${name} ${JSON.stringify(input)}`).toMatchObject({ ok: false });
    expect((answer as { error: { message: string } }).error.message).not.toBe('');
  }
  await expect(virtualMachines(page)).toBeVisible();
});
