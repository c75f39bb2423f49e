/** The window as a person sees it: menus, panes, the list, the details; everything by its caption. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The list of virtual machines. */
export function virtualMachines(page: Page): Locator {
  return page.getByRole('grid', { name: 'Virtual Machines' });
}

/** The pane at the right. */
export function actions(page: Page): Locator {
  const name = { name: 'Actions', exact: true };
  return page.getByRole('region', name).or(page.getByRole('complementary', name));
}

/** The line at the bottom of the window. */
export function statusBar(page: Page): Locator {
  return page.getByRole('contentinfo', { name: 'Status bar' });
}

/** The dialog with this title. */
export function dialog(page: Page, title: string | RegExp): Locator {
  return page.getByRole('dialog', typeof title === 'string' ? { name: title, exact: true } : { name: title });
}

/** The row of one virtual machine. */
export function vmRow(page: Page, vm: string): Locator {
  const name = page.getByRole('gridcell', { name: vm, exact: true });
  return virtualMachines(page).getByRole('row').filter({ has: name });
}

/** Cells of the list by their column's header. */
const columns = ['Name', 'State', 'CPU Usage', 'Assigned Memory', 'Uptime', 'Status'] as const;

/** One cell of the list. */
export function vmCell(page: Page, vm: string, column: (typeof columns)[number]): Locator {
  return vmRow(page, vm).getByRole('gridcell').nth(columns.indexOf(column));
}

/** Selects one virtual machine with the mouse. */
export async function select(page: Page, vm: string): Promise<void> {
  const row = vmRow(page, vm);
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
}

/** Presses a verb of the Actions pane. */
export async function act(page: Page, caption: string): Promise<void> {
  await actions(page).getByRole('button', { name: caption, exact: true }).click();
}

/** Selects a virtual machine and presses one of its verbs in the Actions pane. */
export async function actOn(page: Page, vm: string, caption: string): Promise<void> {
  await select(page, vm);
  await act(page, caption);
}

/** The captions under a title of the Actions pane, in their order. */
export function actionsUnder(page: Page, title: string): Locator {
  return actions(page).getByRole('list', { name: title, exact: true }).getByRole('button');
}

/** Chooses from the menu bar: first the menu's caption, then its items'. */
export async function choose(page: Page, menu: string, ...items: readonly string[]): Promise<void> {
  await page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click();
  for (const item of items) await page.getByRole('menu').getByRole('menuitem', { name: item }).click();
}

/** Turns to a tab of the details band. */
export async function turnTo(
  page: Page,
  tab: 'Summary' | 'Memory' | 'Networking' | 'Performance',
): Promise<void> {
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

/** Waits until the list shows the virtual machine in this state. */
export async function expectState(page: Page, vm: string, state: string): Promise<void> {
  await expect(vmCell(page, vm, 'State')).toHaveText(state, { timeout: 20_000 });
}

/** Starts a virtual machine from the Actions pane and waits until it runs. */
export async function start(page: Page, vm: string): Promise<void> {
  await actOn(page, vm, 'Start');
  await expectState(page, vm, 'Running');
}

/** Starts several virtual machines at once, as a multiple selection. */
export async function startAll(page: Page, vms: readonly string[]): Promise<void> {
  for (const [index, vm] of vms.entries()) {
    await vmRow(page, vm).click({ modifiers: index === 0 ? [] : ['Control'] });
  }
  await act(page, 'Start');
  for (const vm of vms) await expectState(page, vm, 'Running');
}
