/** Virtual Machine Connection: what is done inside the guest. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { actOn, dialog } from './frame';

async function inside(page: Page, vm: string, work: (window: Locator) => Promise<void>): Promise<void> {
  await actOn(page, vm, 'Connect...');
  const window = dialog(page, new RegExp(`^${vm} on .* - Virtual Machine Connection$`));
  await work(window);
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(window).toBeHidden();
}

/** Lets the guest send and receive 1,000 Mbps each, which is what the dialog proposes. */
export async function startTraffic(page: Page, vm: string): Promise<void> {
  await inside(page, vm, async (window) => {
    const traffic = window.getByRole('group', { name: 'Traffic' });
    await traffic.getByRole('button', { name: 'Start traffic' }).click({ timeout: 20_000 });
    await expect(traffic.getByRole('button', { name: 'Stop traffic' })).toBeEnabled();
  });
}

/** Removes the VF driver from the guest. */
export async function removeVfDriver(page: Page, vm: string): Promise<void> {
  await inside(page, vm, async (window) => {
    const button = window.getByRole('button', { name: 'Remove virtual function driver' });
    await button.click({ timeout: 20_000 });
    await expect(window.getByRole('button', { name: 'Install virtual function driver' })).toBeEnabled();
  });
}
