/** The guest from inside: its Device Manager, its VF driver, its traffic. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { NetworkAdapter16Regular, Warning16Filled } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import { thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import { TrafficChart } from '../../charts/traffic-chart';
import { useTrafficPaths } from '../../charts/use-traffic-paths';
import { GroupBox } from '../../forms/group-box';
import { PageTree } from '../../forms/page-tree';
import type { PageNode } from '../../forms/page-tree';
import { connect as text } from '../../text/en/connect';
import { performance } from '../../text/en/performance';
import { DriverGroup } from './driver-group';
import { adaptersOf, guestDevices } from './guest-devices';
import type { GuestDevice } from './guest-devices';
import { TrafficGroup } from './traffic-group';

const useStyles = makeStyles({
  view: { display: 'flex', gap: '12px', flexGrow: 1, minHeight: 0, padding: '0 12px 12px' },
  tree: { width: '330px', flexShrink: 0, minHeight: 0, display: 'grid' },
  right: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  groups: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  chart: { flexShrink: 0, height: '168px', display: 'flex' },
  warning: { color: tokens.colorStatusWarningForeground3 },
});

function node(device: GuestDevice, warning: string): PageNode {
  const unknown = device.kind === 'unknown';
  return {
    id: device.id,
    label: device.name,
    icon: unknown ? <Warning16Filled className={warning} /> : <NetworkAdapter16Regular />,
    ...(device.detail === undefined ? {} : { detail: device.detail }),
  };
}

/** Two classes of the Device Manager; the second one exists only while something is wrong. */
function classes(devices: readonly GuestDevice[], warning: string): readonly PageNode[] {
  const draw = (device: GuestDevice): PageNode => node(device, warning);
  const known = devices.filter((device) => device.kind !== 'unknown');
  const unknown = devices.filter((device) => device.kind === 'unknown');
  const adapters: PageNode = { id: 'network', label: text.networkAdapters, children: known.map(draw) };
  if (unknown.length === 0) return [adapters];
  return [adapters, { id: 'other', label: text.otherDevices, children: unknown.map(draw) }];
}

export interface GuestViewProps {
  readonly world: WorldView;
  readonly vm: Vm;
  /** Why nothing can be done inside the guest now; undefined when it can. */
  readonly obstacle: string | undefined;
}

/** Selecting a device brings its adapter's traffic into view. */
export function GuestView({ world, vm, obstacle }: GuestViewProps): ReactNode {
  const styles = useStyles();
  const groups = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState('network');
  const devices = guestDevices(world, vm.id);
  const adapters = adaptersOf(world, vm.id);
  const paths = useTrafficPaths(vm.id);

  function select(id: string): void {
    setSelected(id);
    const adapterId = devices.find((device) => device.id === id)?.adapterId;
    const all = [...(groups.current?.querySelectorAll<HTMLElement>('[data-adapter]') ?? [])];
    all.find((group) => group.dataset.adapter === adapterId)?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <div className={styles.view}>
      <div className={styles.tree}>
        <PageTree
          label={text.devices}
          groups={[{ header: text.devices, nodes: classes(devices, styles.warning) }]}
          selected={selected}
          onSelect={select}
        />
      </div>
      <div className={styles.right}>
        <div ref={groups} className={styles.groups}>
          <DriverGroup vm={vm} obstacle={obstacle} />
          {adapters.length === 0 && <div>{text.noDevices}</div>}
          {adapters.map((adapter, index) => (
            <div key={adapter.id} data-adapter={adapter.id}>
              <TrafficGroup
                caption={adapters.length === 1 ? text.traffic : text.trafficOf(devices[index]?.name ?? '')}
                adapter={adapter}
              />
            </div>
          ))}
        </div>
        {adapters.length > 0 && (
          <GroupBox caption={text.chart}>
            <div className={styles.chart}>
              <TrafficChart
                title={performance.title(vm.name)}
                vmId={vm.id}
                paths={paths}
                logicalProcessors={thePlatform(world).logicalProcessors}
              />
            </div>
          </GroupBox>
        )}
      </div>
    </div>
  );
}
