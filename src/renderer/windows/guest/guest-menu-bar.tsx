/** File, Action, View and Help along the top of Virtual Machine Connection. */
import type { ComponentType, ReactNode } from 'react';
import { MenuBar } from '../../menus/menu-bar';
import type { MenuPanelProps } from '../../menus/menu-drop';
import { frame } from '../../text/en/frame';
import { useGuest } from './guest-context';
import { commandOf, isTyping, runCommand } from './guest-verbs';

// VMConnect has Media and Clipboard, too: the simulated guest has neither drives to feed nor a screen to type into.
const guestMenus = ['file', 'action', 'view', 'help'] as const;
export type GuestMenu = (typeof guestMenus)[number];

function loadPanel(): Promise<{ default: ComponentType<MenuPanelProps<GuestMenu>> }> {
  return import('./guest-menus');
}

/** The menu bar, with the keys that stand in its menus. */
export function GuestMenuBar(): ReactNode {
  const guest = useGuest();
  return (
    <MenuBar
      menus={guestMenus}
      captions={frame}
      loadPanel={loadPanel}
      onKey={(event) => {
        const command = commandOf(event);
        if (command === null || (command !== 'fullScreen' && isTyping(event.target))) return false;
        if (!event.repeat) runCommand(command, guest);
        return true;
      }}
    />
  );
}
