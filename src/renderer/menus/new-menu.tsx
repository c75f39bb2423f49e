/** What `New` in the Actions pane opens. */
import { Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { frame } from '../text/en/frame';
import { newActions } from './host-actions';
import { useMenuStyles } from './menu-style';

export interface NewMenuProps {
  /** The button that the menu opens beside; it gets the focus back. */
  readonly button: HTMLElement;
  readonly onClose: () => void;
}

/** The kinds of things that can be made. */
export default function NewMenu(props: NewMenuProps): ReactNode {
  const styles = useMenuStyles();
  return (
    <Menu
      open
      positioning={{ target: props.button, position: 'before', align: 'top', offset: 4 }}
      onOpenChange={(_, data) => {
        if (data.open) return;
        props.onClose();
        if (data.type !== 'clickOutside') props.button.focus();
      }}
    >
      <MenuPopover className={styles.popover} aria-label={frame.new}>
        <MenuList>
          {newActions.map((action) => (
            <MenuItem key={action.caption} onClick={action.run}>
              {action.caption}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
