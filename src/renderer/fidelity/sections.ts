/** The table of fidelity page by page, as the view and the document show it, and what a search leaves of it. */
import type { AbsentEntry, Mark, WindowEntry } from './model';
import { windowRows } from './rows';
import type { Row } from './rows';

/** A page with its controls, or a window with what stands around its pages. */
export interface Section {
  readonly window: string;
  readonly page: string | null;
  readonly head: Row;
  readonly controls: readonly Row[];
}

/** What is looked for. */
export interface Search {
  /** Part of a caption or of a sentence; any case. */
  readonly text: string;
  readonly mark: Mark | 'absent' | 'all';
  /** Title of a window, or `all`. */
  readonly window: string;
}

/** What a search leaves. */
export interface Found {
  readonly sections: readonly Section[];
  readonly absent: readonly AbsentEntry[];
  /** Pages, controls and absent captions that were looked for. */
  readonly count: number;
}

/** All sections of these windows, in their order. */
export function sectionsOf(windows: readonly WindowEntry[]): readonly Section[] {
  return windows.flatMap((entry) => {
    const rows = windowRows(entry);
    const heads = rows.filter((row) => row.control === null);
    return heads.map((head): Section => {
      const { window, page } = head;
      return {
        window,
        page,
        head,
        controls: rows.filter((row) => row.control !== null && row.page === page),
      };
    });
  });
}

/** The captions of an absent entry; the page, or the window, where that is absent as a whole. */
export function absentCaptions(entry: AbsentEntry): readonly string[] {
  return entry.captions ?? [entry.page ?? entry.window];
}

function holds(parts: readonly (string | null | undefined)[], text: string): boolean {
  return parts.some((part) => part?.toLowerCase().includes(text) === true);
}

/** `above` has said already what a row inherits from it. */
function isFound(row: Row, { text, mark, window }: Search, above: Row | null): boolean {
  if (window !== 'all' && row.window !== window) return false;
  if (mark !== 'all' && row.fidelity.mark !== mark) return false;
  const { fidelity } = row;
  const names = [row.window, row.page, row.control, row.group, row.what];
  if (fidelity === above?.fidelity) return holds(names, text);
  const why = 'why' in fidelity ? fidelity.why : null;
  const source = 'source' in fidelity ? fidelity.source : null;
  return holds([...names, why, source], text);
}

function absentFound(entry: AbsentEntry, { text, mark, window }: Search): boolean {
  if (mark !== 'all' && mark !== 'absent') return false;
  if (window !== 'all' && entry.window !== window) return false;
  return holds([entry.window, entry.page, entry.reason, ...absentCaptions(entry)], text);
}

/** What of the table answers the search; a section stays as long as anything in it does. */
export function search(sections: readonly Section[], absent: readonly AbsentEntry[], wanted: Search): Found {
  const tidy = { ...wanted, text: wanted.text.trim().toLowerCase() };
  let count = 0;
  const left = sections.flatMap((section) => {
    const controls = section.controls.filter((row) => isFound(row, tidy, section.head));
    const head = isFound(section.head, tidy, null);
    count += controls.length + (head ? 1 : 0);
    return head || controls.length > 0 ? [{ ...section, controls }] : [];
  });
  const missing = absent.filter((entry) => absentFound(entry, tidy));
  count += missing.reduce((sum, entry) => sum + absentCaptions(entry).length, 0);
  return { sections: left, absent: missing, count };
}
