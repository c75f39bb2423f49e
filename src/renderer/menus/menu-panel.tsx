/** The menus of the first window. */
import {
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
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
import type { MenuName } from './main-menu-bar';
import { MenuDrop } from './menu-drop';
import type { MenuPanelProps } from './menu-drop';
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

/** One dropped-down menu of the first window. */
export default function MenuPanel(props: MenuPanelProps<MenuName>): ReactNode {
  const Content = menus[props.name];
  const theme = usePreferences((preferences) => preferences.theme);
  return (
    <MenuDrop
      {...props}
      label={frame[props.name]}
      hasIcons={props.name === 'action'}
      checked={{ theme: [theme] }}
      onCheck={(_, values) => {
        const chosen = themeChoices.find(([choice]) => values.includes(choice));
        if (chosen !== undefined) setPreferences({ theme: chosen[0] });
      }}
    >
      <Content />
    </MenuDrop>
  );
}
