/** Menus along the top of a window. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ComponentType, KeyboardEvent, ReactNode, RefObject } from 'react';
import { useLoaded } from '../frame/use-loaded';
import { frame } from '../text/en/frame';
import { nextMenu } from './menu-bar-keys';
import type { MenuPanelProps } from './menu-drop';

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

export interface MenuBarProps<N extends string> {
  /** In their order. No two captions begin with the same letter: Alt and that letter open the menu. */
  readonly menus: readonly N[];
  readonly captions: Readonly<Record<N, string>>;
  /** What draws a menu; the same function from render to render. */
  readonly loadPanel: () => Promise<{ readonly default: ComponentType<MenuPanelProps<N>> }>;
  /** Any other key pressed in the window, no dialog being open; answers whether it was used. */
  readonly onKey: (event: globalThis.KeyboardEvent) => boolean;
}

/** The letter that opens a menu together with Alt: its caption's first. */
function letterOf(caption: string): string {
  return /\p{L}/u.exec(caption)?.[0] ?? '';
}

/** A caption with its letter underlined while Alt is held, as Windows does. */
function Caption({ caption }: { readonly caption: string }): ReactNode {
  const styles = useStyles();
  const letter = letterOf(caption);
  const [before = '', ...after] = caption.split(letter);
  return (
    <>
      {before}
      <span className={styles.letter}>{letter}</span>
      {after.join(letter)}
    </>
  );
}

/** The menu that Alt and this key open; undefined for any other key. */
function menuOfKey<N extends string>(
  { menus, captions }: MenuBarProps<N>,
  event: globalThis.KeyboardEvent,
): N | undefined {
  if (!event.altKey || event.ctrlKey || event.shiftKey) return undefined;
  return menus.find((name) => letterOf(captions[name]).toLowerCase() === event.key.toLowerCase());
}

interface OpenMenu<N extends string> {
  readonly name: N;
  readonly button: HTMLElement;
}

interface TopButtonProps {
  readonly name: string;
  readonly caption: string;
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
      <Caption caption={props.caption} />
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
function useWindowKeys<N extends string>(
  props: MenuBarProps<N>,
  show: (name: N) => void,
  focus: () => void,
): void {
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      // A modal dialog makes everything behind it inert; its keys are its own.
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
      const name = menuOfKey(props, event);
      if (name !== undefined) show(name);
      else if (props.onKey(event)) {
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
export function MenuBar<N extends string>(props: MenuBarProps<N>): ReactNode {
  const styles = useStyles();
  const { menus } = props;
  const bar = useRef<HTMLDivElement>(null);
  useLetters(bar);
  const [Panel, wantPanel] = useLoaded(props.loadPanel);
  const [open, setOpen] = useState<OpenMenu<N> | null>(null);
  const [stop, setStop] = useState(menus[0]);

  function buttonOf(name: N | undefined): HTMLElement | null {
    return bar.current?.querySelector<HTMLElement>(`[data-menu="${name}"]`) ?? null;
  }

  function show(name: N): void {
    const button = buttonOf(name);
    if (button === null) return;
    wantPanel();
    setStop(name);
    setOpen({ name, button });
  }

  function step(key: string, from: N): boolean {
    const next = nextMenu(menus, key, from);
    if (next === null) return false;
    setStop(next);
    if (open === null) buttonOf(next)?.focus();
    else show(next);
    return true;
  }

  useWindowKeys(props, show, () => {
    setStop(menus[0]);
    buttonOf(menus[0])?.focus();
  });

  return (
    <div role="menubar" aria-label={frame.menuBar} className={styles.bar} ref={bar}>
      {menus.map((name) => (
        <TopButton
          key={name}
          name={name}
          caption={props.captions[name]}
          open={open?.name === name}
          stop={name === stop}
          onToggle={(opening) => (opening ? show(name) : setOpen(null))}
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
