import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodePng, distinctColours } from '../support/e2e/png';
import { choose, fill, find, press, tick } from '../support/packaged/captions';
import { newDataDir, removeDataDir, startPackage } from '../support/packaged/program';
import type { PackagedProgram } from '../support/packaged/program';

let dataDir: string;
let program: PackagedProgram;

beforeEach(async () => {
  dataDir = await newDataDir();
  program = await startPackage(['--speed', '20'], dataDir);
});

afterEach(async () => {
  await program.quit();
  await removeDataDir(dataDir);
});

async function createIovSwitch(): Promise<void> {
  const { client } = program;
  await press(client, 'button', 'Virtual Switch Manager...');
  await find(client, 'button', 'Create Virtual Switch');
  await choose(await find(client, 'list', 'What type of virtual switch do you want to create?'), 'External');
  await press(client, 'button', 'Create Virtual Switch');
  await fill(client, 'Name:', 'Fast');
  await choose(await find(client, 'list', 'External network:'), 'X520');
  await tick(client, 'Enable single-root I/O virtualization (SR-IOV)');
  await press(client, 'button', 'OK');
  await press(client, 'button', 'Yes');
}

async function createVm(): Promise<void> {
  const { client } = program;
  for (const caption of ['Action', 'New', 'Virtual Machine...']) await press(client, 'menuItem', caption);
  async function nextIs(heading: string): Promise<void> {
    await press(client, 'button', 'Next >');
    await find(client, 'heading', heading);
  }
  await nextIs('Specify Name and Location');
  await fill(client, 'Name:', 'VM1');
  await nextIs('Specify Generation');
  await tick(client, 'Generation 2');
  await nextIs('Assign Memory');
  await nextIs('Configure Networking');
  await choose(await find(client, 'list', 'Connection:'), 'Fast');
  await nextIs('Connect Virtual Hard Disk');
  await nextIs('Installation Options');
  await nextIs('Completing the New Virtual Machine Wizard');
  await press(client, 'button', 'Finish');
}

async function enableIov(): Promise<void> {
  const { client } = program;
  await press(client, 'cell', 'VM1');
  await press(client, 'button', 'Settings...');
  await press(client, 'treeItem', 'Hardware Acceleration');
  await tick(client, 'Enable SR-IOV');
  await press(client, 'button', 'OK');
}

async function active(client: PackagedProgram['client']): Promise<void> {
  await client.waitUntilTextExists('[role="grid"][aria-label="Network adapters"]', 'OK (SR-IOV active)');
}

describe('the package', () => {
  it('tells its version', async () => {
    const { client } = program;
    for (const caption of ['Help', 'About SR-IOV Manager...']) await press(client, 'menuItem', caption);
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    await client.waitUntilTextExists('[role="dialog"]', `Version ${version}`);
    await press(client, 'button', 'Close');
  });

  it('opens one window and gives a virtual machine its first VF', async () => {
    const { client } = program;
    expect(await client.getWindowCount()).toBe(1);
    expect(await client.getTitle()).toMatch(/^Untitled 1 - SR-IOV Manager/);
    await createIovSwitch();
    await createVm();
    await enableIov();
    await press(client, 'button', 'Start');
    await press(client, 'tab', 'Networking');
    await active(client);
    const picture = decodePng(Buffer.from(await client.takeScreenshot(), 'base64'));
    expect(picture.width).toBeGreaterThanOrEqual(800);
    // Text, icons and panes: an empty page has a handful.
    expect(distinctColours(picture)).toBeGreaterThan(100);
  });

  it('finds everything again when it is started anew', async () => {
    await createIovSwitch();
    await createVm();
    await enableIov();
    await press(program.client, 'button', 'Start');
    await press(program.client, 'tab', 'Networking');
    await active(program.client);
    await program.quit();
    program = await startPackage(['--speed', '20'], dataDir);
    const { client } = program;
    expect(await client.getTitle()).toMatch(/^Untitled 1 - SR-IOV Manager/);
    await press(client, 'cell', 'VM1');
    await press(client, 'tab', 'Networking');
    await active(client);
    await press(client, 'button', 'Virtual Switch Manager...');
    await press(client, 'treeItem', 'Fast');
    const box = await find(client, 'box', 'Enable single-root I/O virtualization (SR-IOV)');
    expect(await box.isSelected()).toBe(true);
    await press(client, 'button', 'Cancel');
    await press(client, 'button', 'Settings...');
    await press(client, 'treeItem', 'Hardware Acceleration');
    expect(await (await find(client, 'box', 'Enable SR-IOV')).isSelected()).toBe(true);
    await press(client, 'button', 'Cancel');
    await press(client, 'menuItem', 'Edit');
    await find(client, 'menuItem', 'Undo StartCtrl+Z');
  });
});
