/** The New Virtual Machine Wizard page by page, for both generations, with the keyboard alone and with what it refuses. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e/fixtures';
import { act, actOn, choose, dialog, expectState } from '../support/e2e/frame';
import { chooseByKeys, expectVisibleFocus, pressOn, tabTo, typeInto } from '../support/e2e/keyboard';

function wizardOf(page: Page): Locator {
  return dialog(page, 'New Virtual Machine Wizard');
}

/** Presses Next and expects the page it leads to. */
async function nextIs(wizard: Locator, heading: string): Promise<void> {
  await wizard.getByRole('button', { name: 'Next >' }).click();
  await expect(wizard.getByRole('heading', { name: heading })).toBeVisible();
}

async function openSettings(page: Page, vm: string): Promise<Locator> {
  await actOn(page, vm, 'Settings...');
  return dialog(page, new RegExp(`^Settings for ${vm} on `));
}

function detail(settings: Locator, name: string): Promise<string | null> {
  return settings.getByRole('treeitem', { name, exact: true }).first().getAttribute('aria-description');
}

/** Every page that generation 1 has, with something chosen on each. */
async function makeOld(page: Page): Promise<void> {
  await choose(page, 'Action', 'New', 'Virtual Machine...');
  const wizard = wizardOf(page);
  await nextIs(wizard, 'Specify Name and Location');
  await wizard.getByRole('textbox', { name: 'Name:' }).fill('OLD: 01');
  await wizard.getByRole('checkbox', { name: /different location/ }).check();
  await wizard.getByRole('textbox', { name: 'Location:' }).fill(String.raw`D:\VMs`);
  await nextIs(wizard, 'Specify Generation');
  await expect(wizard.getByRole('radio', { name: 'Generation 1' })).toBeChecked();
  await nextIs(wizard, 'Assign Memory');
  await expect(wizard).toContainText('from 32 MB through 1048576 MB');
  await wizard.getByRole('checkbox', { name: 'Use Dynamic Memory for this virtual machine.' }).check();
  await nextIs(wizard, 'Configure Networking');
  await nextIs(wizard, 'Connect Virtual Hard Disk');
  await expect(wizard.getByRole('textbox', { name: 'Name:' })).toHaveValue('OLD 01.vhdx');
  await expect(wizard.getByRole('spinbutton', { name: 'Size:' })).toHaveValue('127');
  await nextIs(wizard, 'Installation Options');
  await wizard.getByRole('radio', { name: /bootable floppy disk/ }).check();
  await wizard.getByRole('textbox', { name: 'Virtual floppy disk (.vfd):' }).fill(String.raw`C:\Boot.vfd`);
  await nextIs(wizard, 'Completing the New Virtual Machine Wizard');
  const description = wizard.getByRole('table', { name: 'Description' });
  await expect(description).toContainText(
    String.raw`D:\VMs\OLD 01\Virtual Hard Disks\OLD 01.vhdx (VHDX, dynamically expanding)`,
  );
  await expect(description).toContainText(String.raw`Will be installed from C:\Boot.vfd`);
  await wizard.getByRole('button', { name: 'Finish' }).click();
  await expect(wizard).toBeHidden();
  await expectState(page, 'OLD: 01', 'Off');
}

