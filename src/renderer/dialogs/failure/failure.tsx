/** Says what the host refused and why. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissCircle24Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { forms } from '../../text/en/forms';
import type { DialogProps } from '../dialog-request';

const useStyles = makeStyles({
  body: { display: 'flex', gap: '12px', padding: '12px 16px 20px' },
  icon: { flexShrink: 0, color: tokens.colorPaletteRedForeground1 },
  texts: { minWidth: 0, display: 'flex', flexDirection: 'column', gap: '8px', overflowWrap: 'anywhere' },
  header: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  // One line per VM where several were refused.
  detail: { userSelect: 'text', whiteSpace: 'pre-line' },
  button: { minWidth: '80px' },
});

/** An error box: a red heading and the host's sentence. */
export default function Failure(props: DialogProps<'failure'>): ReactNode {
  const styles = useStyles();
  const { request, close } = props;
  return (
    <DialogFrame
      title={request.title}
      width={440}
      onCancel={close}
      footer={
        <Button
          size="small"
          className={styles.button}
          appearance="primary"
          type="submit"
          data-first-focus
          onClick={close}
        >
          {forms.close}
        </Button>
      }
    >
      <div className={styles.body} role="alert">
        <DismissCircle24Filled className={styles.icon} aria-hidden />
        <div className={styles.texts}>
          <div className={styles.header}>{request.header}</div>
          <div className={styles.detail} translate="no">
            {request.detail}
          </div>
        </div>
      </div>
    </DialogFrame>
  );
}
