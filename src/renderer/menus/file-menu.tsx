/** File: documents, and the way out. */
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { request } from '../host/client';
import { openDialog } from '../host/dialogs';
import { useDocument } from '../host/document';
import { document as text } from '../text/en/document';
import { frame } from '../text/en/frame';
import { documentActions } from './document-actions';
import { useMenuStyles } from './menu-style';

function RecentMenu(): ReactNode {
  const styles = useMenuStyles();
  const recent = useDocument((view) => view.document?.recent);
  // The first is the document that is open.
  const others = (recent ?? []).map((each, number) => ({ ...each, number })).slice(1);
  if (others.length === 0) {
    return (
      <MenuItem disabled title={text.noRecent} aria-description={text.noRecent}>
        {text.openRecent}
      </MenuItem>
    );
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>{text.openRecent}</MenuItem>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {others.map(({ name, folder, number }) => (
            <MenuItem
              key={number}
              title={folder}
              onClick={() => {
                documentActions.openRecent(number);
              }}
            >
              {name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The File menu. */
export function FileMenu(): ReactNode {
  return (
    <MenuList>
      <MenuItem secondaryContent={text.keys.new} onClick={documentActions.new}>
        {text.new}
      </MenuItem>
      <MenuItem secondaryContent={text.keys.open} onClick={documentActions.open}>
        {text.open}
      </MenuItem>
      <RecentMenu />
      <MenuItem secondaryContent={text.keys.saveAs} onClick={documentActions.saveAs}>
        {text.saveAs}
      </MenuItem>
      <MenuDivider />
      <MenuItem
        onClick={() => {
          openDialog({ kind: 'newHostFromLspci' });
        }}
      >
        {frame.newHostFromLspci}
      </MenuItem>
      <MenuDivider />
      <MenuItem onClick={() => void request('window.close', {})}>{frame.exit}</MenuItem>
    </MenuList>
  );
}
