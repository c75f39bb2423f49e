/** The stack of open dialogs; the last one is in front. */
import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { DialogRequest } from '../dialogs/dialog-request';

export interface OpenDialog {
  readonly key: number;
  readonly request: DialogRequest;
}

/** All open dialogs, oldest first. */
export const dialogStore: StoreApi<readonly OpenDialog[]> = createStore<readonly OpenDialog[]>(() => []);

let lastKey = 0;

/** Opens a dialog in front of whatever is open. */
export function openDialog(request: DialogRequest): void {
  lastKey += 1;
  const opened: OpenDialog = { key: lastKey, request };
  dialogStore.setState((open) => [...open, opened], true);
}

/** Closes the dialog with this key; a dialog that is closed already is no error. */
export function closeDialog(key: number): void {
  dialogStore.setState((open) => open.filter((each) => each.key !== key), true);
}

/** Closes every dialog of a kind: what it told of is over. */
export function closeDialogs(kind: DialogRequest['kind']): void {
  dialogStore.setState((open) => open.filter((each) => each.request.kind !== kind), true);
}

/** The open dialogs, for the one place that draws them. */
export function useDialogs(): readonly OpenDialog[] {
  return useStore(dialogStore);
}
