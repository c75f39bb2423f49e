/** What Get-NetAdapterSriov would print of the adapter, property by property. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { ViewRow, ViewValue } from '../../../shared/model/cmdlet-view';
import type { WorldView } from '../../../shared/model/world-view';
import type { Refusal } from '../../../shared/result';
import { ErrorBar } from '../../forms/error-bar';
import { request } from '../../host/client';
import { virtualFunctions as text } from '../../text/en/virtual-functions';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th, & td': { padding: '2px 8px', textAlign: 'left', fontWeight: 'normal', verticalAlign: 'top' },
    '& thead th': {
      padding: '4px 8px',
      fontWeight: tokens.fontWeightSemibold,
      backgroundColor: tokens.colorNeutralBackground3,
    },
    '& thead th:first-child': { width: '48%' },
    '& tbody': { fontFamily: tokens.fontFamilyMonospace },
    '& td': { overflowWrap: 'anywhere', userSelect: 'text' },
  },
});

type Answer =
  | { readonly name: string; readonly row: ViewRow | undefined; readonly error: null }
  | { readonly name: string; readonly row: undefined; readonly error: Refusal };

/** Asked again whenever the world has changed; null until the first answer about this adapter. */
function useSriovRow(world: WorldView, name: string): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let closed = false;
    void request('powershell.view', { cmdlet: 'Get-NetAdapterSriov', name, full: true }).then((result) => {
      if (closed) return;
      if (result.ok) setAnswer({ name, row: result.value.rows[0], error: null });
      else setAnswer({ name, row: undefined, error: result.error });
    });
    return () => {
      closed = true;
    };
  }, [world, name]);
  return answer?.name === name ? answer : null;
}

/** As PowerShell writes a value in a list. */
function valueText(value: ViewValue): ReactNode {
  if (Array.isArray(value)) return value.map((line) => <div key={line}>{line}</div>);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? '' : String(value);
}

export interface CmdletViewProps {
  readonly world: WorldView;
  /** The adapter's connection name. */
  readonly name: string;
}

export function CmdletView({ world, name }: CmdletViewProps): ReactNode {
  const styles = useStyles();
  const answer = useSriovRow(world, name);
  if (answer === null) return <div>{text.reading}</div>;
  if (answer.error !== null) return <ErrorBar error={answer.error} />;
  if (answer.row === undefined) return <div>{text.notListed}</div>;
  return (
    <table className={styles.table} aria-label={text.cmdlet}>
      <thead>
        <tr>
          <th scope="col">{text.property}</th>
          <th scope="col">{text.value}</th>
        </tr>
      </thead>
      <tbody translate="no">
        {answer.row.map((property) => (
          <tr key={property.name}>
            <th scope="row">{property.name}</th>
            <td>{valueText(property.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
