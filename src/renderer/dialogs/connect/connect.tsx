/** Virtual Machine Connection: a virtual machine seen from inside. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { canDo } from '../../../shared/model/vm';
import { theHost } from '../../../shared/model/world-view';
import { DialogFrame } from '../../forms/dialog-frame';
import { SimulatorMark } from '../../forms/simulator-mark';
import { useNow, useWorld } from '../../host/store';
import { runAction } from '../../menus/run-action';
import { connect as text } from '../../text/en/connect';
import { panes } from '../../text/en/panes';
import type { DialogProps } from '../dialog-request';
import { ActionMenu } from './action-menu';
import { GuestView } from './guest-view';
import { Screen } from './screen';
import { guestObstacle, screenState } from './screen-state';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    padding: '0 12px 4px 8px',
  },
  status: { flexGrow: 1, alignSelf: 'center', color: tokens.colorNeutralForeground2 },
});

/** Closes by itself when the virtual machine is deleted. */
export default function Connect({ request, close }: DialogProps<'connect'>): ReactNode {
  const styles = useStyles();
  const world = useWorld();
  const now = useNow();
  const vm = world.vm.get(request.vmId);
  const gone = vm === undefined;
  useEffect(() => {
    if (gone) close();
  }, [gone, close]);
  if (vm === undefined) return null;

  const host = theHost(world);
  const hostRunning = host.state === 'running';
  const state = screenState(vm, now);
  const start = (): void => {
    runAction('start', [vm.id]);
  };
  return (
    <DialogFrame
      title={text.title(vm.name, host.computerName)}
      width={900}
      height={680}
      onCancel={close}
      footer={
        <>
          <span className={styles.status} role="status">
            {text.status(panes.vmStates[vm.state])}
          </span>
          <Button size="small" onClick={close}>
            {text.close}
          </Button>
        </>
      }
    >
      <div className={styles.bar}>
        <ActionMenu vm={vm} hostRunning={hostRunning} />
        {state.shows === 'guest' && <SimulatorMark what={text.guestHint} />}
      </div>
      {state.shows === 'guest' ? (
        <GuestView world={world} vm={vm} obstacle={guestObstacle(vm, hostRunning)} />
      ) : (
        <Screen state={state} onStart={hostRunning && canDo('start', vm) ? start : undefined} />
      )}
    </DialogFrame>
  );
}
