/** The menu that the right mouse button, Shift+F10 and the menu key open on a virtual machine or the host. */
import { Menu, MenuDivider, MenuList, MenuPopover } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { frame } from '../text/en/frame';
import { panes } from '../text/en/panes';
import { ActionItems } from './action-items';
import { HelpItem } from './help-item';
import { HostItems } from './host-items';
import { useMenuStyles } from './menu-style';
import { useSelectedVms } from './selected-vms';

/** Where the menu opens, in CSS pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

export interface ContextMenuProps {
  /** What the menu is about. */
  readonly over: 'selection' | 'host';
  readonly place: MenuPlace;
  readonly onClose: () => void;
}

/** The verbs of the selection or of the host at a place; the same as in the Actions pane. */
export default function ContextMenu(props: ContextMenuProps): ReactNode {
  const styles = useMenuStyles();
  const selected = useSelectedVms();
  const { x, y } = props.place;
  const target = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y]);
  const host = props.over === 'host';
  if (!host && selected.actions.length === 0) return null;
  return (
    <Menu
      open
      hasIcons
      positioning={{ target, position: 'below', align: 'start' }}
      onOpenChange={(_, data) => {
        if (!data.open) props.onClose();
      }}
    >
      <MenuPopover className={styles.popover}>
        <MenuList>
          {host ? <HostItems /> : <ActionItems selected={selected} />}
          <MenuDivider />
          <HelpItem page={host ? panes.virtualMachines : frame.actions} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
