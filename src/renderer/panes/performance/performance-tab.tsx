/** The Performance tab of the details band: which way a VM's packets go, and what that costs the host. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TrafficChart } from '../../charts/traffic-chart';
import { useTrafficPaths } from '../../charts/use-traffic-paths';
import { SimulatorMark } from '../../forms/simulator-mark';
import { useHost } from '../../host/store';
import { performance as text } from '../../text/en/performance';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    height: '100%',
    minHeight: 0,
    boxSizing: 'border-box',
    padding: '8px 12px',
    overflow: 'auto',
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0, flexShrink: 0 },
  title: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  empty: { color: tokens.colorNeutralForeground3 },
});

/** Chart and legend for the VM with this id; nothing once the VM is gone. */
export default function PerformanceTab(props: { readonly vmId: string }): ReactNode {
  const styles = useStyles();
  const vm = useHost((state) => state.world.vm.get(props.vmId));
  const bare = useHost(
    (state) => ![...state.world.adapter.values()].some((each) => each.vmId === props.vmId),
  );
  const logicalProcessors = useHost((state) => state.world.platform.get('platform')?.logicalProcessors ?? 1);
  const paths = useTrafficPaths(props.vmId);
  if (vm === undefined) return null;
  const title = text.title(vm.name);
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <h3 className={styles.title} title={title}>
          {title}
        </h3>
        <SimulatorMark what={text.simulated} />
      </div>
      {bare ? (
        <div className={styles.empty}>{text.noAdapters}</div>
      ) : (
        <TrafficChart
          key={vm.id}
          title={title}
          vmId={vm.id}
          paths={paths}
          logicalProcessors={logicalProcessors}
          legend
        />
      )}
    </div>
  );
}
