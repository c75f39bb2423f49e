/** The recordings as a table of which one row is chosen. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Recording } from '../../../shared/model/recording';
import { formatDateTime } from '../../text/en/date-time';
import { recordings as text } from '../../text/en/recordings';

const useStyles = makeStyles({
  table: {
    width: '100%',
    minWidth: '600px',
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

const { columns } = text;
const widths: Readonly<Record<keyof typeof columns, string | undefined>> = {
  // What the others leave.
  name: undefined,
  from: '156px',
  to: '156px',
  every: '56px',
  samples: '76px',
};
const names = Object.keys(columns) as (keyof typeof columns)[];

function isNumber(column: keyof typeof columns): boolean {
  return column === 'every' || column === 'samples';
}

function cellsOf(recording: Recording): Readonly<Record<keyof typeof columns, string>> {
  const { name, startedAt, endedAt, intervalMs, samples } = recording;
  return {
    name,
    from: formatDateTime(startedAt),
    to: endedAt === null ? text.goesOn : formatDateTime(endedAt),
    every: text.every(intervalMs),
    samples: text.count(samples),
  };
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

export interface RecordingTableProps {
  readonly recordings: readonly Recording[];
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
}

export function RecordingTable(props: RecordingTableProps): ReactNode {
  const styles = useStyles();
  const { recordings, chosen, onChoose } = props;
  const stop = recordings.some(({ id }) => id === chosen) ? chosen : recordings[0]?.id;

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, index: number): void {
    const target = rowOfKey(event.key, index, recordings.length);
    const next = target === undefined ? undefined : recordings[target];
    if (next === undefined || target === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    const row = event.currentTarget.parentElement?.children[target];
    if (row instanceof HTMLElement) row.focus();
  }

  return (
    <table role="grid" aria-label={text.list} className={styles.table}>
      <thead>
        <tr>
          {names.map((name) => (
            <th
              key={name}
              scope="col"
              style={{ width: widths[name] }}
              className={mergeClasses(isNumber(name) && styles.number)}
            >
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {recordings.map((recording, index) => {
          const cells = cellsOf(recording);
          const isChosen = recording.id === chosen;
          return (
            <tr
              key={recording.id}
              aria-selected={isChosen}
              tabIndex={recording.id === stop ? 0 : -1}
              className={mergeClasses(styles.row, isChosen && styles.chosen)}
              onClick={() => {
                onChoose(recording.id);
              }}
              onKeyDown={(event) => {
                onKeyDown(event, index);
              }}
            >
              {names.map((name) => (
                <td key={name} title={cells[name]} className={mergeClasses(isNumber(name) && styles.number)}>
                  {cells[name]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
