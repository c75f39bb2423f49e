/** The line at the bottom: simulated time, and that the host is simulated. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHost } from '../../host/store';
import { frame } from '../../text/en/frame';
import { TimeControls } from './time-controls';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    height: '24px',
    flexShrink: 0,
    padding: '0 4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
  },
  part: {
    padding: '0 8px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
    ':last-child': { borderRightStyle: 'none' },
  },
  rest: { flexGrow: 1 },
});

/** The status bar. */
export function StatusBar(): ReactNode {
  const styles = useStyles();
  const ready = useHost((state) => state.ready);
  const origin = useHost((state) => state.world.host.get('host')?.origin);
  return (
    <footer aria-label={frame.statusBar} data-pane className={styles.bar}>
      {ready && <TimeControls />}
      <span className={styles.rest} />
      <span className={styles.part}>{frame.simulatedHost}</span>
      {origin !== undefined && <span className={styles.part}>{frame.origins[origin]}</span>}
    </footer>
  );
}
