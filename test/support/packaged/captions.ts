/** Finds what a person sees by what stands on it, in the topmost dialog if there is one, and works it. */
import type { SpectronClient } from 'spectron';

/** What can be worked, by the kind of control. */
const controls = {
  button: 'button, [role="button"]',
  menuItem: '[role="menuitem"]',
  tab: '[role="tab"]',
  treeItem: '[role="treeitem"]',
  cell: '[role="gridcell"]',
  heading: 'h1, h2, h3, [role="heading"]',
  text: 'input:not([type="checkbox"]):not([type="radio"]), textarea',
  box: 'input[type="checkbox"], input[type="radio"]',
  list: 'select',
} as const;

export type Control = keyof typeof controls;

/** What is done with a control here; the types of WebdriverIO that Spectron names are not among its own. */
export interface Found {
  readonly $: (selector: string) => Promise<Found>;
  readonly click: () => Promise<void>;
  readonly getText: () => Promise<string>;
  readonly getValue: () => Promise<string>;
  readonly isSelected: () => Promise<boolean>;
  readonly selectByVisibleText: (text: string) => Promise<void>;
  readonly waitForEnabled: () => Promise<unknown>;
  readonly waitForExist: () => Promise<unknown>;
}

/** Runs in the page. */
function search(selector: string, caption: string): Element | null {
  const scope: ParentNode = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document;
  const textOf = (element: Element | null): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const captionOf = (element: Element): string => {
    const label = element.getAttribute('aria-label');
    if (label !== null) return label;
    const ids = element.getAttribute('aria-labelledby');
    if (ids !== null)
      return ids
        .split(' ')
        .map((id) => textOf(document.getElementById(id)))
        .join(' ');
    const labels = (element as HTMLInputElement).labels;
    return labels != null && labels.length > 0 ? textOf(labels[0]!) : textOf(element);
  };
  const found = [...scope.querySelectorAll(selector)].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && captionOf(element) === caption;
  });
  return found[0] ?? null;
}

/** Waits for a control with this caption. */
export async function find(client: SpectronClient, control: Control, caption: string): Promise<Found> {
  let found: unknown = null;
  await client.waitUntil(
    async () => {
      found = await client.execute(search, controls[control], caption);
      return found !== null;
    },
    { timeoutMsg: `There is no ${control} '${caption}'.` },
  );
  return client.$(found as Parameters<SpectronClient['$']>[0]) as unknown as Promise<Found>;
}

/** Clicks a control once it can be clicked. */
export async function press(client: SpectronClient, control: Control, caption: string): Promise<void> {
  const found = await find(client, control, caption);
  await found.waitForEnabled();
  await found.click();
}

/**
 * Types over what is in a text field. WebDriver's own way clears the field behind React's back: drawn again before
 * the first letter, the old text would stay in it.
 */
export async function fill(client: SpectronClient, caption: string, text: string): Promise<void> {
  const field = await find(client, 'text', caption);
  await field.click();
  await client.keys(['Control', 'a']);
  await client.keys([...text]);
  await client.waitUntil(async () => (await field.getValue()) === text, {
    timeoutMsg: `'${caption}' does not take '${text}'.`,
  });
}

/** Ticks a box or a radio button. */
export async function tick(client: SpectronClient, caption: string): Promise<void> {
  const box = await find(client, 'box', caption);
  if (!(await box.isSelected())) await box.click();
  await client.waitUntil(() => box.isSelected(), { timeoutMsg: `'${caption}' cannot be ticked.` });
}

/** Chooses the first entry of a list that holds this text. */
export async function choose(list: Found, text: string): Promise<void> {
  const entry = await list.$(`option*=${text}`);
  await entry.waitForExist();
  await list.selectByVisibleText(await entry.getText());
}
