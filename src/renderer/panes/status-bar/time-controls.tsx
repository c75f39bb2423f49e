/** The clock of the status bar, and what can be done with simulated time. */
import { Menu, MenuTrigger, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronUp12Regular, Next16Regular, Pause16Regular, Play16Regular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { useHost, useNow } from '../../host/store';
import { timeControl } from '../../host/time-control';
import { formatDateTime } from '../../text/en/date-time';
import { frame } from '../../text/en/frame';
import { amountOfTime, time as text } from '../../text/en/time';
import TimeMenu from './time-menu';

const stepMs = 1000;

const useStyles = makeStyles({
  controls: { display: 'flex', alignItems: 'center', height: '100%' },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    height: '22px',
    padding: '0 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  time: { fontVariantNumeric: 'tabular-nums' },
  paused: { color: 'var(--stateWaiting)', fontWeight: tokens.fontWeightSemibold },
});

function IconButton(props: {
  readonly label: string;
  readonly icon: ReactElement;
  readonly onPress: () => void;
}): ReactNode {
  const styles = useStyles();
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      className={styles.button}
      onClick={props.onPress}
    >
      {props.icon}
    </button>
  );
}

/** Pause, one second forward, and a menu with the rest. */
export function TimeControls(): ReactNode {
  const styles = useStyles();
  const now = useNow();
  const { paused, speed } = useHost((state) => state.clock);
  return (
    <div role="group" aria-label={text.menu} className={styles.controls}>
      <IconButton
        label={paused ? text.resume : text.pause}
        icon={paused ? <Play16Regular /> : <Pause16Regular />}
        onPress={timeControl.togglePause}
      />
      <IconButton
        label={text.forward(amountOfTime(stepMs))}
        icon={<Next16Regular />}
        onPress={() => {
          timeControl.forward(stepMs);
        }}
      />
      <Menu
        checkedValues={{ speed: [String(speed)] }}
        onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
          if (chosen !== undefined) timeControl.setSpeed(Number(chosen));
        }}
        positioning={{ position: 'above', align: 'start' }}
      >
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className={styles.button}>
            <span>
              {frame.simulatedTime}: <span className={styles.time}>{formatDateTime(now)}</span>
            </span>
            <span aria-hidden>·</span>
            {paused ? <span className={styles.paused}>{frame.paused}</span> : frame.speed(speed)}
            <ChevronUp12Regular />
          </button>
        </MenuTrigger>
        <TimeMenu paused={paused} />
      </Menu>
    </div>
  );
}
