/** Figures that change while one looks: short, of one width as far as possible, never moving others. */

/**
 * Prints a rate or a percentage: one decimal below 100, none above; a dash stands for a missing
 * sample.
 */
export function formatFigure(value: number, missing: string): string {
  if (!Number.isFinite(value)) return missing;
  const decimals = Math.abs(value) < 99.95 ? 1 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** Replaces an element's text; an unchanged text is left alone, so that nothing is laid out anew. */
export function showFigure(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
