/** The tab `Networking`: the VM's network adapters and, for those with SR-IOV, what it hangs on. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { formatMac } from '../../../shared/model/mac-address';
import type { Adapter } from '../../../shared/model/adapter';
import { networkingStatus } from '../../../shared/model/iov-status';
import type { WorldView } from '../../../shared/model/world-view';
import { useWorld } from '../../host/store';
import { panes } from '../../text/en/panes';
import { IovPanel } from './iov-panel';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 0 12px' },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  header: {
    height: '24px',
    padding: '0 8px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  row: {
    height: '24px',
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      // Else the mouse would paint over what tells the chosen one.
      ':hover': { backgroundColor: 'Highlight' },
    },
  },
  focusable: {
    outlineStyle: 'none',
    ':focus-visible': { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
  },
  cell: { padding: '0 8px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  note: { padding: '12px', color: tokens.colorNeutralForeground3 },
  panels: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 12px' },
});

/** The Adapter cell; an address is known only after the VM's first start. */
function adapterText(adapter: Adapter): string {
  if (adapter.macAddress === null) return adapter.name;
  const text = adapter.staticMac ? panes.network.staticMac : panes.network.dynamicMac;
  return text(adapter.name, formatMac(adapter.macAddress));
}

function connectionText(world: WorldView, adapter: Adapter): string {
  const name = adapter.switchId === null ? undefined : world.switch.get(adapter.switchId)?.name;
  return name ?? panes.network.notConnected;
}

const { network } = panes;
const headers = [network.adapter, network.connection, network.ipAddresses, network.status];
/** The Adapter cell holds a name and an address. */
const widths = ['38%', '20%', '14%', '28%'];

interface TableProps {
  readonly world: WorldView;
  readonly adapters: readonly Adapter[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

function AdapterTable(props: TableProps): ReactNode {
  const styles = useStyles();
  const { world, adapters, selected, onSelect } = props;
  const stop = adapters.some((adapter) => adapter.id === selected) ? selected : adapters[0]?.id;

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, index: number): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = adapters[event.key === ' ' || event.key === 'Enter' ? index : index + step];
    if (next === undefined || (step === 0 && event.key !== ' ' && event.key !== 'Enter')) return;
    event.preventDefault();
    onSelect(next.id);
    const rows = event.currentTarget.parentElement?.children;
    const row = rows?.[index + step];
    if (row instanceof HTMLElement) row.focus();
  }

  return (
    <table role="grid" aria-label={network.table} className={styles.table}>
      <thead>
        <tr>
          {headers.map((header, column) => (
            <th key={header} scope="col" className={styles.header} style={{ width: widths[column] }}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {adapters.map((adapter, index) => {
          const cells = [
            adapterText(adapter),
            connectionText(world, adapter),
            '',
            networkingStatus(world, adapter),
          ];
          return (
            <tr
              key={adapter.id}
              aria-selected={adapter.id === selected}
              tabIndex={adapter.id === stop ? 0 : -1}
              className={mergeClasses(
                styles.row,
                styles.focusable,
                adapter.id === selected && styles.selected,
              )}
              onClick={() => {
                onSelect(adapter.id);
              }}
              onKeyDown={(event) => {
                onKeyDown(event, index);
              }}
            >
              {cells.map((text, column) => (
                <td key={headers[column]} className={styles.cell} title={text}>
                  {text}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The adapters of one VM. */
export function NetworkingTab(props: { readonly vmId: string }): ReactNode {
  const styles = useStyles();
  const world = useWorld();
  const { vmId } = props;
  const adapters = useMemo(
    () => [...world.adapter.values()].filter((adapter) => adapter.vmId === vmId),
    [world.adapter, vmId],
  );
  const [selected, setSelected] = useState<string | null>(null);
  if (adapters.length === 0) return <div className={styles.note}>{network.noAdapters}</div>;
  // Without a choice of the user's the first adapter that asks for SR-IOV is the interesting one.
  const shown =
    adapters.find((adapter) => adapter.id === selected) ?? adapters.find((each) => each.iovWeight > 0);
  return (
    <div className={styles.page}>
      <AdapterTable world={world} adapters={adapters} selected={shown?.id ?? null} onSelect={setSelected} />
      {shown !== undefined && (
        <div className={styles.panels}>
          <IovPanel world={world} adapter={shown} />
        </div>
      )}
    </div>
  );
}
