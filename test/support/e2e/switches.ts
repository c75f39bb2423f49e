/** Virtual Switch Manager. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { act, dialog } from './frame';

export interface WantedSwitch {
  readonly name: string;
  /** Part of the physical adapter's description. */
  readonly nic: string;
  readonly sriov: boolean;
}

async function beginSwitch(page: Page): Promise<Locator> {
  await act(page, 'Virtual Switch Manager...');
  const manager = dialog(page, /^Virtual Switch Manager for /);
  await manager.getByRole('listbox').selectOption('External');
  await manager.getByRole('button', { name: 'Create Virtual Switch' }).click();
  return manager;
}

/** The physical adapters that a new external switch can have, as the list names them. */
export async function externalNetworks(page: Page): Promise<readonly string[]> {
  const manager = await beginSwitch(page);
  const options = manager.getByRole('combobox', { name: 'External network:' }).getByRole('option');
  await expect(options.first()).toBeAttached();
  return options.allTextContents();
}

/** Creates a virtual switch without a physical adapter. */
export async function createInnerSwitch(
  page: Page,
  name: string,
  type: 'Internal' | 'Private',
): Promise<void> {
  await act(page, 'Virtual Switch Manager...');
  const manager = dialog(page, /^Virtual Switch Manager for /);
  await manager.getByRole('listbox').selectOption(type);
  await manager.getByRole('button', { name: 'Create Virtual Switch' }).click();
  await manager.getByRole('textbox', { name: 'Name:' }).fill(name);
  await manager.getByRole('button', { name: 'OK' }).click();
  await expect(manager).toBeHidden();
}

/** Changes something on one page of the Virtual Switch Manager and presses OK. */
export async function changeSwitches(
  page: Page,
  where: string,
  change: (manager: Locator) => Promise<void>,
): Promise<void> {
  await act(page, 'Virtual Switch Manager...');
  const manager = dialog(page, /^Virtual Switch Manager for /);
  await manager.getByRole('treeitem', { name: where, exact: true }).click();
  await change(manager);
  await manager.getByRole('button', { name: 'OK' }).click();
  await expect(manager).toBeHidden();
}

/** Creates an external virtual switch on a physical adapter. */
export async function createSwitch(page: Page, wanted: WantedSwitch): Promise<void> {
  const manager = await beginSwitch(page);
  await manager.getByRole('textbox', { name: 'Name:' }).fill(wanted.name);
  const nics = manager.getByRole('combobox', { name: 'External network:' });
  const description = nics.getByRole('option').filter({ hasText: wanted.nic }).first();
  await nics.selectOption((await description.textContent()) ?? wanted.nic);
  const box = manager.getByRole('checkbox', { name: 'Enable single-root I/O virtualization (SR-IOV)' });
  await box.setChecked(wanted.sriov);
  await manager.getByRole('button', { name: 'OK' }).click();
  await dialog(page, 'Apply Networking Changes').getByRole('button', { name: 'Yes' }).click();
  await expect(manager).toBeHidden();
}
