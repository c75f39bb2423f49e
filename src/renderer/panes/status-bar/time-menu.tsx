/** What drops up from the clock: the ways through simulated time. */
import {
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { openDialog } from '../../host/dialogs';
import { timeControl } from '../../host/time-control';
import { useMenuStyles } from '../../menus/menu-style';
import { forms } from '../../text/en/forms';
import { frame } from '../../text/en/frame';
import { amountOfTime, time as text } from '../../text/en/time';

const second = 1000;
const minute = 60 * second;
const forward = [second, 10 * second, minute, 10 * minute];
const back = [10 * second, minute, 10 * minute];

/** Factors of speed that the menu offers. */
export const speeds = [0.1, 0.5, 1, 2, 10, 60];

/** The list in its pop-up; the speed's check mark is the menu's. */
export default function TimeMenu(props: { readonly paused: boolean }): ReactNode {
  const styles = useMenuStyles();
  return (
    <MenuPopover className={styles.popover} aria-label={text.menu}>
      <MenuList>
        <MenuGroup>
          <MenuGroupHeader>{forms.simulatorOnly}</MenuGroupHeader>
          <MenuItem onClick={timeControl.togglePause}>{props.paused ? text.resume : text.pause}</MenuItem>
        </MenuGroup>
        <MenuDivider />
        {forward.map((ms) => (
          <MenuItem
            key={ms}
            onClick={() => {
              timeControl.forward(ms);
            }}
          >
            {text.forward(amountOfTime(ms))}
          </MenuItem>
        ))}
        <MenuDivider />
        {back.map((ms) => (
          <MenuItem
            key={ms}
            onClick={() => {
              timeControl.back(ms);
            }}
          >
            {text.back(amountOfTime(ms))}
          </MenuItem>
        ))}
        <MenuDivider />
        <MenuGroup>
          <MenuGroupHeader>{text.speed}</MenuGroupHeader>
          {speeds.map((factor) => (
            <MenuItemRadio key={factor} name="speed" value={String(factor)}>
              {frame.speed(factor)}
            </MenuItemRadio>
          ))}
        </MenuGroup>
        <MenuDivider />
        <MenuItem
          onClick={() => {
            openDialog({ kind: 'setDate' });
          }}
        >
          {text.setDate}
        </MenuItem>
      </MenuList>
    </MenuPopover>
  );
}
