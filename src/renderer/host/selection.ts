/** What is selected in the frame: a node of the console tree and any number of virtual machines. */
import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';

export interface Selection {
  readonly node: 'root' | 'host';
  /** In the order in which they were selected; the details band shows the last one. */
  readonly vmIds: readonly string[];
}

/** The frame's selection. A VM that is gone may still be named here: look it up before use. */
export const selectionStore: StoreApi<Selection> = createStore<Selection>(() => ({
  node: 'host',
  vmIds: [],
}));

/** Changes the selection; absent members stay. */
export function setSelection(patch: Partial<Selection>): void {
  selectionStore.setState(patch);
}

/** Selects from the selection. */
export function useSelection<T>(select: (selection: Selection) => T): T {
  return useStore(selectionStore, select);
}
