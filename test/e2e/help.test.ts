/** F1 and the Help items: what has the focus, and how real that is; and the list of all of it. */
import type { Locator, Page } from '@playwright/test';
import { openNicPage } from '../support/e2e/devices';
import { expect, test } from '../support/e2e/fixtures';
import { act, actOn, actionsUnder, choose, dialog, select } from '../support/e2e/frame';
import { chooseByKeys, tabTo } from '../support/e2e/keyboard';
import { newVirtualMachine } from '../support/e2e/virtual-machines';

interface Expected {
  /** Names of the parts, from the control to the page or window. */
  readonly parts: readonly string[];
  /** Mark of the first part. */
  readonly mark: 'As in Windows' | 'Simplified' | 'Simulator only';
  /** A sentence of the first part. */
  readonly says?: string | RegExp;
}

/** Presses F1 and reads the help; F1 closes it, and the focus is where it was. */
async function expectHelp(page: Page, { parts, mark, says }: Expected): Promise<void> {
  const before = await page.evaluateHandle(() => document.activeElement);
  await page.keyboard.press('F1');
  const help = dialog(page, 'Help');
  await expect(help.getByRole('heading', { level: 3 })).toHaveText([...parts]);
  const first = help.getByRole('region').first();
  await expect(first).toContainText(mark);
  if (says !== undefined) await expect(first).toContainText(says);
  await page.keyboard.press('F1');
  await expect(help).toBeHidden();
  await expect.poll(() => before.evaluate((element) => element === document.activeElement)).toBe(true);
}

async function helpOn(page: Page, control: Locator, expected: Expected): Promise<void> {
  await control.focus();
  await expectHelp(page, expected);
}

test('F1 tells what has the focus and how real that is, in every kind of window', async ({ open }) => {
  const { page } = await open();
  await newVirtualMachine(page, { name: 'VM1' });

  await select(page, 'VM1');
  await expectHelp(page, { parts: ['Main window: Virtual Machines'], mark: 'As in Windows' });
  await helpOn(page, page.getByRole('button', { name: 'Firmware Setup...' }), {
    parts: ['Firmware Setup...', 'Main window: Actions'],
    mark: 'Simulator only',
  });
  await helpOn(page, page.getByRole('tab', { name: 'Summary' }), {
    parts: ['Main window: Summary'],
    mark: 'As in Windows',
  });

  await actOn(page, 'VM1', 'Settings...');
  await page.getByRole('treeitem', { name: 'Hardware Acceleration' }).click();
  await expectHelp(page, { parts: ['Settings: Hardware Acceleration'], mark: 'As in Windows' });
  await helpOn(page, page.getByRole('checkbox', { name: 'Enable IPsec task offloading' }), {
    parts: ['Enable IPsec task offloading', 'Settings: Hardware Acceleration'],
    mark: 'Simplified',
    says: 'no simulated guest uses IPsec',
  });
  await helpOn(page, page.getByRole('checkbox', { name: 'Enable SR-IOV' }), {
    parts: ['Enable SR-IOV', 'Settings: Hardware Acceleration'],
    mark: 'As in Windows',
    says: /Source: .*Microsoft Learn: Set-VMNetworkAdapter/,
  });
  await page.keyboard.press('Escape');

  await act(page, 'Virtual Switch Manager...');
  await page.getByRole('treeitem', { name: 'MAC Address Range' }).click();
  await helpOn(page, page.getByRole('textbox', { name: 'Minimum, pair 5' }), {
    parts: ['Minimum, pair 5', 'Virtual Switch Manager: MAC Address Range'],
    mark: 'As in Windows',
  });
  await page.keyboard.press('Escape');

  await choose(page, 'Action', 'New', 'Virtual Machine...');
  await page.getByRole('button', { name: 'Next >' }).click();
  await helpOn(page, page.getByRole('textbox', { name: 'Name:' }), {
    parts: ['Name:', 'New Virtual Machine Wizard: Specify Name and Location'],
    mark: 'As in Windows',
  });
  await page.keyboard.press('Escape');

  await act(page, 'Firmware Setup...');
  await helpOn(page, page.getByRole('checkbox', { name: 'ARI Forwarding' }), {
    parts: ['ARI Forwarding', 'Firmware Setup: Settings'],
    mark: 'Simulator only',
  });
  await page.keyboard.press('Escape');

  const sheet = await openNicPage(page, 'X520-2', 'Simulator');
  await helpOn(page, sheet.getByRole('button', { name: 'Reset PF' }), {
    parts: ['Reset PF', 'Network adapter properties: Simulator'],
    mark: 'Simulator only',
  });
});

