/** The guest's connections with what they carry. */
import { ErrorCircle16Regular, NetworkAdapter16Regular } from '@fluentui/react-icons';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { isLinux } from '../../../shared/model/guest-systems';
import { LiveFigures } from '../../charts/live-figures';
import { GroupBox } from '../../forms/group-box';
import type { PageNode } from '../../forms/page-tree';
import { guestView as text } from '../../text/en/guest-view';
import { activityOf, connectionsOf } from './connections';
import type { Connection } from './connections';
import type { GuestTabProps } from './devices-tab';
import { FactGroups } from './fact-groups';
import { ListAndDetails } from './list-and-details';

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2 } });

function nodeOf({ id, name, status }: Connection): PageNode {
  const down = status === text.unplugged || status === text.noCarrier;
  const icon = down ? <ErrorCircle16Regular /> : <NetworkAdapter16Regular />;
  return { id, label: name, detail: status, icon };
}

function Activity({ vm, connection }: { vm: GuestTabProps['vm']; connection: Connection }): ReactNode {
  const { adapter, slave } = connection;
  // Another array only with other names: state of VM and adapter changes all the time.
  const key = JSON.stringify(activityOf(vm, { adapter, slave }));
  const figures = useMemo(() => JSON.parse(key) as ReturnType<typeof activityOf>, [key]);
  return (
    <GroupBox caption={text.activity}>
      <LiveFigures label={text.activity} figures={figures} />
    </GroupBox>
  );
}

export function ConnectionsTab({ world, vm }: GuestTabProps): ReactNode {
  const styles = useStyles();
  const connections = connectionsOf(world, vm);
  const [chosen, setChosen] = useState(connections[0]?.id ?? '');
  // A VF's interface goes with the VF: its master is what remains.
  const connection = connections.find(({ id }) => id === chosen) ?? connections[0];
  const tab = text.tabs[isLinux(vm.guest.operatingSystem) ? 'linux' : 'windows'].connections;
  return (
    <ListAndDetails
      label={tab}
      nodes={connections.map(nodeOf)}
      selected={connection?.id ?? ''}
      onSelect={setChosen}
    >
      {connection === undefined ? (
        <span className={styles.hint}>{text.noDevices}</span>
      ) : (
        <>
          <FactGroups groups={connection.groups.slice(0, 1)} />
          <Activity vm={vm} connection={connection} />
          <FactGroups groups={connection.groups.slice(1)} />
        </>
      )}
    </ListAndDetails>
  );
}
