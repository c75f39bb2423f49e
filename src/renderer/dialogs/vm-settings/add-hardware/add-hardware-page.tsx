/** The page `Add Hardware`: a list of devices, and a button that drafts one. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { AddSquare16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Vm } from '../../../../shared/model/vm';
import type { WorldView } from '../../../../shared/model/world-view';
import { Explained } from '../../../forms/field-shell';
import { useListBoxStyles } from '../../../forms/list-box';
import { controllerPage } from '../../../text/en/vm-storage';
import { vmSettings as text } from '../../../text/en/vm-settings';
import {
  adapterPages,
  addRefusedReason,
  addableKinds,
  withNewAdapter,
} from '../network-adapter/adapter-draft';
import type { SettingsDraft } from '../settings-draft';
import type { PageActions, SettingsPage } from '../settings-page';
import { addControllerReason, withNewController } from '../storage/storage-draft';

/** Id of the page that adds devices. */
export const addHardwarePageId = 'add';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { height: '116px', padding: '4px' },
  button: { alignSelf: 'end', minWidth: '80px' },
});

/** A line of the list. */
interface Device {
  readonly id: string;
  readonly label: string;
  /** Why it cannot be added now; undefined when it can. */
  readonly reason: string | undefined;
  /** The draft with one more of it, and its page. */
  readonly add: () => { readonly draft: SettingsDraft; readonly page: string };
}

function devicesFor(world: WorldView, vm: Vm, draft: SettingsDraft): readonly Device[] {
  const adapters = adapterPages(world, vm.id, draft);
  const kinds = addableKinds(vm).map((kind): Device => ({
    id: kind,
    label: text.deviceNames[kind],
    reason: addRefusedReason(vm, adapters, kind),
    add: () => withNewAdapter(draft, kind),
  }));
  const controller: Device = {
    id: 'scsi',
    label: controllerPage.names.SCSI(),
    reason: addControllerReason(vm, draft),
    add: () => withNewController(vm, draft),
  };
  return [controller, ...kinds];
}

interface AddHardwarePageProps extends PageActions {
  readonly devices: readonly Device[];
}

/** A device that cannot be added now is listed; the button says why it is off. */
function AddHardwarePage({ devices, change, select }: AddHardwarePageProps): ReactNode {
  const styles = useStyles();
  const box = useListBoxStyles();
  const [wanted, setWanted] = useState<string>('synthetic');
  const device = devices.find(({ id }) => id === wanted);
  const reason = device?.reason;
  function add(): void {
    if (device === undefined || reason !== undefined) return;
    const added = device.add();
    change(added.draft);
    select(added.page);
  }
  return (
    <div className={styles.page}>
      <div>{text.addHardwareIntro}</div>
      <div>{text.addHardwareChoose}</div>
      <select
        className={mergeClasses(box.list, styles.list)}
        aria-label={text.addHardware}
        size={5}
        value={wanted}
        onChange={(event) => {
          setWanted(devices[event.target.selectedIndex]?.id ?? wanted);
        }}
        onDoubleClick={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      >
        {devices.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
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
    draw: (view) => <AddHardwarePage devices={devicesFor(world, vm, draft)} {...view} />,
  };
}
