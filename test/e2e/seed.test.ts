import { expect, test } from '../support/e2e/fixtures';
import { start } from '../support/e2e/frame';
import { adapterText } from '../support/e2e/networking';
import type { Program } from '../support/e2e/program';
import { newVirtualMachine } from '../support/e2e/virtual-machines';

/** The first virtual machine's MAC address, which it gets at its first start. */
async function firstMac({ page }: Program): Promise<string> {
  await newVirtualMachine(page, { name: 'VM1' });
  await start(page, 'VM1');
  return adapterText(page, 'VM1');
}

test('two starts with one seed give the first virtual machine the same MAC address', async ({ open }) => {
  const options = ['--speed', '40'];
  const first = await firstMac(await open('--seed', '7', ...options));
  expect(first).toMatch(/\(Dynamic MAC: 00:15:5D(:[0-9A-F]{2}){3}\)$/);
  expect(await firstMac(await open('--seed', '7', ...options))).toBe(first);
});
