/** What Windows reports on SR-IOV, now and with the settings as they stand in the dialog. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle12Regular, DismissCircle12Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { firmware as text } from '../../text/en/firmware';
import type { SupportRow } from './support-rows';

const useStyles = makeStyles({
  region: {
    flexShrink: 0,
    height: '204px',
    overflowY: 'auto',
    margin: '0 12px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th, & td': { padding: '2px 8px', textAlign: 'left', verticalAlign: 'top', fontWeight: 'normal' },
    '& thead th': {
      position: 'sticky',
      top: 0,
      padding: '4px 8px',
      zIndex: 1,
      backgroundColor: tokens.colorNeutralBackground3,
      fontWeight: tokens.fontWeightSemibold,
    },
    '& thead th:not(:first-child)': { width: '128px' },
    '& tbody th[scope="rowgroup"]': {
      paddingTop: '6px',
      color: tokens.colorNeutralForeground2,
      fontFamily: tokens.fontFamilyMonospace,
    },
  },
  indented: { paddingLeft: '20px !important' },
  mono: { fontFamily: tokens.fontFamilyMonospace },
  value: { display: 'flex', gap: '4px', alignItems: 'start', '& svg': { flexShrink: 0, marginTop: '2px' } },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  changed: { fontWeight: tokens.fontWeightSemibold },
});

function Value(props: { readonly value: string | null; readonly good: boolean; readonly changed: boolean }) {
  const styles = useStyles();
  const { value, good } = props;
  if (value === null) return text.working;
  const plain = value === text.notReported || value === text.notInComputer;
  return (
    <span className={mergeClasses(styles.value, props.changed && styles.changed)}>
      {!plain && good && <CheckmarkCircle12Regular className={styles.good} aria-hidden />}
      {!plain && !good && <DismissCircle12Regular className={styles.bad} aria-hidden />}
      {value}
    </span>
  );
}

function Row({ row }: { readonly row: SupportRow }): ReactNode {
  const styles = useStyles();
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.indented, row.kind === 'support' && styles.mono)}>
        {row.caption}
      </th>
      {/* As Get-VMHost and Get-NetAdapterSriov print it. */}
      <td translate={row.kind === 'support' ? 'no' : undefined}>
        <Value value={row.now} good={row.good[0]} changed={false} />
      </td>
      <td translate={row.kind === 'support' ? 'no' : undefined}>
        <Value value={row.later} good={row.good[1]} changed={row.later !== null && row.later !== row.now} />
      </td>
    </tr>
  );
}

function Group(props: { readonly caption: string; readonly rows: readonly SupportRow[] }): ReactNode {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {props.caption}
        </th>
      </tr>
      {props.rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </tbody>
  );
}

export interface SupportViewProps {
  readonly host: readonly SupportRow[];
  readonly adapters: readonly SupportRow[];
}

/** Stays in view on every page; scrolls by itself, with the keyboard too. */
export function SupportView({ host, adapters }: SupportViewProps): ReactNode {
  const styles = useStyles();
  return (
    <div role="region" aria-label={text.report} tabIndex={0} className={styles.region}>
      <table className={styles.table} aria-label={text.report}>
        <thead>
          <tr>
            <th scope="col">{text.report}</th>
            <th scope="col">{text.now}</th>
            <th scope="col">{text.afterRestart}</th>
          </tr>
        </thead>
        <Group caption={text.hostReport} rows={host} />
        <Group caption={text.adapterReport} rows={adapters} />
      </table>
    </div>
  );
}
