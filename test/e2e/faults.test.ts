import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from '../support/e2e/axe';
import { chooseFile, saveAs } from '../support/e2e/document';
import { expect, test } from '../support/e2e/fixtures';
import { expectState } from '../support/e2e/frame';
import type { Program } from '../support/e2e/program';
import { newVirtualMachine } from '../support/e2e/virtual-machines';

/** Ends the page's process as a fault of its own would, and waits for the next page. */
function crashPage({ app }: Program): Promise<void> {
  return app.evaluate(
    ({ webContents }) =>
      new Promise<void>((done) => {
        const [contents] = webContents.getAllWebContents();
        contents?.once('did-finish-load', () => done());
        contents?.forcefullyCrashRenderer();
      }),
  );
}

/** Playwright does not follow a page beyond its crash: what the new one shows comes through the main process. */
function textOfPage({ app }: Program): Promise<string> {
  return app.evaluate(
    ({ webContents }) =>
      webContents.getAllWebContents()[0]?.executeJavaScript('document.body.innerText') as Promise<string>,
  );
}

function crashLog({ app }: Program): Promise<string> {
  return app
    .evaluate(({ app: program }) => program.getPath('userData'))
    .then((folder) => readFile(join(folder, 'crashes.log'), 'utf8'));
}

test('a page that crashes comes back with the host as it was, and says so', async ({ open }) => {
  const program = await open('--paused');
  await newVirtualMachine(program.page, { name: 'VM1' });
  await crashPage(program);
  await expect.poll(() => textOfPage(program)).toContain('The window has crashed and was restarted.');
  expect(await textOfPage(program)).toContain('VM1');
  expect(await crashLog(program)).toMatch(/^\S+Z page \{.*\}\n$/);
});

test('of a page that keeps crashing the user decides', async ({ open }) => {
  const program = await open('--paused');
  const { app } = program;
  await app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
      asked.push(message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  });
  const asked = (): Promise<string[]> =>
    app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  for (let crash = 1; crash <= 3; crash += 1) await crashPage(program);
  expect(await asked()).toEqual([]);
  await crashPage(program);
  expect(await asked()).toEqual(['The window keeps crashing.']);
  await expect.poll(() => textOfPage(program)).toContain('The window has crashed');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a graphics process that crashes is replaced, and the window says so, ${colorScheme}`, async ({
    open,
  }) => {
    const program = await open('--paused');
    const { app, page } = program;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await newVirtualMachine(page, { name: 'VM1' });
    await app.evaluate(({ app: electron }) => {
      const graphics = electron.getAppMetrics().find(({ type }) => type === 'GPU');
      if (graphics === undefined) throw new Error('There is no graphics process.');
      process.kill(graphics.pid, 'SIGKILL');
    });
    const message = page.getByRole('status').filter({ hasText: 'The graphics process has crashed' });
    await expect(message).toBeVisible();
    await expectAccessible(page, 'after a crash');
    await page.screenshot({ path: `test-results/graphics-crash-${colorScheme}.png` });
    await page.getByRole('banner').getByRole('button', { name: 'Close' }).click();
    await expect(message).toBeHidden();
    await newVirtualMachine(page, { name: 'VM2' });
    await expectState(page, 'VM2', 'Off');
    expect(await crashLog(program)).toMatch(/^\S+Z GPU \{.*\}\n$/);
  });
}

test('an error that nobody expected ends the program in words and loses nothing', async ({
  open,
  dataDir,
}) => {
  const first = await open('--paused', '--data-dir', dataDir);
  await newVirtualMachine(first.page, { name: 'VM1' });
  const { app } = first;
  const ended = new Promise<number | null>((done) => app.process().once('exit', done));
  const said = new Promise<string>((done) => {
    let text = '';
    app.process().stdout?.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.includes('said:')) done(text);
    });
  });
  await app.evaluate(({ dialog }) => {
    dialog.showErrorBox = (_title, content) => process.stdout.write(`said: ${content}`);
    setTimeout(() => {
      throw new Error('Out of paper.');
    }, 0);
  });
  expect(await said).toContain('Out of paper.');
  expect(await ended).toBe(1);
  expect(await readFile(join(dataDir, 'crashes.log'), 'utf8')).toContain('Out of paper.');
  const second = await open('--data-dir', dataDir, '--last');
  await expectState(second.page, 'VM1', 'Off');
});

test('a document that is removed while it is open can be kept elsewhere', async ({ open }) => {
  const folder = await mkdtemp(join(tmpdir(), 'sriov-manager-removed-'));
  const program = await open();
  const { page } = program;
  await newVirtualMachine(page, { name: 'VM1' });
  const path = await saveAs(program, join(folder, 'lab.sriovlab'));
  await rm(path);
  const bar = page.getByRole('banner').getByRole('alert');
  await expect(bar).toContainText(`${path} is no longer there`);
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await expectAccessible(page, 'a document that is gone');
  await page.screenshot({ path: 'test-results/document-gone.png' });
  await chooseFile(program, join(folder, 'again.sriovlab'));
  await page.getByRole('banner').getByRole('button', { name: 'Save As...' }).click();
  await expect(page).toHaveTitle(/^again - /);
  await expect(bar).toBeHidden();
  await expectState(page, 'VM1', 'Off');
  await program.close();
  await rm(folder, { recursive: true, force: true });
});
