/** Virtual Machine Connection: a virtual machine seen from inside, in a window beside the manager. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import { theHost } from '../../../shared/model/world-view';
import { MishapBar } from '../../frame/mishap-bar';
import { usePreferences } from '../../frame/preferences';
import { useWindowReady } from '../../frame/window-ready';
import { useHelpKey } from '../../fidelity/help-key';
import { SimulatorMark } from '../../forms/simulator-mark';
import { request } from '../../host/client';
import { useHost, useNow, useWorld } from '../../host/store';
import { useServiceRuns } from '../../menus/management-service';
import { actionsFor } from '../../menus/verb-list';
import { frame } from '../../text/en/frame';
import { guestWindow as text } from '../../text/en/guest';
import { panes } from '../../text/en/panes';
import type { WindowProps } from '../window-props';
import { GuestContext } from './guest-context';
import type { Guest } from './guest-context';
import { GuestMenuBar } from './guest-menu-bar';
import { GuestToolbar } from './guest-toolbar';
import { runCommand } from './guest-verbs';
import { GuestView } from './guest-view';
import type { GuestTab } from './guest-view';
import { Screen } from './screen';
import { guestObstacle, screenState } from './screen-state';

const useStyles = makeStyles({
  window: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  // For those who hear the window: they do not see its title bar.
  heading: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, paddingTop: '8px' },
  status: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '16px',
    height: '24px',
    flexShrink: 0,
    padding: '0 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  end: { display: 'flex', alignItems: 'center', gap: '12px' },
});

function useGuestOf(vm: Vm): Guest {
  const managed = useServiceRuns();
  const hostRunning = useHost((state) => theHost(state.world).state === 'running');
  const [fullScreen, setFullScreen] = useState(false);
  return useMemo(
    () => ({
      vm,
      hostRunning,
      managed,
      actions: managed ? actionsFor([vm], hostRunning) : [],
      fullScreen,
      toggleFullScreen: () => {
        void request('window.toggleFullScreen', {}).then((answer) => {
          if (answer.ok) setFullScreen(answer.value.fullScreen);
        });
      },
    }),
    [vm, hostRunning, managed, fullScreen],
  );
}

/** What is between the bars: a dark screen, or the guest. */
function Inside({ guest }: { readonly guest: Guest }): ReactNode {
  const { vm, hostRunning } = guest;
  // It outlives a pause, during which the guest is not in sight.
  const [tab, setTab] = useState<GuestTab>('devices');
  const world = useWorld();
  const state = screenState(vm, useNow());
  if (state.shows === 'guest') {
    const obstacle = guestObstacle(vm, hostRunning);
    return <GuestView world={world} vm={vm} obstacle={obstacle} tab={tab} onTab={setTab} />;
  }
  const start = guest.actions.includes('start');
  return <Screen state={state} onStart={start ? () => runCommand('start', guest) : undefined} />;
}

function GuestFrame({ vm }: { readonly vm: Vm }): ReactNode {
  const styles = useStyles();
  const guest = useGuestOf(vm);
  const toolbar = usePreferences((preferences) => preferences.showGuestToolbar);
  const host = useHost((state) => theHost(state.world).computerName);
  const title = text.title(vm.name, host.toUpperCase());
  useWindowReady();
  useHelpKey('guest');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <GuestContext value={guest}>
      <div className={styles.window}>
        <header>
          <h1 className={styles.heading}>{title}</h1>
          <GuestMenuBar />
          {toolbar && <GuestToolbar />}
          <MishapBar />
        </header>
        <main className={styles.main}>
          <Inside guest={guest} />
        </main>
        <footer aria-label={frame.statusBar} className={styles.status}>
          <span role="status">{text.status(panes.vmStates[vm.state])}</span>
          <span className={styles.end}>
            {text.system(vm.guest.operatingSystem)}
            <SimulatorMark what={text.guestHint} />
          </span>
        </footer>
      </div>
    </GuestContext>
  );
}

/** Empty until the world has been read; the main process closes it when the virtual machine is deleted. */
export default function GuestWindow({ request: { vmId } }: WindowProps<'guest'>): ReactNode {
  const vm = useHost((state) => state.world.vm.get(vmId));
  return vm === undefined ? null : <GuestFrame vm={vm} />;
}
