/** Working without a mouse: where the focus is, how to get it elsewhere, and whether it can be seen. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { decodePng } from './png';

/** More Tab stops than any window of the program has. */
const mostStops = 40;

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Presses Tab until the control has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}.`);
}

/** Goes to a control with Tab and presses a key on it. */
export async function pressOn(page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes to a text field with Tab and types over what is in it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await expect(target).toHaveValue(text);
}

/** Goes to a tree, a menu or a list with Tab and along it with Down until the item has the focus. */
export async function downTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`Down does not reach ${String(target)}.`);
}

/** Opens a menu with Alt and its letter and goes down to an item. */
export async function chooseByKeys(page: Page, letter: string, ...items: readonly string[]): Promise<void> {
  await page.keyboard.press(`Alt+${letter}`);
  for (const [index, name] of items.entries()) {
    if (index > 0) await page.keyboard.press('ArrowRight');
    await downTo(page, page.getByRole('menu').getByRole('menuitem', { name, exact: index > 0 }));
  }
  await page.keyboard.press('Enter');
}

/**
 * Expects the focus to be in the dialog, and the pixels of the dialog to tell where: they change
 * when the focused control loses the focus.
 */
export async function expectVisibleFocus(dialog: Locator): Promise<void> {
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  const withFocus = decodePng(await dialog.screenshot({ animations: 'disabled' }));
  const control = await dialog.page().evaluateHandle(() => document.activeElement);
  await control.evaluate((element) => {
    if (element instanceof HTMLElement) element.blur();
  });
  const without = decodePng(await dialog.screenshot({ animations: 'disabled' }));
  await control.evaluate((element) => {
    if (element instanceof HTMLElement) element.focus();
  });
  expect(without.bytes.equals(withFocus.bytes), 'the focus cannot be seen').toBe(false);
}
