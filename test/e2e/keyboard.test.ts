import type { Page } from '@playwright/test';
import { openedBy } from '../support/e2e/connection';
import { expect, test } from '../support/e2e/fixtures';
import { dialog, expectState, statusBar, virtualMachines, vmRow } from '../support/e2e/frame';
import { chooseByKeys, downTo, expectVisibleFocus, pressOn, tabTo, typeInto } from '../support/e2e/keyboard';
import { readDump } from '../support/e2e/program';
import type { Program } from '../support/e2e/program';
import { ask } from '../support/e2e/scene';

async function newHost({ app, page }: Program, text: string): Promise<void> {
  await chooseByKeys(page, 'f', 'New Host from lspci...');
  const window = dialog(page, 'New Host from lspci');
  await app.evaluate(({ clipboard }, content) => {
    clipboard.writeText(content);
  }, text);
  await tabTo(page, window.getByRole('textbox', { name: 'Text of lspci' }));
  await expectVisibleFocus(window);
  await page.keyboard.press('Control+v');
  const create = window.getByRole('button', { name: 'Create Host' });
  await expect(create).toBeEnabled();
  await pressOn(page, create, 'Enter');
  await expect(window).toBeHidden();
  await expect(statusBar(page)).toContainText('Built from lspci');
}

async function createSwitch(page: Page): Promise<void> {
  await chooseByKeys(page, 'a', 'Virtual Switch Manager...');
  const manager = dialog(page, /^Virtual Switch Manager for /);
  await tabTo(page, manager.getByRole('listbox'));
  await expectVisibleFocus(manager);
  await pressOn(page, manager.getByRole('button', { name: 'Create Virtual Switch' }), 'Enter');
  await typeInto(page, manager.getByRole('textbox', { name: 'Name:' }), 'Fast');
  const nics = manager.getByRole('combobox', { name: 'External network:' });
  await tabTo(page, nics);
  await page.keyboard.type('Intel(R) 82576');
  await expect(nics.getByRole('option', { selected: true })).toContainText('82576');
  const box = manager.getByRole('checkbox', { name: 'Enable single-root I/O virtualization (SR-IOV)' });
  await pressOn(page, box, 'Space');
  await expect(box).toBeChecked();
  await pressOn(page, manager.getByRole('button', { name: 'OK' }), 'Enter');
  const question = dialog(page, 'Apply Networking Changes');
  await expect(question.getByRole('button', { name: 'No', exact: true })).toBeFocused();
  await expectVisibleFocus(question);
  await pressOn(page, question.getByRole('button', { name: 'Yes', exact: true }), 'Enter');
  await expect(manager).toBeHidden();
}

