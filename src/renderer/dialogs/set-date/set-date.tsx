/** Sets the calendar of the simulated host. */
import { Button, Input, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { earliestDate, latestDate } from '../../../shared/model/host';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { FieldShell } from '../../forms/field-shell';
import { SimulatorMark } from '../../forms/simulator-mark';
import { useDraft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { dateOffset, simulatedNow } from '../../host/store';
import { forms } from '../../text/en/forms';
import { time as text } from '../../text/en/time';
import type { DialogProps } from '../dialog-request';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '8px 16px 16px' },
  mark: { alignSelf: 'start' },
  button: { minWidth: '80px' },
});

/** What the field shows of a moment, and takes: UTC without saying so. */
function fieldText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}

/** Milliseconds since the Unix epoch; NaN where there is no whole date, or one that the host does not take. */
function dateOf(typed: string): number {
  const ms = Date.parse(`${typed}Z`);
  return ms >= earliestDate && ms <= latestDate ? ms : Number.NaN;
}

/** One date in, one `host.setDate` out. */
export default function SetDate({ close }: DialogProps<'setDate'>): ReactNode {
  const styles = useStyles();
  const draft = useDraft({ typed: fieldText(simulatedNow() + dateOffset()) });
  const date = dateOf(draft.value.typed);

  async function submit(): Promise<void> {
    if (Number.isNaN(date)) return;
    if (await draft.run(() => execute([{ name: 'host.setDate', input: { date } }]))) close();
  }
  return (
    <DialogFrame
      title={text.title}
      width={420}
      onCancel={close}
      footer={
        <>
          <Button
            size="small"
            className={styles.button}
            appearance="primary"
            type="submit"
            disabledFocusable={draft.busy || Number.isNaN(date)}
            onClick={() => void submit()}
          >
            {forms.ok}
          </Button>
          <Button size="small" className={styles.button} onClick={close}>
            {forms.cancel}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <FieldShell
          label={text.date}
          layout="beside"
          hint={text.hint}
          error={Number.isNaN(date) ? text.noDate : undefined}
        >
          {(control) => (
            <Input
              {...control}
              size="small"
              type="datetime-local"
              step={1}
              min={fieldText(earliestDate)}
              max={fieldText(latestDate)}
              value={draft.value.typed}
              data-first-focus
              onChange={(_, { value }) => {
                draft.set({ typed: value });
              }}
            />
          )}
        </FieldShell>
        <span className={styles.mark}>
          <SimulatorMark what={text.hint} />
        </span>
        <ErrorBar error={draft.error} />
      </div>
    </DialogFrame>
  );
}
