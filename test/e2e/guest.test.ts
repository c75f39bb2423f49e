import type { Page } from '@playwright/test';
import type { HostPort } from '../../src/shared/host-port';
import { expectAccessible } from '../support/e2e/axe';
import { connect, exit, guestTab } from '../support/e2e/connection';
import { expect, test } from '../support/e2e/fixtures';
import { actOn, choose, dialog, expectState, start } from '../support/e2e/frame';
import { downTo, pressOn, tabTo } from '../support/e2e/keyboard';
import { active, expectStatus } from '../support/e2e/networking';
import { createSwitch } from '../support/e2e/switches';
import { answer, enableSriov, newVirtualMachine } from '../support/e2e/virtual-machines';

const verbs = ['Start', 'Turn Off', 'Shut Down', 'Save', 'Pause', 'Reset'] as const;

/** What the tool bar and the menu Action allow now; the one caption that changes is told by its key. */
async function expectAllowed(window: Page, allowed: readonly string[]): Promise<void> {
  const buttons = window.getByRole('toolbar').getByRole('button');
  await expect(buttons).toHaveCount(verbs.length);
  for (const name of allowed) {
    await expect(window.getByRole('toolbar').getByRole('button', { name, exact: true })).toBeEnabled();
  }
  await expect(window.getByRole('toolbar').locator('[aria-disabled="true"]')).toHaveCount(
    verbs.length - allowed.length,
  );
  await window.keyboard.press('Alt+a');
  const items = window.getByRole('menu').getByRole('menuitem');
  await expect(items).toHaveCount(verbs.length);
  await expect(items.and(window.locator('[aria-disabled="true"]'))).toHaveCount(
    verbs.length - allowed.length,
  );
  await window.keyboard.press('Escape');
  await expect(items).toHaveCount(0);
}

function status(window: Page, state: string): Promise<void> {
  return expect(window.getByRole('contentinfo').getByRole('status')).toHaveText(`Status: ${state}`, {
    timeout: 20_000,
  });
}

/** Chooses a radio or check item of the menu bar. */
async function check(
  window: Page,
  menu: string,
  role: 'menuitemradio' | 'menuitemcheckbox',
  name: string | RegExp,
): Promise<void> {
  await window.getByRole('menubar').getByRole('menuitem', { name: menu }).click();
  await window.getByRole('menu').getByRole(role, { name }).click();
  await expect(window.getByRole('menu')).toHaveCount(0);
}

function devices(window: Page): ReturnType<Page['getByRole']> {
  return window.getByRole('tree', { name: 'Device Manager' }).getByRole('treeitem');
}

/** A running virtual machine with a VF, and its guest. */
async function guestWithVf(page: Page): Promise<Page> {
  await createSwitch(page, { name: 'Fast', nic: 'X520', sriov: true });
  await newVirtualMachine(page, { name: 'VM1', connection: 'Fast' });
  await enableSriov(page, 'VM1', true);
  await start(page, 'VM1');
  await expectStatus(page, 'VM1', active);
  return connect(page, 'VM1');
}

