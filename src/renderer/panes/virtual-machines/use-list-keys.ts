/** What the keys of the list do: verbs, the context menu, the selection. */
import type { KeyboardEvent } from 'react';
import { runAction } from '../../menus/run-action';
import { opensContextMenu } from '../../menus/use-context-menu';
import type { PaneMenu } from '../../menus/use-context-menu';
import type { VmAction } from '../../menus/verb-list';
import { ROW_HEIGHT } from './row-window';
import type { UseRowSelection } from './use-row-selection';
import { rowId } from './vm-row';

/** Keys that run a verb on the selection. */
function actionOfKey(event: KeyboardEvent): VmAction | null {
  if (event.ctrlKey || event.shiftKey || event.metaKey) return null;
  if (event.key === 'Enter') return event.altKey ? 'settings' : 'connect';
  if (event.altKey) return null;
  if (event.key === 'F2') return 'rename';
  return event.key === 'Delete' ? 'delete' : null;
}

export interface ListKeys {
  readonly rows: UseRowSelection;
  readonly menu: PaneMenu;
  /** Rows in sight: how far Page Down goes. */
  readonly page: number;
}

/** Does what a key says; answers whether it said anything. */
export function useListKeys({ rows, menu, page }: ListKeys): (event: KeyboardEvent) => boolean {
  const { selection } = rows;

  /** Below the row with the focus. */
  function openMenu(): boolean {
    const row = selection.active === null ? null : document.getElementById(rowId(selection.active));
    if (row === null || selection.ids.length === 0) return false;
    const box = row.getBoundingClientRect();
    menu.open({ x: box.left + ROW_HEIGHT, y: box.bottom });
    return true;
  }

  return (event) => {
    const action = actionOfKey(event);
    if (action !== null) {
      runAction(action, selection.ids);
      return true;
    }
    if (opensContextMenu(event)) return openMenu();
    return rows.onKey(event, page);
  };
}