test('makes a virtual machine of either generation and refuses what cannot be', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await makeOld(page);
  const old = await openSettings(page, 'OLD: 01');
  expect(await detail(old, 'BIOS')).toBe('Boot from Floppy');
  expect(await detail(old, 'Hard Drive')).toBe('OLD 01.vhdx');
  expect(await detail(old, 'Diskette Drive')).toBe('Boot.vfd');
  expect(await detail(old, 'Smart Paging File Location')).toBe(String.raw`D:\VMs\OLD 01`);
  await page.keyboard.press('Escape');

  await choose(page, 'Action', 'New', 'Virtual Machine...');
  const wizard = wizardOf(page);
  await wizard.getByRole('checkbox', { name: 'Do not show this page again' }).check();
  await test.step('errors', async () => {
    await nextIs(wizard, 'Specify Name and Location');
    await wizard.getByRole('textbox', { name: 'Name:' }).fill('x'.repeat(101));
    await expect(wizard).toContainText('Use at most 100 characters.');
    for (const button of ['Next >', 'Finish']) {
      await expect(wizard.getByRole('button', { name: button })).toHaveAttribute('aria-disabled', 'true');
    }
    await wizard.getByRole('textbox', { name: 'Name:' }).fill('NEW01');
    await nextIs(wizard, 'Specify Generation');
    await wizard.getByRole('radio', { name: 'Generation 2' }).check();
    await nextIs(wizard, 'Assign Memory');
    await expect(wizard).toContainText('from 32 MB through 12582912 MB');
    await nextIs(wizard, 'Configure Networking');
    await nextIs(wizard, 'Connect Virtual Hard Disk');
    await wizard.getByRole('textbox', { name: 'Name:' }).fill('NEW/01.vhdx');
    await expect(wizard).toContainText('Windows forbids');
    await wizard.getByRole('textbox', { name: 'Name:' }).fill('NEW01.vhdx');
    await wizard.getByRole('spinbutton', { name: 'Size:' }).fill('65537');
    await expect(wizard).toContainText('Enter a whole number from 1 to 65536.');
  });
  await wizard.getByRole('radio', { name: 'Use an existing virtual hard disk' }).check();
  await wizard.getByRole('button', { name: 'Browse...' }).click();
  await dialog(page, 'Open').getByRole('row', { name: 'OLD 01.vhdx' }).click();
  await dialog(page, 'Open').getByRole('button', { name: 'Open' }).click();
  await expect(wizard.getByRole('textbox', { name: 'Path:' })).toHaveValue(/OLD 01\.vhdx$/);
  await nextIs(wizard, 'Completing the New Virtual Machine Wizard');
  await wizard.getByRole('button', { name: 'Finish' }).click();
  await expect(wizard).toBeHidden();
  const made = await openSettings(page, 'NEW01');
  expect(await detail(made, 'Hard Drive')).toBe('OLD 01.vhdx');
  expect(await detail(made, 'Security')).toBe('Secure Boot enabled');
  await page.keyboard.press('Escape');

  await test.step('a page that is not to be shown again, until check boxes are reset', async () => {
    await choose(page, 'Action', 'New', 'Virtual Machine...');
    await expect(wizard.getByRole('heading', { name: 'Specify Name and Location' })).toBeVisible();
    await page.keyboard.press('Escape');
    await act(page, 'Hyper-V Settings...');
    const settings = dialog(page, /^Hyper-V Settings for /);
    await settings.getByRole('treeitem', { name: 'Reset Check Boxes' }).click();
    await settings.getByRole('button', { name: 'Reset' }).click();
    await page.keyboard.press('Escape');
    await choose(page, 'Action', 'New', 'Virtual Machine...');
    await expect(wizard.getByRole('heading', { name: 'Before You Begin' })).toBeVisible();
  });
});

test('the keyboard alone makes a virtual machine with a disk and an image', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await chooseByKeys(page, 'a', 'New', 'Virtual Machine...');
  const wizard = wizardOf(page);
  await expect(wizard.getByRole('button', { name: 'Next >' })).toBeFocused();
  await page.keyboard.press('Enter');
  await typeInto(page, wizard.getByRole('textbox', { name: 'Name:' }), 'VM1');
  await page.keyboard.press('Enter');
  await expect(wizard.getByRole('radio', { name: 'Generation 1' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(wizard.getByRole('radio', { name: 'Generation 2' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(wizard.getByRole('spinbutton', { name: 'Startup memory:' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(wizard.getByRole('combobox', { name: 'Connection:' })).toBeFocused();
  await pressOn(page, wizard.getByRole('button', { name: 'Next >' }), 'Enter');
  await expect(wizard.getByRole('radio', { name: 'Create a virtual hard disk' })).toBeFocused();
  await tabTo(page, wizard.getByRole('spinbutton', { name: 'Size:' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await expect(wizard.getByRole('radio', { name: 'Install an operating system later' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(wizard.getByRole('radio', { name: /bootable image file/ })).toBeChecked();
  await expectVisibleFocus(wizard);
  await typeInto(
    page,
    wizard.getByRole('textbox', { name: 'Image file (.iso):' }),
    String.raw`C:\ISO\Setup.iso`,
  );
  await page.keyboard.press('Enter');
  await pressOn(page, wizard.getByRole('button', { name: 'Finish' }), 'Enter');
  await expect(wizard).toBeHidden();
  const settings = await openSettings(page, 'VM1');
  expect(await detail(settings, 'Firmware')).toBe('Boot from DVD Drive');
  expect(await detail(settings, 'DVD Drive')).toBe('Setup.iso');
  await settings.getByRole('treeitem', { name: 'Hard Drive' }).click();
  await expect(settings).toContainText('40 GB, dynamically expanding, VHDX');
});