test('Connect opens a window with its verbs by menu, tool bar and key in every state', async ({ open }) => {
  const { page } = await open('--speed', '40');
  await newVirtualMachine(page, { name: 'VM1' });
  const window = await connect(page, 'VM1');
  const toolbar = window.getByRole('toolbar');
  await expect(window.getByText("The virtual machine 'VM1' is turned off")).toBeVisible();
  await expectAllowed(window, ['Start']);
  await window.getByRole('main').getByRole('button', { name: 'Start' }).click();
  await status(window, 'Running');
  await expect(devices(window)).toHaveText([/Network adapters/, /Hyper-V Network Adapter/], {
    timeout: 20_000,
  });
  await expectAllowed(window, ['Turn Off', 'Shut Down', 'Save', 'Pause', 'Reset']);
  await window.keyboard.press('Control+p');
  await status(window, 'Paused');
  await expectAllowed(window, ['Turn Off', 'Save', 'Resume', 'Reset']);
  await toolbar.getByRole('button', { name: 'Resume' }).click();
  await status(window, 'Running');
  await choose(window, 'Action', 'Save');
  await status(window, 'Saved');
  await expectAllowed(window, ['Start']);
  await window.keyboard.press('Control+s');
  await status(window, 'Running');
  // Questions are asked where the verb was used, and answered there.
  await window.keyboard.press('Control+u');
  await expect(dialog(page, 'Turn Off Machine')).toHaveCount(0);
  await answer(window, 'Turn Off Machine', "Don't Turn Off");
  await toolbar.getByRole('button', { name: 'Reset' }).click();
  await answer(window, 'Reset Machine', 'Reset');
  await expect(devices(window)).toHaveCount(2, { timeout: 20_000 });
  await choose(window, 'Action', 'Shut Down...');
  await answer(window, 'Shut Down Machine', 'Shut Down');
  await status(window, 'Off');
  await window.keyboard.press('Control+o');
  await expect(dialog(window, /^Settings for VM1 on /)).toBeVisible();
  await expect(dialog(page, /^Settings for VM1 on /)).toHaveCount(0);
  await window.keyboard.press('Escape');
  await expect(dialog(window, /^Settings/)).toHaveCount(0);
  await window.keyboard.press('Escape');
  await status(window, 'Off');
});

test('what concerns windows is the same in all of them, and all end with the first', async ({ open }) => {
  const { app, page } = await open('--speed', '40');
  await newVirtualMachine(page, { name: 'VM1' });
  const window = await connect(page, 'VM1');
  const scheme = (of: Page): Promise<string> =>
    of.evaluate(
      () => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).colorScheme,
    );
  await check(window, 'View', 'menuitemradio', 'Dark');
  await expect.poll(() => scheme(window)).toBe('dark');
  await expect.poll(() => scheme(page)).toBe('dark');
  await check(window, 'View', 'menuitemcheckbox', 'Toolbar');
  await expect(window.getByRole('toolbar')).toHaveCount(0);
  const full = (): Promise<boolean | undefined> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.getTitle().startsWith('VM1'))
        ?.isFullScreen(),
    );
  await check(window, 'View', 'menuitemcheckbox', /^Full Screen Mode/);
  await expect.poll(full).toBe(true);
  await window.keyboard.press('Control+Alt+Pause');
  await expect.poll(full).toBe(false);
  // Playwright does not follow a page beyond its crash: what the new one shows comes through the main process.
  const text = await app.evaluate(
    ({ webContents }) =>
      new Promise<string>((done) => {
        const contents = webContents.getAllWebContents().find((each) => each.getTitle().startsWith('VM1'));
        const look = (): void => {
          void contents?.executeJavaScript('document.body.innerText').then((shown: string) => {
            if (shown.includes('has crashed')) done(shown);
            else setTimeout(look, 100);
          });
        };
        contents?.once('did-finish-load', look);
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(text).toContain("The virtual machine 'VM1' is turned off");
  await expect(page.getByText(/has crashed/)).toHaveCount(0);
  const ended = app.waitForEvent('close');
  await choose(page, 'File', 'Exit').catch(() => undefined);
  await ended;
});

test('there is one window for each virtual machine, and it ends with it', async ({ open }) => {
  const { app, page } = await open('--speed', '40');
  for (const name of ['VM1', 'VM2', 'VM3']) await newVirtualMachine(page, { name });
  const first = await connect(page, 'VM1');
  await connect(page, 'VM2');
  await actOn(page, 'VM1', 'Connect...');
  const focused = (): Promise<string | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle());
  await expect.poll(focused).toBe(await first.title());
  expect(page.context().pages()).toHaveLength(3);
  const gone = first.waitForEvent('close');
  await actOn(page, 'VM1', 'Delete...');
  await answer(page, 'Delete Selected Virtual Machines', 'Delete');
  await gone;
  // Where the next one stands is where the last one stood.
  const bounds = { x: 40, y: 50, width: 800, height: 600 };
  const last = await connect(page, 'VM3');
  await app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()
      .find((each) => each.getTitle().startsWith('VM3'))
      ?.setBounds(wanted);
  }, bounds);
  await exit(last);
  await connect(page, 'VM3');
  const found = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.getTitle().startsWith('VM3'))
      ?.getBounds(),
  );
  expect(found).toEqual(bounds);
  // Another document has other virtual machines, even if they were called the same.
  await choose(page, 'File', 'New Document');
  await expect.poll(() => page.context().pages().length).toBe(1);
});

