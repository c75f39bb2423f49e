import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { mainWindowPictures } from '../pictures/main-window-pictures';
import { expectAccessible } from '../support/e2e/axe';
import { expect, test } from '../support/e2e/fixtures';
import { select, turnTo } from '../support/e2e/frame';
import { pasteLspci } from '../support/e2e/host';
import { projectFolder, slowComputer, startProgram } from '../support/e2e/program';
import { furnish } from '../support/e2e/scene';
import { leave, tour } from '../support/e2e/tour';

/** Every way the window can be coloured. */
const looks = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** The program hears of other colours and then draws; axe shall not look before. */
async function expectColours(page: Page, colorScheme: string): Promise<void> {
  const textIsDark = (): Promise<boolean> =>
    page.evaluate(() => {
      const provider = document.querySelector('#root .fui-FluentProvider') ?? document.body;
      const text = getComputedStyle(provider).getPropertyValue('--colorNeutralForeground1').trim();
      return Number.parseInt(text.slice(1, 3), 16) < 128;
    });
  await expect.poll(textIsDark).toBe(colorScheme === 'light');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Looks at everything in the first look, and at the colours alone in the others. */
async function lookAt(page: Page, where: string): Promise<void> {
  for (const [index, look] of looks.entries()) {
    await page.emulateMedia({ contrast: null, forcedColors: null, reducedMotion: 'reduce', ...look });
    await expectColours(page, look.colorScheme);
    await expectAccessible(
      page,
      `${where} ${JSON.stringify(look)}`,
      index === 0 ? undefined : ['color-contrast'],
    );
  }
  await page.emulateMedia({
    colorScheme: 'light',
    contrast: null,
    forcedColors: null,
    reducedMotion: 'reduce',
  });
}

test('axe finds nothing in the window and its dialogs, whatever their colours, and each has its picture', async ({
  dataDir,
}) => {
  test.setTimeout(300_000);
  const program = await startProgram(['--paused'], slowComputer);
  const { page } = program;
  await lookAt(page, 'an empty host');
  await furnish(page);
  await select(page, 'SQL01');
  for (const tab of ['Summary', 'Memory', 'Networking', 'Performance'] as const) {
    await turnTo(page, tab);
    await lookAt(page, `the tab ${tab}`);
  }
  const seen: string[] = [];
  await tour({ program, folder: dataDir, say: (caption) => caption }, async ({ name }) => {
    seen.push(`${name}.png`);
    await lookAt(page, name);
  });
  const pictures = await readdir(join(projectFolder, 'docs/pictures'));
  const wanted = [...seen, ...mainWindowPictures.map(({ name }) => `${name}.png`)];
  expect(pictures.sort(), 'npm run pictures draws what is missing').toEqual(wanted.sort());

  const lspci = await pasteLspci(program, 'no lspci output\n');
  await expect(lspci.getByRole('alert')).toBeVisible();
  await lookAt(page, 'New Host from lspci, refused');
  await leave(page);
  await program.close();
});
