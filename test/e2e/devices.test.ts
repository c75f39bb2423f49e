import type { Page } from '@playwright/test';
import { reasonText } from '../../src/shared/model/iov-reason';
import { expectAccessible } from '../support/e2e/axe';
import {
  agree,
  leaveDevices,
  openDeviceManager,
  openNicByKeys,
  openNicPage,
  setAdvanced,
} from '../support/e2e/devices';
import { startTraffic } from '../support/e2e/connection';
import { expect, test } from '../support/e2e/fixtures';
import { act, choose, dialog, start } from '../support/e2e/frame';
import { expectVisibleFocus, pressOn, tabTo } from '../support/e2e/keyboard';
import { active, degraded, expectReason, expectStatus } from '../support/e2e/networking';
import { createSwitch } from '../support/e2e/switches';
import { enableSriov, newVirtualMachine } from '../support/e2e/virtual-machines';

/** A running virtual machine with a VF of the X520's first port. */
async function vmWithVf(page: Page): Promise<void> {
  await createSwitch(page, { name: 'Fast', nic: 'X520', sriov: true });
  await newVirtualMachine(page, { name: 'VM1', connection: 'Fast' });
  await enableSriov(page, 'VM1', true);
  await start(page, 'VM1');
  await expectStatus(page, 'VM1', active);
}

test('the Advanced tab turns SR-IOV off and on under a running virtual machine', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await vmWithVf(page);
  await setAdvanced(page, 'X520-2', 'SR-IOV', 'Disabled');
  await expectStatus(page, 'VM1', degraded);
  await expectReason(page, reasonText('nicSriovDisabled').text);
  await setAdvanced(page, 'X520-2', 'SR-IOV', 'Enabled');
  await expectStatus(page, 'VM1', active);
});

test('Jumbo Packet lets large packets through the virtual function', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await vmWithVf(page);
  await startTraffic(page, 'VM1', 9000);
  await expectStatus(page, 'VM1', degraded);
  await expectReason(page, reasonText('vfMtuMismatch').text);
  await setAdvanced(page, 'X520-2', 'Jumbo Packet', '9014 Bytes');
  await expectStatus(page, 'VM1', active);
});

test('a device that is disabled or failed takes its virtual functions along', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await vmWithVf(page);
  const manager = await openDeviceManager(page);
  const device = manager.getByRole('treeitem', { name: /X520-2$/ });
  await device.click();
  await manager.getByRole('button', { name: 'Disable device' }).click();
  await agree(page, 'X520-2');
  await expect(device).toHaveAttribute('aria-description', 'Ethernet - disabled', { timeout: 20_000 });
  await manager.getByRole('button', { name: 'Enable device' }).click();
  await expect(device).toHaveAttribute('aria-description', 'Ethernet', { timeout: 20_000 });
  await leaveDevices(page);
  await expectStatus(page, 'VM1', active);
  const sheet = await openNicPage(page, 'X520-2', 'Simulator');
  await sheet.getByRole('button', { name: 'Fail PF Driver' }).click();
  await expect(sheet.getByRole('status', { name: 'Device status' })).toContainText('(Code 43)');
  await leaveDevices(page);
  await expectStatus(page, 'VM1', degraded);
  await expectReason(page, reasonText('pfDriverFailed').text);
});

test('a card pulled out and put back with the keyboard, while the functions are watched', async ({
  open,
}) => {
  const { page } = await open('--speed', '20');
  await vmWithVf(page);
  const sheet = await openNicByKeys(page, 'X520-2');
  await tabTo(page, sheet.getByRole('tab', { name: 'General' }));
  await page.keyboard.press('End');
  const simulator = sheet.getByRole('tab', { name: 'Simulator' });
  await expect(simulator).toHaveAttribute('aria-selected', 'true');
  await pressOn(page, sheet.getByRole('button', { name: 'Pull Card Out' }), 'Enter');
  await expectVisibleFocus(sheet);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  const manager = dialog(page, 'Device Manager');
  await expect(manager.getByRole('treeitem', { name: /X520-2$/ })).toBeFocused();
  await pressOn(page, manager.getByRole('button', { name: 'Virtual Functions...' }), 'Enter');
  const functions = dialog(page, /^Virtual Functions of /);
  await expect(functions.getByText('The card is not in the computer.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(functions).toBeHidden();
  await expect(manager).toBeVisible();
  await pressOn(page, manager.getByRole('treeitem', { name: /X520-2$/ }), 'Enter');
  await tabTo(page, sheet.getByRole('tab', { name: 'General' }));
  await page.keyboard.press('End');
  await pressOn(page, sheet.getByRole('button', { name: 'Put Card Back' }), 'Enter');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(manager).toBeHidden();
  await choose(page, 'Action', 'Virtual Functions...');
  const row = functions.getByRole('row').filter({ hasText: 'VM1, Network Adapter' });
  await expect(row.getByRole('cell').last()).toHaveText('VF', { timeout: 20_000 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the windows on the host's devices, ${colorScheme}`, async ({ open }) => {
    const { page } = await open('--speed', '20');
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await vmWithVf(page);
    const sheet = await openNicPage(page, 'X520-2', 'General');
    for (const tab of ['General', 'Advanced', 'Driver', 'Resources', 'Simulator']) {
      await sheet.getByRole('tab', { name: tab }).click();
      await expectAccessible(page, `properties, ${tab}`);
    }
    await sheet.getByRole('button', { name: 'Pull Card Out' }).click();
    await expect(sheet.getByRole('button', { name: 'Put Card Back' })).toBeVisible();
    await expectAccessible(page, 'properties of a card that is out');
    await sheet.getByRole('button', { name: 'Put Card Back' }).click();
    await sheet.getByRole('tab', { name: 'Advanced' }).click();
    await sheet.getByRole('spinbutton').fill('100');
    await sheet.getByRole('button', { name: 'OK' }).click();
    await expectAccessible(page, 'properties, a number that is none');
    await leaveAndLook(page);
    await act(page, 'Virtual Functions...');
    const functions = dialog(page, /^Virtual Functions of /);
    await expect(functions.getByRole('rowheader', { name: 'VF 62' })).toBeAttached({ timeout: 20_000 });
    await expectAccessible(page, 'Virtual Functions');
    await functions.getByRole('tab', { name: 'Get-NetAdapterSriov' }).click();
    await expect(functions.getByRole('rowheader', { name: 'SriovSupport' })).toBeVisible();
    await expectAccessible(page, 'Get-NetAdapterSriov');
  });
}

/** Goes back to Device Manager, looks at it too, and closes it. */
async function leaveAndLook(page: Page): Promise<void> {
  const sheet = dialog(page, / Properties$/);
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(sheet).toBeHidden();
  await expectAccessible(page, 'Device Manager');
  await leaveDevices(page);
}
