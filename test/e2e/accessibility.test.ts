import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/e2e/axe';
import { startTraffic } from '../support/e2e/connection';
import { expect, test } from '../support/e2e/fixtures';
import { act, choose, dialog, select, start, turnTo } from '../support/e2e/frame';
import { pasteLspci } from '../support/e2e/host';
import { dumpFile } from '../support/e2e/program';
import { createSwitch } from '../support/e2e/switches';
import { enableSriov, newVirtualMachine } from '../support/e2e/virtual-machines';

type Way = (page: Page) => Promise<void>;

/** Every dialog by its title, and how to get there with a running VM selected. */
const dialogs: readonly (readonly [string | RegExp, Way])[] = [
  ['New Host from lspci', (page) => choose(page, 'File', 'New Host from lspci...')],
  ['About SR-IOV Manager', (page) => choose(page, 'Help', 'About SR-IOV Manager...')],
  ['Add/Remove Columns', (page) => choose(page, 'View', 'Add/Remove Columns...')],
  ['Stop Virtual Machine Management Service', (page) => act(page, 'Stop Service')],
  ['New Virtual Machine Wizard', (page) => choose(page, 'Action', 'New', 'Virtual Machine...')],
  [/^Virtual Switch Manager for /, (page) => act(page, 'Virtual Switch Manager...')],
  [/^Firmware Setup for /, (page) => act(page, 'Firmware Setup...')],
  [/^Settings for VM1 on /, (page) => act(page, 'Settings...')],
  ['Rename VM1', (page) => act(page, 'Rename...')],
  ['Turn Off Machine', (page) => act(page, 'Turn Off...')],
];

/** A modal dialog hides what is behind it a moment after it has opened; axe shall not look before. */
async function expectDialogAccessible(page: Page, where: string): Promise<void> {
  await expect(page.getByRole('menubar')).toBeHidden();
  await expectAccessible(page, where);
}

const settingsPages = [
  'Memory',
  'Processor',
  'Network Adapter',
  'Hardware Acceleration',
  'Advanced Features',
  'Name',
  'Integration Services',
  'Automatic Start Action',
  'Automatic Stop Action',
] as const;

/** Pages inside dialogs, by the captions that lead to them. */
async function eachPage(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  await act(page, 'Settings...');
  const settings = dialog(page, /^Settings for /);
  for (const name of settingsPages) {
    await settings.getByRole('treeitem', { name, exact: true }).click();
    await look(`Settings, ${name}`);
  }
  await page.keyboard.press('Escape');
  await act(page, 'Virtual Switch Manager...');
  const manager = dialog(page, /^Virtual Switch/);
  for (const name of ['Fast', 'Extensions', 'MAC Address Range']) {
    await manager.getByRole('treeitem', { name, exact: true }).click();
    await look(`Virtual Switch Manager, ${name}`);
  }
  await page.keyboard.press('Escape');
  await act(page, 'Firmware Setup...');
  const setup = dialog(page, /^Firmware Setup/);
  for (const name of ['Settings', 'Boot configuration', 'Processor and chipset', 'Slots']) {
    await setup.getByRole('treeitem', { name, exact: true }).click();
    await look(`Firmware Setup, ${name}`);
  }
  await page.keyboard.press('Escape');
  await choose(page, 'Action', 'New', 'Virtual Machine...');
  const wizard = dialog(page, 'New Virtual Machine Wizard');
  for (const step of ['Name', 'Generation', 'Memory', 'Networking', 'Completing']) {
    await wizard.getByRole('button', { name: 'Next >' }).click();
    await expect(wizard.getByRole('heading', { name: step })).toBeVisible();
    await look(`New Virtual Machine Wizard, ${step}`);
  }
  await page.keyboard.press('Escape');
  await expect(wizard).toBeHidden();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the window and its dialogs, ${colorScheme}`, async ({ open }) => {
    const program = await open('--host', dumpFile('two-port-ari.off-vvvxxxx.txt'), '--speed', '20');
    const { page } = program;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page, 'an empty host');
    await createSwitch(page, { name: 'Fast', nic: '82576', sriov: true });
    await newVirtualMachine(page, { name: 'VM1', connection: 'Fast' });
    await enableSriov(page, 'VM1', true);
    await start(page, 'VM1');
    await startTraffic(page, 'VM1');
    await select(page, 'VM1');
    for (const tab of ['Summary', 'Memory', 'Networking', 'Performance'] as const) {
      await turnTo(page, tab);
      await expectAccessible(page, `the tab ${tab}`);
    }
    for (const [title, way] of dialogs) {
      await way(page);
      await expect(dialog(page, title)).toBeVisible();
      await expectDialogAccessible(page, String(title));
      await page.keyboard.press('Escape');
      await expect(dialog(page, title)).toBeHidden();
    }
    await eachPage(page, (where) => expectDialogAccessible(page, where));
    const lspci = await pasteLspci(program, 'no lspci output\n');
    await expect(lspci.getByRole('alert')).toBeVisible();
    await expectDialogAccessible(page, 'New Host from lspci, refused');
  });
}