test('Help is where Windows has it, and F1 in a menu is about its item', async ({ open }) => {
  const { page } = await open();
  const help = dialog(page, 'Help');
  await chooseByKeys(page, 'h', 'Help Topics');
  await expect(help.getByRole('heading', { level: 3 })).toHaveText(['Main window']);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  const host = await page.getByRole('treeitem', { level: 2 }).innerText();
  await actionsUnder(page, host).last().click();
  await expect(help.getByRole('heading', { level: 3 })).toHaveText(['Main window: Virtual Machines']);
  await page.keyboard.press('Escape');
  await expect(actionsUnder(page, host).last()).toBeFocused();

  await page.keyboard.press('Alt+v');
  await expect(page.getByRole('menuitem', { name: 'Add/Remove Columns...' })).toBeFocused();
  await page.keyboard.press('F1');
  await expect(help.getByRole('heading', { level: 3 })).toHaveText([
    'Add/Remove Columns...',
    'Main window: Menu bar',
  ]);
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('What Is Real Here? is searched and narrowed down, by keyboard alone', async ({ open }) => {
  const { page } = await open();
  await chooseByKeys(page, 'h', 'What Is Real Here?');
  const list = dialog(page, 'What Is Real Here?');
  await expect(list.getByRole('textbox', { name: 'Find:' })).toBeFocused();
  const status = list.getByRole('status');
  await expect(status).toHaveText(/^\d+ entries$/);

  await page.keyboard.type('protected network');
  const row = list.getByRole('row', { name: /^Protected network Simplified/ });
  await expect(row.first()).toContainText('the simulated host is in no cluster');
  await expect(status).toHaveText(/^2 of \d+ entries$/);

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await tabTo(page, list.getByRole('combobox', { name: 'Show:' }));
  await page.keyboard.type('Not in');
  await expect(list.getByRole('row', { name: /Settings: Checkpoints/ })).toContainText('come later');
  await expect(list.getByRole('row').filter({ hasText: 'As in Windows' })).toHaveCount(0);
  await page.keyboard.press('Home');
  await tabTo(page, list.getByRole('combobox', { name: 'Window:' }));
  await page.keyboard.type('Firmware');
  await expect(list.getByRole('row', { name: /^Firmware Setup: Slots/ })).toContainText('screwdriver');
  await expect(list.getByRole('row', { name: /^Settings:/ })).toHaveCount(0);

  await tabTo(page, list.getByRole('region', { name: 'How real the console is' }));
  await page.keyboard.press('End');
  await expect(list.getByRole('row').last()).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();

  // From the help of one page the list opens on that page.
  await act(page, 'Virtual Switch Manager...');
  await page.getByRole('treeitem', { name: 'MAC Address Range' }).click();
  await page.keyboard.press('F1');
  await dialog(page, 'Help').getByRole('button', { name: 'What Is Real Here?' }).click();
  await expect(list.getByRole('textbox', { name: 'Find:' })).toHaveValue('MAC Address Range');
  await expect(list.getByRole('combobox', { name: 'Window:' })).toHaveValue('Virtual Switch Manager');
  await expect(list.getByRole('row', { name: /^Virtual Switch Manager: MAC Address Range/ })).toBeVisible();
});
