/** The captions of Hyper-V Manager, and what is wrong with a console that was looked at. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AbsentEntry, WindowEntry } from '../../src/renderer/fidelity/model';
import { means, windowRows } from '../../src/renderer/fidelity/rows';
import { pageOf, subjectOf } from '../../src/renderer/fidelity/subject';

const captions = {
  /** Each has a line in the table of fidelity. */
  controls: z.array(z.string()).default([]),
  /** Headings, values and explanations. */
  sentences: z.array(z.string()).default([]),
};

const pageSchema = z.strictObject({
  /** A page below another one stands behind it and ` > `, where that matters. */
  page: z.string(),
  /** Left out for what is there in both. */
  generation: z.literal([1, 2]).optional(),
  ...captions,
});

const windowSchema = z.strictObject({ window: z.string(), ...captions, pages: z.array(pageSchema) });

export type WantedPage = z.infer<typeof pageSchema>;
export type WantedWindow = z.infer<typeof windowSchema>;

const folder = join(import.meta.dirname, '../fixtures/captions');

/** Every window of Hyper-V Manager with its pages, as stored. */
export function wantedWindows(): readonly WantedWindow[] {
  return readdirSync(folder).flatMap((file) =>
    z.array(windowSchema).parse(parse(readFileSync(join(folder, file), 'utf8'))),
  );
}

/** A mark of the simulator's as it was seen. */
export interface SeenMark {
  /** Its tool tip. */
  readonly what: string;
  /** Names of what it is in or beside, from the inside out. */
  readonly around: readonly string[];
}

/** Something that takes the focus, as it was seen. */
export interface SeenControl {
  readonly name: string;
  readonly around: readonly string[];
}

/** A page of the running program, once. */
export interface Seen {
  /** The window's title in the table of fidelity. */
  readonly window: string;
  /** Null for a window as a whole. Below another page: behind it and ` > `. */
  readonly page: string | null;
  /** Null where there is only one kind. */
  readonly generation: 1 | 2 | null;
  readonly texts: readonly string[];
  readonly controls: readonly SeenControl[];
  readonly marks: readonly SeenMark[];
}

function lastOf(page: string): string {
  return page.split(' > ').at(-1) ?? page;
}

function isPage(seen: string | null, wanted: string): boolean {
  return seen === wanted || seen?.endsWith(` > ${wanted}`) === true;
}

function isAbsent(absent: readonly AbsentEntry[], window: string, page: string): boolean {
  return absent.some(
    (each) =>
      each.window === window &&
      each.captions === undefined &&
      (each.page === undefined || each.page === lastOf(page)),
  );
}

function isListed(
  absent: readonly AbsentEntry[],
  window: string,
  page: string | null,
  caption: string,
): boolean {
  const last = page === null ? undefined : lastOf(page);
  return absent.some(
    (each) => each.window === window && each.page === last && each.captions?.includes(caption) === true,
  );
}

/** The views of a page by generation; one list where the window knows no generations. */
function viewsOf(seen: readonly Seen[], window: string, page: WantedPage): readonly (readonly Seen[])[] {
  const inWindow = seen.filter((each) => each.window === window);
  const generations = inWindow.some(({ generation }) => generation !== null) ? ([1, 2] as const) : [null];
  const wanted = generations.filter(
    (each) => each === null || page.generation === undefined || each === page.generation,
  );
  return wanted.map((generation) =>
    inWindow.filter((each) => isPage(each.page, page.page) && each.generation === generation),
  );
}

function judgeCaptions(
  views: readonly Seen[],
  where: string,
  wanted: readonly string[],
  listed: (caption: string) => boolean,
): readonly string[] {
  const texts = views.flatMap((each) => each.texts);
  return wanted.flatMap((caption) => {
    const there = texts.some((text) => means(caption, text));
    if (there === !listed(caption)) return [];
    return there
      ? [`${where}: '${caption}' is there, but listed as absent`]
      : [`${where}: '${caption}' is missing`];
  });
}

function judgePage(
  seen: readonly Seen[],
  absent: readonly AbsentEntry[],
  window: string,
  page: WantedPage,
): readonly string[] {
  const where = `${window}, ${page.page}`;
  const groups = viewsOf(seen, window, page);
  if (isAbsent(absent, window, page.page)) {
    return groups.flat().length === 0 ? [] : [`${where} is there, but listed as absent`];
  }
  return groups.flatMap((views) => {
    const generation = views[0]?.generation ?? page.generation ?? null;
    const name = generation === null ? where : `${where} (generation ${generation})`;
    if (views.length === 0) return [`${name} is missing`];
    const captions = [...page.controls, ...page.sentences];
    return judgeCaptions(views, name, captions, (each) => isListed(absent, window, page.page, each));
  });
}

/** One sentence for every caption that is neither there nor listed as absent, or both. */
export function judge(
  wanted: readonly WantedWindow[],
  absent: readonly AbsentEntry[],
  seen: readonly Seen[],
): readonly string[] {
  const problems = wanted.flatMap((each) => {
    const { window } = each;
    const views = seen.filter((view) => view.window === window);
    const pages = each.pages.flatMap((page) => judgePage(seen, absent, window, page));
    if (isAbsent(absent, window, '')) {
      return views.length === 0 ? pages : [`${window} is there, but listed as absent`];
    }
    const captions = [...each.controls, ...each.sentences];
    const own = judgeCaptions(views, window, captions, (caption) => isListed(absent, window, null, caption));
    return [...own, ...pages];
  });
  return [...new Set(problems)];
}

/** Whether the table has the words of a mark in an entry of the page. */
function saysSo(entry: WindowEntry, view: Seen, what: string): boolean {
  const rows = windowRows(entry).filter(
    (row) => row.page === null || view.page === null || means(row.page, lastOf(view.page)),
  );
  return rows.some(({ fidelity }) => 'why' in fidelity && fidelity.why === what);
}

function judgeView(entry: WindowEntry, view: Seen): readonly string[] {
  const shown = view.page === null ? [] : [lastOf(view.page)];
  const where = view.page === null ? view.window : `${view.window}, ${view.page}`;
  if (shown.some((page) => pageOf(entry, page) === undefined)) return [`${where} is not in the table`];
  const strange = view.controls.filter(({ name, around }) => {
    const { control } = subjectOf(entry, { own: name, around, shown });
    const isListed = control !== undefined && means(control.control ?? '', name);
    return !isListed && pageOf(entry, name) === undefined;
  });
  const wrong = view.marks.filter(({ what, around }) => {
    const { control, page, window } = subjectOf(entry, { own: null, around, shown });
    return (control ?? page ?? window).fidelity.mark === 'asInWindows' && !saysSo(entry, view, what);
  });
  return [
    ...strange.map(({ name }) => `${where}: '${name}' is not in the table`),
    ...wrong.map(({ what }) => `${where}: the table does not say '${what}'`),
  ];
}

/** One sentence for every page and control that the table does not list, and every mark it does not agree with. */
export function judgeTable(windows: readonly WindowEntry[], seen: readonly Seen[]): readonly string[] {
  const problems = seen.flatMap((view) => {
    const entry = windows.find(({ title }) => title === view.window);
    return entry === undefined ? [`${view.window} is not in the table`] : judgeView(entry, view);
  });
  return [...new Set(problems)];
}
