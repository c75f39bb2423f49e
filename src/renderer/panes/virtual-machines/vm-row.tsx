/** One row of the list. It draws again only when its own VM or its own selection changes. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { configurationVersion } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { simulatedNow, useNow } from '../../host/store';
import { numericColumns, columnIds, memoryText, statusText, uptimeText } from './columns';
import type { ColumnId } from './columns';
import { attachCpuCell } from './cpu-usage';
import { VmIcon } from './vm-icon';

export interface VmRowProps {
  readonly vm: Vm;
  /** 0-based place in the sorted list. */
  readonly index: number;
  readonly selected: boolean;
  /** True for the row that has the list's focus. */
  readonly active: boolean;
}

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'var(--columns)',
    height: '24px',
    alignItems: 'center',
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  selected: {
    backgroundColor: 'var(--selected-row)',
    ':hover': { backgroundColor: 'var(--selected-row)' },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      // Else the mouse would paint over what tells the chosen one.
      ':hover': { backgroundColor: 'Highlight' },
      '& svg': { color: 'HighlightText' },
    },
  },
  active: { outline: 'var(--active-row)', outlineOffset: '-1px' },
  cell: {
    padding: '0 8px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  name: { display: 'flex', alignItems: 'center', gap: '6px' },
  label: { overflow: 'hidden', textOverflow: 'ellipsis' },
});

/** Written by the counter feed alone. */
function CpuCell(props: { readonly vmId: string }): ReactNode {
  const { vmId } = props;
  const attach = useCallback((cell: HTMLSpanElement) => attachCpuCell(vmId, cell), [vmId]);
  return <span ref={attach} />;
}

function UptimeCell(props: { readonly vm: Vm }): ReactNode {
  return uptimeText(props.vm, useNow());
}

/** Progress is looked at more often than the clock, but only while there is any. */
function StatusCell(props: { readonly vm: Vm }): ReactNode {
  const { vm } = props;
  const [now, setNow] = useState(() => simulatedNow());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(simulatedNow());
    }, 200);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return statusText(vm, now);
}

function cellOf(column: ColumnId, vm: Vm): ReactNode {
  switch (column) {
    case 'name':
      return vm.name;
    case 'state':
      return vm.state;
    case 'cpu':
      return vm.state === 'Running' ? <CpuCell vmId={vm.id} /> : null;
    case 'memory':
      return memoryText(vm);
    case 'uptime':
      return <UptimeCell vm={vm} />;
    case 'status':
      return vm.task === null ? null : <StatusCell vm={vm} />;
    case 'version':
      return configurationVersion;
  }
}

/** Id of a row's element, for `aria-activedescendant`. */
export function rowId(vmId: string): string {
  return `vm-row-${vmId}`;
}

function Row(props: VmRowProps): ReactNode {
  const styles = useStyles();
  const { vm, index, selected, active } = props;
  return (
    <div
      role="row"
      id={rowId(vm.id)}
      data-vm={vm.id}
      // The header is row 1.
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={mergeClasses(styles.row, selected && styles.selected, active && styles.active)}
    >
      {columnIds.map((column) => (
        <div
          key={column}
          role="gridcell"
          className={mergeClasses(
            styles.cell,
            numericColumns.has(column) && styles.number,
            column === 'name' && styles.name,
          )}
          title={column === 'name' ? vm.name : undefined}
        >
          {column === 'name' ? (
            <>
              <VmIcon state={vm.state} />
              <span className={styles.label}>{vm.name}</span>
            </>
          ) : (
            cellOf(column, vm)
          )}
        </div>
      ))}
    </div>
  );
}

/** One virtual machine of the list. */
export const VmRow = memo(Row);
