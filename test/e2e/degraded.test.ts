import { reasonText } from '../../src/shared/model/iov-reason';
import type { IovReason } from '../../src/shared/model/iov-reason';
import { removeVfDriver, startTraffic } from '../support/e2e/connection';
import { test } from '../support/e2e/fixtures';
import { start, startAll } from '../support/e2e/frame';
import { setIoVirtualization } from '../support/e2e/host';
import { active, degraded, expectReason, expectStatus, expectTrafficOn } from '../support/e2e/networking';
import { dumpFile } from '../support/e2e/program';
import type { Program } from '../support/e2e/program';
import { createSwitch } from '../support/e2e/switches';
import { enableSriov, newVirtualMachine } from '../support/e2e/virtual-machines';

/** Two ports of an 82576 with 7 VFs each, and an 82574L without SR-IOV. */
const host = ['--host', dumpFile('two-port-ari.off-vvvxxxx.txt'), '--speed', '40'];

async function vmWithSriov({ page }: Program, vm: string, connection: string): Promise<void> {
  await newVirtualMachine(page, { name: vm, connection });
  await enableSriov(page, vm, true);
  await start(page, vm);
}

async function expectSoftwarePath({ page }: Program, vm: string, ...reasons: IovReason[]): Promise<void> {
  await startTraffic(page, vm);
  await expectStatus(page, vm, degraded);
  for (const reason of reasons) await expectReason(page, reasonText(reason).text);
  await expectTrafficOn(page, vm, 'VMBus');
}

test('a switch without SR-IOV', async ({ open }) => {
  const program = await open(...host);
  await createSwitch(program.page, { name: 'Plain', nic: '82576', sriov: false });
  await vmWithSriov(program, 'VM1', 'Plain');
  await expectSoftwarePath(program, 'VM1', 'switchWithoutIov');
});

test('a physical adapter without SR-IOV', async ({ open }) => {
  const program = await open(...host);
  await createSwitch(program.page, { name: 'Slow', nic: '82574L', sriov: true });
  await vmWithSriov(program, 'VM1', 'Slow');
  await expectSoftwarePath(program, 'VM1', 'MissingPfDriver');
});

test('I/O virtualization turned off in the firmware', async ({ open }) => {
  const program = await open(...host);
  await createSwitch(program.page, { name: 'Fast', nic: '82576', sriov: true });
  await vmWithSriov(program, 'VM1', 'Fast');
  await expectStatus(program.page, 'VM1', active);
  await setIoVirtualization(program, false);
  await expectSoftwarePath(program, 'VM1', 'ioVirtualizationOff', 'noDmaRemapping', 'noInterruptRemapping');
});

test('one virtual machine more than there are VFs', async ({ open }) => {
  const program = await open(...host);
  await createSwitch(program.page, { name: 'Fast', nic: '82576', sriov: true });
  const seven = [1, 2, 3, 4, 5, 6, 7].map((number) => `VM${number}`);
  for (const vm of seven) {
    await newVirtualMachine(program.page, { name: vm, connection: 'Fast' });
    await enableSriov(program.page, vm, true);
  }
  await startAll(program.page, seven);
  for (const vm of seven) await expectStatus(program.page, vm, active);
  await vmWithSriov(program, 'VM8', 'Fast');
  await expectSoftwarePath(program, 'VM8', 'noFreeVf');
});

test('a guest without a VF driver', async ({ open }) => {
  const program = await open(...host);
  await createSwitch(program.page, { name: 'Fast', nic: '82576', sriov: true });
  await vmWithSriov(program, 'VM1', 'Fast');
  await removeVfDriver(program.page, 'VM1');
  await expectSoftwarePath(program, 'VM1', 'guestDriverMissing');
});
