/** Draws the pages of a network adapter and of the Virtual Switch Manager. Run with `npm run pictures`. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { test } from '../support/e2e/fixtures';
import { act, actOn, dialog, start } from '../support/e2e/frame';
import { createSwitch } from '../support/e2e/switches';
import { newVirtualMachine } from '../support/e2e/virtual-machines';

const folder = join(import.meta.dirname, '../../docs/pictures');

async function drawPage(window: Locator, page: string, file: string): Promise<void> {
  await window.getByRole('treeitem', { name: page, exact: true }).click();
  await window.screenshot({ path: join(folder, `${file}.png`) });
}

async function drawSettings(page: Page): Promise<void> {
  await actOn(page, 'SQL01', 'Settings...');
  const settings = dialog(page, /^Settings for SQL01 on /);
  await drawPage(settings, 'Network Adapter', 'network-adapter');
  await drawPage(settings, 'Hardware Acceleration', 'hardware-acceleration');
  await drawPage(settings, 'Advanced Features', 'advanced-features');
  await page.keyboard.press('Escape');
}

async function drawManager(page: Page): Promise<void> {
  await act(page, 'Virtual Switch Manager...');
  const manager = dialog(page, /^Virtual Switch Manager for /);
  await drawPage(manager, 'External SR-IOV', 'virtual-switch');
  await drawPage(manager, 'Extensions', 'switch-extensions');
  await drawPage(manager, 'MAC Address Range', 'mac-address-range');
  await page.keyboard.press('Escape');
}

test('network adapter and virtual switch', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await page.emulateMedia({ colorScheme: 'light' });
  await createSwitch(page, { name: 'External SR-IOV', nic: 'X520', sriov: true });
  await newVirtualMachine(page, { name: 'SQL01', connection: 'External SR-IOV' });
  await start(page, 'SQL01');
  await drawSettings(page);
  await drawManager(page);
});
