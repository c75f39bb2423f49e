/** A labelled list of columns with one of them chosen. */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useListBoxStyles } from '../../forms/list-box';
import type { ColumnId } from '../../frame/list-columns';
import { panes } from '../../text/en/panes';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  list: { height: '250px', overflowY: 'auto', padding: '2px' },
});

export interface ColumnListProps {
  readonly label: string;
  readonly columns: readonly ColumnId[];
  /** Null for an empty list. */
  readonly chosen: ColumnId | null;
  readonly onChoose: (column: ColumnId) => void;
  /** A double click on a column, or Enter. */
  readonly onGo: () => void;
  /** Gives the list the focus when its dialog opens. */
  readonly first?: boolean;
}

/** One of the two lists. */
export function ColumnList(props: ColumnListProps): ReactNode {
  const styles = useStyles();
  const box = useListBoxStyles();
  const { columns } = props;
  const id = useId();
  return (
    <div className={styles.box}>
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className={mergeClasses(box.list, styles.list)}
        size={10}
        value={props.chosen ?? ''}
        {...(props.first === true ? { 'data-first-focus': true } : {})}
        onChange={(event) => {
          const column = columns[event.target.selectedIndex];
          if (column !== undefined) props.onChoose(column);
        }}
        onDoubleClick={props.onGo}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Else Enter would press OK.
          event.preventDefault();
          props.onGo();
        }}
      >
        {columns.map((column) => (
          <option key={column} value={column}>
            {panes.columns[column]}
          </option>
        ))}
      </select>
    </div>
  );
}
