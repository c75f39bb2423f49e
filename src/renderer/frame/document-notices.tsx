/** What the program has to say by itself: a document cannot be opened or saved, work takes long, something crashed. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { ErrorBar } from '../forms/error-bar';
import { openDialog, closeDialogs } from '../host/dialogs';
import { dismissMishap, useDocument } from '../host/document';
import { document as text } from '../text/en/document';
import { forms } from '../text/en/forms';
import { recordings } from '../text/en/recordings';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '8px', alignItems: 'center', padding: '4px 8px', flexShrink: 0 },
  message: { flexGrow: 1, minWidth: 0 },
  info: {
    display: 'flex',
    gap: '8px',
    padding: '7px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '& svg': { flexShrink: 0 },
  },
});

export interface DocumentNoticesProps {
  readonly saveAs: { readonly caption: string; readonly run: () => void };
}

function InfoBar(props: {
  readonly message: string;
  readonly button: string;
  readonly onPress: () => void;
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <div className={styles.message}>
        <div role="status" className={styles.info}>
          <Info16Regular aria-hidden />
          <span>{props.message}</span>
        </div>
      </div>
      <Button size="small" onClick={props.onPress}>
        {props.button}
      </Button>
    </div>
  );
}

/** Stays until it has been read: whoever looked elsewhere wants to know as well. */
function MishapBar(): ReactNode {
  const mishap = useDocument((view) => view.mishap);
  if (mishap === null) return null;
  return <InfoBar message={text.mishaps[mishap]} button={forms.close} onPress={dismissMishap} />;
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
