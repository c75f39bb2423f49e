/** Compare: two moments of the document, or another document, as a list of differences. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ComparedMoment, DocumentStep } from '../../../shared/model/document';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { SelectField } from '../../forms/select-field';
import { SimulatorMark } from '../../forms/simulator-mark';
import { useDocument } from '../../host/document';
import { document as text } from '../../text/en/document';
import { forms } from '../../text/en/forms';
import type { DialogProps } from '../dialog-request';
import { DifferenceTable } from './difference-table';
import { useComparison } from './use-comparison';
import type { ComparisonView } from './use-comparison';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    padding: '4px 12px 12px',
  },
  status: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '24px' },
  rest: { flexGrow: 1 },
});

/** Every moment that can be chosen, the newest step first. */
function choicesOf(steps: readonly DocumentStep[], file: string | null) {
  const all: { moment: ComparedMoment; label: string }[] = [
    { moment: { moment: 'now' }, label: text.moments.now },
    ...[...steps].reverse().map((step) => ({
      moment: { moment: 'before', step: step.step } as const,
      label: text.moments.before(step),
    })),
    { moment: { moment: 'start' }, label: text.moments.start },
    { moment: { moment: 'file' }, label: file === null ? text.moments.file : text.otherFile(file) },
  ];
  return all.map(({ moment, label }) => ({ value: text.momentKey(moment), label, moment }));
}

interface MomentProps {
  readonly side: 'left' | 'right';
  readonly view: ComparisonView;
}

function Moment({ side, view }: MomentProps): ReactNode {
  const choices = choicesOf(view.steps, view.found?.file ?? null);
  return (
    <SelectField
      label={side === 'left' ? text.compareLeft : text.compareRight}
      labelWidth="48px"
      value={text.momentKey(view[side])}
      choices={choices}
      autoFocus={side === 'left'}
      onChange={(value) => {
        const choice = choices.find((each) => each.value === value);
        if (choice !== undefined) view.choose(side, choice.moment);
      }}
    />
  );
}

function statusOf({ busy, found }: ComparisonView): string {
  if (busy) return text.compareBusy;
  if (found === null) return text.noFile;
  return found.differences.length === 0 ? text.same : text.count(found.differences.length, found.more);
}

/** Shows at once what the last step has changed. */
export default function Compare({ close }: DialogProps<'compare'>): ReactNode {
  const styles = useStyles();
  const lastStep = useDocument((view) => view.document?.undo?.step ?? null);
  const view = useComparison(lastStep);
  const withFile = view.left.moment === 'file' || view.right.moment === 'file';
  return (
    <DialogFrame
      title={text.compareTitle}
      width={800}
      height={600}
      onCancel={close}
      footer={
        <Button size="small" appearance="primary" type="submit" onClick={close}>
          {forms.close}
        </Button>
      }
    >
      <div className={styles.page}>
        <Moment side="left" view={view} />
        <Moment side="right" view={view} />
        <div className={styles.status}>
          <span role="status">{view.error === null && statusOf(view)}</span>
          <SimulatorMark />
          <span className={styles.rest} />
          {withFile && (
            <Button size="small" onClick={view.again}>
              {text.compareAgain}
            </Button>
          )}
        </div>
        <ErrorBar error={view.error} />
        {view.found !== null && view.found.differences.length > 0 && (
          <DifferenceTable differences={view.found.differences} />
        )}
      </div>
    </DialogFrame>
  );
}
