/** The document's recordings of counters: begin, end, export, delete. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Recording } from '../../../shared/model/recording';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { ReasonedButton } from '../../forms/reasoned-button';
import { SimulatorMark } from '../../forms/simulator-mark';
import { openDialog } from '../../host/dialogs';
import { forms } from '../../text/en/forms';
import { recordings as text } from '../../text/en/recordings';
import type { DialogProps } from '../dialog-request';
import { RecordingTable } from './recording-table';
import { useRecordings } from './use-recordings';
import type { RecordingsView } from './use-recordings';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    padding: '0 12px 12px',
  },
  mark: { flexShrink: 0 },
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  empty: { padding: '24px 16px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
  below: { display: 'flex', alignItems: 'center', gap: '8px', flexShrink: 0 },
  status: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  full: { margin: 0, flexShrink: 0, color: tokens.colorNeutralForeground2 },
});

function askToDelete(recording: Recording, remove: RecordingsView['remove']): void {
  const { title, message, confirm, refuse } = text.deleteQuestion;
  openDialog({
    kind: 'confirm',
    title,
    message: message(recording.name, recording.samples),
    confirm,
    refuse,
    onConfirm: () => {
      remove(recording);
    },
  });
}

function Buttons(props: {
  readonly view: RecordingsView;
  readonly chosen: Recording | undefined;
}): ReactNode {
  const { view, chosen } = props;
  const none = chosen === undefined ? text.noneChosen : undefined;
  function press(wish: (recording: Recording) => void): () => void {
    return () => {
      if (chosen !== undefined) wish(chosen);
    };
  }
  const ended = chosen !== undefined && chosen.endedAt !== null ? text.hasEnded : undefined;
  return (
    <>
      <Button
        size="small"
        data-first-focus
        onClick={() => {
          openDialog({ kind: 'newRecording', number: (view.listed?.recordings.length ?? 0) + 1 });
        }}
      >
        {text.new}
      </Button>
      <ReasonedButton reason={none ?? ended} onPress={press(view.stop)}>
        {text.stop}
      </ReasonedButton>
      <ReasonedButton reason={none} onPress={press(view.export)}>
        {text.export}
      </ReasonedButton>
      <ReasonedButton
        reason={none}
        onPress={press((recording) => {
          askToDelete(recording, view.remove);
        })}
      >
        {text.delete}
      </ReasonedButton>
    </>
  );
}

/** The newest recording is chosen until another one is. */
export default function Recordings({ close }: DialogProps<'recordings'>): ReactNode {
  const styles = useStyles();
  const view = useRecordings();
  const [wanted, setWanted] = useState<number | null>(null);
  const all = view.listed?.recordings ?? [];
  const chosen = all.find(({ id }) => id === wanted) ?? all.at(-1);
  return (
    <DialogFrame
      title={text.title}
      width={760}
      height={440}
      onCancel={close}
      footer={
        <Button size="small" onClick={close}>
          {forms.close}
        </Button>
      }
    >
      <div className={styles.page}>
        <div className={styles.mark}>
          <SimulatorMark what={text.hint} />
        </div>
        <div className={styles.list}>
          {all.length > 0 && (
            <RecordingTable recordings={all} chosen={chosen?.id ?? null} onChoose={setWanted} />
          )}
          {view.listed !== null && all.length === 0 && <div className={styles.empty}>{text.empty}</div>}
        </div>
        {view.listed?.full === true && (
          <p role="status" className={styles.full}>
            {text.full}
          </p>
        )}
        <ErrorBar error={view.error} />
        <div className={styles.below}>
          <Buttons view={view} chosen={chosen} />
          <span role="status" className={styles.status} title={view.said}>
            {view.said}
          </span>
        </div>
      </div>
    </DialogFrame>
  );
}
