import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/e2e/axe';
import { expect, test } from '../support/e2e/fixtures';
import { dialog, select, start, statusBar, turnTo, vmRow } from '../support/e2e/frame';
import { newVirtualMachine } from '../support/e2e/virtual-machines';

function control(page: Page, name: string | RegExp): Locator {
  return statusBar(page).getByRole('button', { name });
}

async function fromMenu(page: Page, name: string): Promise<void> {
  await control(page, /^Simulated time:/).click();
  await page
    .getByRole('menu', { name: 'Simulated time' })
    .getByRole(/^\d|^Speed/.test(name) ? 'menuitemradio' : 'menuitem', { name, exact: true })
    .click();
}

function uptime(page: Page): Locator {
  return vmRow(page, 'VM1').getByRole('gridcell').nth(4);
}

test('time stands still, goes on step by step, faster, and back', async ({ open }) => {
  const { page } = await open('--clock', '2026-03-01T12:00:00Z', '--speed', '10');
  await newVirtualMachine(page, { name: 'VM1' });
  await start(page, 'VM1');
  await control(page, 'Pause Simulated Time').click();
  await expect(statusBar(page)).toContainText('Paused');
  await expect(control(page, 'Resume Simulated Time')).toBeFocused();
  await fromMenu(page, 'Forward 10 Minutes');
  await expect(uptime(page)).toHaveText(/^00:1\d:/);
  const later = (await uptime(page).textContent()) ?? '';
  await fromMenu(page, 'Back 1 Minute');
  await expect(uptime(page)).toHaveText(/^00:0[89]:/);
  await expect(statusBar(page)).toContainText('Paused');
  await page.keyboard.press('Control+z');
  await expect(uptime(page)).toHaveText(later);
  await fromMenu(page, 'Speed 60x');
  await control(page, 'Resume Simulated Time').press('Enter');
  await expect(statusBar(page)).toContainText('Speed 60x');
  await expect(uptime(page)).not.toHaveText(later);
});

test('the date is set, and every date moves with it', async ({ open }) => {
  const { page } = await open('--clock', '2026-03-01T12:00:00Z', '--paused');
  await newVirtualMachine(page, { name: 'VM1' });
  await select(page, 'VM1');
  await turnTo(page, 'Summary');
  const details = page.getByRole('region', { name: 'VM1' });
  await expect(details).toContainText('3/1/2026 12:00:00 PM');
  await control(page, 'Forward 1 Second').click();
  await expect(statusBar(page)).toContainText('3/1/2026 12:00:01 PM');
  await fromMenu(page, 'Set Date and Time...');
  const setDate = dialog(page, 'Set Date and Time');
  await expectAccessible(page, 'Set Date and Time');
  const field = setDate.getByLabel('Date and time:');
  await field.fill('1970-01-01T00:00:00');
  await expect(setDate.getByText('Type a date from the year 1980 to 2099')).toBeVisible();
  await field.fill('2030-12-24T18:00:01');
  await setDate.getByRole('button', { name: 'OK' }).click();
  await expect(statusBar(page)).toContainText('12/24/2030 6:00:01 PM');
  await expect(details).toContainText('12/24/2030 6:00:00 PM');
});
