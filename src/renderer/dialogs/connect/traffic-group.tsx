/** Makes the guest send and receive through one adapter, and shows what it achieves. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Command } from '../../../shared/contract';
import type { Adapter } from '../../../shared/model/adapter';
import { hasTraffic } from '../../../shared/model/traffic';
import { PathFigures } from '../../charts/path-figures';
import { useTrafficPaths } from '../../charts/use-traffic-paths';
import { ErrorBar } from '../../forms/error-bar';
import { GroupBox } from '../../forms/group-box';
import { ReasonedButton } from '../../forms/reasoned-button';
import { useDraft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { connect as text } from '../../text/en/connect';
import { TrafficFields } from './traffic-fields';
import { initTraffic, startCommands, startObstacle, stopCommands } from './traffic-value';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  buttons: { display: 'flex', gap: '8px' },
  figures: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export interface TrafficGroupProps {
  readonly caption: string;
  readonly adapter: Adapter;
}

/** Fields, the two buttons, and the live figures by path. */
export function TrafficGroup({ caption, adapter }: TrafficGroupProps): ReactNode {
  const styles = useStyles();
  const draft = useDraft(initTraffic(adapter));
  const { value } = draft;
  const counterPaths = useTrafficPaths(adapter.vmId, adapter.id);

  function send(commands: readonly Command[]): void {
    void draft.run(() => execute(commands));
  }

  return (
    <GroupBox caption={caption}>
      <TrafficFields
        value={value}
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
      <div className={styles.figures}>
        <span className={styles.quiet}>{text.achieved}</span>
        <PathFigures label={text.achieved} counterPaths={counterPaths} />
      </div>
      <ErrorBar error={draft.error} />
    </GroupBox>
  );
}
