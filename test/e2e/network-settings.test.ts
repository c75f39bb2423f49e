/** What the pages of a network adapter and of a virtual switch do to the traffic, seen where a person sees it. */
import type { Locator, Page } from '@playwright/test';
import { reasonText } from '../../src/shared/model/iov-reason';
import { startTraffic } from '../support/e2e/connection';
import { expect, test } from '../support/e2e/fixtures';
import { actOn, dialog, start } from '../support/e2e/frame';
import { dumpFile } from '../support/e2e/program';
import {
  active,
  adapterText,
  degraded,
  expectReason,
  expectStatus,
  expectTrafficOn,
  readSeries,
} from '../support/e2e/networking';
import { changeSwitches, createInnerSwitch, createSwitch } from '../support/e2e/switches';
import { changeSettings, enableSriov, newVirtualMachine, setBox } from '../support/e2e/virtual-machines';

/** On the built-in host with its X520. */
async function busyVm(page: Page, sriov: boolean): Promise<void> {
  await createSwitch(page, { name: 'Fast', nic: 'X520', sriov });
  await newVirtualMachine(page, { name: 'VM1', connection: 'Fast' });
  if (sriov) await enableSriov(page, 'VM1', true);
  await start(page, 'VM1');
  await expectStatus(page, 'VM1', sriov ? active : 'OK');
  await startTraffic(page, 'VM1');
  await expectTrafficOn(page, 'VM1', sriov ? 'VF' : 'VMBus');
}

test('a VLAN separates an adapter from the management operating system until that is in it, too', async ({
  open,
}) => {
  const { page } = await open('--speed', '20');
  await createInnerSwitch(page, 'Inside', 'Internal');
  await newVirtualMachine(page, { name: 'VM1', connection: 'Inside' });
  await start(page, 'VM1');
  await startTraffic(page, 'VM1');
  await expectTrafficOn(page, 'VM1', 'VMBus');

  await changeSettings(page, 'VM1', 'Network Adapter', async (settings) => {
    await settings.getByRole('checkbox', { name: 'Enable virtual LAN identification' }).check();
    await settings.getByRole('spinbutton', { name: /^The VLAN identifier specifies/ }).fill('7');
  });
  await expect.poll(() => readSeries(page, 'VMBus'), { timeout: 20_000 }).toBe(0);

  await changeSwitches(page, 'Inside', async (manager) => {
    const box = 'Enable virtual LAN identification for management operating system';
    await manager.getByRole('checkbox', { name: box }).check();
    await manager.getByRole('spinbutton', { name: /^The VLAN identifier specifies/ }).fill('7');
  });
  await expectTrafficOn(page, 'VM1', 'VMBus');
});

test('a maximum bandwidth takes the VF away and holds on the software path', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await busyVm(page, true);
  const free = await readSeries(page, 'VF');

  await changeSettings(page, 'VM1', 'Network Adapter', async (settings) => {
    await settings.getByRole('checkbox', { name: 'Enable bandwidth management' }).check();
    await settings.getByRole('spinbutton', { name: 'Maximum bandwidth:' }).fill('200');
  });
  await expectStatus(page, 'VM1', degraded);
  await expectReason(page, reasonText('bandwidthLimit').text);
  await expectTrafficOn(page, 'VM1', 'VMBus');
  // The guest goes on receiving as much as before; what it sends is limited.
  await expect.poll(() => readSeries(page, 'VMBus'), { timeout: 20_000 }).toBeLessThan(free / 2 + 250);
  expect(await readSeries(page, 'VMBus')).toBeGreaterThan(free / 2 + 150);

  await setBox(page, 'VM1', 'Network Adapter', 'Enable bandwidth management', false);
  await expectStatus(page, 'VM1', active);
});

