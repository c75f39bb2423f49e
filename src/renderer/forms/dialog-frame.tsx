/** The window of every dialog: title bar, body of a fixed size, buttons. */
import { Button, Dialog, DialogSurface, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { forms } from '../text/en/forms';

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    maxWidth: 'calc(100vw - 32px)',
    maxHeight: 'calc(100vh - 32px)',
    padding: 0,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: '12px',
    lineHeight: '16px',
  },
  form: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 4px 4px 12px',
    flexShrink: 0,
  },
  name: {
    flexGrow: 1,
    margin: 0,
    fontSize: '12px',
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  body: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  footer: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: '8px',
    flexShrink: 0,
    padding: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export interface DialogFrameProps {
  /** Title bar and accessible name. */
  readonly title: string;
  /** CSS pixels; the dialog shrinks with a smaller window. */
  readonly width: number;
  /** CSS pixels; left out, the dialog is as high as its content. */
  readonly height?: number;
  readonly children: ReactNode;
  /** Buttons. One with `type="submit"` is what Enter in a text field presses. */
  readonly footer?: ReactNode;
  /** Esc, and the cross in the title bar. */
  readonly onCancel: () => void;
}

/** Gives focus back to what had it when the dialog opened, or to the frame's list if that is gone. */
function useRestoredFocus(): void {
  // An initializer runs while the dialog is first drawn, before its focus trap takes the focus away.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The dialog's own focus trap lets go only after this clean-up.
      setTimeout(() => {
        const there = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
        const target = there ? opener : document.querySelector<HTMLElement>('[data-focus-home]');
        target?.focus();
      });
    },
    [opener],
  );
}

/** Lets an element marked `data-first-focus` have the focus instead of the dialog's first control. */
function useFirstFocus(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // After the dialog's own first focus, which goes to whatever comes first.
    const timer = setTimeout(() => form.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus());
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return form;
}

/**
 * Esc closes the dialog even when the focus has gone nowhere, because the control that had it went
 * away. Where the focus is inside, the dialog hears the key itself.
 */
function useStrayEscape(form: RefObject<HTMLFormElement | null>, onCancel: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || document.activeElement !== document.body) return;
      const front = [...document.querySelectorAll('[role="dialog"]')].at(-1);
      if (front?.contains(form.current) === true) onCancel();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  });
}

/** A modal dialog; it stays where it is until it is answered. */
export function DialogFrame(props: DialogFrameProps): ReactNode {
  const styles = useStyles();
  useRestoredFocus();
  const form = useFirstFocus();
  useStrayEscape(form, props.onCancel);
  return (
    <Dialog
      open
      modalType="modal"
      onOpenChange={(_, data) => {
        // A click beside the dialog must not throw away what was typed.
        if (data.type !== 'backdropClick') props.onCancel();
      }}
    >
      <DialogSurface
        className={styles.surface}
        aria-label={props.title}
        style={{ width: props.width, ...(props.height === undefined ? {} : { height: props.height }) }}
      >
        <form
          className={styles.form}
          ref={form}
          noValidate
          onClick={(event) => {
            // The submit button has done its work in its own handler; the page itself submits nothing.
            if (event.target instanceof Element && event.target.closest('[type="submit"]') !== null) {
              event.preventDefault();
            }
          }}
        >
          <div className={styles.title}>
            <h2 className={styles.name} title={props.title}>
              {props.title}
            </h2>
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={forms.dismiss}
              tabIndex={-1}
              onClick={props.onCancel}
            />
          </div>
          <div className={styles.body}>{props.children}</div>
          {props.footer !== undefined && <div className={styles.footer}>{props.footer}</div>}
        </form>
      </DialogSurface>
    </Dialog>
  );
}
