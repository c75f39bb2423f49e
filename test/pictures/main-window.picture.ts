/**
 * Draws the pictures of the main window: the first virtual function at work. Run with `npm run pictures`;
 * it is no test and belongs to no suite.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createSwitch } from '../support/e2e/switches';
import { startTraffic } from '../support/e2e/connection';
import { test } from '../support/e2e/fixtures';
import { decodePng } from '../support/e2e/png';
import { select, start, turnTo } from '../support/e2e/frame';
import { active, expectStatus, expectTrafficOn } from '../support/e2e/networking';
import { encodeIndexed } from '../support/indexed-png';
import { enableSriov, newVirtualMachine } from '../support/e2e/virtual-machines';

const folder = join(import.meta.dirname, '../../docs/pictures');

async function draw(page: Page, name: string): Promise<void> {
  await writeFile(join(folder, `${name}.png`), encodeIndexed(decodePng(await page.screenshot())));
}

test('the main window and the two check boxes', async ({ open }) => {
  const { page } = await open('--speed', '4');
  await page.emulateMedia({ colorScheme: 'light' });
  await createSwitch(page, { name: 'External SR-IOV', nic: 'X520', sriov: true });
  for (const name of ['DC01', 'FILE01', 'SQL01', 'WEB01', 'WEB02']) {
    await newVirtualMachine(page, { name, connection: 'External SR-IOV' });
  }
  for (const name of ['DC01', 'SQL01', 'WEB01']) await start(page, name);
  await expectStatus(page, 'SQL01', 'OK');
  await startTraffic(page, 'SQL01');
  await select(page, 'SQL01');
  await turnTo(page, 'Performance');
  await expectTrafficOn(page, 'SQL01', 'VMBus');
  // The tab stays open under the dialog, so that the chart shows the moment of the switch.
  await enableSriov(page, 'SQL01', true);
  await expectTrafficOn(page, 'SQL01', 'VF');
  await draw(page, 'main-window');
  await expectStatus(page, 'SQL01', active);
  await draw(page, 'networking');
});
