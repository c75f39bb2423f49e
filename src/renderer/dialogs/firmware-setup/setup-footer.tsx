/** The buttons of Firmware Setup, with what they would do or why they cannot. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { firmware as text } from '../../text/en/firmware';

const useStyles = makeStyles({
  note: { margin: 0, flexGrow: 1, alignSelf: 'center', color: tokens.colorNeutralForeground2 },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
});

export interface SetupFooterProps {
  readonly note: string;
  readonly onSave: (restart: boolean) => void;
  readonly onCancel: () => void;
  /** Why nothing can be saved; undefined when it can. */
  readonly obstacle: string | undefined;
  readonly busy: boolean;
}

export function SetupFooter({ note, onSave, onCancel, obstacle, busy }: SetupFooterProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const button = (caption: string, restart: boolean): ReactNode => (
    <Button
      size="small"
      className={styles.button}
      appearance={restart ? 'secondary' : 'primary'}
      type={restart ? 'button' : 'submit'}
      disabledFocusable={obstacle !== undefined || busy}
      aria-describedby={restart || obstacle !== undefined ? id : undefined}
      onClick={() => {
        onSave(restart);
      }}
    >
      {caption}
    </Button>
  );
  return (
    <>
      <p id={id} className={styles.note}>
        {obstacle ?? note}
      </p>
      {button(text.save, false)}
      {button(text.saveAndRestart, true)}
      <Button size="small" className={styles.button} onClick={onCancel}>
        {text.cancel}
      </Button>
    </>
  );
}
