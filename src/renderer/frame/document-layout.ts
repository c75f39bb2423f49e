/** Keeps the arrangement of the window with the document that is open. */
import { request } from '../host/client';
import { preferenceStore, setPreferences } from './preferences';
import type { Arrangement, Preferences } from './preferences';

/** Without what the console keeps for itself, whichever document is open. */
function arrangementOf(preferences: Preferences): Arrangement {
  const { theme, keyboard, mouseReleaseKey, useEnhancedSession, showGuestToolbar, ...arrangement } =
    preferences;
  void [theme, keyboard, mouseReleaseKey, useEnhancedSession, showGuestToolbar];
  return arrangement;
}

/** True while what the document says is being taken over: that is no news to it. */
let takingOver = false;

/** Arranges the window as the open document was left; one that never was keeps the present arrangement. */
export async function readLayout(): Promise<void> {
  const answer = await request('layout.read', { window: 'main' });
  const layout = answer.ok ? answer.value.layout : null;
  if (layout === null) return;
  const { window: kind, ...arrangement } = layout;
  void kind;
  takingOver = true;
  setPreferences(arrangement);
  takingOver = false;
}

/** Tells the document of every change of the arrangement from now on. */
export function keepLayout(): void {
  preferenceStore.subscribe((after, before) => {
    const layout = { window: 'main', ...arrangementOf(after) } as const;
    const changed = JSON.stringify(arrangementOf(after)) !== JSON.stringify(arrangementOf(before));
    if (changed && !takingOver) void request('layout.write', { layout });
  });
}
