import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../support/e2e/axe';
import { expect, test } from '../support/e2e/fixtures';
import { dialog, virtualMachines } from '../support/e2e/frame';
import { slowComputer, startProgram } from '../support/e2e/program';
import { newVirtualMachine } from '../support/e2e/virtual-machines';

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
    expect((await readdir(join(dataDir, 'untitled'))).filter((name) => !/-(wal|shm)$/.test(name))).toEqual([
      'Untitled 1.sriovlab',
    ]);
    await program.close();
  });
}
