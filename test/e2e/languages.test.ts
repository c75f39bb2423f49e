import type { Locator } from '@playwright/test';
import { pseudo } from '../../src/renderer/text/pseudo';
import { expect, test } from '../support/e2e/fixtures';
import { slowComputer, startProgram } from '../support/e2e/program';
import { ask, furnish } from '../support/e2e/scene';
import { rowOf, tour } from '../support/e2e/tour';

/** Texts in what `root` shows that are cut off, and those that do not come from a table of texts. */
async function complaints(root: Locator, names: readonly string[]): Promise<string[]> {
  return root.evaluate((top, known) => {
    const found = new Set<string>();
    const short = (text: string): string => text.trim().slice(0, 60);

    /** Whether the text itself goes beyond something that does not scroll to it and has no tool tip. */
    function isCut(node: Node, from: Element): boolean {
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width === 0) return false;
      for (let at: Element | null = from; at !== null && top.contains(at); at = at.parentElement) {
        const style = getComputedStyle(at);
        if (['auto', 'scroll'].includes(style.overflowX)) return false;
        const box = at.getBoundingClientRect();
        // What only screen readers are to find is a pixel wide.
        if (at.clientWidth <= 1 || style.display === 'inline') {
          if (box.width <= 1) return false;
          continue;
        }
        if (text.right <= box.right + 1 && text.left >= box.left - 1) continue;
        return style.textOverflow !== 'ellipsis' || at.closest('[title]') === null;
      }
      return false;
    }

    /** What is left of a text without bracketed parts, names, paths, PowerShell's words, and figures. */
    function foreign(text: string): string {
      const named = known.reduce((rest, name) => rest.replaceAll(name, ''), text.replace(/«[^»]*»/g, ''));
      const bare = named.replace(
        /\bIntel\b[^«]*|[A-Z]:\\[^«]*|\bSupported\b|\b\w*[a-z][A-Z]\w*|\w+\.sys|\b[0-9A-F]{4,}\b|\b[AP]M\b/g,
        '',
      );
      return /\p{L}{2}/u.test(bare) ? bare : '';
    }

    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const text = walker.currentNode.textContent ?? '';
      const parent = walker.currentNode.parentElement;
      if (text.trim() === '' || parent === null || !parent.checkVisibility()) continue;
      // The system draws the options of a list.
      if (parent.closest('[translate="no"]') !== null) continue;
      if (parent.closest('option') === null && isCut(walker.currentNode, parent))
        found.add(`cut off: ${short(text)}`);
      // The letter of a menu is an element of its own.
      const whole = parent.closest('[role="menubar"] [role="menuitem"]')?.textContent ?? text;
      if (foreign(whole) !== '') found.add(`not from a table: ${short(whole)}`);
    }
    for (const element of top.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest('[translate="no"]') !== null) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name) ?? '';
        if (foreign(text) !== '') found.add(`not from a table: ${name}=${short(text)}`);
      }
    }
    return [...found];
  }, names);
}

test('no text is cut off when it is longer, and all come from the tables', async ({ dataDir }) => {
  test.setTimeout(180_000);
  const program = await startProgram(['--paused', '--language', 'pseudo'], slowComputer);
  const { page } = program;
  await furnish(page);
  await rowOf(page, 'SQL01').click();
  const world = JSON.stringify(await ask(page, 'world.read', {}));
  // Names of things come from the host.
  const named = /"(?:\w*[nN]ame|\w*[dD]escription|operatingSystem|model|slot)":"((?:[^"\\]|\\.)*)"/g;
  const names = [...new Set([...world.matchAll(named)].map(([, text = '']) => text))]
    .filter((text) => /\p{L}{2}/u.test(text))
    .sort((one, other) => other.length - one.length);
  const found: Record<string, string[]> = {};
  const look = async (where: string, root: Locator): Promise<void> => {
    const all = await complaints(root, names);
    if (all.length > 0) found[where] = all;
  };
  await look('main window', page.locator('body'));
  await tour({ program, folder: dataDir, say: pseudo }, ({ name, window }) => look(name, window));
  expect(found).toEqual({});
  await program.close();
});
