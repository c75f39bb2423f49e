/** The page `Add Hardware`: a list of devices, and a button that drafts one. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { AddSquare16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AdapterKind } from '../../../../shared/model/adapter';
import type { Vm } from '../../../../shared/model/vm';
import type { WorldView } from '../../../../shared/model/world-view';
import { Explained } from '../../../forms/field-shell';
import { useListBoxStyles } from '../../../forms/list-box';
import { vmSettings as text } from '../../../text/en/vm-settings';
import {
  adapterPages,
  addRefusedReason,
  addableKinds,
  withNewAdapter,
} from '../network-adapter/adapter-draft';
import type { DraftedAdapter } from '../network-adapter/adapter-draft';
import type { SettingsDraft } from '../settings-draft';
import type { SettingsPage } from '../settings-page';

/** Id of the page that adds devices. */
export const addHardwarePageId = 'add';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { height: '116px', padding: '4px' },
  button: { alignSelf: 'end', minWidth: '80px' },
});

interface AddHardwarePageProps {
  readonly vm: Vm;
  readonly adapters: readonly DraftedAdapter[];
  readonly onAdd: (kind: AdapterKind) => void;
}

/** A device that cannot be added now is listed; the button says why it is off. */
function AddHardwarePage({ vm, adapters, onAdd }: AddHardwarePageProps): ReactNode {
  const styles = useStyles();
  const box = useListBoxStyles();
  const kinds = addableKinds(vm);
  const [kind, setKind] = useState<AdapterKind>('synthetic');
  const reason = addRefusedReason(vm, adapters, kind);
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

export function addHardwarePage(world: WorldView, vm: Vm, draft: SettingsDraft): SettingsPage {
  return {
    id: addHardwarePageId,
    label: text.addHardware,
    icon: <AddSquare16Regular />,
    draw: ({ change, select }) => (
      <AddHardwarePage
        vm={vm}
        adapters={adapterPages(world, vm.id, draft)}
        onAdd={(kind) => {
          const added = withNewAdapter(draft, kind);
          change(added.draft);
          select(added.page);
        }}
      />
    ),
  };
}
