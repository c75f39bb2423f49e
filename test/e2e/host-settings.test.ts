/** Hyper-V Settings, the Settings pages Security and Smart Paging File Location, and Customize View. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e/fixtures';
import { act, actions, actOn, choose, dialog, start, statusBar } from '../support/e2e/frame';
import { answer, changeSettings, newVirtualMachine } from '../support/e2e/virtual-machines';

/** Opens one page, does something on it and presses OK. */
async function changeHost(page: Page, name: string, change: (settings: Locator) => Promise<void>) {
  await act(page, 'Hyper-V Settings...');
  const settings = dialog(page, /^Hyper-V Settings for HV01$/);
  await settings.getByRole('treeitem', { name, exact: true }).click();
  await change(settings);
  await settings.getByRole('button', { name: 'OK' }).click();
  await expect(settings).toBeHidden();
}

test('default folders feed the wizard, and NUMA spanning decides who may start', async ({ open }) => {
  const { page } = await open('--speed', '20');
  const [first, second] = await actions(page).getByRole('button').allTextContents();
  expect([first, second]).toEqual(['New', 'Hyper-V Settings...']);

  await changeHost(page, 'Virtual Hard Disks', async (settings) => {
    const folder = settings.getByRole('textbox', { name: 'Folder:' });
    await folder.fill('Disks');
    await settings.getByRole('button', { name: 'OK' }).click();
    await expect(settings).toContainText('Type the whole path of a folder');
    await folder.fill(String.raw`D:\Disks`);
  });
  await choose(page, 'Action', 'New', 'Virtual Machine...');
  const wizard = dialog(page, 'New Virtual Machine Wizard');
  for (let step = 0; step < 5; step++) await wizard.getByRole('button', { name: 'Next >' }).click();
  await expect(wizard.getByRole('textbox', { name: 'Location:' })).toHaveValue(String.raw`D:\Disks`);
  await page.keyboard.press('Escape');

  await newVirtualMachine(page, { name: 'VM1' });
  await changeSettings(page, 'VM1', 'Memory', (settings) =>
    settings.getByRole('spinbutton', { name: 'RAM:', exact: true }).fill('40000'),
  );
  await changeHost(page, 'NUMA Spanning', async (settings) => {
    await expect(settings).toContainText('This computer has 2 NUMA nodes of 32768 MB each.');
    await settings.getByRole('checkbox').uncheck();
  });
  await actOn(page, 'VM1', 'Start');
  const failure = dialog(page, 'Hyper-V Manager');
  await expect(failure).toContainText('NUMA spanning is disabled');
  await page.keyboard.press('Escape');
  await changeHost(page, 'NUMA Spanning', (settings) => settings.getByRole('checkbox').check());
  await start(page, 'VM1');

  await test.step('while the service is stopped there is nothing to set', async () => {
    await act(page, 'Stop Service');
    await answer(page, 'Stop Virtual Machine Management Service', 'Stop Service');
    await expect(actions(page).getByRole('button', { name: 'Hyper-V Settings...' })).toHaveCount(0);
  });
});

test('what belongs to the console and to a virtual machine is kept', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await changeHost(page, 'Mouse Release Key', async (settings) => {
    await settings.getByRole('combobox', { name: 'Release key:' }).selectOption('CTRL+ALT+SPACE');
    await settings.getByRole('treeitem', { name: 'Keyboard' }).click();
    await settings.getByRole('radio', { name: 'Use on the physical computer' }).check();
  });
  await changeHost(page, 'Enhanced Session Mode Policy', async (settings) => {
    const line = settings.getByRole('treeitem', { name: 'Mouse Release Key' });
    await expect(line).toHaveAttribute('aria-description', 'CTRL+ALT+SPACE');
    await settings.getByRole('checkbox', { name: 'Allow enhanced session mode' }).check();
  });

  await newVirtualMachine(page, { name: 'VM1' });
  await changeSettings(page, 'VM1', 'Security', async (settings) => {
    await settings.getByRole('checkbox', { name: 'Enable Shielding' }).check();
    const tpm = settings.getByRole('checkbox', { name: 'Enable Trusted Platform Module' });
    await expect(tpm).toBeChecked();
    await expect(tpm).toHaveAttribute('aria-disabled', 'true');
    await settings.getByRole('combobox', { name: 'Template:' }).selectOption('Open Source Shielded VM');
  });
  await changeSettings(page, 'VM1', 'Smart Paging File Location', (settings) =>
    settings.getByRole('textbox', { name: 'Folder:' }).fill(String.raw`E:\Paging`),
  );
  await start(page, 'VM1');
  await changeSettings(page, 'VM1', 'Security', async (settings) => {
    await expect(settings.getByRole('checkbox', { name: 'Enable Shielding' })).toBeChecked();
    await expect(settings.getByRole('combobox', { name: 'Template:' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await settings.getByRole('treeitem', { name: 'Smart Paging File Location' }).click();
    await expect(settings.getByRole('textbox', { name: 'Folder:' })).toHaveValue(String.raw`E:\Paging`);
  });

  await test.step('Customize View', async () => {
    await choose(page, 'View', 'Customize...');
    const customize = dialog(page, 'Customize View');
    await customize.getByRole('checkbox', { name: 'Status bar' }).uncheck();
    await customize.getByRole('checkbox', { name: 'Standard toolbar' }).uncheck();
    await customize.getByRole('checkbox', { name: 'Console tree' }).uncheck();
    await customize.getByRole('button', { name: 'OK' }).click();
    await expect(statusBar(page)).toBeHidden();
    await expect(page.getByRole('toolbar')).toBeHidden();
    await expect(page.getByRole('tree')).toBeHidden();
    await page.reload();
    await expect(actions(page)).toBeVisible();
    await expect(statusBar(page)).toBeHidden();
  });
});
