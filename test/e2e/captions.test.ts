/** Whether the console has what Hyper-V Manager has, caption by caption, and says of the rest that it has it not. */
import type { Locator, Page } from '@playwright/test';
import { absent } from '../../src/renderer/text/en/fidelity/absent';
import { notYetThere } from '../../src/renderer/text/en/fidelity/not-yet-there';
import { windows } from '../../src/renderer/text/en/fidelity/table';
import { judge, judgeTable, wantedWindows } from '../support/captions';
import type { Seen } from '../support/captions';
import { connect, exit } from '../support/e2e/connection';
import { openDeviceManager } from '../support/e2e/devices';
import { expect, test } from '../support/e2e/fixtures';
import {
  act,
  actOn,
  actions,
  choose,
  dialog,
  expectState,
  select,
  start,
  statusBar,
} from '../support/e2e/frame';
import {
  lookAt,
  lookAtMenu,
  lookThroughTabs,
  lookThroughTree,
  lookThroughWizard,
} from '../support/e2e/looks';
import { createSwitch } from '../support/e2e/switches';
import { answer, changeSettings, newVirtualMachine } from '../support/e2e/virtual-machines';

const main = 'Main window';

function mainPage(page: string) {
  return { window: main, page, generation: null };
}

async function leave(page: Page, front: Locator): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(front).toBeHidden();
}

/** Panes of the main window as they are now, under their own names. */
async function lookAtPanes(page: Page): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const pane of await page.locator('[data-pane]').all()) {
    const name = await pane.evaluate(
      (each) =>
        each.getAttribute('aria-label') ??
        document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent ??
        '',
    );
    // The details are called after the virtual machine: their tabs are the pages.
    if (!/^(VM\d|Details)$/.test(name)) seen.push(await lookAt(mainPage(name), pane));
  }
  return seen;
}

async function lookAtFrame(page: Page): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const menu of ['File', 'Edit', 'Action', 'View', 'Help']) {
    const button = page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true });
    seen.push(...(await lookAtMenu(mainPage('Menu bar'), page, button)));
  }
  seen.push(await lookAt(mainPage('Tool bar'), page.getByRole('toolbar')));
  seen.push(await lookAt(mainPage('Status bar'), statusBar(page)));
  await page.getByRole('treeitem', { level: 1 }).click();
  seen.push(...(await lookAtPanes(page)));
  await page.getByRole('treeitem', { level: 2 }).click();
  seen.push(...(await lookAtPanes(page)));
  const create = actions(page).getByRole('button', { name: 'New', exact: true });
  seen.push(...(await lookAtMenu(mainPage('Actions'), page, create)));
  return seen;
}

/** A guest that has just started does not listen yet, and cannot be shut down. */
async function startWhole(page: Page, vm: string): Promise<void> {
  await start(page, vm);
  await expect(actions(page).getByRole('button', { name: 'Shut Down...' })).toBeVisible({ timeout: 20_000 });
}

/** Adds a drive of each kind that a new virtual machine lacks, so that its page is there to be seen. */
async function completeDrives(page: Page, vm: string, controller: string): Promise<void> {
  await actOn(page, vm, 'Settings...');
  const settings = dialog(page, new RegExp(`^Settings for ${vm} on `));
  const node = settings.getByRole('treeitem', { name: controller, exact: true });
  if (await node.isVisible()) {
    for (const drive of ['Hard Drive', 'DVD Drive']) {
      if ((await settings.getByRole('treeitem', { name: drive, exact: true }).count()) > 0) continue;
      await node.click();
      await settings.getByRole('listbox').selectOption(drive);
      await settings.getByRole('button', { name: 'Add', exact: true }).click();
    }
  }
  await settings.getByRole('button', { name: 'OK' }).click();
  await expect(settings).toBeHidden();
}

