import { createSwitch } from '../support/e2e/switches';
import { startTraffic } from '../support/e2e/connection';
import { expect, test } from '../support/e2e/fixtures';
import { start } from '../support/e2e/frame';
import { newHostFromLspci } from '../support/e2e/host';
import { active, expectStatus, expectTrafficOn, readSeries } from '../support/e2e/networking';
import { readDump } from '../support/e2e/program';
import { enableSriov, newVirtualMachine } from '../support/e2e/virtual-machines';

test('a virtual machine gets its first VF, uses it, and falls back when the box is cleared', async ({
  open,
}) => {
  const program = await open('--speed', '20');
  const { page } = program;
  await newHostFromLspci(program, await readDump('two-port-ari.off-vvvxxxx.txt'));
  await createSwitch(page, { name: 'Fast', nic: '82576', sriov: true });
  await newVirtualMachine(page, { name: 'VM1', connection: 'Fast' });
  await enableSriov(page, 'VM1', true);
  await start(page, 'VM1');
  await expectStatus(page, 'VM1', active);
  await startTraffic(page, 'VM1');
  await expectTrafficOn(page, 'VM1', 'VF');

  await enableSriov(page, 'VM1', false);
  await expectStatus(page, 'VM1', 'OK');
  await expectTrafficOn(page, 'VM1', 'VMBus');
  const cpuWithVmBus = await readSeries(page, 'Root partition CPU');

  await enableSriov(page, 'VM1', true);
  await expectStatus(page, 'VM1', active);
  await expectTrafficOn(page, 'VM1', 'VF');
  await expect.poll(() => readSeries(page, 'Root partition CPU')).toBeLessThan(cpuWithVmBus / 2);
});
