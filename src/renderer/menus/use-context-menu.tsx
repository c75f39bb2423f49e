/** A pane's context menu: whether it is open, and where. */
import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useLoaded } from '../frame/use-loaded';
import type { ContextMenuProps, MenuPlace } from './context-menu';

export interface PaneMenu {
  readonly open: (at: MenuPlace) => void;
  /** The menu itself while it is open. */
  readonly element: ReactNode;
}

function loadContextMenu(): Promise<{ default: (props: ContextMenuProps) => ReactNode }> {
  return import('./context-menu');
}

/** True for the menu key and for Shift+F10. */
export function opensContextMenu({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** A context menu over the selection or the host; `onClosed` gets the focus back to where it was. */
export function useContextMenu(over: ContextMenuProps['over'], onClosed: () => void): PaneMenu {
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const [ContextMenu, wantContextMenu] = useLoaded(loadContextMenu);
  const element =
    place === null || ContextMenu === null ? null : (
      <ContextMenu
        over={over}
        place={place}
        onClose={() => {
          setPlace(null);
          onClosed();
        }}
      />
    );
  return {
    open: (at) => {
      wantContextMenu();
      setPlace(at);
    },
    element,
  };
}