test('a window beside the first is as locked down, and as little held up by others', async ({ open }) => {
  const { app, page } = await open('--speed', '40');
  await newVirtualMachine(page, { name: 'VM1' });
  const window = await connect(page, 'VM1');
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has it, its type definitions do not.
      const asked = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { contextIsolation, sandbox, nodeIntegration, webviewTag } = asked.getLastWebPreferences();
      return { contextIsolation, sandbox, nodeIntegration, webviewTag };
    }),
  );
  const locked = { contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false };
  expect(preferences).toEqual([locked, locked]);
  expect(await window.evaluate(() => globalThis.open('about:blank') === null)).toBe(true);
  expect(await window.evaluate(() => Notification.requestPermission())).toBe('denied');
  const refused = app.evaluate(
    ({ webContents }) =>
      new Promise<boolean>((told) => {
        for (const contents of webContents.getAllWebContents()) {
          contents.once('will-frame-navigate', (event) => told(event.defaultPrevented));
        }
      }),
  );
  // A request of its own, so that the listener is there before the navigation.
  await app.evaluate(() => undefined);
  await window.evaluate(() => {
    location.href = 'app://console/index.html';
  });
  expect(await refused).toBe(true);
  // What is not there is not shown, and what the contract does not know is not opened.
  const refusals = await page.evaluate(async () => {
    const { host } = globalThis as unknown as { host: HostPort };
    const asked = [
      { kind: 'guest', vmId: 'nobody' },
      { kind: 'guest' },
      { kind: 'https://example.com', vmId: 'VM1' },
    ];
    const answers = await Promise.all(asked.map((input) => host.invoke('window.open', input)));
    return answers.map((text) => (JSON.parse(text) as { error: { code: string } }).error.code);
  });
  expect(refusals).toEqual(['window.subjectNotFound', 'input.invalid', 'input.invalid']);
  expect(page.context().pages()).toHaveLength(2);
  // The guest's page hangs; the manager goes on, and ends it.
  const hanging = window
    .evaluate(() => {
      const end = performance.now() + 60_000;
      while (performance.now() < end);
    })
    .catch((error: unknown) => String(error));
  const closed = window.waitForEvent('close');
  await start(page, 'VM1');
  await actOn(page, 'VM1', 'Turn Off...');
  await answer(page, 'Turn Off Machine', 'Turn Off');
  await expectState(page, 'VM1', 'Off');
  await actOn(page, 'VM1', 'Delete...');
  await answer(page, 'Delete Selected Virtual Machines', 'Delete');
  await closed;
  expect(await hanging).toContain('closed');
});

