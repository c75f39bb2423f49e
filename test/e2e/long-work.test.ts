import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expectAccessible } from '../support/e2e/axe';
import { expect, test } from '../support/e2e/fixtures';
import { choose, dialog, expectState, statusBar, virtualMachines } from '../support/e2e/frame';
import { slowComputer, startProgram } from '../support/e2e/program';
import type { Program } from '../support/e2e/program';
import { newVirtualMachine } from '../support/e2e/virtual-machines';
import { largeLspci } from '../support/large-lspci';

/** Names of the documents without a name of the user's, and of whatever else lies beside them. */
async function documentsIn(dataDir: string): Promise<string[]> {
  const names = await readdir(join(dataDir, 'untitled'));
  return names.filter((name) => !/-(wal|shm)$/.test(name)).sort();
}

test('a large host is built in sight, to its end', async ({ dataDir }) => {
  const program = await startProgram(['--data-dir', dataDir, '--vms', '5000'], slowComputer);
  const { page } = program;
  const progress = dialog(page, 'Building Host').getByRole('progressbar', { name: 'Progress' });
  await expect(progress).toBeVisible();
  const share = async (): Promise<number> => Number(await progress.getAttribute('aria-valuenow'));
  const first = await share();
  await expect.poll(share).toBeGreaterThan(first);
  await expect(progress).toBeHidden({ timeout: 30_000 });
  await expect(virtualMachines(page)).toHaveAttribute('aria-rowcount', '5001');
  await program.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a large host that nobody waits for leaves nothing half done, ${colorScheme}`, async ({ dataDir }) => {
    const program = await startProgram(['--data-dir', dataDir, '--vms', '5000'], slowComputer);
    const { page } = program;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const building = dialog(page, 'Building Host');
    await expect(building.getByRole('progressbar')).toBeVisible();
    await expectAccessible(page, 'long work');
    await page.screenshot({ path: `test-results/long-work-${colorScheme}.png` });
    await building.getByRole('button', { name: 'Cancel' }).click();
    await expect(building).toBeHidden();
    await expect(page).toHaveTitle(/^Untitled 1 - SR-IOV Manager - HV01/);
    await expect(page.getByText('No virtual machines were found on this server.')).toBeVisible();
    await newVirtualMachine(page, { name: 'VM1' });
    expect(await documentsIn(dataDir)).toEqual(['Untitled 1.sriovlab']);
    await program.close();
  });
}

/** Chooses the file in New Host from lspci, as a person does; answers with the dialog. */
async function browseLspci({ app, page }: Program, file: string): Promise<Locator> {
  await app.evaluate(({ dialog: system }, path) => {
    system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await choose(page, 'File', 'New Host from lspci...');
  const window = dialog(page, 'New Host from lspci');
  await window.getByRole('button', { name: 'Browse...' }).click();
  return window;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a large text of lspci is read and built in sight, or not at all, ${colorScheme}`, async ({
    dataDir,
  }) => {
    test.setTimeout(120_000);
    const file = join(dataDir, 'server.txt');
    await writeFile(file, largeLspci(100));
    const program = await startProgram(['--data-dir', dataDir], slowComputer);
    const { page } = program;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await newVirtualMachine(page, { name: 'Keep me' });

    const reading = dialog(page, 'Reading Text of lspci');
    const readingShare = reading.getByRole('progressbar', { name: 'Progress' });
    const building = dialog(page, 'Building Host');
    const held = '200 bridges and 300 network adapters.';
    const window = await browseLspci(program, file);
    await expect(readingShare).toHaveAttribute('aria-valuetext', /^\d+ %$/);
    await expectAccessible(page, 'reading a text of lspci');
    await page.screenshot({ path: `test-results/reading-lspci-${colorScheme}.png` });
    await reading.getByRole('button', { name: 'Cancel' }).click();
    await expect(reading).toBeHidden();
    await expect(window.getByText('Nothing has been read yet.')).toBeVisible();

    await window.getByRole('button', { name: 'Browse...' }).click();
    const share = async (): Promise<number> => Number(await readingShare.getAttribute('aria-valuenow'));
    const first = await share();
    await expect.poll(share).toBeGreaterThan(first);
    await expect(window.getByText(held)).toBeVisible({ timeout: 30_000 });
    await expect(reading).toBeHidden();

    await window.getByRole('button', { name: 'Create Host' }).click();
    await expect(building.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
    await page.screenshot({ path: `test-results/building-lspci-${colorScheme}.png` });
    await page.keyboard.press('Escape');
    await expect(building).toBeHidden();
    await expect(window.getByText(held)).toBeVisible();
    await window.getByRole('button', { name: 'Cancel' }).click();
    await expect(statusBar(page)).toContainText('Built-in host');
    await expectState(page, 'Keep me', 'Off');
    expect(await documentsIn(dataDir)).toEqual(['Untitled 1.sriovlab']);

    await browseLspci(program, file);
    await expect(window.getByText(held)).toBeVisible({ timeout: 30_000 });
    await window.getByRole('button', { name: 'Create Host' }).click();
    await expect(building).toBeVisible();
    await expect(window).toBeHidden({ timeout: 30_000 });
    await expect(building).toBeHidden();
    await expect(statusBar(page)).toContainText('Built from lspci');
    expect(await documentsIn(dataDir)).toEqual(['Untitled 1.sriovlab', 'Untitled 2.sriovlab']);
    await program.close();
  });
}
