/** Device Manager and the properties of a physical adapter. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { act, dialog } from './frame';
import { chooseByKeys, downTo, tabTo } from './keyboard';

/** Device Manager, opened from the Actions pane. */
export async function openDeviceManager(page: Page): Promise<Locator> {
  await act(page, 'Device Manager...');
  const manager = dialog(page, 'Device Manager');
  await expect(manager).toBeVisible();
  return manager;
}

/** A page of the properties of the first adapter whose description ends like that. */
export async function openNicPage(page: Page, description: string, tab: string): Promise<Locator> {
  const manager = await openDeviceManager(page);
  await manager.getByRole('treeitem', { name: new RegExp(`${description}$`) }).dblclick();
  const sheet = dialog(page, new RegExp(`${description} Properties$`));
  await sheet.getByRole('tab', { name: tab }).click();
  return sheet;
}

/** Closes the properties, which may have closed already, and Device Manager behind them. */
export async function leaveDevices(page: Page): Promise<void> {
  const sheet = dialog(page, / Properties$/);
  if (await sheet.isVisible()) await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(sheet).toBeHidden();
  const manager = dialog(page, 'Device Manager');
  await manager.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(manager).toBeHidden();
}

/** Answers the question that has the adapter's description as its title. */
export async function agree(page: Page, description: string): Promise<void> {
  const question = dialog(page, new RegExp(`${description}$`));
  await question.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(question).toBeHidden();
}

/** Sets a property on the tab Advanced; the adapter restarts. */
export async function setAdvanced(
  page: Page,
  description: string,
  property: string,
  value: string,
): Promise<void> {
  const sheet = await openNicPage(page, description, 'Advanced');
  await sheet.getByRole('listbox', { name: 'Property:' }).selectOption(property);
  await sheet.getByRole('combobox', { name: 'Value:' }).selectOption(value);
  await sheet.getByRole('button', { name: 'OK' }).click();
  await agree(page, description);
  await expect(sheet).toBeHidden();
  await leaveDevices(page);
}

/** Opens an adapter's properties without a mouse. */
export async function openNicByKeys(page: Page, description: string): Promise<Locator> {
  await chooseByKeys(page, 'a', 'Device Manager...');
  const manager = dialog(page, 'Device Manager');
  await tabTo(page, manager.getByRole('treeitem', { name: 'Network adapters' }));
  await downTo(page, manager.getByRole('treeitem', { name: new RegExp(`${description}$`) }));
  await page.keyboard.press('Enter');
  return dialog(page, new RegExp(`${description} Properties$`));
}
