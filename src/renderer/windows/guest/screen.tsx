/** The dark screen of a VM whose guest cannot be seen: turned off, or something under way. */
import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { Power20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { guestWindow as text } from '../../text/en/guest';
import type { ScreenState } from './screen-state';

const useStyles = makeStyles({
  // A screen is dark in every theme.
  screen: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '12px',
    margin: '0 12px 12px',
    padding: '24px',
    textAlign: 'center',
    overflowWrap: 'anywhere',
    backgroundColor: '#161616',
    color: '#f5f5f5',
    borderRadius: tokens.borderRadiusMedium,
  },
  message: { margin: 0, fontSize: '16px', lineHeight: '22px' },
  hint: { margin: 0, color: '#d0d0d0' },
  start: { minWidth: '120px', height: '40px', fontSize: '14px' },
  bar: { width: '280px', backgroundColor: '#4a4a4a' },
});

export interface ScreenProps {
  readonly state: Exclude<ScreenState, { shows: 'guest' }>;
  /** Undefined while the VM cannot be started. */
  readonly onStart: (() => void) | undefined;
}

/** A sentence and what can be done about it. */
export function Screen({ state, onStart }: ScreenProps): ReactNode {
  const styles = useStyles();
  if (state.shows === 'progress') {
    return (
      <div className={styles.screen} role="status">
        <p className={styles.message}>{state.caption}</p>
        <ProgressBar
          className={styles.bar}
          aria-label={state.caption}
          {...(state.fraction === null ? {} : { value: state.fraction })}
        />
      </div>
    );
  }
  return (
    <div className={styles.screen}>
      <p className={styles.message}>{state.message}</p>
      <p className={styles.hint}>{text.toStart}</p>
      <Button
        autoFocus
        size="large"
        appearance="primary"
        className={styles.start}
        icon={<Power20Regular />}
        disabled={onStart === undefined}
        onClick={onStart}
      >
        {text.start}
      </Button>
    </div>
  );
}
