/**
 * A tour of every dialog there is and of every page in it, over the host of scene.ts. Pictures, axe, the pseudo language
 * and others look at what it shows. A kind of dialog without a place here does not compile; pages are found by
 * themselves.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { DialogKind } from '../../../src/renderer/dialogs/dialog-request';
import { largeLspci } from '../large-lspci';
import { chooseFile } from './document';
import type { Program } from './program';

/** Who walks, and what must be known on the way. */
export interface Guide {
  readonly program: Program;
  /** A folder for files that dialogs want. */
  readonly folder: string;
  /** What an English caption reads in the language of the window. */
  readonly say: (caption: string) => string;
}

/** What the tour stands in front of. */
export interface View {
  readonly place: string;
  /** Caption of the page; null for a dialog of one page. */
  readonly page: string | null;
  /** Tells the view from all others, in lower case with hyphens. */
  readonly name: string;
  readonly window: Locator;
}

export interface Place {
  /** One sentence for the gallery. */
  readonly what: string;
  /** How its pages are turned; left out for a dialog of one page. */
  readonly pages?: 'tree' | 'tabs' | 'wizard';
  /** Opens it from the main window, SQL01 being selected. */
  readonly open: (guide: Guide) => Promise<void>;
}

function press(window: Page | Locator, guide: Guide, caption: string): Promise<void> {
  return window.getByRole('button', { name: guide.say(caption), exact: true }).click();
}

/** The row of a virtual machine, whatever the list is called in the language of the window. */
export function rowOf(page: Page, vm: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: vm, exact: true }) });
}

/** Presses something in the Actions pane. */
function byAction(caption: string): Place['open'] {
  return (guide) => press(guide.program.page, guide, caption);
}

/** Chooses from the menu bar. */
function byMenu(menu: string, ...items: readonly string[]): Place['open'] {
  return async ({ program: { page }, say }) => {
    await page
      .getByRole('menubar')
      .getByRole('menuitem', { name: say(menu), exact: true })
      .click();
    for (const item of items) {
      await page
        .getByRole('menu')
        .getByRole('menuitem', { name: say(item) })
        .click();
    }
  };
}

/** The dialog in front. */
export function front(page: Page): Locator {
  return page.getByRole('dialog').last();
}

async function openDamaged(guide: Guide): Promise<void> {
  const file = join(guide.folder, 'damaged.sriovlab');
  await writeFile(file, 'This is no document.');
  await chooseFile(guide.program, file);
  await byMenu('File', 'Open...')(guide);
}

async function readLongText(guide: Guide): Promise<void> {
  const file = join(guide.folder, 'server.txt');
  await writeFile(file, largeLspci(100));
  await chooseFile(guide.program, file);
  await byMenu('File', 'New Host from lspci...')(guide);
  await press(front(guide.program.page), guide, 'Browse...');
  await expect(guide.program.page.getByRole('progressbar')).toBeVisible();
}

async function openNic(guide: Guide): Promise<void> {
  await byAction('Device Manager...')(guide);
  await front(guide.program.page)
    .getByRole('treeitem', { name: /X520-2$/ })
    .dblclick();
}

async function newRecording(guide: Guide): Promise<void> {
  await byMenu('View', 'Recordings...')(guide);
  await press(front(guide.program.page), guide, 'New...');
}

/** A new drive of SQL01 looks for its virtual hard disk. */
async function browseDisks(guide: Guide): Promise<void> {
  const { page } = guide.program;
  await byAction('Settings...')(guide);
  await front(page)
    .getByRole('treeitem', { name: guide.say('SCSI Controller'), exact: true })
    .click();
  await press(front(page), guide, 'Add');
  await press(front(page), guide, 'Browse...');
}

/** WEB02 wants more memory than the host has. */
async function startTooLarge(guide: Guide): Promise<void> {
  await rowOf(guide.program.page, 'WEB02').click();
  await press(guide.program.page, guide, 'Start');
}

