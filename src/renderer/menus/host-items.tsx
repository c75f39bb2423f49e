/** What the host can be told, as menu items. */
import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { frame } from '../text/en/frame';
import { newActions, useHostActions } from './host-actions';
import { useServiceRuns } from './management-service';
import { useMenuStyles } from './menu-style';

function NewItem(): ReactNode {
  const styles = useMenuStyles();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>{frame.new}</MenuItem>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
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

/** The same as under the host's name in the Actions pane. */
export function HostItems(): ReactNode {
  const managed = useServiceRuns();
  return (
    <>
      {managed && <NewItem />}
      {useHostActions().map((action) => (
        <MenuItem
          key={action.caption}
          icon={action.icon}
          {...(action.shortcut === undefined ? {} : { secondaryContent: action.shortcut })}
          onClick={action.run}
        >
          {action.caption}
        </MenuItem>
      ))}
    </>
  );
}
