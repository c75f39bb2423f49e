/** Asks before something is lost. The button that does nothing is the default. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Warning24Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import type { DialogProps } from '../dialog-request';

const useStyles = makeStyles({
  body: { display: 'flex', gap: '12px', padding: '12px 16px 20px' },
  icon: { flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
  message: { minWidth: 0, overflowWrap: 'anywhere', paddingTop: '4px' },
  button: { minWidth: '88px' },
});

/** A question with the verb and its negation as answers. */
export default function Confirm(props: DialogProps<'confirm'>): ReactNode {
  const styles = useStyles();
  const { request, close } = props;
  return (
    <DialogFrame
      title={request.title}
      width={400}
      onCancel={close}
      footer={
        <>
          <Button
            size="small"
            className={styles.button}
            onClick={() => {
              close();
              request.onConfirm();
            }}
          >
            {request.confirm}
          </Button>
          {/* Enter and the first focus must not do harm. */}
          <Button
            size="small"
            className={styles.button}
            appearance="primary"
            type="submit"
            data-first-focus
            onClick={close}
          >
            {request.refuse}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <Warning24Filled className={styles.icon} aria-hidden />
        <div className={styles.message}>{request.message}</div>
      </div>
    </DialogFrame>
  );
}
