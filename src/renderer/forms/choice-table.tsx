/** A table of which one row is chosen, with one tab stop: arrows, Home and End move and choose. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    tableLayout: 'fixed',
    '& th, & td': {
      boxSizing: 'border-box',
      height: '24px',
      padding: '0 8px',
      textAlign: 'left',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    '& th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      backgroundColor: tokens.colorNeutralBackground3,
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  row: {
    cursor: 'default',
    outlineStyle: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      ':hover': { backgroundColor: 'Highlight' },
    },
  },
  number: { textAlign: 'right !important' as 'right', fontVariantNumeric: 'tabular-nums' },
});

export interface ChoiceColumn {
  readonly name: string;
  /** A CSS length; absent: what the others leave. */
  readonly width?: string;
  /** Figures stand at the right. */
  readonly isNumber?: boolean;
}

export interface ChoiceRow<Id> {
  readonly id: Id;
  /** One text per column. */
  readonly cells: readonly string[];
}

export interface ChoiceTableProps<Id extends string | number> {
  readonly label: string;
  readonly columns: readonly ChoiceColumn[];
  readonly rows: readonly ChoiceRow<Id>[];
  readonly chosen: Id | null;
  readonly onChoose: (id: Id) => void;
  /** A double click; where it is absent, that means no more than a click. */
  readonly onGo?: (id: Id) => void;
  /** A CSS length; a narrower place scrolls. */
  readonly minWidth?: string;
}

/** The row that a key leads to from row `index`; undefined for a key that leads nowhere. */
function rowOfKey(key: string, index: number, rows: number): number | undefined {
  const target = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: rows - 1,
    ' ': index,
    Enter: index,
  }[key];
  return target === undefined || target < 0 || target >= rows ? undefined : target;
}

export function ChoiceTable<Id extends string | number>(props: ChoiceTableProps<Id>): ReactNode {
  const styles = useStyles();
  const { label, columns, rows, chosen, onChoose, onGo, minWidth } = props;
  const stop = rows.some(({ id }) => id === chosen) ? chosen : rows[0]?.id;

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, index: number): void {
    const target = rowOfKey(event.key, index, rows.length);
    const next = target === undefined ? undefined : rows[target];
    if (next === undefined || target === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    const row = event.currentTarget.parentElement?.children[target];
    if (row instanceof HTMLElement) row.focus();
  }

  return (
    <table role="grid" aria-label={label} className={styles.table} style={{ minWidth }}>
      <thead>
        <tr>
          {columns.map(({ name, width, isNumber }) => (
            <th
              key={name}
              scope="col"
              style={{ width }}
              className={mergeClasses(isNumber === true && styles.number)}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }, index) => (
          <tr
            key={id}
            aria-selected={id === chosen}
            tabIndex={id === stop ? 0 : -1}
            className={mergeClasses(styles.row, id === chosen && styles.chosen)}
            onClick={() => {
              onChoose(id);
            }}
            onDoubleClick={() => onGo?.(id)}
            onKeyDown={(event) => {
              onKeyDown(event, index);
            }}
          >
            {columns.map(({ name, isNumber }, column) => (
              <td
                key={name}
                title={cells[column]}
                className={mergeClasses(isNumber === true && styles.number)}
              >
                {cells[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
