/** Settings of processors, of switches and of the physical adapter, from the dialog to the counter that moves. */
import type { Page } from '@playwright/test';
import { idleTraffic } from '../../src/shared/model/traffic';
import type { TrafficProfile } from '../../src/shared/model/traffic';
import { execute, idsByName } from '../support/e2e/commands';
import { connect, exit, guestTab } from '../support/e2e/connection';
import { setAdvanced } from '../support/e2e/devices';
import { expect, test } from '../support/e2e/fixtures';
import { actOn, expectState, select, start, turnTo } from '../support/e2e/frame';
import { readSeries } from '../support/e2e/networking';
import type { Series } from '../support/e2e/networking';
import { createSwitch } from '../support/e2e/switches';
import { answer, changeSettings, setBox } from '../support/e2e/virtual-machines';

/** Virtual machines that run, on a switch of that type, as many processors each as said. */
async function scene(
  page: Page,
  type: 'Internal' | 'Private',
  names: readonly string[],
  processors: number,
): Promise<void> {
  const [switchId = ''] = await execute(page, [{ name: 'switch.create', input: { name: 'Inside', type } }]);
  const input = { generation: 2, startupMemoryMb: 512, processors, switchId } as const;
  for (const name of names) {
    await execute(page, [{ name: 'vm.create', input: { ...input, name } }]);
    await start(page, name);
  }
}

async function setTraffic(page: Page, vm: string, traffic: Partial<TrafficProfile>): Promise<void> {
  const id = (await idsByName(page, 'adapter')).get(vm) ?? '';
  await execute(page, [
    { name: 'adapter.setTraffic', input: { id, traffic: { ...idleTraffic, ...traffic } } },
  ]);
}

/** Turns to the chart of a virtual machine and waits until it shows something on that series. */
async function watch(page: Page, vm: string, series: Series): Promise<number> {
  await select(page, vm);
  await turnTo(page, 'Performance');
  await expect.poll(() => readSeries(page, series), { timeout: 20_000 }).toBeGreaterThan(0);
  return settled(page, series);
}

/** The figure once it does not move any more: a chart looks back over the time between two samples. */
async function settled(page: Page, series: Series): Promise<number> {
  let last = Number.NaN;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await readSeries(page, series);
        return Math.abs(last / before - 1);
      },
      { timeout: 20_000, intervals: [1500] },
    )
    .toBeLessThan(0.02);
  return last;
}

test('processors, weight and reserve share out what the virtual machines get done', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await scene(page, 'Internal', ['VM1', 'VM2'], 1);
  const busy = { sendMbps: 400_000, connections: 16 };
  for (const vm of ['VM1', 'VM2']) await setTraffic(page, vm, busy);
  const one = await watch(page, 'VM1', 'VMBus');
  for (const vm of ['VM1', 'VM2']) {
    await actOn(page, vm, 'Turn Off...');
    await answer(page, 'Turn Off Machine', 'Turn Off');
    await expectState(page, vm, 'Off');
    await changeSettings(page, vm, 'Processor', (settings) =>
      settings.getByRole('spinbutton', { name: 'Number of virtual processors:' }).fill('16'),
    );
    await start(page, vm);
  }
  const many = await watch(page, 'VM1', 'VMBus');
  expect(many).toBeGreaterThan(2 * one);

  await changeSettings(page, 'VM2', 'Processor', (settings) =>
    settings.getByRole('spinbutton', { name: 'Relative weight:' }).fill('300'),
  );
  await select(page, 'VM1');
  await expect.poll(() => readSeries(page, 'VMBus'), { timeout: 20_000 }).toBeLessThan(0.7 * many);
  const outweighed = await settled(page, 'VMBus');

  await changeSettings(page, 'VM1', 'Processor', (settings) =>
    settings.getByRole('spinbutton', { name: 'Virtual machine reserve (percentage):' }).fill('40'),
  );
  await expect.poll(() => readSeries(page, 'VMBus'), { timeout: 20_000 }).toBeGreaterThan(1.2 * outweighed);
});

test('virtual machines reach each other on one private switch and not on two', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await scene(page, 'Private', ['VM1', 'VM2'], 2);
  await execute(page, [{ name: 'switch.create', input: { name: 'Elsewhere', type: 'Private' } }]);
  const peerAdapterId = (await idsByName(page, 'adapter')).get('VM2') ?? '';
  await setTraffic(page, 'VM1', { sendMbps: 500, peerAdapterId });
  await watch(page, 'VM1', 'VMBus');
  const connect = (name: string): Promise<void> =>
    changeSettings(page, 'VM2', 'Network Adapter', async (settings) => {
      await settings.getByRole('combobox', { name: 'Virtual switch:' }).selectOption(name);
    });
  await connect('Elsewhere');
  await select(page, 'VM1');
  await expect.poll(() => readSeries(page, 'VMBus'), { timeout: 20_000 }).toBe(0);
  await connect('Inside');
  await select(page, 'VM1');
  await expect.poll(() => readSeries(page, 'VMBus'), { timeout: 20_000 }).toBeGreaterThan(400);
});

test('Large Send Offload takes work off the root partition', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await createSwitch(page, { name: 'Plain', nic: 'X520', sriov: false });
  const switchId = (await idsByName(page, 'switch')).get('Plain') ?? '';
  const vm = { name: 'VM1', generation: 2, startupMemoryMb: 512, processors: 4, switchId } as const;
  await execute(page, [{ name: 'vm.create', input: vm }]);
  await start(page, 'VM1');
  await setTraffic(page, 'VM1', { sendMbps: 2000 });
  const before = await watch(page, 'VM1', 'Root partition CPU');
  await setAdvanced(page, 'X520-2', 'Large Send Offload V2', 'Enabled');
  await select(page, 'VM1');
  await expect.poll(() => readSeries(page, 'VMBus'), { timeout: 30_000 }).toBeGreaterThan(1900);
  await expect
    .poll(() => readSeries(page, 'Root partition CPU'), { timeout: 20_000 })
    .toBeLessThan(before / 2);
});

test('MAC address spoofing and the guards decide what a port lets pass', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await scene(page, 'Internal', ['VM1'], 2);
  const window = await connect(page, 'VM1');
  const panel = await guestTab(window, 'Traffic');
  const sendAs = async (sender: string): Promise<void> => {
    await panel.getByRole('combobox', { name: 'Protocol:' }).selectOption('UDP');
    await panel.getByRole('combobox', { name: 'Sends as:' }).selectOption(sender);
    await panel.getByRole('button', { name: 'Start traffic' }).click();
  };
  const live = panel.getByRole('group', { name: 'Live' });
  await sendAs('Another MAC address');
  await expect(panel).toContainText('MAC address spoofing is not enabled');
  await expect(live).toContainText(/Sending\s*0\.0\s*Mbps/, { timeout: 20_000 });
  await setBox(page, 'VM1', 'Advanced Features', 'Enable MAC address spoofing', true);
  await expect(live).toContainText(/Sending\s*[1-9][\d.,]*\s*Mbps/, { timeout: 20_000 });
  for (const [sender, box] of [
    ['DHCP server', 'Enable DHCP guard'],
    ['Router', 'Enable router advertisement guard'],
  ] as const) {
    await sendAs(sender);
    await expect(live).toContainText(/Sending\s*[1-9][\d.,]*\s*Mbps/, { timeout: 20_000 });
    await setBox(page, 'VM1', 'Advanced Features', box, true);
    await expect(live).toContainText(/Sending\s*0\.0\s*Mbps/, { timeout: 20_000 });
  }
  await exit(window);
});
