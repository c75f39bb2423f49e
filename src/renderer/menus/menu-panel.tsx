/** What drops down from the menu bar. */
import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
} from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { openHelp } from '../fidelity/help-key';
import { setPreferences, usePreferences } from '../frame/preferences';
import type { ThemeChoice } from '../frame/preferences';
import { openDialog } from '../host/dialogs';
import { customizeView } from '../text/en/customize-view';
import { forms } from '../text/en/forms';
import { frame } from '../text/en/frame';
import { help } from '../text/en/help';
import { recordings } from '../text/en/recordings';
import { ActionItems } from './action-items';
import { EditMenu } from './edit-menu';
import { FileMenu } from './file-menu';
import { HelpItem } from './help-item';
import { HostItems } from './host-items';
import type { MenuName } from './menu-bar-keys';
import { useMenuStyles } from './menu-style';
import { useSelectedVms } from './selected-vms';

function ActionMenu(): ReactNode {
  const selected = useSelectedVms();
  return (
    <MenuList>
      <HostItems />
      {selected.actions.length > 0 && <MenuDivider />}
      <ActionItems selected={selected} />
      <MenuDivider />
      <HelpItem page={frame.actions} />
    </MenuList>
  );
}

const themeChoices = Object.entries(frame.themes) as [ThemeChoice, string][];

function ViewMenu(): ReactNode {
  return (
    <MenuList>
      <MenuItem
        onClick={() => {
          openDialog({ kind: 'addRemoveColumns' });
        }}
      >
        {frame.addRemoveColumns}
      </MenuItem>
      <MenuItem
        onClick={() => {
          openDialog({ kind: 'customizeView' });
        }}
      >
        {customizeView.menu}
      </MenuItem>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{frame.theme}</MenuGroupHeader>
        {themeChoices.map(([choice, caption]) => (
          <MenuItemRadio key={choice} name="theme" value={choice}>
            {caption}
          </MenuItemRadio>
        ))}
      </MenuGroup>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{forms.simulatorOnly}</MenuGroupHeader>
        <MenuItem
          onClick={() => {
            openDialog({ kind: 'recordings' });
          }}
        >
          {recordings.menu}
        </MenuItem>
      </MenuGroup>
    </MenuList>
  );
}

function HelpMenu(): ReactNode {
  return (
    <MenuList>
      <MenuItem
        secondaryContent={help.key}
        onClick={() => {
          openHelp();
        }}
      >
        {help.topics}
      </MenuItem>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{forms.simulatorOnly}</MenuGroupHeader>
        <MenuItem
          onClick={() => {
            openDialog({ kind: 'fidelity', window: 'all', text: '' });
          }}
        >
          {help.menu}
        </MenuItem>
      </MenuGroup>
      <MenuDivider />
      <MenuItem
        onClick={() => {
          openDialog({ kind: 'about' });
        }}
      >
        {frame.about}
      </MenuItem>
    </MenuList>
  );
}

const menus = { file: FileMenu, edit: EditMenu, action: ActionMenu, view: ViewMenu, help: HelpMenu } as const;

export interface MenuPanelProps {
  readonly name: MenuName;
  /** The button that the menu drops down from; it gets the focus back. */
  readonly button: HTMLElement;
  readonly onClose: () => void;
  /** Left and Right, where they do not open or close a submenu; answers whether the key was used. */
  readonly onStep: (key: string) => boolean;
}

/** One dropped-down menu. */
export default function MenuPanel(props: MenuPanelProps): ReactNode {
  const styles = useMenuStyles();
  const Content = menus[props.name];
  const theme = usePreferences((preferences) => preferences.theme);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const item = event.target instanceof Element ? event.target.closest('[role^="menuitem"]') : null;
    // React's events also come up from a submenu, which is elsewhere in the document.
    const inSubmenu = item !== null && !event.currentTarget.contains(item);
    const opensSubmenu = event.key === 'ArrowRight' && item?.getAttribute('aria-haspopup') === 'menu';
    if (!inSubmenu && !opensSubmenu && props.onStep(event.key)) event.preventDefault();
  }

  return (
    <Menu
      open
      hasIcons={props.name === 'action'}
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_, data) => {
        const chosen = themeChoices.find(([choice]) => data.checkedItems.includes(choice));
        if (chosen !== undefined) setPreferences({ theme: chosen[0] });
      }}
      positioning={{ target: props.button, position: 'below', align: 'start', offset: 2 }}
      onOpenChange={(_, data) => {
        if (data.open) return;
        props.onClose();
        if (data.type !== 'clickOutside') props.button.focus();
      }}
    >
      <MenuPopover className={styles.popover} aria-label={frame[props.name]} onKeyDown={onKeyDown}>
        <Content />
      </MenuPopover>
    </Menu>
  );
}
