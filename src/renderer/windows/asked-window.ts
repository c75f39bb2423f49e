/** Which window this page is: its address says so. */
import { windowParameter } from '../../shared/model/window';
import type { WindowRequest } from '../../shared/model/window';

/**
 * Null for the first window. The address comes from the main process, which has checked what it
 * wrote there; no page can leave its own.
 */
export function askedWindow(search: string): WindowRequest | null {
  const text = new URLSearchParams(search).get(windowParameter);
  return text === null ? null : (JSON.parse(text) as WindowRequest);
}
