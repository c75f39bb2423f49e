/** The list's column headers: a click sorts, the right edge of a header sets the column's width. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown12Regular, ChevronUp12Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import type { ColumnId } from '../../frame/list-columns';
import { setPreferences } from '../../frame/preferences';
import { panes } from '../../text/en/panes';
import { setColumnWidth, stepColumnWidth } from './column-widths';
import { numericColumns } from './columns';
import type { SortOrder } from './columns';

/** Keys that mean something to the window wherever the focus is. */
const windowKeys: ReadonlySet<string> = new Set(['F5', 'F6', 'F10']);

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
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
    ':hover::after': {
      backgroundColor: tokens.colorBrandStroke1,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
});

interface EdgeProps {
  readonly onWidth: (width: number) => void;
  readonly onFit: () => void;
}

function Edge(props: EdgeProps): ReactNode {
  const styles = useStyles();
  function onPointerMove(event: PointerEvent<HTMLSpanElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
    props.onWidth(event.clientX - left);
  }
  return (
    <span
      className={styles.edge}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onDoubleClick={props.onFit}
    />
  );
}

interface HeaderProps {
  readonly column: ColumnId;
  readonly order: SortOrder;
  /** True for the one header that the Tab key reaches. */
  readonly stop: boolean;
  /** True for the last column, which is as wide as the window leaves it. */
  readonly last: boolean;
  readonly onGo: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFit: () => void;
}

function Header(props: HeaderProps): ReactNode {
  const styles = useStyles();
  const { column, order } = props;
  const sorted = order.column === column;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <div
      role="columnheader"
      data-column={column}
      aria-sort={sorted ? direction : 'none'}
      className={styles.cell}
    >
      <button
        type="button"
        tabIndex={props.stop ? 0 : -1}
        title={panes.columns[column]}
        aria-description={props.last ? undefined : panes.columnKeys}
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
      {!props.last && (
        <Edge
          onWidth={(width) => {
            setColumnWidth(column, width);
          }}
          onFit={props.onFit}
        />
      )}
    </div>
  );
}

export interface HeaderRowProps {
  readonly columns: readonly ColumnId[];
  readonly order: SortOrder;
  /** A double click on the right edge of this column's header. */
  readonly onFit: (columns: readonly ColumnId[]) => void;
}

/** The headers; one tab stop, Left and Right go along them, with Shift they set the width. */
export function HeaderRow(props: HeaderRowProps): ReactNode {
  const styles = useStyles();
  const { columns, order } = props;
  const [went, setStop] = useState<ColumnId>('name');
  // The header that had the focus last may have been removed.
  const stop = columns.includes(went) ? went : 'name';

  function onGo(event: KeyboardEvent<HTMLElement>, from: ColumnId): void {
    // Keys on a header are not the list's: Enter sorts, it does not connect.
    if (!windowKeys.has(event.key)) event.stopPropagation();
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (event.shiftKey) {
      if (from !== columns.at(-1)) stepColumnWidth(from, step);
      return;
    }
    const next = columns[columns.indexOf(from) + step];
    if (next === undefined) return;
    setStop(next);
    event.currentTarget
      .closest('[role="row"]')
      ?.querySelector<HTMLElement>(`[data-column="${next}"] > button`)
      ?.focus();
  }

  return (
    <div role="row" aria-rowindex={1} className={styles.row}>
      {columns.map((each) => (
        <Header
          key={each}
          column={each}
          order={order}
          stop={each === stop}
          last={each === columns.at(-1)}
          onGo={(event) => {
            onGo(event, each);
          }}
          onFit={() => {
            props.onFit([each]);
          }}
        />
      ))}
    </div>
  );
}