/** Every kind of dialog, in the order of the gallery. */
const kinds: Readonly<Record<DialogKind, Place>> = {
  virtualSwitchManager: {
    what: 'Virtual switches, their extensions, and the range of MAC addresses. SR-IOV is chosen when a switch is made.',
    pages: 'tree',
    open: byAction('Virtual Switch Manager...'),
  },
  vmSettings: {
    what: 'The settings of one virtual machine; the second check box of SR-IOV is under Hardware Acceleration.',
    pages: 'tree',
    open: byAction('Settings...'),
  },
  newVirtualMachine: {
    what: 'A new virtual machine, page by page.',
    pages: 'wizard',
    open: byMenu('Action', 'New', 'Virtual Machine...'),
  },
  deviceManager: {
    what: "The host's physical network adapters; from here they are disabled and enabled.",
    open: byAction('Device Manager...'),
  },
  nicProperties: {
    what: 'One physical network adapter: its driver, its advanced properties, its registers.',
    pages: 'tabs',
    open: openNic,
  },
  virtualFunctions: {
    what: 'Who owns which virtual function of which adapter, and what the cmdlets would say.',
    pages: 'tabs',
    open: byAction('Virtual Functions...'),
  },
  firmwareSetup: {
    what: 'The firmware of the host: virtualization, the processor, what is in which slot, and what a restart would bring.',
    pages: 'tree',
    open: byAction('Firmware Setup...'),
  },
  newHostFromLspci: {
    what: 'A host on the PCI topology of a real machine.',
    open: byMenu('File', 'New Host from lspci...'),
  },
  compare: { what: 'Two moments of a host, member by member.', open: byMenu('Edit', 'Compare...') },
  recordings: { what: 'Counters that were recorded, to be exported.', open: byMenu('View', 'Recordings...') },
  newRecording: { what: 'What a new recording holds.', open: newRecording },
  setDate: {
    what: 'The calendar of the simulated host.',
    open: async (guide) => {
      const { page } = guide.program;
      const name = new RegExp(`^${guide.say('Simulated time')}`);
      await page.getByRole('contentinfo').getByRole('button', { name }).click();
      await page.getByRole('menuitem', { name: guide.say('Set Date and Time...') }).click();
    },
  },
  hostSettings: {
    what: 'What concerns the host as a whole, and the person at the console.',
    pages: 'tree',
    open: byAction('Hyper-V Settings...'),
  },
  browseDisks: { what: 'The virtual hard disks of the simulated host.', open: browseDisks },
  customizeView: { what: 'The bars and panes of the main window.', open: byMenu('View', 'Customize...') },
  help: {
    what: 'How real the control is that has the focus, and where that is known from.',
    open: ({ program }) => program.page.keyboard.press('F1'),
  },
  fidelity: {
    what: 'How real everything in the console is.',
    open: byMenu('Help', 'What Is Real Here?'),
  },
  addRemoveColumns: {
    what: 'The columns of the list.',
    open: byMenu('View', 'Add/Remove Columns...'),
  },
  rename: { what: 'Another name for a virtual machine.', open: byAction('Rename...') },
  confirm: { what: 'A question before something is lost.', open: byAction('Turn Off...') },
  failure: { what: 'What could not be done, and why.', open: startTooLarge },
  documentRefused: { what: 'A document that cannot be opened.', open: openDamaged },
  longWork: { what: 'Work that takes long, to be cancelled.', open: readLongText },
  about: { what: 'What this is, and what it is not.', open: byMenu('Help', 'About SR-IOV Manager...') },
};

export const places: readonly (readonly [string, Place])[] = Object.entries(kinds);

/** `vmSettings` and `MAC Address Range` as `vm-settings-mac-address-range`. */
function nameOf(place: string, page: string | null, taken: ReadonlySet<string>): string {
  const words = `${place.replace(/[A-Z]/g, ' $&')} ${page ?? ''}`;
  const plain = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  let name = plain;
  for (let number = 2; taken.has(name); number += 1) name = `${plain}-${number}`;
  return name;
}

/** The pages of a dialog, one after the other; yields the caption of the one that shows. */
async function* pagesOf(guide: Guide, { pages }: Place, window: Locator): AsyncGenerator<string | null> {
  if (pages === undefined) {
    yield null;
  } else if (pages === 'wizard') {
    const next = window.getByRole('button', { name: guide.say('Next >') });
    yield await window.getByRole('heading', { level: 3 }).innerText();
    while (await next.isEnabled()) {
      await next.click();
      yield await window.getByRole('heading', { level: 3 }).innerText();
    }
  } else {
    const all = window.getByRole(pages === 'tree' ? 'treeitem' : 'tab');
    await expect(all.first()).toBeVisible();
    for (const item of await all.all()) {
      await item.click();
      yield (await item.getAttribute('aria-label')) ?? (await item.innerText()).trim();
    }
  }
}

/** Closes whatever is open, down to the main window. */
export async function leave(page: Page): Promise<void> {
  // A dialog behind another one is hidden until that has closed, and a tool tip takes an Escape for itself.
  const [menus, dialogs] = [page.getByRole('menubar'), page.getByRole('dialog')];
  await expect(async () => {
    if ((await dialogs.count()) > 0 || !(await menus.isVisible())) await page.keyboard.press('Escape');
    await expect(dialogs).toHaveCount(0, { timeout: 300 });
    await expect(menus).toBeVisible({ timeout: 300 });
  }).toPass({ intervals: [10] });
}

/** Opens every dialog at each of its pages and lets `look` look; SQL01 is selected. */
export async function tour(guide: Guide, look: (view: View) => Promise<void>): Promise<void> {
  const { page } = guide.program;
  const taken = new Set<string>();
  for (const [key, place] of places) {
    await rowOf(page, 'SQL01').click();
    await place.open(guide);
    const window = front(page);
    await expect(window).toBeVisible();
    // What is behind a modal dialog is hidden a moment after it has opened.
    await expect(page.getByRole('menubar')).toBeHidden();
    for await (const caption of pagesOf(guide, place, window)) {
      // Away from what was pressed, which would tell what it is for.
      await page.mouse.move(0, 0);
      const name = nameOf(key, caption, taken);
      taken.add(name);
      await look({ place: key, page: caption, name, window });
    }
    await leave(page);
  }
}
