import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/e2e/axe';
import { chooseFile, saveAs as saveDocument } from '../support/e2e/document';
import { expect, test } from '../support/e2e/fixtures';
import { actOn, choose, dialog, expectState, start, virtualMachines, vmRow } from '../support/e2e/frame';
import { runProgram } from '../support/e2e/program';
import type { Program } from '../support/e2e/program';
import { answer, newVirtualMachine, rename } from '../support/e2e/virtual-machines';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sriov-manager-documents-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

function saveAs(program: Program, name: string): Promise<string> {
  return saveDocument(program, join(folder, name));
}

/** Undo and Redo wait until the menu offers them: the step is then known to the window. */
async function press(page: Page, key: string, offered: string): Promise<void> {
  await page.keyboard.press('Alt+e');
  await expect(page.getByRole('menuitem', { name: offered })).toBeEnabled();
  await page.keyboard.press('Escape');
  await virtualMachines(page).focus();
  await page.keyboard.press(key);
}

test('new, save as, open and recent keep each document as it was left', async ({ open }) => {
  const program = await open();
  const { page } = program;
  await expect(page).toHaveTitle(/^Untitled 1 - SR-IOV Manager - HV01/);
  await newVirtualMachine(page, { name: 'First' });
  const path = await saveAs(program, 'lab.sriovlab');
  await choose(page, 'File', 'New Document');
  await expect(page).toHaveTitle(/^Untitled \d - /);
  await expect(vmRow(page, 'First')).toBeHidden();
  await newVirtualMachine(page, { name: 'Second' });
  await chooseFile(program, path);
  await page.keyboard.press('Control+o');
  await expect(page).toHaveTitle(/^lab - /);
  await expectState(page, 'First', 'Off');
  await choose(page, 'File', 'Open Recent', 'Untitled');
  await expectState(page, 'Second', 'Off');
});

test('undo and redo by menu and by keyboard, with a question where a real host could not go back', async ({
  open,
}) => {
  const { page } = await open('--speed', '10');
  await choose(page, 'Edit');
  await expect(page.getByRole('menuitem', { name: 'Undo' })).toBeDisabled();
  await expect(page.getByRole('menuitem', { name: 'Redo' })).toHaveAttribute(
    'title',
    /Nothing has been undone/,
  );
  await page.keyboard.press('Escape');
  await newVirtualMachine(page, { name: 'VM1' });
  await rename(page, 'VM1', 'Web');
  await press(page, 'Control+z', 'Undo Rename');
  await expectState(page, 'VM1', 'Off');
  await press(page, 'Control+y', 'Redo Rename');
  await expectState(page, 'Web', 'Off');
  await actOn(page, 'Web', 'Delete...');
  await answer(page, 'Delete Selected Virtual Machines', 'Delete');
  await expect(vmRow(page, 'Web')).toBeHidden();
  await choose(page, 'Edit', 'Undo Delete');
  await answer(page, 'Undo', "Don't Undo");
  await expect(vmRow(page, 'Web')).toBeHidden();
  await choose(page, 'Edit', 'Undo Delete');
  await answer(page, 'Undo', 'Undo');
  await expectState(page, 'Web', 'Off');
  await start(page, 'Web');
});

test('reset goes back to the start, and undo back again', async ({ open }) => {
  const { page } = await open('--paused');
  await newVirtualMachine(page, { name: 'VM1' });
  await choose(page, 'Edit', 'Reset to Start...');
  await answer(page, 'Reset to Start', 'Reset');
  await expect(vmRow(page, 'VM1')).toBeHidden();
  await choose(page, 'Edit', 'Undo Reset to Start');
  await expectState(page, 'VM1', 'Off');
});

test('compare shows what the last step has changed, and what two documents differ in', async ({ open }) => {
  const program = await open('--paused');
  const { page } = program;
  await newVirtualMachine(page, { name: 'VM1' });
  const path = await saveAs(program, 'before.sriovlab');
  await saveAs(program, 'after.sriovlab');
  await rename(page, 'VM1', 'Web');
  await choose(page, 'Edit', 'Compare...');
  const compare = dialog(page, 'Compare');
  await expect(compare.getByRole('status')).toHaveText('1 difference');
  await expect(compare.getByRole('row', { name: /Web \(Virtual machine\) name VM1 Web/ })).toBeVisible();
  await compare.getByRole('combobox', { name: 'Left:' }).selectOption('Start of this document');
  await expect(compare.getByRole('row', { name: /does not exist exists/ })).toHaveCount(2);
  await chooseFile(program, path);
  await compare.getByRole('combobox', { name: 'Left:' }).selectOption('Another document...');
  await expect(compare.getByRole('combobox', { name: 'Left:' })).toContainText('Another document: before');
  await expect(compare.getByRole('status')).toHaveText('1 difference');
});

