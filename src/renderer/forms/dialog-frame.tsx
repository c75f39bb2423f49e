/** The window of every dialog: title bar, body of a fixed size, buttons. */
import { Button, Dialog, DialogSurface, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { forms } from '../text/en/forms';
import { useFirstFocus, useFocusKept, useRestoredFocus, useStrayEscape } from './dialog-focus';

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

/** A modal dialog; it stays where it is until it is answered. */
export function DialogFrame(props: DialogFrameProps): ReactNode {
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  useRestoredFocus();
  useFirstFocus(form);
  useFocusKept(form);
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
