/** Sets the widths of the list's columns: dragged, stepped by keys, or fitted to what they hold. */
import type { ColumnId } from '../../frame/list-columns';
import { preferenceStore, setPreferences } from '../../frame/preferences';
import { minimumWidth, widthsOf } from './columns';

/** CSS pixels that a key adds or takes. */
const STEP = 8;

/** Stores a column's width in CSS pixels, never less than the smallest. */
export function setColumnWidth(column: ColumnId, width: number): void {
  const { columnWidths } = preferenceStore.getState();
  const next = Math.max(minimumWidth, Math.round(width));
  setPreferences({ columnWidths: { ...columnWidths, [column]: next } });
}

/** Makes a column wider (1) or narrower (-1). */
export function stepColumnWidth(column: ColumnId, step: 1 | -1): void {
  const [width = minimumWidth] = widthsOf([column], preferenceStore.getState().columnWidths);
  setColumnWidth(column, width + step * STEP);
}

/**
 * Fits columns to the widest of their header and the cells that are drawn inside `list`, whose
 * columns are `displayed`. For a moment every row lays its cells out as wide as they want to be.
 */
export function fitColumns(
  list: HTMLElement,
  displayed: readonly ColumnId[],
  columns: readonly ColumnId[],
): void {
  const before = list.style.getPropertyValue('--columns');
  list.style.setProperty('--columns', displayed.map(() => 'max-content').join(' '));
  const wanted = columns.map((column) => {
    const cells = list.querySelectorAll(`[role="row"] > [data-column="${column}"]`);
    return Math.max(0, ...Array.from(cells, (cell) => cell.getBoundingClientRect().width));
  });
  list.style.setProperty('--columns', before);
  for (const [index, column] of columns.entries()) setColumnWidth(column, Math.ceil(wanted[index] ?? 0));
}
