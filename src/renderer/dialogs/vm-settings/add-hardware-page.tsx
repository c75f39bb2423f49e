/** The page `Add Hardware`: a list of devices, and a button that drafts one. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AdapterKind } from '../../../shared/model/adapter';
import type { Vm } from '../../../shared/model/vm';
import { Explained } from '../../forms/field-shell';
import { useListBoxStyles } from '../../forms/list-box';
import { vmSettings as text } from '../../text/en/vm-settings';
import { addRefusedReason, addableKinds } from './settings-draft';
import type { AdapterPage } from './settings-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { height: '116px', padding: '4px' },
  button: { alignSelf: 'end', minWidth: '80px' },
});

export interface AddHardwarePageProps {
  readonly vm: Vm;
  readonly pages: readonly AdapterPage[];
  readonly onAdd: (kind: AdapterKind) => void;
}

/** A device that cannot be added now is listed; the button says why it is off. */
export function AddHardwarePage({ vm, pages, onAdd }: AddHardwarePageProps): ReactNode {
  const styles = useStyles();
  const box = useListBoxStyles();
  const kinds = addableKinds(vm);
  const [kind, setKind] = useState<AdapterKind>('synthetic');
  const reason = addRefusedReason(vm, pages, kind);
  function add(): void {
    if (reason === undefined) onAdd(kind);
  }
  return (
    <div className={styles.page}>
      <div>{text.addHardwareIntro}</div>
      <div>{text.addHardwareChoose}</div>
      <select
        className={mergeClasses(box.list, styles.list)}
        aria-label={text.addHardware}
        size={5}
        value={kind}
        onChange={(event) => {
          setKind(kinds[event.target.selectedIndex] ?? 'synthetic');
        }}
        onDoubleClick={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      >
        {kinds.map((each) => (
          <option key={each} value={each}>
            {text.deviceNames[each]}
          </option>
        ))}
      </select>
      <Explained reason={reason}>
        <Button className={styles.button} size="small" disabledFocusable={reason !== undefined} onClick={add}>
          {text.add}
        </Button>
      </Explained>
    </div>
  );
}
