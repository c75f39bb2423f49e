/** Chooses the columns of the list of virtual machines, and their order. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { Dispatch, ReactNode } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { ReasonedButton } from '../../forms/reasoned-button';
import { SimulatorMark } from '../../forms/simulator-mark';
import { availableColumns } from '../../frame/list-columns';
import { setPreferences } from '../../frame/preferences';
import { columnsDialog as text } from '../../text/en/columns';
import { forms } from '../../text/en/forms';
import type { DialogProps } from '../dialog-request';
import { obstacles, useColumnDraft, withAdded, withMoved, withRemoved } from './column-draft';
import type { ColumnDraft } from './column-draft';
import { ColumnList } from './column-list';

const useStyles = makeStyles({
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 120px minmax(0, 1fr) 96px',
    gap: '12px',
    padding: '4px 12px 12px',
  },
  // Beside the lists, below the line of their labels.
  buttons: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '20px' },
  mark: { padding: '0 12px 12px' },
  button: { minWidth: '80px' },
});

interface Part {
  readonly draft: ColumnDraft;
  readonly set: Dispatch<ColumnDraft>;
}

/** What goes from the left list to the right one. */
function Available({ draft, set, restore }: Part & { readonly restore: () => void }): ReactNode {
  const styles = useStyles();
  const reasons = obstacles(draft);
  const add = (): void => {
    set(withAdded(draft));
  };
  return (
    <>
      <ColumnList
        first
        label={text.available}
        columns={availableColumns(draft.displayed)}
        chosen={draft.chosenAvailable}
        onChoose={(chosenAvailable) => {
          set({ ...draft, chosenAvailable });
        }}
        onGo={add}
      />
      <div className={styles.buttons}>
        <ReasonedButton reason={reasons.add} onPress={add}>
          {text.add}
        </ReasonedButton>
        <ReasonedButton
          reason={reasons.remove}
          onPress={() => {
            set(withRemoved(draft));
          }}
        >
          {text.remove}
        </ReasonedButton>
        <ReasonedButton reason={reasons.restore} onPress={restore}>
          {text.restore}
        </ReasonedButton>
      </div>
    </>
  );
}

/** The columns in their order. */
function Displayed({ draft, set }: Part): ReactNode {
  const styles = useStyles();
  const reasons = obstacles(draft);
  const move = (step: -1 | 1) => () => {
    set(withMoved(draft, step));
  };
  return (
    <>
      <ColumnList
        label={text.displayed}
        columns={draft.displayed}
        chosen={draft.chosenDisplayed}
        onChoose={(chosenDisplayed) => {
          set({ ...draft, chosenDisplayed });
        }}
        onGo={() => {
          set(withRemoved(draft));
        }}
      />
      <div className={styles.buttons}>
        <ReasonedButton reason={reasons.moveUp} onPress={move(-1)}>
          {text.moveUp}
        </ReasonedButton>
        <ReasonedButton reason={reasons.moveDown} onPress={move(1)}>
          {text.moveDown}
        </ReasonedButton>
      </div>
    </>
  );
}

export default function AddRemoveColumns({ close }: DialogProps<'addRemoveColumns'>): ReactNode {
  const styles = useStyles();
  const { draft, set, restore } = useColumnDraft();
  function submit(): void {
    setPreferences({ columns: draft.displayed });
    close();
  }
  return (
    <DialogFrame
      title={text.title}
      width={620}
      onCancel={close}
      footer={
        <>
          <Button size="small" className={styles.button} appearance="primary" type="submit" onClick={submit}>
            {forms.ok}
          </Button>
          <Button size="small" className={styles.button} onClick={close}>
            {forms.cancel}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <Available draft={draft} set={set} restore={restore} />
        <Displayed draft={draft} set={set} />
      </div>
      <div className={styles.mark}>
        <SimulatorMark what={text.furtherHint}>{text.further}</SimulatorMark>
      </div>
    </DialogFrame>
  );
}
