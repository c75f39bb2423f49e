/** Which rows of a long list are worth drawing. */

/** CSS pixels; every row is as high as every other. */
export const ROW_HEIGHT = 24;

/** Lists up to this length are drawn whole: nothing is gained by leaving rows out. */
const WHOLE = 100;
/** Rows drawn beyond the edges, so that scrolling does not show gaps. */
const MARGIN = 12;

export interface RowWindow {
  readonly first: number;
  /** One past the last row. */
  readonly end: number;
}

/** The rows to draw when `height` pixels of the list show, `top` pixels down. */
export function rowWindow(count: number, top: number, height: number): RowWindow {
  if (count <= WHOLE) return { first: 0, end: count };
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - MARGIN);
  return { first, end: Math.min(count, Math.ceil((top + height) / ROW_HEIGHT) + MARGIN) };
}

/** Where to scroll so that row `index` shows whole; the present place when it does already. */
export function scrollTopFor(index: number, top: number, height: number): number {
  const above = index * ROW_HEIGHT;
  if (above < top) return above;
  const below = above + ROW_HEIGHT - height;
  return below > top ? below : top;
}
