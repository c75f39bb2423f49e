/** Help on what has the focus: what it is, how real it is, and where that is known from. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { MarkBadge } from '../../fidelity/mark-badge';
import type { Row } from '../../fidelity/rows';
import { subjectOf } from '../../fidelity/subject';
import type { Subject } from '../../fidelity/subject';
import { DialogFrame } from '../../forms/dialog-frame';
import { openDialog } from '../../host/dialogs';
import { windows } from '../../text/en/fidelity/table';
import { forms } from '../../text/en/forms';
import { help as text } from '../../text/en/help';
import type { DialogProps } from '../dialog-request';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 16px 16px', overflow: 'auto' },
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 12px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    userSelect: 'text',
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: '12px', alignItems: 'start' },
  name: { margin: 0, fontSize: '12px', lineHeight: '16px', fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  source: { margin: 0, color: tokens.colorNeutralForeground3 },
  button: { minWidth: '80px' },
});

interface PartProps {
  readonly name: string;
  readonly row: Row;
  /** Stands before how real it is. */
  readonly what: string | null;
}

function Part({ name, row, what }: PartProps): ReactNode {
  const styles = useStyles();
  const { fidelity } = row;
  return (
    <section className={styles.part} aria-label={name}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <MarkBadge mark={fidelity.mark} />
      </div>
      {what !== null && <p className={styles.text}>{what}</p>}
      <p className={styles.text}>{'why' in fidelity ? fidelity.why : text.meanings[fidelity.mark]}</p>
      {'source' in fidelity && <p className={styles.source}>{text.source(fidelity.source)}</p>}
    </section>
  );
}

/** What stands above a control's own sentences. */
function contextOf(name: string, row: Row): string | null {
  const caption = row.control;
  if (caption === null || caption.includes('*') || caption === name) return null;
  return text.partOf(caption);
}

function ControlPart({ subject }: { readonly subject: Subject }): ReactNode {
  const { name, control, page, window } = subject;
  if (name === null) return null;
  if (control === undefined) return <Part name={name} row={page ?? window} what={text.unlisted} />;
  return <Part name={name} row={control} what={contextOf(name, control)} />;
}

/** The control, then the page it is on; without a page the window. */
export default function Help({ request, close }: DialogProps<'help'>): ReactNode {
  const styles = useStyles();
  const subject = subjectOf(windows[request.window], request.names);
  const { page, window } = subject;
  return (
    <DialogFrame
      title={text.title}
      width={460}
      onCancel={close}
      footer={
        <>
          <Button
            size="small"
            onClick={() => {
              openDialog({ kind: 'fidelity', window: window.window, text: page?.page ?? '' });
            }}
          >
            {text.menu}
          </Button>
          <Button
            size="small"
            appearance="primary"
            type="submit"
            data-first-focus
            className={styles.button}
            onClick={close}
          >
            {forms.close}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <ControlPart subject={subject} />
        {page === undefined ? (
          <Part name={window.window} row={window} what={window.what} />
        ) : (
          <Part name={text.page(window.window, page.page ?? '')} row={page} what={page.what} />
        )}
      </div>
    </DialogFrame>
  );
}
