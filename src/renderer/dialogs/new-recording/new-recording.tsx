/** Begins a recording: its name, how often, and of what. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { CheckField } from '../../forms/check-field';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { NumberField } from '../../forms/number-field';
import { ReasonedButton } from '../../forms/reasoned-button';
import { TextField } from '../../forms/text-field';
import { useDraft } from '../../forms/use-draft';
import type { Draft } from '../../forms/use-draft';
import { request as ask } from '../../host/client';
import { selectionStore } from '../../host/selection';
import { hostStore, useWorld } from '../../host/store';
import { forms } from '../../text/en/forms';
import { recordings as text } from '../../text/en/recordings';
import type { DialogProps } from '../dialog-request';
import { AdapterList } from './adapter-list';
import { adapterChoices, intervalError, obstacle, pathsOf, wanted } from './recording-draft';
import type { RecordingDraft } from './recording-draft';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    padding: '4px 16px 12px',
  },
  rest: { display: 'flex', flexDirection: 'column', gap: '8px', flexGrow: 1, minHeight: 0 },
  heading: { margin: '4px 0 0', fontSize: '12px', fontWeight: tokens.fontWeightSemibold, flexShrink: 0 },
  note: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

/** Of everything that the selected virtual machines have. */
function initial(number: number): RecordingDraft {
  const { vmIds } = selectionStore.getState();
  const adapters = [...hostStore.getState().world.adapter.values()];
  return {
    name: text.freeName(number),
    seconds: 1,
    rootProcessor: true,
    adapterIds: adapters.filter(({ vmId }) => vmIds.includes(vmId)).map(({ id }) => id),
  };
}

function Fields({ draft }: { readonly draft: Draft<RecordingDraft> }): ReactNode {
  return (
    <>
      <TextField
        label={text.name}
        labelWidth="60px"
        value={draft.value.name}
        maxLength={100}
        autoFocus
        onChange={(name) => {
          draft.set({ name });
        }}
      />
      <NumberField
        label={text.interval}
        labelWidth="60px"
        value={draft.value.seconds}
        min={1}
        max={60}
        step={1}
        unit={text.seconds}
        hint={text.intervalHint}
        error={intervalError(draft.value)}
        onChange={(seconds) => {
          draft.set({ seconds });
        }}
      />
    </>
  );
}

export default function NewRecording({ request, close }: DialogProps<'newRecording'>): ReactNode {
  const styles = useStyles();
  const world = useWorld();
  const choices = useMemo(() => adapterChoices(world), [world]);
  const [begun] = useState(() => initial(request.number));
  const draft = useDraft(begun);
  const { value } = draft;
  const reason = obstacle(value, choices);

  async function start(): Promise<void> {
    if (reason !== undefined) return;
    if (await draft.run(() => ask('recording.start', wanted(value, choices)))) close();
  }

  return (
    <DialogFrame
      title={text.newTitle}
      width={440}
      height={460}
      onCancel={close}
      footer={
        <>
          <ReasonedButton
            reason={reason}
            busy={draft.busy}
            primary
            type="submit"
            onPress={() => void start()}
          >
            {text.start}
          </ReasonedButton>
          <Button size="small" onClick={close}>
            {forms.cancel}
          </Button>
        </>
      }
    >
      <div className={styles.page}>
        <Fields draft={draft} />
        <section aria-label={text.what} className={styles.rest}>
          <h3 className={styles.heading}>{text.what}</h3>
          <CheckField
            label={text.rootProcessor}
            value={value.rootProcessor}
            onChange={(rootProcessor) => {
              draft.set({ rootProcessor });
            }}
          />
          <div className={styles.note}>{text.adaptersHint}</div>
          <AdapterList
            choices={choices}
            chosen={value.adapterIds}
            onChoose={(adapterIds) => {
              draft.set({ adapterIds });
            }}
          />
        </section>
        <div className={styles.note}>{text.counters(pathsOf(value, choices).length)}</div>
        <ErrorBar error={draft.error} />
      </div>
    </DialogFrame>
  );
}