test('the guest sees its VF come and go, and keeps its connection', async ({ open }) => {
  const { page } = await open('--speed', '20');
  const window = await guestWithVf(page);
  const vf = window.getByRole('treeitem', { name: 'Intel(R) 82599 Virtual Function' });
  await vf.click();
  await expect(window.getByRole('group', { name: 'Driver' })).toContainText('vxn63x64.sys');
  await expect(window.getByRole('group', { name: 'On the host' })).toContainText('X520-2');
  const panel = await guestTab(window, 'Network Connections');
  const path = panel.getByRole('group', { name: 'Data path' });
  await expect(path).toContainText('past the virtual switch');
  await expect(panel.getByRole('treeitem')).toHaveText([/^Ethernet/]);
  await enableSriov(page, 'VM1', false);
  await expect(path).toContainText('synthetic path', { timeout: 20_000 });
  await expect(path).toContainText('no connection lost');
  await expect(panel.getByRole('group', { name: 'Status' })).toContainText('Enabled');
  await guestTab(window, 'Device Manager');
  await expect(vf).toHaveCount(0);
  await enableSriov(page, 'VM1', true);
  await expect(vf).toBeVisible({ timeout: 20_000 });
  const drivers = await guestTab(window, 'Drivers');
  await drivers.getByRole('button', { name: 'Remove virtual function driver' }).click();
  await expect(drivers.getByRole('row').last()).toContainText('not installed', { timeout: 20_000 });
  await guestTab(window, 'Device Manager');
  await expect(devices(window)).toHaveText(
    [/Network adapters/, /Hyper-V Network Adapter/, /Other devices/, /Ethernet Controller/],
    { timeout: 20_000 },
  );
  await window.getByRole('treeitem', { name: 'Ethernet Controller' }).click();
  await expect(window.getByRole('group', { name: 'General' })).toContainText('VEN_8086&DEV_10ED');
  await guestTab(window, 'Drivers');
  await drivers.getByRole('button', { name: 'Install virtual function driver' }).click();
  await expectStatus(page, 'VM1', active);
  await expect(drivers.getByRole('row').last()).toContainText('loaded');
});

test('traffic starts and stops, with its figures, without a mouse', async ({ open }) => {
  const { page } = await open('--speed', '20');
  const window = await guestWithVf(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const tab of ['Device Manager', 'Network Connections', 'Drivers', 'Traffic']) {
      await guestTab(window, tab);
      await expectAccessible(window, `${tab}, ${colorScheme}`);
    }
  }
  await tabTo(window, window.getByRole('tab', { selected: true }));
  await window.keyboard.press('Home');
  await expect(window.getByRole('tabpanel', { name: 'Device Manager' })).toBeVisible();
  await tabTo(window, window.getByRole('tree').locator('[tabindex="0"]'));
  await downTo(window, window.getByRole('treeitem', { name: 'Intel(R) 82599 Virtual Function' }));
  await expect(window.getByRole('heading', { name: '82599 Virtual Function' })).toBeVisible();
  await window.keyboard.press('Shift+Tab');
  await tabTo(window, window.getByRole('tab', { selected: true }));
  await window.keyboard.press('End');
  const panel = window.getByRole('tabpanel', { name: /^Traffic/ });
  const profile = panel.getByRole('combobox', { name: 'Profile:' });
  await tabTo(window, profile);
  await window.keyboard.type('Request');
  await expect(profile.getByRole('option', { selected: true })).toHaveText('Request and response');
  await pressOn(window, panel.getByRole('button', { name: 'Start traffic' }), 'Enter');
  const live = panel.getByRole('group', { name: 'Live' });
  await expect(live).toContainText(/Latency, mean\s*\d+\.\d\s*us/, { timeout: 20_000 });
  await expect(live).toContainText(/Sending\s*[1-9][\d.,]*\s*Mbps/);
  await pressOn(window, panel.getByRole('button', { name: 'Stop traffic' }), 'Space');
  await expect(live).toContainText(/Sending\s*0\.0\s*Mbps/, { timeout: 20_000 });
  await expect(live).toContainText(/Latency, mean\s*-\s*us/);
  await tabTo(window, window.getByRole('toolbar').getByRole('button', { name: 'Start' }));
  await window.keyboard.press('End');
  await expect(window.getByRole('button', { name: 'Reset' })).toBeFocused();
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: 'Reset' })).toBeFocused();
  await window.keyboard.press('F10');
  await expect(window.getByRole('menuitem', { name: 'File' })).toBeFocused();
});
