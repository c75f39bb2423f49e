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
  ['What Is Real Here?', (page) => choose(page, 'Help', 'What Is Real Here?')],
  ['Help', (page) => page.keyboard.press('F1')],
  ['Add/Remove Columns', (page) => choose(page, 'View', 'Add/Remove Columns...')],
  ['Customize View', (page) => choose(page, 'View', 'Customize...')],
  ['Stop Virtual Machine Management Service', (page) => act(page, 'Stop Service')],
  ['New Virtual Machine Wizard', (page) => choose(page, 'Action', 'New', 'Virtual Machine...')],
  [/^Hyper-V Settings for /, (page) => act(page, 'Hyper-V Settings...')],
  [/^Virtual Switch Manager for /, (page) => act(page, 'Virtual Switch Manager...')],
  [/^Firmware Setup for /, (page) => act(page, 'Firmware Setup...')],
  [/^Settings for VM1 on /, (page) => act(page, 'Settings...')],
  [/^VM1 on .* - Virtual Machine Connection$/, (page) => act(page, 'Connect...')],
  ['Rename VM1', (page) => act(page, 'Rename...')],
  ['Turn Off Machine', (page) => act(page, 'Turn Off...')],
];

/** A modal dialog hides what is behind it a moment after it has opened; axe shall not look before. */
async function expectDialogAccessible(page: Page, where: string): Promise<void> {
  await expect(page.getByRole('menubar')).toBeHidden();
  await expectAccessible(page, where);
}

const settingsPages = [
  'Firmware',
  'Security',
  'Memory',
  'Processor',
  'SCSI Controller',
  'Network Adapter',
  'Hardware Acceleration',
  'Advanced Features',
  'Name',
  'Integration Services',
  'Smart Paging File Location',
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
  await act(page, 'Hyper-V Settings...');
  const hostSettings = dialog(page, /^Hyper-V Settings for /);
  for (const item of await hostSettings.getByRole('treeitem').all()) {
    await item.click();
    await look(`Hyper-V Settings, ${await item.getAttribute('aria-label')}`);
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
  const steps = ['Name', 'Generation', 'Memory', 'Networking', 'Hard Disk', 'Installation', 'Completing'];
  for (const step of steps) {
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
