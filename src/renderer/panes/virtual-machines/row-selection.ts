/** How clicks and keys select rows: the rules of a Windows list, as pure functions. */

export interface RowSelection {
  /** Selected ids; the one that was reached last comes last. */
  readonly ids: readonly string[];
  /** Where a range begins. */
  readonly anchor: string | null;
  /** The row with the focus, selected or not. */
  readonly active: string | null;
}

export interface Modifiers {
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

export const noRows: RowSelection = { ids: [], anchor: null, active: null };

function range(order: readonly string[], from: string, to: string): readonly string[] {
  const start = order.indexOf(from);
  const end = order.indexOf(to);
  if (start === -1 || end === -1) return [to];
  const ids = order.slice(Math.min(start, end), Math.max(start, end) + 1);
  // The reached end goes last, because the details band shows the last one.
  return start <= end ? ids : [...ids].reverse();
}

/** A click on the row `id`. */
export function clickRow(
  order: readonly string[],
  before: RowSelection,
  id: string,
  keys: Modifiers,
): RowSelection {
  if (keys.shiftKey) {
    const anchor = before.anchor ?? id;
    const reached = range(order, anchor, id);
    const ids = keys.ctrlKey
      ? [...before.ids.filter((each) => !reached.includes(each)), ...reached]
      : reached;
    return { ids, anchor, active: id };
  }
  if (keys.ctrlKey) {
    const rest = before.ids.filter((each) => each !== id);
    return { ids: before.ids.includes(id) ? rest : [...rest, id], anchor: id, active: id };
  }
  return { ids: [id], anchor: id, active: id };
}

/** The row that a navigation key goes to; null for any other key. `page` is a page's number of rows. */
export function rowOfKey(
  key: string,
  order: readonly string[],
  active: string | null,
  page: number,
): string | null {
  const index = active === null ? -1 : order.indexOf(active);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index === -1 ? 0 : index - 1,
    Home: 0,
    End: order.length - 1,
    PageDown: index + page,
    PageUp: index - page,
  };
  const target = targets[key];
  if (target === undefined) return null;
  return order[Math.min(order.length - 1, Math.max(0, target))] ?? null;
}

/** What a navigation key selects: Shift stretches the range, Ctrl moves the focus alone. */
export function moveTo(
  order: readonly string[],
  before: RowSelection,
  id: string,
  keys: Modifiers,
): RowSelection {
  if (keys.ctrlKey && !keys.shiftKey) return { ...before, active: id };
  return clickRow(order, before, id, keys);
}

/** Everything; the focus stays where it is. */
export function selectAll(order: readonly string[], before: RowSelection): RowSelection {
  const active = before.active ?? order[0] ?? null;
  const rest = order.filter((id) => id !== active);
  return { ids: active === null ? [] : [...rest, active], anchor: order[0] ?? null, active };
}

/** Without what is gone. */
export function withoutGone(before: RowSelection, exists: (id: string) => boolean): RowSelection {
  const kept = (id: string | null): string | null => (id !== null && exists(id) ? id : null);
  const ids = before.ids.filter(exists);
  const same = ids.length === before.ids.length && kept(before.active) === before.active;
  if (same && kept(before.anchor) === before.anchor) return before;
  return { ids, anchor: kept(before.anchor), active: kept(before.active) };
}

/**
 * Index of the row that typed letters find, searching onwards and around. One letter, typed again
 * and again, goes from match to match; -1 when no name begins so.
 */
export function findTyped(names: readonly string[], from: number, typed: string): number {
  const wanted = typed.toLowerCase();
  const [first = ''] = wanted;
  const repeated = [...wanted].every((letter) => letter === first);
  const prefix = repeated ? first : wanted;
  // While a word grows the present row may still match it.
  const start = repeated ? from + 1 : Math.max(0, from);
  for (let step = 0; step < names.length; step += 1) {
    const index = (start + step) % names.length;
    if (names[index]?.toLowerCase().startsWith(prefix) === true) return index;
  }
  return -1;
}
