/** The differences as a table: which object, which member, what on either side. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Difference } from '../../../shared/model/document';
import { document as text } from '../../text/en/document';

const useStyles = makeStyles({
  area: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', userSelect: 'text' },
  cell: {
    padding: '2px 8px',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'inherit',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: {
    position: 'sticky',
    top: 0,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  object: { width: '30%' },
  memberHead: { width: '24%' },
  member: { fontFamily: tokens.fontFamilyMonospace, fontSize: '11px' },
  kind: { color: tokens.colorNeutralForeground3 },
  absent: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
});

function Side({ value, member }: { readonly value: string | null; readonly member: string }): ReactNode {
  const styles = useStyles();
  if (member === '') {
    return value === null ? <span className={styles.absent}>{text.missing}</span> : text.exists;
  }
  return value === null ? <span className={styles.absent}>{text.absent}</span> : value;
}

/** How many differences in a row are about the same object, from `index` on; 0 where it is not its first. */
function span(differences: readonly Difference[], index: number): number {
  const same = (one: Difference | undefined, other: Difference | undefined): boolean =>
    one !== undefined && one.kind === other?.kind && one.id === other.id;
  const here = differences[index];
  if (same(here, differences[index - 1])) return 0;
  let end = index + 1;
  while (same(here, differences[end])) end += 1;
  return end - index;
}

function Line({
  difference,
  rows,
}: {
  readonly difference: Difference;
  /** Lines that the object's name stands beside; 0: it stands further up. */
  readonly rows: number;
}): ReactNode {
  const styles = useStyles();
  const { kind, name, member, left, right } = difference;
  return (
    <tr>
      {rows > 0 && (
        <th scope="rowgroup" rowSpan={rows} className={styles.cell}>
          {name} <span className={styles.kind}>({text.kind(kind)})</span>
        </th>
      )}
      <td translate="no" className={mergeClasses(styles.cell, styles.member)}>
        {member}
      </td>
      <td className={styles.cell}>
        <Side value={left} member={member} />
      </td>
      <td className={styles.cell}>
        <Side value={right} member={member} />
      </td>
    </tr>
  );
}

/** Everything that differs, object by object. */
export function DifferenceTable(props: { readonly differences: readonly Difference[] }): ReactNode {
  const styles = useStyles();
  const { differences } = props;
  const { object, member, left, right } = text.columns;
  const head = mergeClasses(styles.cell, styles.head);
  return (
    // It may scroll: the keyboard has to reach it.
    <div className={styles.area} role="region" aria-label={text.differences} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(head, styles.object)}>
              {object}
            </th>
            <th scope="col" className={mergeClasses(head, styles.memberHead)}>
              {member}
            </th>
            <th scope="col" className={head}>
              {left}
            </th>
            <th scope="col" className={head}>
              {right}
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference, index) => (
            <Line
              key={`${difference.kind} ${difference.id} ${difference.member}`}
              difference={difference}
              rows={span(differences, index)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
