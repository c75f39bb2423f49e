/** The guest's desktop, as far as networking goes: its devices, connections and drivers, and programs that use them. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isLinux } from '../../../shared/model/guest-systems';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { TabPages } from '../../forms/tab-pages';
import { guestView as text } from '../../text/en/guest-view';
import { ConnectionsTab } from './connections-tab';
import { DevicesTab } from './devices-tab';
import { DriversTab } from './drivers-tab';
import { TrafficTab } from './traffic-tab';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, padding: '0 12px 12px' },
});

const tabIds = ['devices', 'connections', 'drivers', 'traffic'] as const;
export type GuestTab = (typeof tabIds)[number];

export interface GuestViewProps {
  readonly world: WorldView;
  readonly vm: Vm;
  /** Why nothing can be done inside the guest now; undefined when it can. */
  readonly obstacle: string | undefined;
  readonly tab: GuestTab;
  readonly onTab: (tab: GuestTab) => void;
}

export function GuestView({ world, vm, obstacle, tab, onTab }: GuestViewProps): ReactNode {
  const styles = useStyles();
  const names = text.tabs[isLinux(vm.guest.operatingSystem) ? 'linux' : 'windows'];
  return (
    <div className={styles.view}>
      <TabPages
        label={text.tabList}
        tabs={tabIds.map((id) => ({
          id,
          label: names[id],
          ...(id === 'traffic' ? { simulated: text.trafficHint } : {}),
        }))}
        selected={tab}
        onSelect={onTab}
      >
        {tab === 'devices' && <DevicesTab world={world} vm={vm} />}
        {tab === 'connections' && <ConnectionsTab world={world} vm={vm} />}
        {tab === 'drivers' && <DriversTab world={world} vm={vm} obstacle={obstacle} />}
        {tab === 'traffic' && <TrafficTab world={world} vm={vm} />}
      </TabPages>
    </div>
  );
}
