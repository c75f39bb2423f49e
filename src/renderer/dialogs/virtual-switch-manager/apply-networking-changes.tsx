/** The question before a batch that may cut the computer's own network connection. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Warning24Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { CheckField } from '../../forms/check-field';
import { DialogFrame } from '../../forms/dialog-frame';
import { setTicked } from '../../frame/check-boxes';
import { applyNetworkingChanges as text } from '../../text/en/switch-manager';

const useStyles = makeStyles({
  content: { display: 'flex', gap: '12px', padding: '12px 16px 16px' },
  icon: { flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
  texts: { display: 'flex', flexDirection: 'column', gap: '8px' },
  header: { fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  button: { minWidth: '80px' },
});

export interface ApplyNetworkingChangesProps {
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Yes or No; No is the default and what Esc means. Only a Yes is remembered. */
export function ApplyNetworkingChanges(props: ApplyNetworkingChangesProps): ReactNode {
  const styles = useStyles();
  const [dontAsk, setDontAsk] = useState(false);

  function yes(): void {
    if (dontAsk) setTicked('applyNetworkingChanges', true);
    props.onYes();
  }

  const footer = (
    <>
      <Button className={styles.button} size="small" type="button" onClick={yes}>
        {text.yes}
      </Button>
      <Button
        className={styles.button}
        size="small"
        appearance="primary"
        type="submit"
        data-first-focus
        onClick={props.onNo}
      >
        {text.no}
      </Button>
    </>
  );
  return (
    <DialogFrame title={text.title} width={440} footer={footer} onCancel={props.onNo}>
      <div className={styles.content}>
        <Warning24Filled className={styles.icon} aria-hidden />
        <div className={styles.texts}>
          <div className={styles.header}>{text.header}</div>
          <div>{text.message}</div>
          <CheckField label={text.dontAskAgain} value={dontAsk} onChange={setDontAsk} />
        </div>
      </div>
    </DialogFrame>
  );
}
