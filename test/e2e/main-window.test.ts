import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/e2e/axe';
import { expect, test } from '../support/e2e/fixtures';
import {
  act,
  actionsUnder,
  choose,
  dialog,
  expectState,
  select,
  start,
  statusBar,
  virtualMachines,
  vmRow,
} from '../support/e2e/frame';
import { chooseByKeys, downTo, expectVisibleFocus, pressOn, tabTo } from '../support/e2e/keyboard';
import { answer, newVirtualMachine } from '../support/e2e/virtual-machines';

const usual = ['Name', 'State', 'CPU Usage', 'Assigned Memory', 'Uptime', 'Status', 'Configuration Version'];

function headers(page: Page): Locator {
  return virtualMachines(page).getByRole('columnheader');
}

function header(page: Page, name: string): Locator {
  return virtualMachines(page).getByRole('columnheader', { name, exact: true });
}

async function widthOf(target: Locator): Promise<number> {
  return Math.round((await target.boundingBox())?.width ?? 0);
}

/** What a new start of the page finds remembered. */
async function reload(page: Page): Promise<void> {
  await page.reload();
  await expect(virtualMachines(page)).toBeVisible();
}

test('columns are added, removed and moved with the keyboard, and remembered', async ({ open }) => {
  const { page } = await open('--vms', '3');
  await expect(headers(page)).toHaveText(usual);
  await chooseByKeys(page, 'v', 'Add/Remove Columns...');
  const columns = dialog(page, 'Add/Remove Columns');
  const available = columns.getByRole('listbox', { name: 'Available columns:' });
  await expect(available).toBeFocused();
  await expectVisibleFocus(columns);
  await page.keyboard.type('SR-IOV');
  await pressOn(page, columns.getByRole('button', { name: 'Add ->' }), 'Enter');
  const displayed = columns.getByRole('listbox', { name: 'Displayed columns:' });
  await tabTo(page, displayed);
  await expect(displayed).toHaveValue('sriov');
  for (let step = 0; step < 6; step += 1) {
    await pressOn(page, columns.getByRole('button', { name: 'Move Up' }), 'Space');
  }
  await expect(columns.getByRole('button', { name: 'Move Up' })).toBeDisabled();
  await page.keyboard.press('Shift+Tab');
  await expect(displayed).toBeFocused();
  await page.keyboard.press('Home');
  await expect(columns.getByRole('button', { name: '<- Remove' })).toBeDisabled();
  await page.keyboard.type('Configuration');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'Add/Remove Columns');
  await pressOn(page, columns.getByRole('button', { name: 'OK' }), 'Enter');
  await expect(columns).toBeHidden();
  const chosen = ['Name', 'SR-IOV', 'State', 'CPU Usage', 'Assigned Memory', 'Uptime', 'Status'];
  await expect(headers(page)).toHaveText(chosen);
  await expect(virtualMachines(page).getByRole('row').nth(1).getByRole('gridcell')).toHaveCount(7);
  await reload(page);
  await expect(headers(page)).toHaveText(chosen);
  await choose(page, 'View', 'Add/Remove Columns...');
  await columns.getByRole('button', { name: 'Restore Defaults' }).click();
  await columns.getByRole('button', { name: 'OK' }).click();
  await expect(headers(page)).toHaveText(usual);
});

test('Cancel leaves the columns as they are', async ({ open }) => {
  const { page } = await open();
  await choose(page, 'View', 'Add/Remove Columns...');
  const columns = dialog(page, 'Add/Remove Columns');
  await columns.getByRole('option', { name: 'Guest' }).dblclick();
  await expect(columns.getByRole('listbox', { name: 'Displayed columns:' })).toContainText('Guest');
  await page.keyboard.press('Escape');
  await expect(columns).toBeHidden();
  await expect(headers(page)).toHaveText(usual);
});

test('columns are sorted and sized with mouse and keyboard, and remembered', async ({ open }) => {
  const { page } = await open('--vms', '12');
  await tabTo(page, header(page, 'Name').getByRole('button'));
  await page.keyboard.press('ArrowRight');
  await expect(header(page, 'State').getByRole('button')).toBeFocused();
  const before = await widthOf(header(page, 'State'));
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => widthOf(header(page, 'State'))).toBe(before + 8);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(header(page, 'State')).toHaveAttribute('aria-sort', 'descending');

  const name = await header(page, 'Name').boundingBox();
  if (name === null) throw new Error('The header has no box.');
  const edge = { x: name.x + name.width, y: name.y + name.height / 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + 90, edge.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => widthOf(header(page, 'Name'))).toBe(Math.round(name.width) + 90);

  await reload(page);
  await expect(header(page, 'State')).toHaveAttribute('aria-sort', 'descending');
  expect(await widthOf(header(page, 'State'))).toBe(before + 8);
  expect(await widthOf(header(page, 'Name'))).toBe(Math.round(name.width) + 90);
  await page.mouse.dblclick(edge.x + 90, edge.y);
  await expect.poll(() => widthOf(header(page, 'Name'))).toBeLessThan(name.width);
});

