/** Dynamic Memory from the page of the Settings to the list, the details band and the counters. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/e2e/axe';
import { startTraffic } from '../support/e2e/connection';
import { readCounter } from '../support/e2e/counter';
import { expect, test } from '../support/e2e/fixtures';
import { actOn, dialog, select, start, turnTo, vmCell } from '../support/e2e/frame';
import { createInnerSwitch } from '../support/e2e/switches';
import { changeSettings, newVirtualMachine } from '../support/e2e/virtual-machines';

/** Looks at a page in both themes, once what is behind its dialog has been hidden. */
async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('menubar')).toBeHidden();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page, `${name}, ${colorScheme}`);
    await page.screenshot({ path: `test-results/${name}-${colorScheme}.png` });
  }
}

async function assignedMb(page: Page): Promise<number> {
  return Number.parseInt(await vmCell(page, 'VM1', 'Assigned Memory').innerText(), 10);
}

test('memory follows what the guest needs, within the limits that are set', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await createInnerSwitch(page, 'Inside', 'Internal');
  await newVirtualMachine(page, { name: 'VM1', connection: 'Inside' });
  await changeSettings(page, 'VM1', 'Memory', async (settings) => {
    await settings.getByRole('spinbutton', { name: 'RAM:', exact: true }).fill('1200');
    await settings.getByRole('checkbox', { name: 'Enable Dynamic Memory' }).check();
    await settings.getByRole('spinbutton', { name: 'Minimum RAM:' }).fill('1100');
    await settings.getByRole('spinbutton', { name: 'Maximum RAM:' }).fill('1300');
    await settings.getByRole('slider', { name: 'Memory weight' }).fill('90');
  });

  await start(page, 'VM1');
  await select(page, 'VM1');
  await turnTo(page, 'Memory');
  const tab = page.getByRole('tabpanel', { name: 'Memory' });
  await expect(tab).toContainText('Memory Status:OK', { timeout: 20_000 });
  await expect(tab).toContainText('Dynamic Memory:Enabled');
  await expect(tab).toContainText('Minimum Memory:1100 MB');
  await expect.poll(() => assignedMb(page), { timeout: 20_000 }).toBeLessThan(1200);
  const [idle, pressure] = [
    await readCounter(page, '\\Hyper-V Dynamic Memory VM(VM1)\\Physical Memory'),
    await readCounter(page, '\\Hyper-V Dynamic Memory VM(VM1)\\Current Pressure'),
  ];
  expect(idle).toBe(await assignedMb(page));

  // The guest would have more than its maximum.
  await startTraffic(page, 'VM1');
  await expect(vmCell(page, 'VM1', 'Assigned Memory')).toHaveText('1300 MB', { timeout: 20_000 });
  await select(page, 'VM1');
  await expect(tab).toContainText('Memory Status:Low');
  const after = await readCounter(page, '\\Hyper-V Dynamic Memory VM(VM1)\\Physical Memory');
  expect(after).toBe(1300);
  expect(await readCounter(page, '\\Hyper-V Dynamic Memory VM(VM1)\\Current Pressure')).toBeGreaterThan(
    pressure,
  );

  await changeSettings(page, 'VM1', 'Memory', async (settings) => {
    const off = ['aria-disabled', 'true'] as const;
    await expect(settings.getByRole('spinbutton', { name: 'RAM:', exact: true })).toHaveAttribute(...off);
    await settings.getByRole('spinbutton', { name: 'Maximum RAM:' }).fill('1200');
    await settings.getByRole('button', { name: 'OK' }).click();
    await expect(settings.getByText(/the maximum can only be raised/)).toBeVisible();
    await look(page, 'settings-memory-refused');
    await settings.getByRole('spinbutton', { name: 'Maximum RAM:' }).fill('4096');
  });
  await expect(tab).toContainText('Memory Status:OK', { timeout: 20_000 });
  expect(await assignedMb(page)).toBeGreaterThan(1300);
  await page.screenshot({ path: 'test-results/memory-tab.png' });

  await actOn(page, 'VM1', 'Settings...');
  const settings = dialog(page, /^Settings for VM1 on /);
  for (const name of ['Memory', 'Processor', 'Compatibility', 'NUMA']) {
    await settings.getByRole('treeitem', { name, exact: true }).click();
    await look(page, `settings-${name.toLowerCase()}`);
  }
});
