/** The tab `Summary`: the guest's screen in small, and what the VM is. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { heartbeatOf } from '../../../shared/model/integration-services';
import { configurationVersion } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { runAction } from '../../menus/run-action';
import { useDateTime } from '../../host/store';
import { panes } from '../../text/en/panes';
import { Facts } from '../../forms/facts';
import type { Fact } from '../../forms/facts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: '128px minmax(0, 1fr)',
    gap: '24px',
    padding: '12px',
  },
  // In a narrow window, or a magnified one, the second column goes below the first.
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    alignContent: 'start',
    columnGap: '24px',
    rowGap: '4px',
  },
  screen: {
    width: '128px',
    height: '96px',
    padding: '8px',
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    // A screen is dark in every theme.
    backgroundColor: '#101418',
    color: '#d6dde4',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    cursor: 'default',
  },
});

/** What the guest's integration service answers; nothing while the VM is off or saved. */
function heartbeat(vm: Vm): Fact[] {
  const beat = heartbeatOf(vm);
  return beat === null ? [] : [[panes.heartbeat, panes.heartbeats[beat]]];
}

/** Facts about the VM as such. */
export function SummaryTab(props: { readonly vm: Vm }): ReactNode {
  const styles = useStyles();
  const { vm } = props;
  const dateTime = useDateTime();
  const screen = vm.state === 'Running' && vm.guest.state === 'running' ? vm.guest.operatingSystem : vm.state;
  const left: Fact[] = [
    [panes.created, dateTime(vm.createdAt)],
    [panes.configurationVersion, configurationVersion],
    [panes.generation, String(vm.generation)],
    [panes.notes, vm.notes === '' ? panes.none : vm.notes],
  ];
  const right: Fact[] = [
    [panes.clustered, panes.no],
    ...heartbeat(vm),
    [panes.guest, vm.guest.operatingSystem],
  ];
  return (
    <div className={styles.page}>
      <div
        role="img"
        aria-label={panes.connectThumbnail(vm.name)}
        className={styles.screen}
        onDoubleClick={() => {
          runAction('connect', [vm.id]);
        }}
      >
        {screen}
      </div>
      <div className={styles.facts}>
        <Facts facts={left} />
        <Facts facts={right} />
      </div>
    </div>
  );
}