/** The Actions pane in every state that lasts, and the details of a virtual machine that runs. */
async function lookAtStates(page: Page, vm: string): Promise<Seen[]> {
  const look = (): Promise<Seen> => lookAt(mainPage('Actions'), actions(page));
  await select(page, vm);
  const seen = [await look()];
  await startWhole(page, vm);
  seen.push(await look());
  const details = page.getByRole('tablist', { name: 'Details' });
  seen.push(await lookAt({ window: main, page: null, generation: null }, details));
  const band = page.locator('[data-pane]').filter({ has: details });
  seen.push(...(await lookThroughTabs(main, details.getByRole('tab'), band.getByRole('tabpanel'))));
  await act(page, 'Pause');
  await expectState(page, vm, 'Paused');
  seen.push(await look());
  await act(page, 'Save');
  await expectState(page, vm, 'Saved');
  seen.push(await look());
  await act(page, 'Delete Saved State...');
  await answer(page, 'Delete Saved State', 'Delete');
  await expectState(page, vm, 'Off');
  await act(page, 'Stop Service');
  await answer(page, 'Stop Virtual Machine Management Service', 'Stop Service');
  await expect(actions(page).getByRole('button', { name: 'Start Service' })).toBeVisible();
  seen.push(await look());
  await act(page, 'Start Service');
  await expectState(page, vm, 'Off');
  return seen;
}

/** A serial port tells the path of its pipe once it has one; dynamic memory its limits once it is on. */
async function revealSettings(section: Locator): Promise<void> {
  const choices = [
    section.getByRole('radio', { name: 'Named pipe:' }),
    section.getByRole('checkbox', { name: 'Enable Dynamic Memory' }),
  ];
  for (const choice of choices) if (await choice.isVisible()) await choice.check();
}

async function lookAtSettings(page: Page, vm: string, generation: 1 | 2): Promise<readonly Seen[]> {
  await actOn(page, vm, 'Settings...');
  const settings = dialog(page, new RegExp(`^Settings for ${vm} on `));
  const seen = await lookThroughTree({ window: 'Settings', generation }, settings, undefined, revealSettings);
  await leave(page, settings);
  return seen;
}

async function lookAtHost(page: Page): Promise<Seen[]> {
  await act(page, 'Virtual Switch Manager...');
  const manager = dialog(page, /^Virtual Switch Manager for /);
  const switches = { window: 'Virtual Switch Manager', generation: null };
  const seen = [
    ...(await lookThroughTree(switches, manager, (label, heading) => (label === 'Fast' ? heading : label))),
  ];
  await leave(page, manager);
  const settings = actions(page).getByRole('button', { name: 'Hyper-V Settings...' });
  if (await settings.isVisible()) {
    await settings.click();
    const front = dialog(page, /^Hyper-V Settings for /);
    seen.push(...(await lookThroughTree({ window: 'Hyper-V Settings', generation: null }, front)));
    await leave(page, front);
  }
  await act(page, 'Firmware Setup...');
  const setup = dialog(page, /^Firmware Setup for /);
  seen.push(...(await lookThroughTree({ window: 'Firmware Setup', generation: null }, setup)));
  await leave(page, setup);
  await act(page, 'Virtual Functions...');
  const functions = dialog(page, /^Virtual Functions of /);
  seen.push(await lookAt({ window: 'Virtual Functions', page: null, generation: null }, functions));
  await leave(page, functions);
  return seen;
}

/** The last step is called otherwise in its heading. */
function stepOf(heading: string): string {
  return heading.startsWith('Completing') ? 'Summary' : heading;
}

async function lookAtWizards(page: Page): Promise<Seen[]> {
  const seen: Seen[] = [];
  const wizard = dialog(page, 'New Virtual Machine Wizard');
  for (const generation of [1, 2] as const) {
    await choose(page, 'Action', 'New', 'Virtual Machine...');
    seen.push(
      ...(await lookThroughWizard({ window: 'New Virtual Machine Wizard', generation }, wizard, stepOf)),
    );
    await leave(page, wizard);
  }
  return seen;
}

