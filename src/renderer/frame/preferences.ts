/** What the console remembers about itself on this computer. Nothing of the host is kept here. */
import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { detailsTabs, LayoutOf } from '../../shared/model/layout';
import { usualColumns } from './list-columns';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type DetailsTab = (typeof detailsTabs)[number];
/** How the window is arranged; a document has its own, and new documents begin with the last one. */
export type Arrangement = Omit<LayoutOf<'main'>, 'window'>;
/** Where combinations with the Windows key go from Virtual Machine Connection. */
export type KeyboardChoice = 'physical' | 'virtual' | 'fullScreen';
/** What is pressed with Ctrl and Alt to get the mouse back from a guest without drivers for it. */
export type MouseReleaseKey = 'left' | 'right' | 'space' | 'shift';

export interface Preferences extends Arrangement {
  readonly theme: ThemeChoice;
  /** Virtual Machine Connection: the group `User` of Hyper-V Settings. */
  readonly keyboard: KeyboardChoice;
  readonly mouseReleaseKey: MouseReleaseKey;
  readonly useEnhancedSession: boolean;
  /** The tool bar of Virtual Machine Connection. */
  readonly showGuestToolbar: boolean;
}

const usual: Preferences = {
  theme: 'system',
  showTree: true,
  showActions: true,
  showToolbar: true,
  showStatusBar: true,
  split: 0.5,
  treeWidth: 200,
  actionsWidth: 220,
  detailsTab: 'summary',
  showGuestToolbar: true,
  columns: usualColumns,
  keyboard: 'virtual',
  mouseReleaseKey: 'left',
  useEnhancedSession: true,
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
