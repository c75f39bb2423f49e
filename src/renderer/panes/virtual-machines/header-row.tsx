/** The list's column headers: a click sorts, the right edge of a header sets the column's width. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown12Regular, ChevronUp12Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { preferenceStore, setPreferences, usePreferences } from '../../frame/preferences';
import { panes } from '../../text/en/panes';
import { columnIds, columnOf, numericColumns } from './columns';
import type { ColumnId, SortOrder } from './columns';

const MIN_WIDTH = 40;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'var(--columns)',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: '24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
  },
  cell: { position: 'relative', minWidth: 0, display: 'flex' },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    width: '100%',
    minWidth: 0,
    padding: '0 8px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  number: { justifyContent: 'flex-end' },
  caption: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Above the caption, as in Windows: the caption keeps its room.
  arrow: {
    position: 'absolute',
    top: '-1px',
    left: 'calc(50% - 4px)',
    display: 'flex',
    '& svg': { width: '8px', height: '8px' },
  },
  edge: {
    position: 'absolute',
    right: '-3px',
    top: 0,
    bottom: 0,
    width: '7px',
    zIndex: 1,
    cursor: 'col-resize',
    touchAction: 'none',
    '::after': {
      content: '""',
      position: 'absolute',
      left: '3px',
      top: '4px',
      bottom: '4px',
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ':hover::after': { backgroundColor: tokens.colorBrandStroke1 },
  },
});

function Edge(props: { readonly onWidth: (width: number) => void }): ReactNode {
  const styles = useStyles();
  function onPointerMove(event: PointerEvent<HTMLSpanElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
    props.onWidth(Math.max(MIN_WIDTH, Math.round(event.clientX - left)));
  }
  return (
    <span
      className={styles.edge}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
    />
  );
}

interface HeaderProps {
  readonly column: ColumnId;
  readonly order: SortOrder;
  /** True for the one header that the Tab key reaches. */
  readonly stop: boolean;
  readonly onGo: (event: KeyboardEvent<HTMLElement>) => void;
}

function Header(props: HeaderProps): ReactNode {
  const styles = useStyles();
  const { column, order } = props;
  const sorted = order.column === column;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <div role="columnheader" aria-sort={sorted ? direction : 'none'} className={styles.cell}>
      <button
        type="button"
        data-column={column}
        tabIndex={props.stop ? 0 : -1}
        title={panes.columns[column]}
        className={mergeClasses(styles.button, numericColumns.has(column) && styles.number)}
        onKeyDown={props.onGo}
        onClick={() => {
          setPreferences({ sortColumn: column, sortDescending: sorted && !order.descending });
        }}
      >
        <span className={styles.caption}>{panes.columns[column]}</span>
        <span className={styles.arrow}>
          {sorted && (order.descending ? <ChevronDown12Regular /> : <ChevronUp12Regular />)}
        </span>
      </button>
      {/* The last column is as wide as the window leaves it. */}
      {column !== columnIds.at(-1) && (
        <Edge
          onWidth={(width) => {
            const { columnWidths } = preferenceStore.getState();
            setPreferences({ columnWidths: { ...columnWidths, [column]: width } });
          }}
        />
      )}
    </div>
  );
}

/** The headers; one tab stop, Left and Right go along them. */
export function HeaderRow(): ReactNode {
  const styles = useStyles();
  const [stop, setStop] = useState<ColumnId>('name');
  const column = columnOf(usePreferences((preferences) => preferences.sortColumn));
  const descending = usePreferences((preferences) => preferences.sortDescending);

  function onGo(event: KeyboardEvent<HTMLElement>, from: ColumnId): void {
    // Keys on a header are not the list's: Enter sorts, it does not connect.
    if (event.key !== 'F6' && event.key !== 'F10') event.stopPropagation();
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = columnIds[columnIds.indexOf(from) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    setStop(next);
    event.currentTarget
      .closest('[role="row"]')
      ?.querySelector<HTMLElement>(`[data-column="${next}"]`)
      ?.focus();
  }

  return (
    <div role="row" aria-rowindex={1} className={styles.row}>
      {columnIds.map((each) => (
        <Header
          key={each}
          column={each}
          order={{ column, descending }}
          stop={each === stop}
          onGo={(event) => {
            onGo(event, each);
          }}
        />
      ))}
    </div>
  );
}
