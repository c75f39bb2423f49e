/** What has the focus, in the words of the table of fidelity. */
import type { PageEntry, WindowEntry } from './model';
import { means, windowRows } from './rows';
import type { Row } from './rows';

/** Names around an element: nearest first. */
export interface Names {
  /** Of the element itself; null for one without a name. */
  readonly own: string | null;
  /** Of the groups, sections and panes that it is in, from the inside out. */
  readonly around: readonly string[];
  /** Of the pages that show, whether or not the element is in them. */
  readonly shown: readonly string[];
}

/** What the help is about. */
export interface Subject {
  /** The name of what has the focus; null where that is a page or a window. */
  readonly name: string | null;
  /** The row of the control, or of its group; undefined for one that inherits from its page. */
  readonly control: Row | undefined;
  /** The row of the page; undefined outside of pages. */
  readonly page: Row | undefined;
  readonly window: Row;
}

/** The page of that name. */
export function pageOf(entry: WindowEntry, name: string): PageEntry | undefined {
  return entry.pages.find((page) => [page.page, ...(page.also ?? [])].some((each) => means(each, name)));
}

/** Looks the names up in a window of the table. */
export function subjectOf(entry: WindowEntry, names: Names): Subject {
  const rows = windowRows(entry);
  const [window] = rows;
  const { own, around } = names;
  // The page that shows comes first: a group on it may have the name of another page.
  const places = [...names.shown, ...around, ...(own === null ? [] : [own])];
  const [shown] = places.flatMap((name) => pageOf(entry, name) ?? []);
  const page = rows.find((row) => row.control === null && row.page === shown?.page);
  // What belongs to no page that shows, such as a submenu, is looked for everywhere.
  const near = rows.filter(
    (row) => row.control !== null && (shown === undefined || row.page === null || row.page === shown.page),
  );
  const find = (name: string): Row | undefined => near.find((row) => means(row.control ?? '', name));
  const control = own === null ? undefined : find(own);
  const isPage = own !== null && control === undefined && pageOf(entry, own) === shown && shown !== undefined;
  const group = isPage ? undefined : around.map(find).find((row) => row !== undefined);
  return {
    name: isPage ? null : own,
    control: control ?? group,
    page: shown === undefined ? undefined : page,
    window,
  };
}
