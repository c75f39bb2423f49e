/** The table of fidelity as rows: every entry with the mark that it has or inherits. */
import type { Control, Fidelity, PageEntry, WindowEntry } from './model';

/** One line of the table. */
export interface Row {
  /** Title of the window. */
  readonly window: string;
  /** Null on the row of the window itself, and for what stands around its pages. */
  readonly page: string | null;
  /** Caption of the control; null on the row of a page or a window. */
  readonly control: string | null;
  /** The group of controls that it is in. */
  readonly group: string | null;
  /** What a page or a window is for; null for a control. */
  readonly what: string | null;
  readonly fidelity: Fidelity;
}

type Place = Pick<Row, 'window' | 'page'>;

function ownFidelity(entry: Fidelity): Fidelity {
  const { mark } = entry;
  if (mark === 'asInWindows') return { mark, source: entry.source };
  if (mark === 'simplified') return { mark, why: entry.why, source: entry.source };
  return { mark, why: entry.why };
}

function controlRows(
  place: Place,
  controls: readonly Control[],
  inherited: Fidelity,
  group: string | null,
): readonly Row[] {
  return controls.flatMap((each): readonly Row[] => {
    const entry = typeof each === 'string' ? { caption: each } : each;
    const fidelity = 'mark' in entry ? ownFidelity(entry) : inherited;
    const row: Row = { ...place, control: entry.caption, group, what: null, fidelity };
    const members = 'controls' in entry ? (entry.controls ?? []) : [];
    return [row, ...controlRows(place, members, fidelity, entry.caption)];
  });
}

function pageRows(window: string, entry: PageEntry): readonly Row[] {
  const place: Place = { window, page: entry.page };
  const fidelity = ownFidelity(entry);
  const row: Row = { ...place, control: null, group: null, what: entry.what, fidelity };
  return [row, ...controlRows(place, entry.controls, fidelity, null)];
}

/** A window, what stands around its pages, and its pages with their controls. */
export function windowRows(entry: WindowEntry): readonly [Row, ...Row[]] {
  const place: Place = { window: entry.title, page: null };
  const fidelity = ownFidelity(entry);
  return [
    { ...place, control: null, group: null, what: entry.what, fidelity },
    ...controlRows(place, entry.controls, fidelity, null),
    ...entry.pages.flatMap((page) => pageRows(entry.title, page)),
  ];
}

/** Whether a caption of the table means this text; `*` stands for any text. */
export function means(caption: string, text: string): boolean {
  if (!caption.includes('*')) return caption === text;
  const parts = caption.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}
