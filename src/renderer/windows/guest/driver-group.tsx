/** Installs the VF driver in the guest, or removes it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import { ErrorBar } from '../../forms/error-bar';
import { GroupBox } from '../../forms/group-box';
import { ReasonedButton } from '../../forms/reasoned-button';
import { useDraft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { guestWindow as text } from '../../text/en/guest';
import { guestView as view } from '../../text/en/guest-view';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '12px' },
  state: { flexGrow: 1 },
  follows: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface DriverGroupProps {
  readonly vm: Vm;
  /** Why nothing can be done inside the guest now; undefined when it can. */
  readonly obstacle: string | undefined;
}

/** One button: what it does depends on what is there. */
export function DriverGroup({ vm, obstacle }: DriverGroupProps): ReactNode {
  const styles = useStyles();
  const draft = useDraft({});
  const installed = vm.guest.vfDriverInstalled;

  function toggle(): void {
    if (obstacle !== undefined) return;
    const input = { vmId: vm.id, installed: !installed };
    void draft.run(() => execute([{ name: 'guest.setVfDriver', input }]));
  }
  return (
    <GroupBox caption={text.driver}>
      <div className={styles.row}>
        <span className={styles.state}>{installed ? text.driverInstalled : text.driverMissing}</span>
        <ReasonedButton reason={obstacle} busy={draft.busy} onPress={toggle}>
          {installed ? text.removeDriver : text.installDriver}
        </ReasonedButton>
      </div>
      <p className={styles.follows}>{installed ? view.removing : view.installing}</p>
      <ErrorBar error={draft.error} />
    </GroupBox>
  );
}
