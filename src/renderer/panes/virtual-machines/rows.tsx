/** The rows of the list, as many as are worth drawing. */
import { makeStyles } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import type { ColumnId } from '../../frame/list-columns';
import { runAction } from '../../menus/run-action';
import { ROW_HEIGHT, rowWindow } from './row-window';
import type { UseRowSelection } from './use-row-selection';
import type { Viewport } from './use-viewport';
import { VmRow } from './vm-row';

const useStyles = makeStyles({
  body: { position: 'relative', minWidth: '100%' },
  rows: { position: 'absolute', left: 0, right: 0 },
});

/** The VM whose row `target` is in; null elsewhere. */
export function vmIdAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-vm]')?.getAttribute('data-vm') ?? null) : null;
}

export interface RowsProps {
  readonly vms: readonly Vm[];
  readonly columns: readonly ColumnId[];
  readonly rows: UseRowSelection;
  readonly view: Viewport;
  readonly activeIndex: number;
  readonly onClick: (event: MouseEvent) => void;
}

/** Rows in a box as high as all of them. */
export function Rows(props: RowsProps): ReactNode {
  const styles = useStyles();
  const { vms, columns, rows, view, activeIndex } = props;
  const { first, end } = rowWindow(vms.length, view.top, view.height);
  // The focused row is drawn even when it is far away: the list's focus points at it.
  const far = activeIndex < first || activeIndex >= end ? vms[activeIndex] : undefined;
  return (
    <div
      role="rowgroup"
      className={styles.body}
      style={{ height: vms.length * ROW_HEIGHT }}
      onClick={props.onClick}
      onDoubleClick={(event) => {
        const id = vmIdAt(event.target);
        if (id !== null) runAction('connect', [id]);
      }}
    >
      <div role="presentation" className={styles.rows} style={{ top: first * ROW_HEIGHT }}>
        {vms.slice(first, end).map((vm, offset) => (
          <VmRow
            key={vm.id}
            vm={vm}
            columns={columns}
            index={first + offset}
            selected={rows.selectedIds.has(vm.id)}
            active={vm.id === rows.selection.active}
          />
        ))}
      </div>
      {far !== undefined && (
        <div role="presentation" className={styles.rows} style={{ top: activeIndex * ROW_HEIGHT }}>
          <VmRow
            vm={far}
            columns={columns}
            index={activeIndex}
            selected={rows.selectedIds.has(far.id)}
            active
          />
        </div>
      )}
    </div>
  );
}
