/** The tab Simulator: what happens to an adapter outside Windows, and faults. Each button acts at once. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Command } from '../../../shared/contract';
import type { Nic } from '../../../shared/model/nic';
import { ErrorBar } from '../../forms/error-bar';
import { GroupBox } from '../../forms/group-box';
import { ReasonedButton } from '../../forms/reasoned-button';
import { useDraft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { askForRestart } from '../../menus/nic-actions';
import { deviceManager, nicProperties as text } from '../../text/en/devices';
import { statusText } from './device-facts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '12px', justifyContent: 'space-between' },
  what: { minWidth: 0 },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  status: { whiteSpace: 'pre-line' },
});

interface DeedProps {
  readonly what: string;
  readonly caption: string;
  readonly reason: string | undefined;
  readonly busy: boolean;
  readonly onPress: () => void;
}

function Deed({ what, caption, reason, busy, onPress }: DeedProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <span className={styles.what}>{what}</span>
      <span className={styles.button}>
        <ReasonedButton
          reason={reason}
          busy={busy}
          onPress={() => {
            if (reason === undefined && !busy) onPress();
          }}
        >
          {caption}
        </ReasonedButton>
      </span>
    </div>
  );
}

export interface SimulatorTabProps {
  readonly nic: Nic;
  /** Why nobody can do anything now; undefined while the host runs. */
  readonly standing: string | undefined;
}

export function SimulatorTab({ nic, standing }: SimulatorTabProps): ReactNode {
  const styles = useStyles();
  const draft = useDraft({});
  const absent = standing ?? (nic.present ? undefined : deviceManager.notPresent);
  const idle = absent ?? (nic.state === 'up' || nic.state === 'halting' ? undefined : text.notRunning);
  const disabled = absent ?? (nic.state === 'disabled' ? text.notRunning : undefined);
  const { busy } = draft;
  const nicId = nic.id;
  const run = (command: Command): void => void draft.run(() => execute([command]));
  return (
    <>
      <div role="status" aria-label={text.deviceStatus} className={styles.status}>
        {statusText(nic)}
      </div>
      <ErrorBar error={draft.error} />
      <GroupBox caption={text.cable}>
        <Deed
          what={nic.cablePlugged ? text.cableIn : text.cableIsOut}
          caption={nic.cablePlugged ? text.unplug : text.plugIn}
          reason={absent}
          busy={busy}
          onPress={() => run({ name: 'nic.setCable', input: { id: nicId, plugged: !nic.cablePlugged } })}
        />
      </GroupBox>
      <GroupBox caption={text.driverGroup}>
        <Deed
          what={text.restartWhat}
          caption={text.restart}
          reason={disabled}
          busy={busy}
          onPress={() => askForRestart(nic, () => run({ name: 'nic.restart', input: { id: nicId } }))}
        />
        <Deed
          what={text.resetWhat}
          caption={text.reset}
          reason={idle}
          busy={busy}
          onPress={() => run({ name: 'fault.resetPf', input: { nicId } })}
        />
        <Deed
          what={text.failWhat}
          caption={text.fail}
          reason={idle}
          busy={busy}
          onPress={() => run({ name: 'fault.failPf', input: { nicId } })}
        />
      </GroupBox>
      <GroupBox caption={text.card}>
        <Deed
          what={nic.present ? text.removeWhat : text.returnWhat}
          caption={nic.present ? text.remove : text.giveBack}
          reason={standing}
          busy={busy}
          onPress={() => run({ name: nic.present ? 'fault.removeNic' : 'fault.returnNic', input: { nicId } })}
        />
      </GroupBox>
    </>
  );
}
