/** The tab Resources: memory ranges and interrupts, and what PCI Express knows of the function. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { RequestOutput } from '../../../shared/contract';
import { problemCode } from '../../../shared/model/device-status';
import type { Nic } from '../../../shared/model/nic';
import type { PcieFunction } from '../../../shared/model/pcie';
import type { Result } from '../../../shared/result';
import { ErrorBar } from '../../forms/error-bar';
import { Facts } from '../../forms/facts';
import { GroupBox } from '../../forms/group-box';
import { SimulatorMark } from '../../forms/simulator-mark';
import { request } from '../../host/client';
import { nicProperties as text } from '../../text/en/devices';
import { expressFacts, resourcesOf } from './resources';
import type { Resource } from './resources';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': { padding: '3px 8px', textAlign: 'left', fontWeight: 'normal', verticalAlign: 'top' },
    '& thead th': {
      color: tokens.colorNeutralForeground2,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& td': { userSelect: 'text', fontVariantNumeric: 'tabular-nums' },
  },
  conflicts: { margin: 0 },
  value: { color: tokens.colorNeutralForeground2 },
  mark: { display: 'flex', justifyContent: 'flex-end', marginBottom: '-24px' },
});

type Space = Result<RequestOutput<'pcie.read'>>;

/** The function's registers as they were when the tab was opened, and again when the function changes. */
function useSpace(functionId: string, fn: PcieFunction | undefined): Space | null {
  const [space, setSpace] = useState<Space | null>(null);
  useEffect(() => {
    let closed = false;
    void request('pcie.read', { functionId }).then((answer) => {
      if (!closed) setSpace(answer);
    });
    return () => {
      closed = true;
    };
  }, [functionId, fn]);
  return space;
}

function ResourceTable({ resources }: { readonly resources: readonly Resource[] }): ReactNode {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={text.resourceSettings}>
      <thead>
        <tr>
          <th scope="col">{text.resourceType}</th>
          <th scope="col">{text.setting}</th>
        </tr>
      </thead>
      <tbody>
        {resources.map(({ type, setting }) => (
          <tr key={setting}>
            <td>{type}</td>
            <td>{setting}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface ResourcesTabProps {
  readonly nic: Nic;
  readonly fn: PcieFunction | undefined;
}

/** Windows takes the resources away from a device that has a problem. */
export function ResourcesTab({ nic, fn }: ResourcesTabProps): ReactNode {
  const styles = useStyles();
  const space = useSpace(nic.id, fn);
  if (fn === undefined || problemCode(nic) !== null) return <div>{text.noResources}</div>;
  return (
    <>
      <GroupBox caption={text.resourceSettings}>
        {space === null && <div>{text.reading}</div>}
        {space?.ok === false && <ErrorBar error={space.error} />}
        {space?.ok === true && <ResourceTable resources={resourcesOf(space.value, fn)} />}
      </GroupBox>
      <p className={styles.conflicts}>
        {text.conflicts} <span className={styles.value}>{text.noConflicts}</span>
      </p>
      <GroupBox caption={text.pciExpress}>
        <div className={styles.mark}>
          <SimulatorMark what={text.pciExpressMark} />
        </div>
        <Facts facts={expressFacts(fn)} />
      </GroupBox>
    </>
  );
}
