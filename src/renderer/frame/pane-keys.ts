/** F6 goes from pane to pane. */

/** The index that F6 goes to from `current` (-1: from outside), round and round. */
export function nextPane(current: number, count: number, back: boolean): number {
  if (count === 0) return -1;
  if (current === -1) return back ? count - 1 : 0;
  return (current + (back ? count - 1 : 1)) % count;
}

const focusable = '[tabindex="0"], button:not([tabindex="-1"]), a[href], input, select, textarea';

/** Moves the focus to the next pane, or to the one before. Panes carry `data-pane`. */
export function goToNextPane(back: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const pane = panes[nextPane(current, panes.length, back)];
  // A list is a pane's point, not the headers above it.
  const stop =
    pane?.querySelector<HTMLElement>('[data-focus-home]') ?? pane?.querySelector<HTMLElement>(focusable);
  (stop ?? pane)?.focus();
}