test('panes are sized with mouse and keyboard, and remembered', async ({ open }) => {
  const { page } = await open();
  const tree = page.getByRole('navigation', { name: 'Console tree' });
  const bar = page.getByRole('separator', { name: 'Width of the console tree' });
  const pane = page.getByRole('region', { name: 'Actions', exact: true });
  await tabTo(page, bar);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf(tree)).toBe(216);
  await expect(bar).toHaveAttribute('aria-valuenow', '216');
  const box = await page.getByRole('separator', { name: 'Width of the Actions pane' }).boundingBox();
  if (box === null) throw new Error('The separator has no box.');
  const middle = { x: box.x + box.width / 2, y: box.y + 200 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x - 60, middle.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => widthOf(pane)).toBeGreaterThan(270);
  const wide = await widthOf(pane);
  await reload(page);
  expect(await widthOf(tree)).toBe(216);
  expect(await widthOf(pane)).toBe(wide);
});

test('the list obeys the keys of a Windows list', async ({ open }) => {
  const { page } = await open('--speed', '20');
  for (const name of ['Alpha', 'Beta', 'Bravo']) await newVirtualMachine(page, { name });
  const list = virtualMachines(page);
  await page.keyboard.press('F6');
  await tabTo(page, list);
  await page.keyboard.press('Home');
  await page.keyboard.type('br');
  await expect(vmRow(page, 'Bravo')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('F2');
  await expect(dialog(page, 'Rename Bravo')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  await page.keyboard.press('Alt+Enter');
  await expect(dialog(page, /^Settings for Bravo on /)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(dialog(page, 'Delete Selected Virtual Machines')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+F10');
  await downTo(page, page.getByRole('menu').getByRole('menuitem', { name: 'Start' }));
  await page.keyboard.press('Enter');
  for (const name of ['Alpha', 'Beta', 'Bravo']) await expectState(page, name, 'Running');
  await page.keyboard.press('F5');
  await expect(vmRow(page, 'Alpha')).toHaveAttribute('aria-selected', 'true');
  await act(page, 'Refresh');
  await expectState(page, 'Beta', 'Running');
});

test('while the service is stopped the list cannot connect, and virtual machines run on', async ({
  open,
}) => {
  const { page } = await open('--speed', '20');
  await newVirtualMachine(page, { name: 'VM1' });
  await start(page, 'VM1');
  await select(page, 'VM1');
  const host = ((await page.title()).match(/- (\S+) \(simulated\)/) ?? [])[1] ?? '';
  await act(page, 'Stop Service');
  await answer(page, 'Stop Virtual Machine Management Service', "Don't Stop Service");
  await act(page, 'Stop Service');
  await answer(page, 'Stop Virtual Machine Management Service', 'Stop Service');
  const sorry = page.getByRole('alert');
  await expect(sorry).toContainText(`An error occurred while attempting to connect to server "${host}".`);
  await expect(virtualMachines(page)).toBeHidden();
  await expect(sorry.getByRole('button', { name: 'Start Service' })).toBeFocused();
  await expect(actionsUnder(page, host)).toHaveText([
    'Device Manager...',
    'Virtual Functions...',
    'Firmware Setup...',
    'Start Service',
    'Refresh',
    'Help',
  ]);
  await expect(actionsUnder(page, 'VM1')).toHaveCount(0);
  await expect(statusBar(page)).toContainText('Speed 20x');
  await expectAccessible(page, 'a stopped service');
  await page.keyboard.press('Enter');
  await expect(virtualMachines(page)).toBeFocused();
  await expectState(page, 'VM1', 'Running');
  await expect(actionsUnder(page, host)).toContainText(['Stop Service']);
});

test('the host has a context menu, by mouse and by key', async ({ open }) => {
  const { page } = await open();
  const node = page.getByRole('treeitem', { level: 2 });
  await node.click({ button: 'right' });
  await page.getByRole('menu').getByRole('menuitem', { name: 'Virtual Switch Manager...' }).click();
  await expect(dialog(page, /^Virtual Switch Manager for /)).toBeVisible();
  await page.keyboard.press('Escape');
  await tabTo(page, node);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu').getByRole('menuitem', { name: 'New' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(node).toBeFocused();
});
