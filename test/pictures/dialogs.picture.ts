/**
 * Draws every dialog at each of its pages and writes the gallery, docs/pictures.md. Run with `npm run pictures`; it is
 * no test and belongs to no suite.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { test } from '../support/e2e/fixtures';
import { decodePng } from '../support/e2e/png';
import { projectFolder, slowComputer, startProgram } from '../support/e2e/program';
import { furnish } from '../support/e2e/scene';
import { places, tour } from '../support/e2e/tour';
import { encodeIndexed } from '../support/indexed-png';
import { lines } from './lines';
import { mainWindowPictures } from './main-window-pictures';

const folder = join(projectFolder, 'docs/pictures');

const introduction = `# Pictures

Every dialog of the program, at each of its pages. \`npm run pictures\` draws them anew and writes this page; what it
shows is the host that \`test/support/e2e/scene.ts\` makes.
`;

async function draw(window: Locator, name: string): Promise<void> {
  const picture = decodePng(await window.screenshot({ animations: 'disabled' }));
  await writeFile(join(folder, `${name}.png`), encodeIndexed(picture));
}

interface Drawn {
  readonly place: string;
  readonly page: string | null;
  readonly name: string;
}

function figure(name: string, caption: string, line: string | undefined): string {
  return `**${caption}**${line === undefined ? '' : `: ${line}`}\n\n![${caption}](pictures/${name}.png)\n`;
}

function gallery(drawn: readonly Drawn[], titles: ReadonlyMap<string, string>): string {
  const sections = places.map(([key, { what }]) => {
    const views = drawn.filter(({ place }) => place === key);
    const figures = views.map(({ page, name }) =>
      page === null
        ? `![${titles.get(key) ?? key}](pictures/${name}.png)\n`
        : figure(name, page, lines[name]),
    );
    return [`## ${titles.get(key) ?? key}\n`, `${what}\n`, ...figures].join('\n');
  });
  const main = mainWindowPictures.map(({ name, caption, line }) => figure(name, caption, line));
  return [introduction, '## The windows\n', ...main, ...sections].join('\n');
}

test('every dialog', async () => {
  test.setTimeout(300_000);
  // Its name is in a picture, so it must be the same every time.
  const lab = join(tmpdir(), 'lab');
  await mkdir(lab, { recursive: true });
  const program = await startProgram(['--paused'], slowComputer);
  await program.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await furnish(program.page);
  const drawn: Drawn[] = [];
  const titles = new Map<string, string>();
  await tour({ program, folder: lab, say: (caption) => caption }, async ({ window, ...view }) => {
    await draw(window, view.name);
    drawn.push(view);
    titles.set(view.place, (await window.getAttribute('aria-label')) ?? view.place);
  });
  await program.close();
  await rm(lab, { recursive: true });
  const kept = new Set([...drawn, ...mainWindowPictures].map(({ name }) => `${name}.png`));
  for (const file of await readdir(folder)) if (!kept.has(file)) await rm(join(folder, file));
  await writeFile(join(projectFolder, 'docs/pictures.md'), gallery(drawn, titles));
});
