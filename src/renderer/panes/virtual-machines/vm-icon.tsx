/** A monitor that shows the state of its virtual machine by shape and by colour. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { VmState } from '../../../shared/model/vm';

type Look = 'running' | 'off' | 'paused' | 'saved' | 'busy';

const looks: Readonly<Record<VmState, Look>> = {
  Off: 'off',
  Running: 'running',
  Paused: 'paused',
  Saved: 'saved',
  Starting: 'busy',
  Stopping: 'busy',
  Saving: 'busy',
  Pausing: 'busy',
  Resuming: 'busy',
  Reset: 'busy',
};

/** Drawn inside the screen of the monitor, on a 16 x 16 grid. */
const signs: Readonly<Record<Look, string>> = {
  running: 'M6.5 4.5v4l3.5-2z',
  off: '',
  paused: 'M6 4.5h1.4v4H6zM8.6 4.5H10v4H8.6z',
  saved: 'M7.4 4.2h1.2v2h1.5L8 8.7 5.9 6.2h1.5z',
  busy: 'M4.6 6h1.3v1.3H4.6zM7.35 6h1.3v1.3h-1.3zM10.1 6h1.3v1.3h-1.3z',
};

const useStyles = makeStyles({
  icon: { flexShrink: 0, width: '16px', height: '16px', fill: 'currentColor' },
  running: { color: 'var(--stateRunning)' },
  off: { color: tokens.colorNeutralForeground3 },
  paused: { color: 'var(--stateWaiting)' },
  saved: { color: tokens.colorBrandForeground1 },
  busy: { color: 'var(--stateWaiting)' },
});

/** The icon of a state; the State column says the same in a word. */
export function VmIcon(props: { readonly state: VmState }): ReactNode {
  const styles = useStyles();
  const look = looks[props.state];
  return (
    <svg viewBox="0 0 16 16" aria-hidden className={mergeClasses(styles.icon, styles[look])}>
      <path d="M2.5 2h11A1.5 1.5 0 0 1 15 3.5v6A1.5 1.5 0 0 1 13.5 11H9v2h2v1H5v-1h2v-2H2.5A1.5 1.5 0 0 1 1 9.5v-6A1.5 1.5 0 0 1 2.5 2zm0 1a.5.5 0 0 0-.5.5v6c0 .28.22.5.5.5h11a.5.5 0 0 0 .5-.5v-6a.5.5 0 0 0-.5-.5z" />
      <path d={signs[look]} />
    </svg>
  );
}
