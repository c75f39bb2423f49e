/** Programs that send and receive in the guest, one adapter at a time, and what they achieve. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { thePlatform } from '../../../shared/model/world-view';
import { TrafficChart } from '../../charts/traffic-chart';
import { useTrafficPaths } from '../../charts/use-traffic-paths';
import { GroupBox } from '../../forms/group-box';
import { SelectField } from '../../forms/select-field';
import { guestWindow } from '../../text/en/guest';
import { guestView as text } from '../../text/en/guest-view';
import { performance } from '../../text/en/performance';
import type { GuestTabProps } from './devices-tab';
import { adaptersOf } from './guest-devices';
import { adapterNames } from './connections';
import { TrafficGroup } from './traffic-group';

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  chart: {
    flexGrow: 1,
    minHeight: '180px',
    display: 'flex',
    flexDirection: 'column',
    '& > fieldset': { flexGrow: 1 },
  },
  canvas: { flexGrow: 1, minHeight: '148px', display: 'flex' },
});

export function TrafficTab({ world, vm }: GuestTabProps): ReactNode {
  const styles = useStyles();
  const adapters = adaptersOf(world, vm.id);
  const [chosen, setChosen] = useState(adapters[0]?.id ?? '');
  const paths = useTrafficPaths(vm.id);
  const adapter = adapters.find(({ id }) => id === chosen) ?? adapters[0];
  if (adapter === undefined) return <span className={styles.hint}>{text.noDevices}</span>;
  const names = adapterNames(world, vm);
  return (
    <>
      {adapters.length > 1 && (
        <SelectField
          label={text.adapter}
          value={adapter.id}
          choices={adapters.map(({ id }) => ({ value: id, label: names.get(id) ?? id }))}
          onChange={setChosen}
        />
      )}
      <TrafficGroup key={adapter.id} vm={vm} adapter={adapter} />
      <div className={styles.chart}>
        <GroupBox caption={guestWindow.chart}>
          <div className={styles.canvas}>
            <TrafficChart
              title={performance.title(vm.name)}
              vmId={vm.id}
              paths={paths}
              logicalProcessors={thePlatform(world).logicalProcessors}
            />
          </div>
        </GroupBox>
      </div>
    </>
  );
}
