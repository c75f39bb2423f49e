/** Groups of facts, one below the other. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Facts } from '../../forms/facts';
import { GroupBox } from '../../forms/group-box';
import { SimulatorMark } from '../../forms/simulator-mark';
import { guestView } from '../../text/en/guest-view';
import type { FactGroup } from './device-facts';

const useStyles = makeStyles({ mark: { alignSelf: 'start' } });

export function FactGroups(props: { readonly groups: readonly FactGroup[] }): ReactNode {
  const styles = useStyles();
  return props.groups.map(({ caption, facts, simulated, simplified }) => (
    <GroupBox key={caption} caption={caption}>
      <Facts facts={facts} />
      {simulated !== undefined && (
        <span className={styles.mark}>
          <SimulatorMark what={simulated} />
        </span>
      )}
      {simplified !== undefined && (
        <span className={styles.mark}>
          <SimulatorMark what={simplified}>{guestView.simplified}</SimulatorMark>
        </span>
      )}
    </GroupBox>
  ));
}
