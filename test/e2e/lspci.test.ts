import { expect, test } from '../support/e2e/fixtures';
import { pasteLspci } from '../support/e2e/host';
import { expectState, statusBar } from '../support/e2e/frame';
import { dumpFile, readDump } from '../support/e2e/program';
import { externalNetworks } from '../support/e2e/switches';
import { newVirtualMachine } from '../support/e2e/virtual-machines';

const onePort = ['Intel(R) 82576 Gigabit Dual Port Network Connection'];
const twoPorts = [
  'Intel(R) 82574L Gigabit Network Connection',
  'Intel(R) 82576 Gigabit Dual Port Network Connection',
  'Intel(R) 82576 Gigabit Dual Port Network Connection #2',
];

/** The stored texts with the physical adapters that their hosts have. */
const dumps = {
  'iommu.off-vvvxxxx.txt': onePort,
  'iommu.on-vvvxxxx.txt': onePort,
  'iommu.on-vvv-nn.txt': onePort,
  'two-port-ari.on-vvvxxxx.txt': twoPorts,
  'two-port-ari.on-vvv-nn.txt': twoPorts,
} as const;

for (const [dump, nics] of Object.entries(dumps)) {
  test(`--host builds the host of ${dump}`, async ({ open }) => {
    const { page } = await open('--host', dumpFile(dump), '--paused');
    await expect(statusBar(page)).toContainText('Built from lspci');
    expect(await externalNetworks(page)).toEqual(nics);
  });
}

test('the dialog shows what a text holds before it replaces the host', async ({ open }) => {
  const program = await open('--paused');
  const window = await pasteLspci(program, await readDump('two-port-ari.off-vvvxxxx.txt'));
  const preview = window.getByRole('table', { name: 'Preview' });
  await expect(preview.getByRole('row')).toContainText([
    /Address.*Total VFs/,
    /01:00\.0.*8/,
    /01:00\.1.*8/,
    /02:00\.0.*none/,
  ]);
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(statusBar(program.page)).toContainText('Built-in host');
});

test('a text that makes no sense is refused with line and reason, and the host stays', async ({ open }) => {
  const program = await open('--paused');
  await newVirtualMachine(program.page, { name: 'Keep me' });
  const whole = await readDump('two-port-ari.off-vvvxxxx.txt');
  const lines = whole.split('\n').slice(0, 60);
  const window = await pasteLspci(program, [...lines, 'Kernel panic - not syncing'].join('\n'));
  await expect(window.getByRole('alert')).toHaveText(/^Line 61: this is neither a function .+ nor hex bytes/);
  await window.getByRole('button', { name: 'Go to Line 61' }).click();
  await expect(window.getByRole('button', { name: 'Create Host' })).toBeDisabled();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(window).toBeHidden();
  await expectState(program.page, 'Keep me', 'Off');
  await expect(statusBar(program.page)).toContainText('Built-in host');
});

test('a text cut in the middle of a function is refused with line and reason', async ({ open }) => {
  const program = await open('--paused');
  const whole = await readDump('two-port-ari.off-vvvxxxx.txt');
  const cut = whole.slice(0, whole.indexOf('Total VFs'));
  const window = await pasteLspci(program, cut);
  await expect(window.getByRole('alert')).toHaveText(/^Line \d+: /);
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(statusBar(program.page)).toContainText('Built-in host');
});
