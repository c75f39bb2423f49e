/** A titled block of the Actions pane: one tab stop, the arrow keys go through its verbs. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight12Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { FocusEventHandler, KeyboardEvent, ReactElement, ReactNode } from 'react';
import { panes } from '../../text/en/panes';

/** One line of a block. */
export interface BlockItem {
  readonly caption: string;
  readonly icon: ReactElement;
  readonly onRun: (button: HTMLElement) => void;
  /** The key that does the same, for the tool tip. */
  readonly shortcut?: string | undefined;
  /** Stands behind the caption. */
  readonly after?: ReactNode;
  /** Whether the item's submenu is open; undefined for an item without one. */
  readonly expanded?: boolean;
}

const useStyles = makeStyles({
  block: { marginBottom: '8px' },
  title: {
    margin: 0,
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  note: { padding: '4px 8px', color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: '2px 0 0', padding: 0 },
  item: { display: 'flex', alignItems: 'center' },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    flexGrow: 1,
    minWidth: 0,
    height: '24px',
    padding: '0 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'default',
    '& svg': { width: '16px', height: '16px', flexShrink: 0, color: tokens.colorNeutralForeground2 },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  caption: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** The index that a key goes to among `count` items; null for a key that goes nowhere. */
export function itemOfKey(key: string, index: number, count: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined || target < 0 || target >= count ? null : target;
}

interface LineProps {
  readonly item: BlockItem;
  readonly stop: boolean;
  readonly onFocus: () => void;
}

function Line(props: LineProps): ReactNode {
  const styles = useStyles();
  const { item } = props;
  const submenu = item.expanded !== undefined;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.button}
        title={item.shortcut === undefined ? item.caption : `${item.caption} (${item.shortcut})`}
        tabIndex={props.stop ? 0 : -1}
        aria-haspopup={submenu ? 'menu' : undefined}
        aria-expanded={item.expanded}
        onFocus={props.onFocus}
        onClick={(event) => {
          item.onRun(event.currentTarget);
        }}
      >
        {item.icon}
        <span className={styles.caption}>{item.caption}</span>
        {submenu && <ChevronRight12Regular aria-hidden />}
      </button>
      {item.after}
    </li>
  );
}

/**
 * Keeps the keyboard alive when the verb that had the focus goes away with its state: the focus
 * then goes to the list, where the selected virtual machine is.
 */
function useFocusKept(items: readonly BlockItem[]): FocusEventHandler {
  const had = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (had.current === null || had.current.isConnected) return;
    had.current = null;
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('[data-focus-home]')?.focus();
  }, [items]);
  return (event) => {
    had.current = event.target instanceof HTMLElement ? event.target : null;
  };
}

/** A title and its verbs. */
export function ActionBlock(props: {
  readonly title: string;
  readonly items: readonly BlockItem[];
}): ReactNode {
  const styles = useStyles();
  const { title, items } = props;
  const [last, setLast] = useState('');
  const onFocus = useFocusKept(items);
  // The verb that had the focus last may be gone with its state.
  const stop = items.some((item) => item.caption === last) ? last : items[0]?.caption;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('li > button')];
    const index = buttons.findIndex((button) => button === event.target);
    const next = index === -1 ? null : itemOfKey(event.key, index, buttons.length);
    if (next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  }

  return (
    <div className={styles.block}>
      <h3 className={styles.title} title={title}>
        {title}
      </h3>
      {items.length === 0 && <div className={styles.note}>{panes.noCommonAction}</div>}
      <ul className={styles.list} aria-label={title} onKeyDown={onKeyDown} onFocus={onFocus}>
        {items.map((item) => (
          <Line
            key={item.caption}
            item={item}
            stop={item.caption === stop}
            onFocus={() => {
              setLast(item.caption);
            }}
          />
        ))}
      </ul>
    </div>
  );
}
