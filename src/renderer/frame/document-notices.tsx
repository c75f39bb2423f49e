/** What the document has to say by itself: that it cannot be opened, that it cannot be saved, that work takes long. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { ErrorBar } from '../forms/error-bar';
import { openDialog, closeDialogs } from '../host/dialogs';
import { useDocument } from '../host/document';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '8px', alignItems: 'center', padding: '4px 8px', flexShrink: 0 },
  message: { flexGrow: 1, minWidth: 0 },
});

export interface DocumentNoticesProps {
  readonly saveAs: { readonly caption: string; readonly run: () => void };
}

/** A bar while the document cannot be saved; dialogs for the rest. */
export function DocumentNotices({ saveAs }: DocumentNoticesProps): ReactNode {
  const styles = useStyles();
  const problem = useDocument((view) => view.document?.problem ?? null);
  const refusedMessage = useDocument((view) => view.document?.refused?.message);
  const works = useDocument((view) => view.work !== null);
  useEffect(() => {
    if (refusedMessage !== undefined) openDialog({ kind: 'documentRefused' });
  }, [refusedMessage]);
  useEffect(() => {
    if (!works) return undefined;
    openDialog({ kind: 'longWork' });
    return () => {
      closeDialogs('longWork');
    };
  }, [works]);
  if (problem === null) return null;
  return (
    <div className={styles.bar}>
      <div className={styles.message}>
        <ErrorBar error={problem} />
      </div>
      <Button size="small" onClick={saveAs.run}>
        {saveAs.caption}
      </Button>
    </div>
  );
}
