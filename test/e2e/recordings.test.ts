import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readPdhCsv } from '../support/pdh-csv';
import { expectAccessible } from '../support/e2e/axe';
import { startTraffic } from '../support/e2e/connection';
import { chooseFile } from '../support/e2e/document';
import { expect, test } from '../support/e2e/fixtures';
import { choose, dialog, select, start } from '../support/e2e/frame';
import { createSwitch } from '../support/e2e/switches';
import { answer, newVirtualMachine } from '../support/e2e/virtual-machines';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sriov-manager-recordings-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Looks at a dialog in both themes, once what is behind it has been hidden. */
async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('menubar')).toBeHidden();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page, `${name}, ${colorScheme}`);
    await page.screenshot({ path: `test-results/${name}-${colorScheme}.png` });
  }
}

test('traffic is recorded, exported as a performance log, and deleted', async ({ open }) => {
  const program = await open('--speed', '10');
  const { page } = program;
  await createSwitch(page, { name: 'Fast', nic: 'X520', sriov: false });
  await newVirtualMachine(page, { name: 'VM1', connection: 'Fast' });
  await start(page, 'VM1');
  await startTraffic(page, 'VM1');
  await select(page, 'VM1');

  await choose(page, 'View', 'Recordings...');
  const recordings = dialog(page, 'Recordings');
  await expect(recordings.getByText('Nothing has been recorded.')).toBeVisible();
  await look(page, 'recordings-empty');
  await page.keyboard.press('Enter');
  const wanted = dialog(page, 'New Recording');
  await expect(wanted.getByRole('checkbox', { name: 'VM1: Network Adapter' })).toBeChecked();
  await look(page, 'new-recording');
  await wanted.getByRole('textbox', { name: 'Name:' }).fill('Software path');
  await page.keyboard.press('Enter');
  await expect(wanted).toBeHidden();

  const row = recordings.getByRole('row', { name: /Software path/ });
  const samples = async (): Promise<number> => Number(await row.getByRole('gridcell').last().textContent());
  await expect.poll(samples).toBeGreaterThan(10);
  await recordings.getByRole('button', { name: 'Stop' }).click();
  await expect(row).not.toContainText('Recording');
  // Away from the button, which now says why it cannot be pressed.
  await row.click();
  await look(page, 'recordings');
  const count = await samples();

  const csv = join(folder, 'path.csv');
  await chooseFile(program, csv);
  await recordings.getByRole('button', { name: 'Export...' }).click();
  await expect(recordings.getByText('Software path has been exported.')).toBeVisible();
  expect(await readdir(folder)).toEqual(['path.csv']);
  const { header, rows } = readPdhCsv(await readFile(csv, 'utf8'));
  expect(header[0]).toBe('(PDH-CSV 4.0) (UTC)(0)');
  expect(header[2]).toMatch(/^\\\\HV01\\Simulator Data Path\(VM1_Network Adapter_.*\)\\VMBus Bytes\/sec$/);
  expect(rows).toHaveLength(count);
  expect(rows[0]?.values).toEqual([null, null, null, null]);
  for (const { values } of rows.slice(1)) {
    const [emulated, vmbus = 0, vf] = values;
    expect([emulated, vf]).toEqual([0, 0]);
    expect(vmbus).toBeGreaterThan(1_000_000);
  }

  await recordings.getByRole('button', { name: 'Delete' }).click();
  await answer(page, 'Delete Recording', 'Delete');
  await expect(recordings.getByText('Nothing has been recorded.')).toBeVisible();
  await recordings.getByRole('button', { name: 'Close' }).click();
  await expect(recordings).toBeHidden();
});
