/** File, Action, View and Help along the top of the window. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useLoaded } from '../frame/use-loaded';
import { frame } from '../text/en/frame';
import { runDocumentKey } from './document-actions';
import { menuNames, nextMenu } from './menu-bar-keys';
import type { MenuName } from './menu-bar-keys';
import type { MenuPanelProps } from './menu-panel';

const useStyles = makeStyles({
  bar: { display: 'flex', height: '28px', alignItems: 'center', padding: '0 4px', flexShrink: 0 },
  button: {
    height: '22px',
    padding: '0 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  letter: { textDecorationLine: 'var(--menu-letter, none)' },
  open: { backgroundColor: tokens.colorSubtleBackgroundSelected },
});

function loadPanel(): Promise<{ default: (props: MenuPanelProps) => ReactNode }> {
  return import('./menu-panel');
}

/** The letter that opens a menu together with Alt: its caption's first. */
function letterOf(name: MenuName): string {
  return /\p{L}/u.exec(frame[name])?.[0] ?? '';
}

/** A caption with its letter underlined while Alt is held, as Windows does. */
function Caption({ name }: { readonly name: MenuName }): ReactNode {
  const styles = useStyles();
  const letter = letterOf(name);
  const [before = '', ...after] = frame[name].split(letter);
  return (
    <>
      {before}
      <span className={styles.letter}>{letter}</span>
      {after.join(letter)}
    </>
  );
}

/** The menu that Alt and this key open; undefined for any other key. */
function menuOfKey(event: globalThis.KeyboardEvent): MenuName | undefined {
  if (!event.altKey || event.ctrlKey || event.shiftKey) return undefined;
  return menuNames.find((name) => letterOf(name).toLowerCase() === event.key.toLowerCase());
}

interface OpenMenu {
  readonly name: MenuName;
  readonly button: HTMLElement;
}

interface TopButtonProps {
  readonly name: MenuName;
  readonly open: boolean;
  /** True for the one button that the Tab key reaches. */
  readonly stop: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly onHover: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function TopButton(props: TopButtonProps): ReactNode {
  const styles = useStyles();
  // The press that closes an open menu by being outside of it must not open it again.
  const pressedOpen = useRef(false);
  const { name, open } = props;
  return (
    <button
      type="button"
      role="menuitem"
      aria-haspopup="menu"
      aria-expanded={open}
      aria-keyshortcuts={`Alt+${letterOf(name)}`}
      data-menu={name}
      tabIndex={props.stop ? 0 : -1}
      className={mergeClasses(styles.button, open && styles.open)}
      onKeyDown={props.onKeyDown}
      onPointerDown={() => {
        pressedOpen.current = open;
      }}
      onClick={() => {
        props.onToggle(!pressedOpen.current);
        pressedOpen.current = false;
      }}
      onMouseEnter={props.onHover}
    >
      <Caption name={name} />
    </button>
  );
}

/** Sets `--menu-letter` while Alt is held. */
function useLetters(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent): void {
      const held = event.type === 'keydown' && event.key === 'Alt';
      if (event.key === 'Alt') bar.current?.style.setProperty('--menu-letter', held ? 'underline' : 'none');
    }
    document.addEventListener('keydown', onKey);
    document.addEventListener('keyup', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('keyup', onKey);
    };
  }, [bar]);
}

/** Calls the handlers for the keys that reach the menu bar from anywhere in the window. */
function useWindowKeys(show: (name: MenuName) => void, focus: () => void): void {
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      // A modal dialog makes everything behind it inert; its keys are its own.
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
      const name = menuOfKey(event);
      if (name !== undefined) show(name);
      else if (runDocumentKey(event)) {
        event.preventDefault();
        return;
      } else if (event.key === 'F10' && !event.shiftKey) focus();
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  });
}

/** The menu bar. F10 goes to it, Alt with a menu's first letter opens that menu. */
export function MenuBar(): ReactNode {
  const styles = useStyles();
  const bar = useRef<HTMLDivElement>(null);
  useLetters(bar);
  const [Panel, wantPanel] = useLoaded(loadPanel);
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const [stop, setStop] = useState<MenuName>('file');

  function buttonOf(name: MenuName): HTMLElement | null {
    return bar.current?.querySelector<HTMLElement>(`[data-menu="${name}"]`) ?? null;
  }

  function show(name: MenuName): void {
    const button = buttonOf(name);
    if (button === null) return;
    wantPanel();
    setStop(name);
    setOpen({ name, button });
  }

  function step(key: string, from: MenuName): boolean {
    const next = nextMenu(key, from);
    if (next === null) return false;
    setStop(next);
    if (open === null) buttonOf(next)?.focus();
    else show(next);
    return true;
  }

  useWindowKeys(show, () => {
    setStop('file');
    buttonOf('file')?.focus();
  });

  return (
    <div role="menubar" aria-label={frame.menuBar} className={styles.bar} ref={bar}>
      {menuNames.map((name) => (
        <TopButton
          key={name}
          name={name}
          open={open?.name === name}
          stop={name === stop}
          onToggle={(opening) => {
            if (opening) show(name);
            else setOpen(null);
          }}
          onHover={() => {
            if (open !== null) show(name);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') show(name);
            else if (!step(event.key, name)) return;
            event.preventDefault();
          }}
        />
      ))}
      {open !== null && Panel !== null && (
        <Panel
          key={open.name}
          name={open.name}
          button={open.button}
          onClose={() => {
            setOpen(null);
          }}
          onStep={(key) => step(key, open.name)}
        />
      )}
    </div>
  );
}
