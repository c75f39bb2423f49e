/** Shows how far long work is, and ends it on demand. */
import { Button, ProgressBar, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { request } from '../../host/client';
import { useDocument } from '../../host/document';
import { document as text } from '../../text/en/document';
import { forms } from '../../text/en/forms';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px 16px 20px' },
});

/** Closes by itself when the work has come to its end. */
export default function LongWork(): ReactNode {
  const styles = useStyles();
  const work = useDocument((view) => view.work);
  const [kind] = useState(work?.kind ?? 'copy');
  const { title, what } = text.work[kind];
  const share = work?.share ?? 1;
  function cancel(): void {
    void request('work.cancel', {});
  }
  return (
    <DialogFrame
      title={title}
      width={360}
      onCancel={cancel}
      footer={
        <Button size="small" data-first-focus onClick={cancel}>
          {forms.cancel}
        </Button>
      }
    >
      <div className={styles.body}>
        <div>{what}</div>
        <ProgressBar value={share} aria-label={text.work.progress} aria-valuetext={text.work.share(share)} />
      </div>
    </DialogFrame>
  );
}
