/** What shows in the list's place, or above it, while there is nothing ordinary to show. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { connectHost } from '../../host/connection';
import { openDialog } from '../../host/dialogs';
import { startService } from '../../menus/management-service';
import { frame } from '../../text/en/frame';
import { managementService } from '../../text/en/management-service';
import { panes } from '../../text/en/panes';

const useStyles = makeStyles({
  note: { padding: '24px 16px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
  sentence: { maxWidth: '560px', marginInline: 'auto' },
  hint: { marginTop: '4px', color: tokens.colorNeutralForeground3 },
  link: {
    marginTop: '12px',
    padding: '0 2px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    lineHeight: '24px',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  track: {
    height: '3px',
    overflow: 'hidden',
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralBackground6,
  },
  runner: {
    width: '33%',
    height: '100%',
    backgroundColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(300%)' } },
    animationDuration: '2s',
    animationTimingFunction: 'linear',
    animationIterationCount: 'infinite',
  },
});

/** Something takes its time; nobody knows how long. */
export function Waiting(props: { readonly text: string }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.bar} role="status">
      {props.text}
      <div role="progressbar" aria-label={props.text} className={styles.track}>
        <div className={styles.runner} />
      </div>
    </div>
  );
}

/** The world could not be read. */
export function Problem(props: { readonly detail: string }): ReactNode {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.note}>
      <div>{panes.notConnected}</div>
      <div className={styles.hint}>{props.detail}</div>
      <button type="button" className={styles.link} onClick={() => void connectHost()}>
        {panes.tryAgain}
      </button>
    </div>
  );
}

/** Hands the focus on to what takes this button's place when it goes. */
function useFocusHandedOn(button: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const mine = button.current;
    return () => {
      if (document.activeElement !== mine) return;
      queueMicrotask(() => {
        document.querySelector<HTMLElement>('[data-focus-home]')?.focus();
      });
    };
  }, [button]);
}

/** Nobody answers for the virtual machines while the management service is stopped. */
export function NotConnected(props: { readonly host: string }): ReactNode {
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  useFocusHandedOn(button);
  return (
    <div role="alert" className={styles.note}>
      <div className={styles.sentence}>{managementService.notConnected(props.host)}</div>
      <div className={styles.hint}>{managementService.keepRunning}</div>
      <button ref={button} type="button" data-focus-home className={styles.link} onClick={startService}>
        {frame.startService}
      </button>
    </div>
  );
}

/** There are no virtual machines: what to do about it, as the list's one row. */
export function Empty(props: { readonly columns: number }): ReactNode {
  const styles = useStyles();
  return (
    <div role="row" className={styles.note}>
      <div role="gridcell" aria-colspan={props.columns}>
        <div>{panes.empty}</div>
        <div className={styles.hint}>{panes.emptyHint}</div>
        <button
          type="button"
          className={styles.link}
          onClick={() => {
            openDialog({ kind: 'newVirtualMachine' });
          }}
        >
          {panes.emptyLink}
        </button>
      </div>
    </div>
  );
}
