import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { connect, exit, guestTab } from '../support/e2e/connection';
import { expect, test } from '../support/e2e/fixtures';
import { select, turnTo } from '../support/e2e/frame';
import { decodePng } from '../support/e2e/png';
import { projectFolder, startProgram } from '../support/e2e/program';
import type { Program } from '../support/e2e/program';
import { furnish } from '../support/e2e/scene';
import { front, leave, places } from '../support/e2e/tour';
import type { Guide } from '../support/e2e/tour';
import { encodeIndexed } from '../support/indexed-png';

/** What makes the rasteriser do the same on every computer. */
const alike = ['--disable-lcd-text', '--force-color-profile=srgb'];
const fonts = { FONTCONFIG_FILE: join(import.meta.dirname, '../support/e2e/fonts.conf') };

/**
 * A pixel may differ in shade, as smoothed edges do elsewhere, and a few may differ in earnest. A control that has moved
 * by two pixels has more than that along its edges alone; the last test proves it.
 */
const tolerance = { threshold: 0.45, maxDiffPixels: 25 } as const;

interface Look {
  readonly name: string;
  readonly show: (guide: Guide) => Promise<Locator | Page>;
}

function open(kind: string, page?: string): Look['show'] {
  return async (guide) => {
    const place = places.find(([key]) => key === kind)?.[1];
    if (place === undefined) throw new Error(`There is no dialog ${kind}.`);
    await place.open(guide);
    const window = front(guide.program.page);
    await expect(window).toBeVisible();
    if (page !== undefined) await window.getByRole('treeitem', { name: page, exact: true }).click();
    return window;
  };
}

/** The bundled typeface in every window, whatever the system has. */
async function setTypeface(app: Program['app']): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }) => {
    const face = "'Open Sans Variable', sans-serif !important";
    const css = `.fui-FluentProvider { --fontFamilyBase: ${face}; --fontFamilyMonospace: ${face}; }`;
    for (const window of BrowserWindow.getAllWindows()) await window.webContents.insertCSS(css);
  });
}

/** The window of the virtual machine in the colours of the first one. */
async function connected({ program: { app, page } }: Guide): Promise<Page> {
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const window = await connect(page, 'SQL01');
  await window.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await window.setViewportSize({ width: 900, height: 680 });
  await setTypeface(app);
  await guestTab(window, 'Device Manager');
  return window;
}

const wizards = places.filter(([, place]) => place.pages === 'wizard').map(([kind]) => kind);

const looks: readonly Look[] = [
  {
    name: 'main-window',
    show: async ({ program: { page } }) => {
      await turnTo(page, 'Networking');
      await select(page, 'SQL01');
      return page;
    },
  },
  { name: 'virtual-switch', show: open('virtualSwitchManager', 'External SR-IOV') },
  { name: 'hardware-acceleration', show: open('vmSettings', 'Hardware Acceleration') },
  { name: 'guest-window', show: connected },
  ...wizards.map((kind): Look => ({ name: `wizard-${kind}`, show: open(kind) })),
];

/** Starts the program in front of the scene, as wide and as high everywhere and in the bundled typeface. */
async function begin(folder: string): Promise<Guide> {
  const program = await startProgram(['--paused'], alike, fonts);
  const { app, page } = program;
  await page.setViewportSize({ width: 1280, height: 800 });
  await setTypeface(app);
  await furnish(page);
  await select(page, 'SQL01');
  return { program, folder, say: (caption) => caption };
}

async function look(
  guide: Guide,
  { show }: Look,
  work: (shown: Locator | Page) => Promise<void>,
): Promise<void> {
  const { page } = guide.program;
  const shown = await show(guide);
  await page.mouse.move(0, 0);
  await ('goto' in shown ? shown : page).evaluate(() => document.fonts.ready);
  await work(shown);
  if (!('goto' in shown)) await leave(page);
  else if (shown !== page) await exit(shown);
}

const updating = (): boolean => ['all', 'changed'].includes(test.info().config.updateSnapshots);

test('every look is as its reference shows it, light and dark', async ({ dataDir }) => {
  test.setTimeout(120_000);
  const guide = await begin(dataDir);
  for (const colorScheme of ['light', 'dark'] as const) {
    await guide.program.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const each of looks) {
      await look(guide, each, async (shown) => {
        const name = `${each.name}-${colorScheme}.png`;
        if ('goto' in shown) await expect.soft(shown).toHaveScreenshot(name, tolerance);
        else await expect.soft(shown).toHaveScreenshot(name, tolerance);
      });
    }
  }
  await guide.program.close();
});

/** Moves an element by two pixels; whatever is around it stays. */
async function shift(control: Locator): Promise<() => Promise<void>> {
  await control.evaluate((element: HTMLElement) => (element.style.translate = '2px 0'));
  return () => control.evaluate((element: HTMLElement) => void (element.style.translate = ''));
}

test('a control that has moved by two pixels is found', async ({ dataDir }) => {
  test.skip(updating(), 'Nothing may be compared while references are drawn.');
  test.setTimeout(120_000);
  const guide = await begin(dataDir);
  await guide.program.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const settings = looks.find(({ name }) => name === 'hardware-acceleration');
  if (settings === undefined) throw new Error('There is no such look.');
  await look(guide, settings, async (shown) => {
    const window = shown as Locator;
    const controls = [
      window.locator('.fui-Checkbox', { hasText: 'Enable SR-IOV' }),
      window.getByRole('button', { name: 'Cancel' }),
      window.getByRole('treeitem', { name: 'Processor', exact: true }),
      window.getByText('Virtual machine queue', { exact: true }),
    ];
    for (const control of controls) {
      const back = await shift(control);
      await expect.soft(window, String(control)).not.toHaveScreenshot('hardware-acceleration-light.png', {
        ...tolerance,
        timeout: 1500,
      });
      await back();
    }
    await expect(window).toHaveScreenshot('hardware-acceleration-light.png', tolerance);
  });
  await guide.program.close();
});

test.afterAll(async () => {
  if (!updating()) return;
  const folder = join(projectFolder, 'test/references');
  for (const file of await readdir(folder)) {
    const path = join(folder, file);
    await writeFile(path, encodeIndexed(decodePng(await readFile(path))));
  }
});
