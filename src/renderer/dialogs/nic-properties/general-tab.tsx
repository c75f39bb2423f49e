/** The tab General: what the device is, where it is, and how it does. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { NetworkAdapter16Regular } from '@fluentui/react-icons';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Nic } from '../../../shared/model/nic';
import type { WorldView } from '../../../shared/model/world-view';
import { Facts } from '../../forms/facts';
import { nicProperties as text } from '../../text/en/devices';
import { generalFacts, statusText } from './device-facts';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '8px', '& svg': { flexShrink: 0 } },
  name: { overflowWrap: 'anywhere' },
  status: {
    minHeight: '80px',
    padding: '6px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-line',
    userSelect: 'text',
  },
  caption: { marginBottom: '4px' },
});

export function GeneralTab(props: { readonly world: WorldView; readonly nic: Nic }): ReactNode {
  const styles = useStyles();
  const id = useId();
  const { world, nic } = props;
  return (
    <>
      <div className={styles.head}>
        <NetworkAdapter16Regular aria-hidden />
        <span className={styles.name}>{nic.interfaceDescription}</span>
      </div>
      <Facts facts={generalFacts(world, nic)} />
      <div>
        <div id={id} className={styles.caption}>
          {text.deviceStatus}
        </div>
        <div role="status" aria-labelledby={id} className={styles.status}>
          {statusText(nic)}
        </div>
      </div>
    </>
  );
}
