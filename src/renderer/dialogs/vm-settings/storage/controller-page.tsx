/** The page of an IDE or a SCSI controller: a list of drives to attach, and for SCSI the way to get rid of it. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DriveKind } from '../../../../shared/model/storage';
import type { Vm } from '../../../../shared/model/vm';
import { Explained } from '../../../forms/field-shell';
import { useListBoxStyles } from '../../../forms/list-box';
import { controllerPage as text, driveKinds } from '../../../text/en/vm-storage';
import type { SettingsDraft } from '../settings-draft';
import type { PageView } from '../settings-page';
import { addDriveReason, draftedDrives, kindsFor, withNewDrive, withoutController } from './storage-draft';
import type { DraftedController } from './storage-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { height: '72px', padding: '4px' },
  button: { alignSelf: 'end', minWidth: '80px' },
});

export interface ControllerPageProps extends PageView {
  readonly vm: Vm;
  readonly draft: SettingsDraft;
  readonly controller: DraftedController;
}

/** A new controller can be dropped whatever the VM is doing. */
function Removal({ vm, draft, controller, change }: ControllerPageProps): ReactNode {
  const styles = useStyles();
  const reason = vm.state === 'Off' || controller.isNew ? undefined : text.removeNeedsOff;
  return (
    <>
      <div>{text.removeText}</div>
      <Explained reason={reason}>
        <Button
          className={styles.button}
          size="small"
          disabledFocusable={reason !== undefined}
          onClick={() => {
            change(withoutController(vm, draft, controller));
          }}
        >
          {text.remove}
        </Button>
      </Explained>
    </>
  );
}

export function ControllerPage(props: ControllerPageProps): ReactNode {
  const styles = useStyles();
  const box = useListBoxStyles();
  const { vm, draft, controller, change, select } = props;
  const kinds = kindsFor(vm, controller);
  const [kind, setKind] = useState<DriveKind>('hard');
  const reason = addDriveReason(vm, draftedDrives(vm, draft), controller, kind);
  function add(): void {
    if (reason !== undefined) return;
    const added = withNewDrive(vm, draft, controller, kind);
    change(added.draft);
    select(added.page);
  }
  return (
    <div className={styles.page}>
      <div>{text.intros[controller.type]}</div>
      <div>{text.choose}</div>
      <select
        className={mergeClasses(box.list, styles.list)}
        aria-label={text.drives}
        size={3}
        value={kind}
        onChange={(event) => {
          setKind(kinds[event.target.selectedIndex] ?? 'hard');
        }}
        onDoubleClick={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      >
        {kinds.map((each) => (
          <option key={each} value={each}>
            {driveKinds[each]}
          </option>
        ))}
      </select>
      <Explained reason={reason}>
        <Button className={styles.button} size="small" disabledFocusable={reason !== undefined} onClick={add}>
          {text.add}
        </Button>
      </Explained>
      {controller.type === 'SCSI' && <Removal {...props} />}
    </div>
  );
}
