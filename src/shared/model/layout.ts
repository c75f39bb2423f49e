/** How windows are arranged: kept with the document, so that it opens as it was left. */
import { z } from 'zod';

const pixels = z.number().min(0).max(10_000);
const word = z.string().min(1).max(50);

/** Detail tabs of the main window. */
export const detailsTabs = ['summary', 'memory', 'networking', 'performance'] as const;

/** The main window: its panes, and the list's columns. */
export const mainWindowSchema = z.object({
  window: z.literal('main'),
  showTree: z.boolean(),
  showActions: z.boolean(),
  showToolbar: z.boolean(),
  showStatusBar: z.boolean(),
  /** Share of the list in the height of list and details together. */
  split: z.number().min(0).max(1),
  treeWidth: pixels,
  actionsWidth: pixels,
  detailsTab: z.enum(detailsTabs),
  /** The list's columns in their order; unknown ones are left out where it is drawn. */
  columns: z.array(word).max(50).readonly(),
  sortColumn: word,
  sortDescending: z.boolean(),
  /** CSS pixels, where they differ from the usual ones. */
  columnWidths: z.record(word, pixels),
});

/** One layout per kind of window. A window to come adds its schema here. */
export const layoutSchema = z.discriminatedUnion('window', [mainWindowSchema]);

export type Layout = z.infer<typeof layoutSchema>;
export type LayoutOf<W extends Layout['window']> = Extract<Layout, { window: W }>;
export const layoutWindows = ['main'] as const satisfies readonly Layout['window'][];
