/** What the console remembers about itself on this computer. Nothing of the host is kept here. */
import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import { usualColumns } from './list-columns';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type DetailsTab = 'summary' | 'memory' | 'networking' | 'performance';

export interface Preferences {
  readonly theme: ThemeChoice;
  readonly showTree: boolean;
  readonly showActions: boolean;
  /** Share of the list in the height of list and details together. */
  readonly split: number;
  /** CSS pixels. */
  readonly treeWidth: number;
  readonly actionsWidth: number;
  readonly detailsTab: DetailsTab;
  /** The tool bar of Virtual Machine Connection. */
  readonly showGuestToolbar: boolean;
  /** The list's columns in their order; `displayedColumns` reads them. */
  readonly columns: readonly string[];
  readonly sortColumn: string;
  readonly sortDescending: boolean;
  /** Column widths in CSS pixels where they differ from the usual ones. */
  readonly columnWidths: Readonly<Record<string, number>>;
}

const usual: Preferences = {
  theme: 'system',
  showTree: true,
  showActions: true,
  split: 0.5,
  treeWidth: 200,
  actionsWidth: 220,
  detailsTab: 'summary',
  showGuestToolbar: true,
  columns: usualColumns,
  sortColumn: 'name',
  sortDescending: false,
  columnWidths: {},
};

const KEY = 'sriov-manager.frame';

/** Reads preferences out of their stored text; whatever is missing or of another type is the usual. */
export function parsePreferences(text: string | null): Preferences {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '{}');
  } catch {
    return usual;
  }
  if (typeof stored !== 'object' || stored === null) return usual;
  const known = Object.entries(stored).filter(([key, value]) => {
    const example: unknown = usual[key as keyof Preferences];
    if (typeof value !== typeof example || value === null) return false;
    return Array.isArray(value) === Array.isArray(example);
  });
  return { ...usual, ...Object.fromEntries(known) };
}

function load(): Preferences {
  try {
    return parsePreferences(localStorage.getItem(KEY));
  } catch {
    // A page without storage still works; it only forgets.
    return usual;
  }
}

/** The preferences, as they were when the window was last used. */
export const preferenceStore: StoreApi<Preferences> = createStore<Preferences>(load);

/** Changes preferences and remembers them. */
export function setPreferences(patch: Partial<Preferences>): void {
  preferenceStore.setState(patch);
  try {
    localStorage.setItem(KEY, JSON.stringify(preferenceStore.getState()));
  } catch {
    // See load().
  }
}

/** Selects from the preferences. */
export function usePreferences<T>(select: (preferences: Preferences) => T): T {
  return useStore(preferenceStore, select);
}

// Other windows of the console have the same preferences: what one changes holds in all, and none writes back what
// it has read long ago.
if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY) preferenceStore.setState(parsePreferences(newValue));
  });
}