async function newVirtualMachine(page: Page): Promise<void> {
  await chooseByKeys(page, 'a', 'New', 'Virtual Machine...');
  const wizard = dialog(page, 'New Virtual Machine Wizard');
  const next = wizard.getByRole('button', { name: 'Next >' });
  await pressOn(page, next, 'Enter');
  await typeInto(page, wizard.getByRole('textbox', { name: 'Name:' }), 'VM1');
  await expectVisibleFocus(wizard);
  // Enter in a field presses Next.
  await page.keyboard.press('Enter');
  await tabTo(page, wizard.getByRole('radio', { name: 'Generation 1' }));
  await page.keyboard.press('ArrowDown');
  await expect(wizard.getByRole('radio', { name: 'Generation 2' })).toBeChecked();
  await pressOn(page, next, 'Enter');
  await expect(wizard.getByRole('spinbutton', { name: 'Startup memory:' })).toBeFocused();
  await page.keyboard.press('Enter');
  const connection = wizard.getByRole('combobox', { name: 'Connection:' });
  await tabTo(page, connection);
  await page.keyboard.type('Fast');
  await expect(connection.getByRole('option', { selected: true })).toHaveText('Fast');
  await pressOn(page, next, 'Enter');
  await expect(wizard.getByRole('radio', { name: 'Create a virtual hard disk' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(wizard.getByRole('radio', { name: 'Attach a virtual hard disk later' })).toBeChecked();
  await expectVisibleFocus(wizard);
  await pressOn(page, next, 'Enter');
  await pressOn(page, wizard.getByRole('button', { name: 'Finish' }), 'Enter');
  await expect(wizard).toBeHidden();
  await expect(vmRow(page, 'VM1')).toHaveAttribute('aria-selected', 'true');
}

/** Alt+Enter in the list opens Settings. */
async function toggleSriov(page: Page, on: boolean): Promise<void> {
  await tabTo(page, virtualMachines(page));
  await page.keyboard.press('Alt+Enter');
  const settings = dialog(page, /^Settings for VM1 on /);
  await tabTo(page, settings.getByRole('treeitem', { name: 'Add Hardware' }));
  await downTo(page, settings.getByRole('treeitem', { name: 'Hardware Acceleration' }));
  await expectVisibleFocus(settings);
  const box = settings.getByRole('checkbox', { name: 'Enable SR-IOV' });
  await pressOn(page, box, 'Space');
  await expect(box).toBeChecked({ checked: on });
  await pressOn(page, settings.getByRole('button', { name: 'OK' }), 'Enter');
  await expect(settings).toBeHidden();
}

/** Goes to the details band's tabs and along them with Right. */
async function turnTo(page: Page, tab: string): Promise<void> {
  await tabTo(page, page.getByRole('tab', { selected: true }));
  const target = page.getByRole('tab', { name: tab, exact: true });
  for (let step = 0; step < 4 && (await target.getAttribute('aria-selected')) !== 'true'; step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(target).toBeFocused();
}

/** Enter in the list connects to the guest; Alt+F and Up leave it. */
async function startTraffic(page: Page): Promise<void> {
  await tabTo(page, virtualMachines(page));
  const window = await openedBy(page, () => page.keyboard.press('Enter'));
  await tabTo(window, window.getByRole('tab', { name: 'Device Manager' }));
  await window.keyboard.press('End');
  await pressOn(window, window.getByRole('button', { name: 'Start traffic' }), 'Enter');
  await expect(window.getByRole('button', { name: 'Stop traffic' })).toBeEnabled();
  await expectVisibleFocus(window.getByRole('group', { name: 'Traffic', exact: true }));
  await window.keyboard.press('Escape');
  const closed = window.waitForEvent('close');
  await window.keyboard.press('Alt+f');
  await window.keyboard.press('ArrowUp');
  // The page may be gone before Playwright is done with the key.
  await window.keyboard.press('Enter').catch(() => undefined);
  await closed;
}

test('the first VF without a mouse', async ({ open }) => {
  const program = await open('--speed', '20');
  const { page } = program;
  await newHost(program, await readDump('two-port-ari.off-vvvxxxx.txt'));
  await createSwitch(page);
  await newVirtualMachine(page);
  await toggleSriov(page, true);
  await chooseByKeys(page, 'a', 'Start');
  await expectState(page, 'VM1', 'Running');
  await turnTo(page, 'Networking');
  const status = page.getByRole('grid', { name: 'Network adapters' }).getByRole('gridcell').nth(3);
  await expect(status).toHaveText('OK (SR-IOV active)', { timeout: 20_000 });
  await startTraffic(page);
  await toggleSriov(page, false);
  await expect(status).toHaveText('OK', { timeout: 20_000 });
});

test('letters and arrows go where they do in Windows', async ({ open }) => {
  const { page } = await open('--paused');
  await ask(page, 'execute', {
    commands: [
      { name: 'vm.create', input: { name: 'VM1', generation: 2, startupMemoryMb: 1024, switchId: null } },
    ],
  });
  const file = page.getByRole('menuitem', { name: 'File', exact: true });
  const letter = file.locator('span');
  await page.keyboard.down('Alt');
  await expect(letter).toHaveCSS('text-decoration-line', 'underline');
  await page.keyboard.up('Alt');
  await expect(letter).toHaveCSS('text-decoration-line', 'none');

  const toolbar = page.getByRole('toolbar').getByRole('button');
  await toolbar.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(toolbar.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(toolbar.last()).toBeFocused();
  await expect(toolbar.first()).toHaveAttribute('tabindex', '-1');

  await vmRow(page, 'VM1').click();
  await page.keyboard.press('Alt+Enter');
  const settings = dialog(page, /^Settings for VM1 on /);
  await tabTo(page, settings.getByRole('treeitem', { name: 'Add Hardware' }));
  await page.keyboard.press('p');
  await expect(settings.getByRole('treeitem', { name: 'Processor', exact: true })).toBeFocused();
  await expect(settings.getByRole('heading', { name: 'Processor' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(virtualMachines(page)).toBeFocused();

  await chooseByKeys(page, 'a', 'Device Manager...');
  const devices = dialog(page, 'Device Manager');
  await tabTo(page, devices.getByRole('treeitem', { name: 'Network adapters' }));
  const nic = devices.getByRole('treeitem', { name: /X520-2$/ });
  await downTo(page, nic);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Disable device' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(nic).toBeFocused();
  await nic.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Properties' }).click();
  await expect(dialog(page, /X520-2 Properties$/)).toBeVisible();
});
