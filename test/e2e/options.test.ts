import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StreamMessage } from '../../src/shared/contract';
import type { HostPort } from '../../src/shared/host-port';
import { expect, test } from '../support/e2e/fixtures';
import { statusBar, virtualMachines } from '../support/e2e/frame';
import { distinctColours, readPng } from '../support/e2e/png';
import { runProgram } from '../support/e2e/program';

test('--help prints the options and exits with 0', async () => {
  const run = await runProgram(['--help']);
  expect(run.exitCode).toBe(0);
  for (const option of ['data-dir', 'seed', 'host', 'clock', 'speed', 'paused', 'picture', 'vms']) {
    expect(run.stdout).toContain(`--${option}`);
  }
});

for (const wrong of [['--nonsense'], ['--vms', 'many'], ['--speed', '0'], ['--clock', 'noon'], ['stray']]) {
  test(`${wrong.join(' ')} is refused with one line and exit code 2`, async () => {
    const run = await runProgram(wrong);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch(/Allowed are: --help|must be/);
  });
}

test('--host with a file that is no lspci text says line and reason, exit code 2', async () => {
  const run = await runProgram(['--host', import.meta.filename]);
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toMatch(/^--host .*Line 1: /m);
});

test('--picture writes a picture of the list and exits with 0', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sriov-manager-picture-'));
  const file = join(folder, 'window.png');
  const run = await runProgram(['--data-dir', folder, '--vms', '10', '--picture', file]);
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toContain(file);
  const picture = await readPng(file);
  expect(picture.width).toBeGreaterThanOrEqual(800);
  expect(picture.height).toBeGreaterThanOrEqual(500);
  // Text, icons and panes: an empty page has a handful.
  expect(distinctColours(picture)).toBeGreaterThan(100);
  await rm(folder, { recursive: true, force: true });
});

test('--vms makes a host with so many virtual machines', async ({ open }) => {
  const { page } = await open('--vms', '50');
  const list = virtualMachines(page);
  // The list draws the rows in sight; what screen readers are told counts all of them, and the header.
  await expect(list).toHaveAttribute('aria-rowcount', '51');
  await list.focus();
  await page.keyboard.press('End');
  await expect(list.getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', '51');
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('heading', { name: '50 virtual machines selected' })).toBeVisible();
});

test('--paused keeps simulated time still', async ({ open }) => {
  const { page } = await open('--paused', '--clock', '2026-03-01T12:34:56Z');
  await expect(statusBar(page)).toContainText('Paused');
  await expect(statusBar(page)).toContainText('3/1/2026 12:34:56 PM');
  // The clock is told once a second: two more tellings change nothing.
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let heard = 0;
        const { host } = window as unknown as { host: HostPort };
        host.subscribe((message) => {
          if ((message as StreamMessage).stream === 'clock') heard += 1;
          if (heard === 2) done();
        });
      }),
  );
  await expect(statusBar(page)).toContainText('3/1/2026 12:34:56 PM');
});

test('--speed makes simulated time run faster', async ({ open }) => {
  const { page } = await open('--speed', '60', '--clock', '2026-03-01T12:00:00Z');
  await expect(statusBar(page)).toContainText('Speed 60x');
  await expect(statusBar(page)).toContainText(/12:0[1-9]:\d\d PM/, { timeout: 10_000 });
});
