/** The line at the bottom: simulated time, its speed, and that the host is simulated. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHost, useNow } from '../../host/store';
import { formatDateTime } from '../../text/en/date-time';
import { frame } from '../../text/en/frame';

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
  time: { fontVariantNumeric: 'tabular-nums' },
  paused: { color: 'var(--stateWaiting)', fontWeight: tokens.fontWeightSemibold },
});

/** The status bar. */
export function StatusBar(): ReactNode {
  const styles = useStyles();
  const now = useNow();
  const ready = useHost((state) => state.ready);
  const paused = useHost((state) => state.clock.paused);
  const speed = useHost((state) => state.clock.speed);
  const origin = useHost((state) => state.world.host.get('host')?.origin);
  return (
    <footer aria-label={frame.statusBar} className={styles.bar}>
      {ready && (
        <>
          <span className={styles.part}>
            {frame.simulatedTime}: <span className={styles.time}>{formatDateTime(now)}</span>
          </span>
          <span className={styles.part}>
            {paused ? <span className={styles.paused}>{frame.paused}</span> : frame.speed(speed)}
          </span>
        </>
      )}
      <span className={styles.rest} />
      <span className={styles.part}>{frame.simulatedHost}</span>
      {origin !== undefined && <span className={styles.part}>{frame.origins[origin]}</span>}
    </footer>
  );
}
