import { reasonText } from '../../src/shared/model/iov-reason';
import { expect, test } from '../support/e2e/fixtures';
import { act, dialog, start } from '../support/e2e/frame';
import { chooseSlotsByKeys, restartFinished } from '../support/e2e/host';
import { expectVisibleFocus, pressOn, tabTo } from '../support/e2e/keyboard';
import { active, degraded, expectReason, expectStatus } from '../support/e2e/networking';
import { createSwitch } from '../support/e2e/switches';
import { enableSriov, newVirtualMachine } from '../support/e2e/virtual-machines';

test('a card taken out of its slot and put back, with the keyboard alone', async ({ open }) => {
  const { page } = await open('--speed', '40');
  await createSwitch(page, { name: 'Fast', nic: 'X520', sriov: true });
  await newVirtualMachine(page, { name: 'VM1', connection: 'Fast' });
  await enableSriov(page, 'VM1', true);
  await start(page, 'VM1');
  await expectStatus(page, 'VM1', active);
  for (const [key, status] of [
    ['(', degraded],
    ['Intel 82599', active],
  ] as const) {
    const setup = await chooseSlotsByKeys(page);
    const card = setup.getByRole('combobox', { name: 'Network adapter in Slot 1' });
    await tabTo(page, card);
    await expectVisibleFocus(setup);
    // A closed list goes to the first choice that begins with what is typed.
    await page.keyboard.type(key);
    await pressOn(page, setup.getByRole('button', { name: 'Save and Restart Host' }), 'Enter');
    await expect(setup).toBeHidden();
    await restartFinished(page);
    await expectStatus(page, 'VM1', status);
    if (status === active) continue;
    await expectReason(page, reasonText('nicMissing').text);
    await act(page, 'Virtual Switch Manager...');
    const manager = dialog(page, /^Virtual Switch Manager/);
    await manager.getByRole('treeitem', { name: 'Fast' }).click();
    await expect(manager.getByRole('combobox')).toContainText('X520-2 (not in the computer)');
    await page.keyboard.press('Escape');
  }
});
