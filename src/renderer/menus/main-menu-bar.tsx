/** File, Edit, Action, View and Help along the top of the first window. */
import type { ComponentType, ReactNode } from 'react';
import { frame } from '../text/en/frame';
import { runDocumentKey } from './document-actions';
import { MenuBar } from './menu-bar';
import type { MenuPanelProps } from './menu-drop';

const menuNames = ['file', 'edit', 'action', 'view', 'help'] as const;
export type MenuName = (typeof menuNames)[number];

function loadPanel(): Promise<{ default: ComponentType<MenuPanelProps<MenuName>> }> {
  return import('./menu-panel');
}

/** The menu bar, with the keys that do something to the document. */
export function MainMenuBar(): ReactNode {
  return <MenuBar menus={menuNames} captions={frame} loadPanel={loadPanel} onKey={runDocumentKey} />;
}