test('each document opens arranged as it was left, and a new one as the window is', async ({
  open,
  dataDir,
}) => {
  const first = await open('--data-dir', dataDir);
  const { page } = first;
  const tree = page.getByRole('navigation', { name: 'Console tree' });
  const toggle = page.getByRole('button', { name: 'Show/Hide Console Tree' });
  const state = page.getByRole('columnheader', { name: 'State' });
  await newVirtualMachine(page, { name: 'First' });
  const path = await saveAs(first, 'lab.sriovlab');
  await toggle.click();
  await state.click();
  await expect(state).toHaveAttribute('aria-sort', 'ascending');
  await choose(page, 'File', 'New Document');
  await expect(page).toHaveTitle(/^Untitled \d - /);
  await expect(tree).toBeHidden();
  await newVirtualMachine(page, { name: 'Second' });
  await toggle.click();
  await expect(tree).toBeVisible();
  await chooseFile(first, path);
  await page.keyboard.press('Control+o');
  await expect(page).toHaveTitle(/^lab - /);
  await expect(tree).toBeHidden();
  await choose(page, 'File', 'Open Recent', 'Untitled');
  await expect(vmRow(page, 'Second')).toBeVisible();
  await expect(tree).toBeVisible();
  await first.close();

  // What a console remembers by itself is another arrangement: the document's own counts.
  const second = await open(path);
  await expect(vmRow(second.page, 'First')).toBeVisible();
  await expect(second.page.getByRole('navigation', { name: 'Console tree' })).toBeHidden();
  await expect(second.page.getByRole('columnheader', { name: 'State' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('what was acknowledged is there after a kill', async ({ open, dataDir }) => {
  const first = await open('--data-dir', dataDir);
  await newVirtualMachine(first.page, { name: 'VM1' });
  await newVirtualMachine(first.page, { name: 'VM2' });
  await first.kill();
  const second = await open('--data-dir', dataDir, '--last');
  await expectState(second.page, 'VM1', 'Off');
  await expectState(second.page, 'VM2', 'Off');
  await press(second.page, 'Control+z', 'Undo New Virtual Machine');
  await expect(vmRow(second.page, 'VM2')).toBeHidden();
});

test('a document on the command line is opened, also by a second start', async ({ open }) => {
  const first = await open('--paused');
  await newVirtualMachine(first.page, { name: 'VM1' });
  const path = await saveAs(first, 'lab.sriovlab');
  await choose(first.page, 'File', 'New Document');
  await expect(first.page).toHaveTitle(/^Untitled/);
  const dataDir = await first.app.evaluate(({ app }) => app.getPath('userData'));
  const second = await runProgram(['--data-dir', dataDir, path]);
  expect(second.exitCode).toBe(0);
  expect(second.stdout).toContain('is running already');
  await expect(first.page).toHaveTitle(/^lab - /);
  await expectState(first.page, 'VM1', 'Off');
  // In use by the first: the second says so and goes on with a new document.
  const other = await open(path);
  const refused = dialog(other.page, 'Open Document');
  await expect(refused).toContainText('is open in another window');
  await refused.getByRole('button', { name: 'Close' }).click();
  await expect(other.page).toHaveTitle(/^Untitled 1/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a damaged document is refused, recovered from, and accessible, ${colorScheme}`, async ({ open }) => {
    const program = await open('--paused');
    const { page } = program;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await newVirtualMachine(page, { name: 'VM1' });
    const path = await saveAs(program, 'lab.sriovlab');
    await choose(page, 'File', 'New Document');
    await expect(page).toHaveTitle(/^Untitled/);
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, whole.length - 4096));
    await chooseFile(program, path);
    await choose(page, 'File', 'Open...');
    const refused = dialog(page, 'Open Document');
    await expect(refused).toContainText('is damaged');
    await expect(page.getByRole('menubar')).toBeHidden();
    await expectAccessible(page, 'a damaged document');
    await page.screenshot({ path: `test-results/document-refused-${colorScheme}.png` });
    await refused.getByRole('button', { name: 'Recover' }).click();
    const recovered = dialog(page, 'Recovered');
    await expect(recovered).toContainText('A new document was made');
    await expectAccessible(page, 'a recovered document');
    await recovered.getByRole('button', { name: 'Close' }).click();
    await newVirtualMachine(page, { name: 'VM9' });
    await choose(page, 'Edit', 'Compare...');
    await expect(dialog(page, 'Compare').getByRole('table')).toBeVisible();
    await expectAccessible(page, 'Compare');
    await page.screenshot({ path: `test-results/document-compare-${colorScheme}.png` });
    await page.keyboard.press('Escape');
    await choose(page, 'Edit', 'Reset to Start...');
    await expect(dialog(page, 'Reset to Start')).toBeVisible();
    await page.screenshot({ path: `test-results/document-reset-${colorScheme}.png` });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+f');
    await page.screenshot({ path: `test-results/document-file-${colorScheme}.png` });
    await page.keyboard.press('ArrowRight');
    await page.screenshot({ path: `test-results/document-edit-${colorScheme}.png` });
  });
}
