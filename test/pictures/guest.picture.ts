/** Draws a virtual machine's own window. Run with `npm run pictures`; it is no test and belongs to no suite. */
import { join } from 'node:path';
import { connect, guestTab } from '../support/e2e/connection';
import { expect, test } from '../support/e2e/fixtures';
import { start } from '../support/e2e/frame';
import { active, expectStatus } from '../support/e2e/networking';
import { createSwitch } from '../support/e2e/switches';
import { enableSriov, newVirtualMachine } from '../support/e2e/virtual-machines';

const folder = join(import.meta.dirname, '../../docs/pictures');

test('Virtual Machine Connection: the guest, and its traffic', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await createSwitch(page, { name: 'External SR-IOV', nic: 'X520', sriov: true });
  await newVirtualMachine(page, { name: 'SQL01', connection: 'External SR-IOV' });
  await enableSriov(page, 'SQL01', true);
  await start(page, 'SQL01');
  await expectStatus(page, 'SQL01', active);
  const window = await connect(page, 'SQL01');
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await guestTab(window, 'Device Manager');
  await window.getByRole('treeitem', { name: /Virtual Function$/ }).click();
  await window.screenshot({ path: join(folder, 'guest-devices.png') });
  const panel = await guestTab(window, 'Traffic');
  await panel.getByRole('button', { name: 'Start traffic' }).click();
  await expect(panel.getByRole('group', { name: 'Live' })).toContainText(/Sending\s*[1-9]/);
  // Elsewhere than on the button, which would say why it cannot be pressed.
  await guestTab(window, 'Traffic');
  await expect(panel.getByText(/^Now [1-9]/)).toBeAttached();
  await window.screenshot({ path: join(folder, 'guest-traffic.png') });
});
