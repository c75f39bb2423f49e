/** What the program has to say by itself: a document cannot be opened or saved, work takes long, something crashed. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { ErrorBar } from '../forms/error-bar';
import { openDialog, closeDialogs } from '../host/dialogs';
import { useDocument } from '../host/document';
import { recordings } from '../text/en/recordings';
import { InfoBar } from './info-bar';
import { MishapBar } from './mishap-bar';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '8px', alignItems: 'center', padding: '4px 8px', flexShrink: 0 },
  message: { flexGrow: 1, minWidth: 0 },
});

export interface DocumentNoticesProps {
  readonly saveAs: { readonly caption: string; readonly run: () => void };
}

/** Stays as long as it is so. */
function FullBar(): ReactNode {
  const full = useDocument((view) => view.document?.recordingsFull === true);
  if (!full) return null;
  return (
    <InfoBar
      message={recordings.full}
      button={recordings.menu}
      onPress={() => {
        openDialog({ kind: 'recordings' });
      }}
    />
  );
}

/** A bar while the document cannot be saved; dialogs for the rest. */
export function DocumentNotices({ saveAs }: DocumentNoticesProps): ReactNode {
  const styles = useStyles();
  const problem = useDocument((view) => view.document?.problem ?? null);
  const refusedMessage = useDocument((view) => view.document?.refused?.message);
  const work = useDocument((view) => view.work?.kind ?? null);
  useEffect(() => {
    if (refusedMessage !== undefined) openDialog({ kind: 'documentRefused' });
  }, [refusedMessage]);
  useEffect(() => {
    if (work === null) return undefined;
    openDialog({ kind: 'longWork' });
    return () => {
      closeDialogs('longWork');
    };
  }, [work]);
  return (
    <>
      <MishapBar />
      <FullBar />
      {problem !== null && (
        <div className={styles.bar}>
          <div className={styles.message}>
            <ErrorBar error={problem} />
          </div>
          <Button size="small" onClick={saveAs.run}>
            {saveAs.caption}
          </Button>
        </div>
      )}
    </>
  );
}
