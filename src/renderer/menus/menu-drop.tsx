/** What drops down from a menu bar's button. */
import { Menu, MenuPopover } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { useMenuStyles } from './menu-style';

/** What every menu that drops down from a menu bar is told. */
export interface MenuPanelProps<N extends string> {
  readonly name: N;
  /** The button that the menu drops down from; it gets the focus back. */
  readonly button: HTMLElement;
  readonly onClose: () => void;
  /** Left and Right, where they do not open or close a submenu; answers whether the key was used. */
  readonly onStep: (key: string) => boolean;
}

export interface MenuDropProps extends Omit<MenuPanelProps<string>, 'name'> {
  /** Accessible name. */
  readonly label: string;
  readonly hasIcons?: boolean;
  /** Of radio and check items: the values that are chosen, by the items' name. */
  readonly checked?: Record<string, string[]>;
  readonly onCheck?: (name: string, values: readonly string[]) => void;
  /** A list of items. */
  readonly children: ReactNode;
}

/** One dropped-down menu. */
export function MenuDrop(props: MenuDropProps): ReactNode {
  const styles = useMenuStyles();
  const { button, checked = {} } = props;

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
      hasIcons={props.hasIcons === true}
      checkedValues={checked}
      onCheckedValueChange={(_, data) => props.onCheck?.(data.name, data.checkedItems)}
      positioning={{ target: button, position: 'below', align: 'start', offset: 2 }}
      onOpenChange={(_, data) => {
        if (data.open) return;
        props.onClose();
        if (data.type !== 'clickOutside') button.focus();
      }}
    >
      <MenuPopover className={styles.popover} aria-label={props.label} onKeyDown={onKeyDown}>
        {props.children}
      </MenuPopover>
    </Menu>
  );
}