async function lookAtDevices(page: Page): Promise<Seen[]> {
  const manager = await openDeviceManager(page);
  const nic = manager.getByRole('treeitem', { name: /X520/ }).first();
  await nic.click();
  const seen = [await lookAt({ window: 'Device Manager', page: null, generation: null }, manager)];
  await nic.dblclick();
  const sheet = dialog(page, / Properties$/);
  const window = 'Network adapter properties';
  seen.push(await lookAt({ window, page: null, generation: null }, sheet));
  seen.push(...(await lookThroughTabs(window, sheet.getByRole('tab'), sheet.getByRole('tabpanel'))));
  await leave(page, sheet);
  await leave(page, manager);
  return seen;
}

/** The window of a virtual machine that is off, then of the same one running with traffic. */
async function lookAtConnection(page: Page, vm: string): Promise<Seen[]> {
  const title = 'Virtual Machine Connection';
  const place = { window: title, page: null, generation: null };
  const window = await connect(page, vm);
  const whole = window.locator('body');
  const seen = [await lookAt(place, whole)];
  await startWhole(page, vm);
  await expect(window.getByRole('tablist')).toBeVisible({ timeout: 20_000 });
  seen.push(await lookAt(place, whole));
  for (const menu of ['File', 'Action', 'View', 'Help']) {
    const button = window.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true });
    seen.push(...(await lookAtMenu(place, window, button)));
  }
  seen.push(...(await lookThroughTabs(title, window.getByRole('tab'), window.getByRole('tabpanel'))));
  await exit(window);
  return seen;
}

/** Dialogs without pages, behind the menus. */
const fromMenus = [
  ['File', 'New Host from lspci...', 'New Host from lspci'],
  ['Edit', 'Compare...', 'Compare'],
  ['View', 'Add/Remove Columns...', 'Add/Remove Columns'],
  ['View', 'Recordings...', 'Recordings'],
] as const;

async function lookBehindMenus(page: Page): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const [menu, item, window] of fromMenus) {
    await choose(page, menu, item);
    const front = dialog(page, window);
    seen.push(await lookAt({ window, page: null, generation: null }, front));
    await leave(page, front);
  }
  return seen;
}

test('every caption of Hyper-V Manager is there or listed as absent, and the table knows every control', async ({
  open,
}) => {
  const { page } = await open('--speed', '20');
  const seen = [...(await lookAtFrame(page)), ...(await lookAtWizards(page))];
  await createSwitch(page, { name: 'Fast', nic: 'X520', sriov: true });
  await newVirtualMachine(page, { name: 'VM1', connection: 'Fast', generation: 1 });
  await newVirtualMachine(page, { name: 'VM2', connection: 'Fast' });
  await changeSettings(page, 'VM1', 'Add Hardware', async (settings) => {
    await settings.getByRole('listbox').selectOption('Legacy Network Adapter');
    await settings.getByRole('button', { name: 'Add', exact: true }).click();
  });
  await completeDrives(page, 'VM1', 'IDE Controller 0');
  await completeDrives(page, 'VM2', 'SCSI Controller');
  // The details tell the least and the most of dynamic memory alone.
  await changeSettings(page, 'VM2', 'Memory', async (settings) => {
    const dynamic = settings.getByRole('checkbox', { name: 'Enable Dynamic Memory' });
    if (await dynamic.isVisible()) await dynamic.check();
  });
  seen.push(...(await lookAtPanes(page)), ...(await lookAtStates(page, 'VM2')));
  seen.push(...(await lookAtSettings(page, 'VM1', 1)), ...(await lookAtSettings(page, 'VM2', 2)));
  seen.push(...(await lookAtHost(page)), ...(await lookAtDevices(page)));
  seen.push(...(await lookBehindMenus(page)));
  seen.push(...(await lookAtConnection(page, 'VM2')));

  expect.soft(judge(wantedWindows(), [...absent, ...notYetThere], seen)).toEqual([]);
  expect.soft(judgeTable(Object.values(windows), seen)).toEqual([]);
});
