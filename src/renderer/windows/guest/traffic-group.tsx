/** Makes the guest send and receive through one adapter, and shows what it achieves. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Command } from '../../../shared/contract';
import type { Adapter } from '../../../shared/model/adapter';
import { adapterInstance } from '../../../shared/model/counter';
import { droppingGuard } from '../../../shared/model/port-guard';
import { hasTraffic } from '../../../shared/model/traffic';
import type { Vm } from '../../../shared/model/vm';
import { LiveFigures } from '../../charts/live-figures';
import { PathFigures } from '../../charts/path-figures';
import { useTrafficPaths } from '../../charts/use-traffic-paths';
import { ErrorBar } from '../../forms/error-bar';
import { GroupBox } from '../../forms/group-box';
import { ReasonedButton } from '../../forms/reasoned-button';
import { useDraft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { guestWindow as text } from '../../text/en/guest';
import { guestView } from '../../text/en/guest-view';
import { TrafficFields } from './traffic-fields';
import { trafficFigures } from './traffic-figures';
import { initTraffic, startCommands, startObstacle, stopCommands } from './traffic-value';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  buttons: { display: 'flex', gap: '8px' },
  figures: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export interface TrafficGroupProps {
  readonly vm: Vm;
  readonly adapter: Adapter;
}

/** Profile, the two buttons, and the live figures. */
export function TrafficGroup({ vm, adapter }: TrafficGroupProps): ReactNode {
  const styles = useStyles();
  const draft = useDraft(initTraffic(adapter));
  const { value } = draft;
  const counterPaths = useTrafficPaths(adapter.vmId, adapter.id);
  const instance = adapterInstance(vm, adapter);
  const figures = useMemo(() => trafficFigures(instance), [instance]);

  function send(commands: readonly Command[]): void {
    void draft.run(() => execute(commands));
  }

  return (
    <>
      <GroupBox caption={guestView.tabs.windows.traffic}>
        <TrafficFields
          value={value}
          guard={droppingGuard({ ...adapter, traffic: value })}
          set={(patch) => {
            draft.set(patch);
          }}
        />
        <div className={styles.foot}>
          <div className={styles.buttons}>
            <ReasonedButton
              primary
              reason={startObstacle(value, adapter.traffic)}
              onPress={() => {
                send(startCommands(adapter.id, value));
              }}
            >
              {text.startTraffic}
            </ReasonedButton>
            <ReasonedButton
              reason={hasTraffic(adapter.traffic) ? undefined : text.notRunning}
              onPress={() => {
                send(stopCommands(adapter));
              }}
            >
              {text.stopTraffic}
            </ReasonedButton>
          </div>
          <span className={styles.quiet}>{text.inUse(adapter.dataPath)}</span>
        </div>
        <ErrorBar error={draft.error} />
      </GroupBox>
      <GroupBox caption={guestView.live}>
        <LiveFigures wide label={guestView.live} figures={figures} />
        <div className={styles.figures}>
          <span className={styles.quiet}>{text.achieved}</span>
          <PathFigures label={text.achieved} counterPaths={counterPaths} />
        </div>
      </GroupBox>
    </>
  );
}
