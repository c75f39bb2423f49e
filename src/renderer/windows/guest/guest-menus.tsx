/** The menus of Virtual Machine Connection. */
import {
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuGroup,
  MenuGroupHeader,
  MenuList,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { openHelp } from '../../fidelity/help-key';
import { setPreferences, usePreferences } from '../../frame/preferences';
import type { ThemeChoice } from '../../frame/preferences';
import { request } from '../../host/client';
import { openDialog } from '../../host/dialogs';
import { actionIcons } from '../../menus/action-icons';
import { MenuDrop } from '../../menus/menu-drop';
import type { MenuPanelProps } from '../../menus/menu-drop';
import { frame } from '../../text/en/frame';
import { guestWindow as text } from '../../text/en/guest';
import { help } from '../../text/en/help';
import { verbs } from '../../text/en/verbs';
import { useGuest } from './guest-context';
import type { GuestMenu } from './guest-menu-bar';
import { actionOf, guestVerbs, runCommand, verbObstacle } from './guest-verbs';

function FileMenu(): ReactNode {
  const guest = useGuest();
  return (
    <MenuList>
      <MenuItem
        icon={actionIcons.settings}
        secondaryContent={text.keys.settings}
        {...(guest.managed
          ? {}
          : { disabled: true, title: text.notManaged, 'aria-description': text.notManaged })}
        onClick={() => {
          runCommand('settings', guest);
        }}
      >
        {verbs.captions.settings}
      </MenuItem>
      <MenuDivider />
      <MenuItem onClick={() => void request('window.close', {})}>{frame.exit}</MenuItem>
    </MenuList>
  );
}

/** All verbs, unlike the manager's menus, which leave out what is not allowed: so does VMConnect. */
function ActionMenu(): ReactNode {
  const guest = useGuest();
  return (
    <MenuList>
      {guestVerbs.map((verb) => {
        const action = actionOf(verb, guest.vm);
        const obstacle = verbObstacle(verb, guest);
        return (
          <MenuItem
            key={verb}
            icon={actionIcons[action]}
            secondaryContent={text.keys[verb]}
            {...(obstacle === undefined
              ? {}
              : { disabled: true, title: obstacle, 'aria-description': obstacle })}
            onClick={() => {
              runCommand(verb, guest);
            }}
          >
            {verbs.captions[action]}
          </MenuItem>
        );
      })}
    </MenuList>
  );
}

const themeChoices = Object.entries(frame.themes) as [ThemeChoice, string][];

function ViewMenu(): ReactNode {
  return (
    <MenuList>
      <MenuItemCheckbox name="view" value="fullScreen" secondaryContent={text.keys.fullScreen}>
        {text.fullScreen}
      </MenuItemCheckbox>
      <MenuItemCheckbox name="view" value="toolbar">
        {text.toolbar}
      </MenuItemCheckbox>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{frame.theme}</MenuGroupHeader>
        {themeChoices.map(([choice, caption]) => (
          <MenuItemRadio key={choice} name="theme" value={choice}>
            {caption}
          </MenuItemRadio>
        ))}
      </MenuGroup>
    </MenuList>
  );
}

function HelpMenu(): ReactNode {
  return (
    <MenuList>
      <MenuItem
        onClick={() => {
          openHelp();
        }}
      >
        {help.topics}
      </MenuItem>
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

const menus = { file: FileMenu, action: ActionMenu, view: ViewMenu, help: HelpMenu } as const;

/** One dropped-down menu. */
export default function GuestMenus(props: MenuPanelProps<GuestMenu>): ReactNode {
  const Content = menus[props.name];
  const guest = useGuest();
  const theme = usePreferences((preferences) => preferences.theme);
  const toolbar = usePreferences((preferences) => preferences.showGuestToolbar);
  const view = [...(guest.fullScreen ? ['fullScreen'] : []), ...(toolbar ? ['toolbar'] : [])];

  function onCheck(name: string, values: readonly string[]): void {
    if (name === 'theme') {
      const chosen = themeChoices.find(([choice]) => values.includes(choice));
      if (chosen !== undefined) setPreferences({ theme: chosen[0] });
      return;
    }
    if (values.includes('toolbar') !== toolbar) setPreferences({ showGuestToolbar: !toolbar });
    if (values.includes('fullScreen') !== guest.fullScreen) guest.toggleFullScreen();
    props.onClose();
  }

  return (
    <MenuDrop
      {...props}
      label={frame[props.name]}
      hasIcons={props.name === 'action' || props.name === 'file'}
      checked={{ theme: [theme], view }}
      onCheck={onCheck}
    >
      <Content />
    </MenuDrop>
  );
}
