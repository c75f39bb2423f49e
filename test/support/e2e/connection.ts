/** Virtual Machine Connection: its window, and what is done inside the guest. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { actOn } from './frame';

/** The window that opens while something is done in another one; menus in it are there at once. */
export async function openedBy(page: Page, act: () => Promise<void>): Promise<Page> {
  const opening = page.context().waitForEvent('page');
  await act();
  const window = await opening;
  await window.emulateMedia({ reducedMotion: 'reduce' });
  return window;
}

/** Connects to a virtual machine to which no window is connected. */
export async function connect(page: Page, vm: string): Promise<Page> {
  const window = await openedBy(page, () => actOn(page, vm, 'Connect...'));
  await expect(window).toHaveTitle(new RegExp(`^${vm} on .* - Virtual Machine Connection$`));
  return window;
}

/** Turns to a page of the guest; that of a guest which is still starting is awaited. */
export async function guestTab(window: Page, name: string): Promise<Locator> {
  // Behind the caption may stand the mark of what Windows lacks.
  const caption = { name: new RegExp(`^${name}`) };
  await window.getByRole('tab', caption).click({ timeout: 20_000 });
  return window.getByRole('tabpanel', caption);
}

/** Closes a window by its menu. */
export async function exit(window: Page): Promise<void> {
  const closed = window.waitForEvent('close');
  await window.getByRole('menubar').getByRole('menuitem', { name: 'File' }).click();
  const item = window.getByRole('menu').getByRole('menuitem', { name: 'Exit' });
  // The page may be gone before Playwright is done with the click.
  await item.click().catch(() => undefined);
  await closed;
}

async function inside(
  page: Page,
  vm: string,
  tab: string,
  work: (panel: Locator) => Promise<void>,
): Promise<void> {
  const window = await connect(page, vm);
  await work(await guestTab(window, tab));
  await exit(window);
}

/** Lets the guest send and receive 1,000 Mbps each, which is what the window proposes. */
export async function startTraffic(page: Page, vm: string, packetBytes?: number): Promise<void> {
  await inside(page, vm, 'Traffic', async (panel) => {
    if (packetBytes !== undefined) {
      await panel.getByRole('spinbutton', { name: 'Packet size (bytes):' }).fill(String(packetBytes));
    }
    await panel.getByRole('button', { name: 'Start traffic' }).click();
    await expect(panel.getByRole('button', { name: 'Stop traffic' })).toBeEnabled();
  });
}

/** Removes the VF driver from the guest. */
export async function removeVfDriver(page: Page, vm: string): Promise<void> {
  await inside(page, vm, 'Drivers', async (panel) => {
    await panel.getByRole('button', { name: 'Remove virtual function driver' }).click();
    await expect(panel.getByRole('button', { name: 'Install virtual function driver' })).toBeEnabled();
  });
}
