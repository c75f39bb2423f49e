import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drop, saveAs } from '../support/e2e/document';
import { expect, test } from '../support/e2e/fixtures';
import { choose, dialog, expectState, vmRow } from '../support/e2e/frame';
import { newVirtualMachine } from '../support/e2e/virtual-machines';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sriov-manager-dropped-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('a document that is dropped on the window is opened', async ({ open }) => {
  const program = await open('--paused');
  const { page } = program;
  await newVirtualMachine(page, { name: 'VM1' });
  const path = await saveAs(program, join(folder, 'lab.sriovlab'));
  await choose(page, 'File', 'New Document');
  await expect(vmRow(page, 'VM1')).toBeHidden();
  // Not what a person means by opening a document.
  await drop(program, { files: [path, path] });
  await expect(page).toHaveTitle(/^Untitled/);
  await drop(program, { files: [path] });
  await expect(page).toHaveTitle(/^lab - /);
  await expectState(page, 'VM1', 'Off');
});

test('a dropped file that is no document is refused in words', async ({ open }) => {
  const program = await open('--paused');
  const path = join(folder, 'noise.sriovlab');
  await writeFile(path, 'noise'.repeat(100));
  await drop(program, { files: [path] });
  const refused = dialog(program.page, 'Open Document');
  await expect(refused).toContainText(`${path} is damaged`);
  // Behind a dialog nothing is opened.
  await drop(program, { files: [path] });
  await refused.getByRole('button', { name: 'Close' }).click();
  await expect(refused).toBeHidden();
});
