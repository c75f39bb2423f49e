/** Draws the windows on the host's devices. Run with `npm run pictures`; it is no test and belongs to no suite. */
import { join } from 'node:path';
import { leaveDevices, openDeviceManager, openNicPage } from '../support/e2e/devices';
import { expect, test } from '../support/e2e/fixtures';
import { act, dialog, startAll } from '../support/e2e/frame';
import { active, expectStatus } from '../support/e2e/networking';
import { createSwitch } from '../support/e2e/switches';
import { enableSriov, newVirtualMachine } from '../support/e2e/virtual-machines';

const folder = join(import.meta.dirname, '../../docs/pictures');

test('Device Manager, the properties of an adapter, the virtual functions', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await page.emulateMedia({ colorScheme: 'light' });
  await createSwitch(page, { name: 'External SR-IOV', nic: 'X520', sriov: true });
  const vms = ['DC01', 'FILE01', 'SQL01'];
  for (const name of vms) {
    await newVirtualMachine(page, { name, connection: 'External SR-IOV' });
    await enableSriov(page, name, name !== 'FILE01');
  }
  await startAll(page, vms);
  for (const name of ['DC01', 'SQL01']) await expectStatus(page, name, active);
  const manager = await openDeviceManager(page);
  await manager.getByRole('treeitem', { name: /X520-2$/ }).click();
  await page.screenshot({ path: join(folder, 'device-manager.png') });
  await manager.getByRole('button', { name: 'Close', exact: true }).click();
  const sheet = await openNicPage(page, 'X520-2', 'Advanced');
  await sheet.getByRole('listbox', { name: 'Property:' }).selectOption('SR-IOV');
  await page.screenshot({ path: join(folder, 'nic-properties.png') });
  await leaveDevices(page);
  await act(page, 'Virtual Functions...');
  await expect(dialog(page, /^Virtual Functions of /).getByRole('table')).toBeVisible();
  await page.screenshot({ path: join(folder, 'virtual-functions.png') });
});
