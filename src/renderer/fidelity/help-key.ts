/** F1: help on whatever has the focus, in the window and in every dialog. */
import { useEffect } from 'react';
import { closeDialogs, dialogStore, openDialog } from '../host/dialogs';
import type { WindowKind } from './model';
import { namesAround } from './names';

/** What the page shows where no dialog is open. */
let ground: WindowKind = 'main';

function frontWindow(): WindowKind {
  return dialogStore.getState().at(-1)?.request.kind ?? ground;
}

/** Opens the help on a page of the window behind all dialogs; without one, on the window. */
export function openHelp(page?: string): void {
  const around = page === undefined ? [] : [page];
  openDialog({ kind: 'help', window: ground, names: { own: null, around, shown: [] } });
}

/** A menu would stay open above the help; Esc gives the focus back to where the menu came from. */
function leaveMenu(element: Element): boolean {
  if (element.closest('[role="menu"]') === null) return false;
  element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  return true;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'F1' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (event.repeat) return;
  if (frontWindow() === 'help') {
    closeDialogs('help');
    return;
  }
  const element = document.activeElement ?? document.body;
  const request = { kind: 'help', window: frontWindow(), names: namesAround(element) } as const;
  if (!leaveMenu(element)) openDialog(request);
  // The help remembers who had the focus: by then it is back where the menu came from.
  else setTimeout(() => openDialog(request));
}

/** Listens for F1 as long as the window lives, which is of that kind. */
export function useHelpKey(kind: WindowKind = 'main'): void {
  useEffect(() => {
    ground = kind;
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [kind]);
}
