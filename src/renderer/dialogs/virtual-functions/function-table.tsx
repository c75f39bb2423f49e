/** The table of functions; a path has the colour that it has everywhere, and its name beside it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { panes } from '../../text/en/panes';
import { virtualFunctions as text } from '../../text/en/virtual-functions';
import { pathColors } from '../../theme';
import type { FunctionRow } from './function-rows';

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: '120px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    // In a small or enlarged window the table scrolls sideways rather than show dots alone.
    minWidth: '720px',
    tableLayout: 'fixed',
    '& th, & td': {
      boxSizing: 'border-box',
      height: '24px',
      padding: '0 8px',
      textAlign: 'left',
      fontWeight: 'normal',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    '& thead th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      backgroundColor: tokens.colorNeutralBackground3,
      fontWeight: tokens.fontWeightSemibold,
    },
    '& td': { userSelect: 'text' },
  },
  number: { textAlign: 'right !important' as 'right', fontVariantNumeric: 'tabular-nums' },
  pf: { '& th, & td': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` } },
  free: { color: tokens.colorNeutralForeground3 },
  path: {
    display: 'inline-block',
    // Its colour is what it is there for.
    forcedColorAdjust: 'none',
    width: '16px',
    height: '3px',
    marginRight: '6px',
    verticalAlign: 'middle',
  },
});

const { columns } = text;
const widths: Readonly<Record<keyof typeof columns, string | undefined>> = {
  name: '76px',
  routingId: '80px',
  // What the others leave.
  owner: undefined,
  vPort: '84px',
  queuePairs: '92px',
  state: '150px',
  path: '100px',
};
const names = Object.keys(columns) as (keyof typeof columns)[];

function Path({ path }: Pick<FunctionRow, 'path'>): ReactNode {
  const styles = useStyles();
  if (path === null) return null;
  return (
    <>
      {path !== 'none' && <span className={styles.path} style={{ backgroundColor: pathColors[path] }} />}
      {panes.iov.paths[path]}
    </>
  );
}

function Row({ row, first }: { readonly row: FunctionRow; readonly first: boolean }): ReactNode {
  const styles = useStyles();
  const free = !first && row.path === null;
  return (
    <tr className={mergeClasses(first && styles.pf, free && styles.free)}>
      <th scope="row">{row.name}</th>
      <td>{row.routingId}</td>
      <td title={row.owner}>{row.owner}</td>
      <td className={styles.number}>{row.vPort}</td>
      <td className={styles.number}>{row.queuePairs}</td>
      <td title={row.state}>{row.state}</td>
      <td>
        <Path path={row.path} />
      </td>
    </tr>
  );
}

/** Scrolls by itself, with the keyboard too. */
export function FunctionTable({ rows }: { readonly rows: readonly FunctionRow[] }): ReactNode {
  const styles = useStyles();
  return (
    <div role="region" aria-label={text.table} tabIndex={0} className={styles.scroll}>
      <table className={styles.table} aria-label={text.table}>
        <thead>
          <tr>
            {names.map((name) => (
              <th
                key={name}
                scope="col"
                title={columns[name]}
                style={{ width: widths[name] }}
                className={mergeClasses((name === 'vPort' || name === 'queuePairs') && styles.number)}
              >
                {columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.id} row={row} first={index === 0} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