test('a minimum bandwidth keeps its part of a full port, and is refused where there is SR-IOV', async ({
  open,
}) => {
  const { page } = await open('--speed', '20', '--host', dumpFile('two-port-ari.off-vvvxxxx.txt'));
  await createSwitch(page, { name: 'Plain', nic: '82576', sriov: false });
  for (const name of ['VM1', 'VM2']) {
    await newVirtualMachine(page, { name, connection: 'Plain' });
    await start(page, name);
    await startTraffic(page, name);
  }
  await expectTrafficOn(page, 'VM2', 'VMBus');
  // Both offer 1,000 Mbps each way to a port of 1 Gb/s.
  await expect.poll(() => readSeries(page, 'VMBus'), { timeout: 20_000 }).toBeLessThan(1000);
  const before = await readSeries(page, 'VMBus');
  const minimum = async (settings: Locator): Promise<void> => {
    await settings.getByRole('checkbox', { name: 'Enable bandwidth management' }).check();
    await settings.getByRole('spinbutton', { name: 'Minimum bandwidth:' }).fill('800');
  };
  await changeSettings(page, 'VM1', 'Network Adapter', minimum);
  await expectTrafficOn(page, 'VM2', 'VMBus');
  await expect.poll(() => readSeries(page, 'VMBus'), { timeout: 20_000 }).toBeLessThan(before - 200);

  await createSwitch(page, { name: 'Fast', nic: '#2', sriov: true });
  await actOn(page, 'VM1', 'Settings...');
  const settings = dialog(page, /^Settings for VM1 on /);
  await settings.getByRole('treeitem', { name: 'Network Adapter', exact: true }).click();
  const switches = settings.getByRole('combobox', { name: 'Virtual switch:' });
  await switches.selectOption('Fast');
  await settings.getByRole('button', { name: 'OK' }).click();
  await expect(switches).toHaveAccessibleDescription(/'Fast' has SR-IOV enabled/);
});

test('what the virtual switch must see takes the VF away while it is set', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await busyVm(page, true);
  const boxes = [
    ['Enable MAC address spoofing', 'macSpoofing'],
    ['Enable DHCP guard', 'dhcpGuard'],
    ['Enable router advertisement guard', 'routerGuard'],
  ] as const;
  for (const [caption, reason] of boxes) {
    await setBox(page, 'VM1', 'Advanced Features', caption, true);
    await expectStatus(page, 'VM1', degraded);
    await expectReason(page, reasonText(reason).text);
    await expectTrafficOn(page, 'VM1', 'VMBus');
    await setBox(page, 'VM1', 'Advanced Features', caption, false);
    await expectStatus(page, 'VM1', active);
  }
  for (const mode of ['Source', 'None']) {
    await changeSettings(page, 'VM1', 'Advanced Features', async (settings) => {
      await settings.getByRole('combobox', { name: 'Mirroring mode:' }).selectOption(mode);
    });
    await expectStatus(page, 'VM1', mode === 'None' ? active : degraded);
  }
  const forwarding = 'Microsoft Azure VFP Switch Extension';
  await changeSwitches(page, 'Extensions', (manager) =>
    manager.getByRole('checkbox', { name: forwarding }).check(),
  );
  await expectStatus(page, 'VM1', degraded);
  await expectReason(page, reasonText('forwardingExtension').text);
  await expectTrafficOn(page, 'VM1', 'VMBus');
});

test('without a virtual machine queue the root partition works more for the same traffic', async ({
  open,
}) => {
  const { page } = await open('--speed', '20');
  await busyVm(page, false);
  const [traffic, cpu] = [await readSeries(page, 'VMBus'), await readSeries(page, 'Root partition CPU')];
  await setBox(page, 'VM1', 'Hardware Acceleration', 'Enable virtual machine queue', false);
  const perMegabit = async () =>
    (await readSeries(page, 'Root partition CPU')) / (await readSeries(page, 'VMBus'));
  await expect.poll(perMegabit, { timeout: 20_000 }).toBeGreaterThan((1.1 * cpu) / traffic);
});

test('a static address stays, a dynamic one comes from the range of the host', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await createInnerSwitch(page, 'Lab', 'Private');
  await newVirtualMachine(page, { name: 'VM1', connection: 'Lab' });
  await changeSettings(page, 'VM1', 'Advanced Features', async (settings) => {
    await settings.getByRole('radio', { name: 'Static' }).check();
    await settings.getByRole('textbox', { name: 'MAC address, pair 1' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('021234ABCDEF');
  });
  await start(page, 'VM1');
  expect(await adapterText(page, 'VM1')).toBe('Network Adapter (Static MAC: 02:12:34:AB:CD:EF)');

  await changeSwitches(page, 'MAC Address Range', async (manager) => {
    for (const end of ['Minimum', 'Maximum']) {
      await manager.getByRole('textbox', { name: `${end}, pair 5` }).fill('AA');
    }
  });
  await newVirtualMachine(page, { name: 'VM2', connection: 'Lab' });
  await start(page, 'VM2');
  expect(await adapterText(page, 'VM2')).toBe('Network Adapter (Dynamic MAC: 00:15:5D:0A:AA:00)');
});
