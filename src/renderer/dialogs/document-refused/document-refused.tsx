/** Says why a document cannot be opened, and offers what can still be had of it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissCircle24Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { request } from '../../host/client';
import { useDocument } from '../../host/document';
import type { Refusal } from '../../../shared/result';
import { document as text } from '../../text/en/document';
import { forms } from '../../text/en/forms';
import type { DialogProps } from '../dialog-request';

const useStyles = makeStyles({
  body: { display: 'flex', gap: '12px', padding: '12px 16px 20px' },
  icon: { flexShrink: 0, color: tokens.colorPaletteRedForeground1 },
  texts: { minWidth: 0, display: 'flex', flexDirection: 'column', gap: '8px', overflowWrap: 'anywhere' },
  header: { fontWeight: tokens.fontWeightSemibold },
  detail: { userSelect: 'text' },
  button: { minWidth: '88px' },
});

const offers: Readonly<Record<string, string>> = {
  'document.damaged': text.recover,
  'document.readOnly': text.openCopy,
};

type Told = { readonly how: 'now' | 'start' | 'copy' } | null;

interface TextsProps {
  readonly refusal: Refusal | null;
  readonly told: Told;
  readonly failed: Refusal | null;
}

function Texts({ refusal, told, failed }: TextsProps): ReactNode {
  const styles = useStyles();
  const header = refusal?.code === 'document.inMemory' ? text.inMemoryHeader : text.refusedHeader;
  return (
    <div className={styles.texts}>
      <div className={styles.header}>{told === null ? header : text.recovered.header}</div>
      {told === null ? (
        <div className={styles.detail} translate="no">
          {refusal?.message}
        </div>
      ) : (
        <div className={styles.detail}>{text.recovered[told.how]}</div>
      )}
      <ErrorBar error={failed} />
    </div>
  );
}

/** A message with at most one way on. */
export default function DocumentRefused({ close }: DialogProps<'documentRefused'>): ReactNode {
  const styles = useStyles();
  // What was refused stays on the screen until the dialog is closed.
  const [refusal] = useState(useDocument((view) => view.document?.refused ?? null));
  const [failed, setFailed] = useState<Refusal | null>(null);
  const [told, setTold] = useState<Told>(null);
  const offer = refusal === null || told !== null || failed !== null ? undefined : offers[refusal.code];

  function dismiss(): void {
    void request('document.dismiss', {});
    close();
  }
  async function recover(): Promise<void> {
    const answer = await request('document.recover', {});
    if (answer.ok) setTold(answer.value);
    else setFailed(answer.error);
  }
  const primary = offer === undefined ? 'primary' : 'secondary';
  return (
    <DialogFrame
      title={told === null ? text.refusedTitle : text.recovered.title}
      width={480}
      onCancel={dismiss}
      footer={
        <>
          {offer !== undefined && (
            <Button
              size="small"
              className={styles.button}
              appearance="primary"
              type="submit"
              data-first-focus
              onClick={() => void recover()}
            >
              {offer}
            </Button>
          )}
          <Button
            size="small"
            className={styles.button}
            appearance={primary}
            {...(offer === undefined ? { 'data-first-focus': true } : {})}
            onClick={dismiss}
          >
            {forms.close}
          </Button>
        </>
      }
    >
      <div className={styles.body} role="alert">
        {told === null && <DismissCircle24Filled className={styles.icon} aria-hidden />}
        <Texts refusal={refusal} told={told} failed={failed} />
      </div>
    </DialogFrame>
  );
}
