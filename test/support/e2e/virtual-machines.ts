/** New Virtual Machine Wizard, and the Settings of a virtual machine. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { actOn, choose, dialog, expectState } from './frame';

export interface WantedVm {
  readonly name: string;
  /** Name of a virtual switch; left out, the adapter stays unconnected. */
  readonly connection?: string;
  /** Left out, it is 2. */
  readonly generation?: 1 | 2;
}

/** Creates a virtual machine of generation 2 page by page, without a virtual hard disk. */
export async function newVirtualMachine(page: Page, wanted: WantedVm): Promise<void> {
  await choose(page, 'Action', 'New', 'Virtual Machine...');
  const wizard = dialog(page, 'New Virtual Machine Wizard');
  const next = wizard.getByRole('button', { name: 'Next >' });
  await next.click();
  await wizard.getByRole('textbox', { name: 'Name:' }).fill(wanted.name);
  await next.click();
  await wizard.getByRole('radio', { name: `Generation ${wanted.generation ?? 2}` }).check();
  await next.click();
  await next.click();
  if (wanted.connection !== undefined) {
    await wizard.getByRole('combobox', { name: 'Connection:' }).selectOption(wanted.connection);
  }
  await next.click();
  await wizard.getByRole('radio', { name: 'Attach a virtual hard disk later' }).check();
  await next.click();
  await expect(
    wizard.getByRole('heading', { name: 'Completing the New Virtual Machine Wizard' }),
  ).toBeVisible();
  await wizard.getByRole('button', { name: 'Finish' }).click();
  await expect(wizard).toBeHidden();
  await expectState(page, wanted.name, 'Off');
}

/** Changes something on one page of a virtual machine's Settings and presses OK. */
export async function changeSettings(
  page: Page,
  vm: string,
  where: string,
  change: (settings: Locator) => Promise<void>,
): Promise<void> {
  await actOn(page, vm, 'Settings...');
  const settings = dialog(page, new RegExp(`^Settings for ${vm} on `));
  await settings.getByRole('treeitem', { name: where, exact: true }).click();
  await change(settings);
  await settings.getByRole('button', { name: 'OK' }).click();
  await expect(settings).toBeHidden();
}

/** Sets one check box on a page of a virtual machine's Settings. */
export async function setBox(
  page: Page,
  vm: string,
  where: string,
  caption: string,
  on: boolean,
): Promise<void> {
  await changeSettings(page, vm, where, (settings) =>
    settings.getByRole('checkbox', { name: caption }).setChecked(on),
  );
}

/** Sets the second SR-IOV box: Settings, Network Adapter, Hardware Acceleration. */
export async function enableSriov(page: Page, vm: string, on: boolean): Promise<void> {
  await setBox(page, vm, 'Hardware Acceleration', 'Enable SR-IOV', on);
}

/** Answers a question about a virtual machine with one of its buttons. */
export async function answer(page: Page, title: string, button: string): Promise<void> {
  const question = dialog(page, title);
  await question.getByRole('button', { name: button, exact: true }).click();
  await expect(question).toBeHidden();
}

/** Gives a virtual machine another name. */
export async function rename(page: Page, vm: string, name: string): Promise<void> {
  await actOn(page, vm, 'Rename...');
  const box = dialog(page, `Rename ${vm}`);
  await box.getByRole('textbox', { name: 'Name:' }).fill(name);
  await box.getByRole('button', { name: 'OK' }).click();
  await expect(box).toBeHidden();
}
