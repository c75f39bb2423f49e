/** One row of the list. It draws again only when its own VM or its own selection changes. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { configurationVersion } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import type { ColumnId } from '../../frame/list-columns';
import { simulatedNow, useDateTime, useHost, useNow } from '../../host/store';
import { heartbeatText, memoryText, numericColumns, statusText, uptimeText } from './columns';
import { attachCpuCell } from './cpu-usage';
import { connectionText, sriovText } from './network-cells';
import { VmIcon } from './vm-icon';

export interface VmRowProps {
  readonly vm: Vm;
  readonly columns: readonly ColumnId[];
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

function CreatedCell(props: { readonly vm: Vm }): ReactNode {
  return useDateTime()(props.vm.createdAt);
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

/** These two draw again when their own words change, whatever else happens in the world. */
function ConnectionCell(props: { readonly vmId: string }): ReactNode {
  return useHost((state) => connectionText(state.world, props.vmId));
}

function SriovCell(props: { readonly vm: Vm }): ReactNode {
  return useHost((state) => sriovText(state.world, props.vm));
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
    case 'connection':
      return <ConnectionCell vmId={vm.id} />;
    case 'created':
      return <CreatedCell vm={vm} />;
    case 'generation':
      return vm.generation;
    case 'heartbeat':
      return heartbeatText(vm);
    case 'notes':
      return vm.notes;
    case 'guest':
      return vm.guest.operatingSystem;
    case 'sriov':
      return <SriovCell vm={vm} />;
    case 'processors':
      return vm.processors;
  }
}

/** Free text may be longer than its cell. */
function titleOf(column: ColumnId, vm: Vm): string | undefined {
  if (column === 'name') return vm.name;
  return column === 'notes' && vm.notes !== '' ? vm.notes : undefined;
}

/** Id of a row's element, for `aria-activedescendant`. */
export function rowId(vmId: string): string {
  return `vm-row-${vmId}`;
}

function Row(props: VmRowProps): ReactNode {
  const styles = useStyles();
  const { vm, columns, index, selected, active } = props;
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
      {columns.map((column) => (
        <div
          key={column}
          role="gridcell"
          data-column={column}
          className={mergeClasses(
            styles.cell,
            numericColumns.has(column) && styles.number,
            column === 'name' && styles.name,
          )}
          title={titleOf(column, vm)}
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
