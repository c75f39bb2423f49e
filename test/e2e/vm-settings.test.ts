/** Pages of a virtual machine's Settings that are not about its network, and what a person sees of them afterwards. */
import { startTraffic } from '../support/e2e/connection';
import { expect, test } from '../support/e2e/fixtures';
import { actions, actOn, dialog, expectState, select, start, turnTo, vmCell } from '../support/e2e/frame';
import { setIoVirtualization } from '../support/e2e/host';
import { expectStatus, expectTrafficOn, readSeries } from '../support/e2e/networking';
import { createInnerSwitch } from '../support/e2e/switches';
import { changeSettings, newVirtualMachine, setBox } from '../support/e2e/virtual-machines';

test('a limit of the processor holds what a running virtual machine sends', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await createInnerSwitch(page, 'Inside', 'Internal');
  await newVirtualMachine(page, { name: 'VM1', connection: 'Inside' });
  await start(page, 'VM1');
  await expectStatus(page, 'VM1', 'OK');
  await startTraffic(page, 'VM1');
  await expectTrafficOn(page, 'VM1', 'VMBus');
  const free = await readSeries(page, 'VMBus');

  await changeSettings(page, 'VM1', 'Processor', async (settings) => {
    await expect(settings.getByRole('note')).toContainText('Some settings cannot be modified');
    await expect(settings.getByRole('spinbutton', { name: 'Number of virtual processors:' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await settings.getByRole('spinbutton', { name: 'Virtual machine limit (percentage):' }).fill('2');
  });
  await expect.poll(() => readSeries(page, 'VMBus'), { timeout: 20_000 }).toBeLessThan(free / 2);
});

test('memory that the host does not have keeps a virtual machine from starting', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await newVirtualMachine(page, { name: 'VM1' });
  await changeSettings(page, 'VM1', 'Memory', async (settings) => {
    await settings.getByRole('spinbutton', { name: 'RAM:', exact: true }).fill('12000000');
  });
  await actOn(page, 'VM1', 'Start');
  const failure = dialog(page, 'Hyper-V Manager');
  await expect(failure).toContainText('Not enough memory');
  await page.keyboard.press('Escape');
  await changeSettings(page, 'VM1', 'Memory', async (settings) => {
    await settings.getByRole('spinbutton', { name: 'RAM:', exact: true }).fill('768');
  });
  await start(page, 'VM1');
  await expect(vmCell(page, 'VM1', 'Assigned Memory')).toHaveText('768 MB');
});

test('integration services decide about Shut Down and Heartbeat, notes stand on the Summary tab', async ({
  open,
}) => {
  const { page } = await open('--speed', '20');
  await newVirtualMachine(page, { name: 'VM1' });
  await start(page, 'VM1');
  await select(page, 'VM1');
  await turnTo(page, 'Summary');
  const summary = page.getByRole('tabpanel', { name: 'Summary' });
  await expect(summary).toContainText('OK (Applications Healthy)', { timeout: 20_000 });
  const shutDown = actions(page).getByRole('button', { name: 'Shut Down...', exact: true });
  await expect(shutDown).toBeVisible();

  await setBox(page, 'VM1', 'Integration Services', 'Heartbeat', false);
  await expect(summary).toContainText('Disabled');
  await setBox(page, 'VM1', 'Integration Services', 'Operating system shutdown', false);
  await expect(shutDown).toHaveCount(0);
  await changeSettings(page, 'VM1', 'Name', async (settings) => {
    await settings.getByRole('textbox', { name: 'Notes' }).fill('The front end.');
  });
  await expect(summary).toContainText('The front end.');
  await setBox(page, 'VM1', 'Integration Services', 'Operating system shutdown', true);
  await expect(shutDown).toBeVisible();
});

test('automatic actions carry a virtual machine through a restart of the host', async ({ open }) => {
  const program = await open('--speed', '20');
  const { page } = program;
  await newVirtualMachine(page, { name: 'VM1' });
  await newVirtualMachine(page, { name: 'VM2' });
  await changeSettings(page, 'VM1', 'Automatic Start Action', async (settings) => {
    await settings.getByRole('radio', { name: /^Always start/ }).check();
    await settings.getByRole('spinbutton', { name: 'Startup delay:' }).fill('5');
  });
  await start(page, 'VM2');
  await changeSettings(page, 'VM2', 'Automatic Stop Action', (settings) =>
    settings.getByRole('radio', { name: 'Turn off the virtual machine' }).check(),
  );
  await changeSettings(page, 'VM2', 'Automatic Start Action', (settings) =>
    settings.getByRole('radio', { name: 'Nothing' }).check(),
  );
  await setIoVirtualization(program, false);
  await expectState(page, 'VM1', 'Running');
  await expectState(page, 'VM2', 'Off');
});
