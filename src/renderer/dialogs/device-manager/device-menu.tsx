/** What the right mouse button, Shift+F10 and the menu key open on an adapter in Device Manager. */
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { isDisabled } from '../../../shared/model/device-status';
import type { Nic } from '../../../shared/model/nic';
import { toggleNic } from '../../menus/nic-actions';
import { useMenuStyles } from '../../menus/menu-style';
import { opensContextMenu } from '../../menus/use-context-menu';
import { deviceManager as text } from '../../text/en/devices';

interface DeviceMenuProps {
  readonly nic: Nic;
  /** Why it can be neither disabled nor enabled now; undefined when it can. */
  readonly obstacle: string | undefined;
  /** In CSS pixels of the window. */
  readonly place: { readonly x: number; readonly y: number };
  readonly onProperties: () => void;
  readonly onClose: () => void;
}

/** The verbs of Device Manager's Action menu. */
function DeviceMenu({ nic, obstacle, place, onProperties, onClose }: DeviceMenuProps): ReactNode {
  const styles = useMenuStyles();
  const { x, y } = place;
  const target = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y]);
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start' }}
      onOpenChange={(_, data) => {
        if (!data.open) onClose();
      }}
    >
      <MenuPopover className={styles.popover}>
        <MenuList>
          <MenuItem
            disabled={obstacle !== undefined}
            {...(obstacle === undefined ? {} : { title: obstacle, 'aria-description': obstacle })}
            onClick={() => {
              toggleNic(nic);
            }}
          >
            {isDisabled(nic) ? text.enable : text.disable}
          </MenuItem>
          <MenuDivider />
          <MenuItem onClick={onProperties}>{text.properties}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

export interface DeviceMenuOfTree {
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The menu itself while it is open. */
  readonly element: ReactNode;
}

/** The menu of a tree of devices; `nic` is the chosen one, null for what has no verbs. */
export function useDeviceMenu(
  nic: Nic | null,
  obstacle: string | undefined,
  onProperties: () => void,
): DeviceMenuOfTree {
  const [menu, setMenu] = useState<{ x: number; y: number; row: HTMLElement } | null>(null);

  function open(event: MouseEvent | KeyboardEvent, place?: { x: number; y: number }): void {
    const row =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[role="treeitem"]') : null;
    if (row === null) return;
    event.preventDefault();
    // The mouse chooses what it opens the menu of.
    if (place !== undefined) row.click();
    const box = row.getBoundingClientRect();
    setMenu({ ...(place ?? { x: box.left + 36, y: box.bottom }), row });
  }

  function close(): void {
    setMenu(null);
    menu?.row.focus();
  }

  return {
    onContextMenu: (event) => {
      open(event, { x: event.clientX, y: event.clientY });
    },
    onKeyDown: (event) => {
      if (opensContextMenu(event)) open(event);
    },
    element:
      menu === null || nic === null ? null : (
        <DeviceMenu nic={nic} obstacle={obstacle} place={menu} onProperties={onProperties} onClose={close} />
      ),
  };
}
