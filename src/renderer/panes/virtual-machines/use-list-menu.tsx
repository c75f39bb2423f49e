/** The list's context menu: whether it is open, and where. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLoaded } from '../../frame/use-loaded';
import type { ContextMenuProps, MenuPlace } from '../../menus/context-menu';

export interface ListMenu {
  readonly open: (at: MenuPlace) => void;
  /** The menu itself while it is open. */
  readonly element: ReactNode;
}

function loadContextMenu(): Promise<{ default: (props: ContextMenuProps) => ReactNode }> {
  return import('../../menus/context-menu');
}

/** A context menu over the selection; `onClosed` gets the focus back to where it was. */
export function useListMenu(onClosed: () => void): ListMenu {
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const [ContextMenu, wantContextMenu] = useLoaded(loadContextMenu);
  const element =
    place === null || ContextMenu === null ? null : (
      <ContextMenu
        place={place}
        onClose={() => {
          setPlace(null);
          onClosed();
        }}
      />
    );
  return {
    open(at) {
      wantContextMenu();
      setPlace(at);
    },
    element,
  };
}
