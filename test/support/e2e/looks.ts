/** Looks at pages of the running program: every text on them, and every mark of the simulator's. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Seen } from '../captions';

type View = Pick<Seen, 'texts' | 'controls' | 'marks'>;

/** What an element shows and is called, and the controls and marks in it. */
export function viewOf(root: Locator): Promise<View> {
  return root.evaluate((element) => {
    const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
    const ownText = (each: Element): string =>
      tidy([...each.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')).join(''));
    const texts = [element, ...element.querySelectorAll('*')].flatMap((each) => {
      const own = ownText(each);
      const named = [each.getAttribute('aria-label'), each.getAttribute('title')].map(tidy);
      return own === '' ? named : [own, tidy(each.textContent), ...named];
    });
    const nameOf = (each: Element): string => {
      if (each.matches('fieldset')) return tidy(each.querySelector('legend')?.textContent);
      if (each.matches('li')) return tidy(each.querySelector('button')?.textContent);
      if (each.matches('[role="tab"]')) return each.getAttribute('aria-label') ?? tidy(each.textContent);
      const id = each.getAttribute('aria-labelledby');
      return (
        each.getAttribute('aria-label') ?? tidy(id === null ? '' : document.getElementById(id)?.textContent)
      );
    };
    const aroundOf = (each: Element): string[] => {
      const names: string[] = [];
      for (let at = each.parentElement; at !== null; at = at.parentElement) names.push(nameOf(at));
      return names.filter((name) => name !== '');
    };
    const labelOf = (each: Element): string => {
      const labels = [...((each as Partial<HTMLInputElement>).labels ?? [])];
      return tidy(labels.map((label) => label.textContent).join(' '));
    };
    const marks = [...element.querySelectorAll<HTMLElement>('[data-simulator-mark]')].map((mark) => ({
      what: mark.dataset['simulatorMark'] ?? '',
      around: aroundOf(mark),
    }));
    // Tabs are looked at as pages; the cross of the title bar is every window's.
    const controls = [...element.querySelectorAll('button, input, select, textarea')]
      .filter((each) => !each.matches('[role="tab"], [aria-label="Dismiss"]'))
      .map((each) => ({
        name: nameOf(each) || labelOf(each) || tidy(each.textContent),
        around: aroundOf(each),
      }))
      .filter(({ name }) => name !== '');
    return { texts: [...new Set(texts)].filter((text) => text !== ''), controls, marks };
  });
}

type Place = Pick<Seen, 'window' | 'page' | 'generation'>;

/** Looks at one place. */
export async function lookAt(place: Place, root: Locator): Promise<Seen> {
  return { ...place, ...(await viewOf(root)) };
}

type Whose = Omit<Place, 'page'>;

/** A page's own name; that of its heading where the list has a name that somebody chose. */
export type PageName = (label: string, heading: string) => string;

/** Shows what of a page shows on request alone. */
export type Reveal = (page: Locator) => Promise<void>;

/** Goes through the list of pages at the left of a dialog. */
export async function lookThroughTree(
  whose: Whose,
  dialog: Locator,
  name: PageName = (label) => label,
  reveal: Reveal = () => Promise.resolve(),
): Promise<readonly Seen[]> {
  const seen = [await lookAt({ ...whose, page: null }, dialog)];
  const items = dialog.getByRole('treeitem');
  const section = dialog.locator('section[aria-label]');
  const path: string[] = [];
  for (const item of await items.all()) {
    const level = Number(await item.getAttribute('aria-level'));
    await item.click();
    await expect(item).toHaveAttribute('aria-selected', 'true');
    const label = (await item.getAttribute('aria-label')) ?? '';
    path.splice(level - 1, path.length, name(label, (await section.getAttribute('aria-label')) ?? ''));
    await reveal(section);
    seen.push(await lookAt({ ...whose, page: path.join(' > ') }, section));
  }
  return seen;
}

/** Goes through the tabs of a dialog or a pane; `panel` is what they show. */
export async function lookThroughTabs(
  window: string,
  tabs: Locator,
  panel: Locator,
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const tab of await tabs.all()) {
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await expect(panel.getByText(/^(Loading|Reading)/)).toHaveCount(0);
    const name = await tab.evaluate((each) => each.getAttribute('aria-label') ?? each.textContent.trim());
    seen.push(await lookAt({ window, page: name, generation: null }, panel));
  }
  return seen;
}

/** Goes through a wizard until there is nothing to come; fills in nothing. */
export async function lookThroughWizard(
  whose: Whose,
  wizard: Locator,
  name: (heading: string) => string,
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const next = wizard.getByRole('button', { name: 'Next >' });
  const heading = wizard.getByRole('heading', { level: 3 });
  for (;;) {
    if (whose.generation !== null) {
      const radio = wizard.getByRole('radio', { name: `Generation ${whose.generation}` });
      if (await radio.isVisible()) await radio.check();
    }
    const title = await heading.innerText();
    seen.push(await lookAt({ ...whose, page: name(title) }, wizard));
    if (!(await next.isEnabled())) return seen;
    await next.click();
    await expect(heading).not.toHaveText(title);
  }
}

/** Looks at a menu that drops down from a button, with what drops down from its items. */
export async function lookAtMenu(place: Place, page: Page, button: Locator): Promise<readonly Seen[]> {
  await button.click();
  const menu = page.getByRole('menu').first();
  await expect(menu).toBeVisible();
  const seen = [await lookAt(place, button), await lookAt(place, menu)];
  for (const item of await menu.locator('[role="menuitem"][aria-haspopup="menu"]').all()) {
    await item.click();
    const inner = page.getByRole('menu').last();
    await expect(page.getByRole('menu')).toHaveCount(2);
    seen.push(await lookAt(place, inner));
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('menu')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  return seen;
}
