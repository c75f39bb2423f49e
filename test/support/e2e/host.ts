/** What is done to the host: New Host from lspci, Firmware Setup. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { act, choose, dialog, statusBar } from './frame';
import { chooseByKeys, downTo, tabTo } from './keyboard';
import type { Program } from './program';

/** Puts the text where a person would: from the clipboard into the box. */
export async function pasteLspci({ app, page }: Program, text: string): Promise<Locator> {
  await choose(page, 'File', 'New Host from lspci...');
  const window = dialog(page, 'New Host from lspci');
  await app.evaluate(({ clipboard }, content) => {
    clipboard.writeText(content);
  }, text);
  await window.getByRole('textbox', { name: 'Text of lspci' }).focus();
  await page.keyboard.press('Control+v');
  return window;
}

/** Replaces the host, which has nothing on it yet, by one built from the text. */
export async function newHostFromLspci(program: Program, text: string): Promise<void> {
  const window = await pasteLspci(program, text);
  await window.getByRole('button', { name: 'Create Host' }).click();
  await expect(window).toBeHidden();
  await expect(statusBar(program.page)).toContainText('Built from lspci');
}

/** Turns I/O virtualization on or off and restarts the host. */
export async function setIoVirtualization({ page }: Program, on: boolean): Promise<void> {
  await act(page, 'Firmware Setup...');
  const setup = dialog(page, /^Firmware Setup for /);
  await setup.getByRole('checkbox', { name: 'I/O Virtualization (VT-d / AMD-Vi)' }).setChecked(on);
  await setup.getByRole('button', { name: 'Save and Restart Host' }).click();
  await expect(setup).toBeHidden();
  await restartFinished(page);
}

/** Waits while the host goes down and comes up again. */
export async function restartFinished(page: Page): Promise<void> {
  const banner = page.getByText(/is restarting\. Virtual machines/);
  await expect(banner).toBeVisible();
  await expect(banner).toBeHidden({ timeout: 30_000 });
}

/** Opens Firmware Setup at its page of slots without a mouse. */
export async function chooseSlotsByKeys(page: Page): Promise<Locator> {
  await chooseByKeys(page, 'a', 'Firmware Setup...');
  const setup = dialog(page, /^Firmware Setup for /);
  await tabTo(page, setup.getByRole('treeitem', { name: 'Settings', exact: true }));
  await downTo(page, setup.getByRole('treeitem', { name: 'Slots', exact: true }));
  return setup;
}
