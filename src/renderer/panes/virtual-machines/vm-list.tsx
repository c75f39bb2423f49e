/** The list of virtual machines: sorted, selected, scrolled. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import type { ColumnId } from '../../frame/list-columns';
import { usePreferences } from '../../frame/preferences';
import { useContextMenu } from '../../menus/use-context-menu';
import type { PaneMenu } from '../../menus/use-context-menu';
import { panes } from '../../text/en/panes';
import { fitColumns } from './column-widths';
import { widthsOf } from './columns';
import type { SortOrder } from './columns';
import { HeaderRow } from './header-row';
import { clickRow } from './row-selection';
import { ROW_HEIGHT, scrollTopFor } from './row-window';
import { Rows, vmIdAt } from './rows';
import { useListKeys } from './use-list-keys';
import { useRowSelection } from './use-row-selection';
import type { UseRowSelection } from './use-row-selection';
import { useViewport } from './use-viewport';
import { rowId } from './vm-row';

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    position: 'relative',
    outlineStyle: 'none',
    // Rows look at these, so that none of them draws again when the list gets or loses the focus.
    '--selected-row': tokens.colorNeutralBackground1Selected,
    '--active-row': 'none',
    ':focus': { '--selected-row': tokens.colorBrandBackground2 },
    ':focus-visible': { '--active-row': `1px solid ${tokens.colorStrokeFocus2}` },
  },
  // As wide as the columns, so that rows can be hit and seen along their whole length.
  wide: { width: 'var(--columns-width)', minWidth: '100%' },
});

/** Height of the header, under which rows scroll away. */
const HEADER = 24;

/** CSS variables with every column's width and their sum; the last column takes what the window leaves. */
function useWidths(columns: readonly ColumnId[]): CSSProperties {
  const chosen = usePreferences((preferences) => preferences.columnWidths);
  const widths = widthsOf(columns, chosen);
  const fixed = widths.slice(0, -1).map((width) => `${width}px`);
  const sum = widths.reduce((total, width) => total + width, 0);
  const last = 'minmax(0, 1fr)';
  return { '--columns': [...fixed, last].join(' '), '--columns-width': `${sum}px` } as CSSProperties;
}

/** Scrolls as little as shows the row whole, whenever it is another row. */
function useRowInView(scroll: { readonly current: HTMLElement | null }, index: number): void {
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null || index === -1) return;
    box.scrollTo({ top: scrollTopFor(index, box.scrollTop, box.clientHeight - HEADER) });
  }, [scroll, index]);
}

/** What the mouse selects, and where it opens the context menu. */
function useListMouse(rows: UseRowSelection, menu: PaneMenu) {
  const { order, selection } = rows;
  return {
    onClick: (event: MouseEvent): void => {
      const id = vmIdAt(event.target);
      if (id !== null) rows.apply(clickRow(order, selection, id, event));
    },
    onContextMenu: (event: MouseEvent): void => {
      event.preventDefault();
      const id = vmIdAt(event.target);
      if (id === null) return;
      if (!rows.selectedIds.has(id)) rows.apply({ ids: [id], anchor: id, active: id });
      menu.open({ x: event.clientX, y: event.clientY });
    },
  };
}

export interface VmListProps {
  /** In the order in which they are shown. */
  readonly vms: readonly Vm[];
  readonly columns: readonly ColumnId[];
  readonly order: SortOrder;
  /** Stands under the headers while there are no rows. */
  readonly children?: ReactNode;
}

/** The list. */
export function VmList(props: VmListProps): ReactNode {
  const styles = useStyles();
  const { vms, columns } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const view = useViewport(scroll, HEADER);
  const rows = useRowSelection(vms);
  const { selection } = rows;
  const widths = useWidths(columns);
  const menu = useContextMenu('selection', () => scroll.current?.focus());

  const activeIndex = selection.active === null ? -1 : rows.order.indexOf(selection.active);
  useRowInView(scroll, activeIndex);
  const keys = useListKeys({ rows, menu, page: Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 1) });

  function fit(wanted: readonly ColumnId[]): void {
    if (scroll.current !== null) fitColumns(scroll.current, columns, wanted);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // As in every list of Windows: Ctrl and the plus of the number pad fit all columns.
    if (event.code === 'NumpadAdd' && event.ctrlKey) fit(columns);
    else if (!keys(event)) return;
    event.preventDefault();
  }

  const mouse = useListMouse(rows, menu);

  return (
    <>
      <div
        ref={scroll}
        role="grid"
        aria-label={panes.virtualMachines}
        aria-multiselectable
        aria-rowcount={vms.length + 1}
        aria-activedescendant={selection.active === null ? undefined : rowId(selection.active)}
        tabIndex={0}
        data-focus-home
        className={styles.scroll}
        style={widths}
        onScroll={view.onScroll}
        onKeyDown={onKeyDown}
        onContextMenu={mouse.onContextMenu}
      >
        <div className={styles.wide} role="presentation">
          <HeaderRow columns={columns} order={props.order} onFit={fit} />
          <Rows
            vms={vms}
            columns={columns}
            rows={rows}
            view={view}
            activeIndex={activeIndex}
            onClick={mouse.onClick}
          />
        </div>
        {props.children}
      </div>
      {menu.element}
    </>
  );
}
