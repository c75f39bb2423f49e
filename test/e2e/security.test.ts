import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { HostPort } from '../../src/shared/host-port';
import { drop } from '../support/e2e/document';
import { expect, test } from '../support/e2e/fixtures';
import { virtualMachines } from '../support/e2e/frame';
import { projectFolder } from '../support/e2e/program';
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
  const dangers = [
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'nodeIntegrationInSubFrames',
    'nodeIntegrationInWorker',
    'webviewTag',
    'navigateOnDragDrop',
  ];
  expect(dangers.filter((name) => Boolean(preferences[0]?.[name]))).toEqual([]);
});

test('no window opens', async ({ open }) => {
  const { app, page } = await open('--paused');
  for (const address of ['https://example.com/', 'about:blank', home]) {
    expect(await page.evaluate((url) => window.open(url) === null, address)).toBe(true);
  }
  const wishes = 'nodeIntegration=yes,contextIsolation=no,sandbox=no,webviewTag=yes';
  expect(await page.evaluate((features) => window.open('', '', features) === null, wishes)).toBe(true);
  await page.evaluate((url) => {
    const link = document.createElement('a');
    Object.assign(link, { href: url, target: '_blank', textContent: 'Elsewhere' });
    link.style.cssText = 'position: fixed; inset: 0; z-index: 99999999';
    document.body.append(link);
  }, home);
  const link = page.getByRole('link', { name: 'Elsewhere' });
  await link.click();
  await link.click({ button: 'middle' });
  await link.click({ modifiers: ['Control'] });
  await link.click({ modifiers: ['Shift'] });
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  expect(app.windows()).toHaveLength(1);
});

test('the page embeds no other page', async ({ open }) => {
  const { app, page } = await open('--paused');
  const shown = await page.evaluate(async (url) => {
    const view = document.createElement('webview');
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(view, frame);
    await new Promise((loaded) => frame.addEventListener('load', loaded));
    // A document that may not be shown has the opaque origin of an error page, out of reach.
    return { webview: 'loadURL' in view, frame: frame.contentDocument !== null };
  }, home);
  expect(shown).toEqual({ webview: false, frame: false });
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('another window is not answered, even on the same page', async ({ open }) => {
  const { app } = await open('--paused');
  const opened = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow, app: program }, address) => {
    const preload = `${program.getAppPath()}/out/preload/index.cjs`;
    void new BrowserWindow({ webPreferences: { preload } }).loadURL(address);
  }, home);
  const stranger = await opened;
  await stranger.waitForLoadState();
  const answer = await invoke(stranger, 'world.read', {});
  expect(answer).toMatchObject({ ok: false, error: { code: 'sender.unknown' } });
});

test('what is dropped on the window is neither opened nor followed', async ({ open }) => {
  const program = await open('--paused');
  const { app, page } = program;
  const title = await page.title();
  await drop(program, { files: [import.meta.filename] });
  await drop(program, { files: [join(projectFolder, 'README.md')] });
  await drop(program, { items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }] });
  await drop(program, { items: [{ mimeType: 'text/plain', data: '/etc/hosts.sriovlab' }] });
  await expect(virtualMachines(page)).toBeVisible();
  expect(
    await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((c) => c.getURL())),
  ).toEqual([home]);
  await expectNothingOpened(page, title);
});

/** What was dropped before has been dealt with when this is answered. */
async function expectNothingOpened(page: Page, title: string): Promise<void> {
  const answer = await invoke(page, 'document.read', {});
  expect(answer).toMatchObject({ ok: true, value: { refused: null } });
  expect(await page.title()).toBe(title);
}

test('a document that only the page drops is not opened', async ({ open }) => {
  const { page } = await open('--paused');
  const title = await page.title();
  const prevented = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['SQLite format 3'], '/tmp/lab.sriovlab'));
    const drops = ['dragenter', 'dragover', 'drop'].map(
      (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
    );
    return drops.map((event) => !document.body.dispatchEvent(event));
  });
  expect(prevented).toEqual([false, false, false]);
  await expectNothingOpened(page, title);
});

test('nothing is downloaded', async ({ open }) => {
  const { app, page } = await open('--paused');
  const refused = app.evaluate(
    ({ session }) =>
      new Promise<boolean>((answer) => {
        // This listener comes after the program's own.
        session.defaultSession.once('will-download', (event) => {
          answer(event.defaultPrevented);
        });
      }),
  );
  await app.evaluate(() => undefined);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['text']));
    link.download = 'file.txt';
    link.click();
  });
  expect(await refused).toBe(true);
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
    const all = new Promise<void>((done) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        directives.push(event.effectiveDirective);
        if (directives.length === 3) done();
      });
    });
    // A script element takes no text and no address at all; a module is the way around that.
    const foreign = 'https://example.com/script.js';
    const outcome = await import(/* @vite-ignore */ foreign).then(
      () => 'ran',
      () => 'refused',
    );
    await fetch('https://example.com/').catch(() => undefined);
    new Image().src = 'https://example.com/picture.png';
    await all;
    return { directives: directives.sort(), outcome };
  });
  expect(blocked).toEqual({ directives: ['connect-src', 'img-src', 'script-src-elem'], outcome: 'refused' });
});

test('text does not become markup or code', async ({ open }) => {
  const { page } = await open('--paused');
  const refusals = await page.evaluate(async () => {
    const attempts: (() => unknown)[] = [
      () => (document.createElement('div').innerHTML = '<b>markup</b>'),
      () => (document.createElement('script').src = 'app://console/index.js'),
      () => (document.createElement('script').textContent = 'window.injected = true'),
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that it fails is the point
      () => new Function('return 1'),
    ];
    // What the test runs itself may evaluate text; what runs later on its behalf may not.
    await new Promise((later) => setTimeout(later));
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(refusals).toEqual(['TypeError', 'TypeError', 'TypeError', 'EvalError']);
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
