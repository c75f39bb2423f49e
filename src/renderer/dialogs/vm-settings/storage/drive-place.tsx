/** Controller and location of a drive: side by side, as in the original. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { canAddOrRemoveDrive, canHold } from '../../../../shared/model/storage';
import { SelectField } from '../../../forms/select-field';
import { vmSettings } from '../../../text/en/vm-settings';
import { controllerPage, drivePage as text } from '../../../text/en/vm-storage';
import { errorOf } from '../settings-page';
import type { DrivePageProps } from './controller-pages';
import { controllerPageOf, draftedControllers, draftedDrives, freeLocations } from './storage-draft';
import type { DraftedController } from './storage-draft';

const useStyles = makeStyles({
  place: { display: 'grid', gridTemplateColumns: '2fr 1fr', gap: '8px' },
});

/** Controllers that could take the drive, its own among them. */
function controllersFor({ vm, draft, drive }: DrivePageProps): readonly DraftedController[] {
  const drives = draftedDrives(vm, draft);
  return draftedControllers(vm, draft).filter(({ type, number }) => {
    const own = type === drive.value.controllerType && number === drive.value.controllerNumber;
    const takes =
      canHold(vm, type, drive.kind) && canAddOrRemoveDrive(vm, { kind: drive.kind, controllerType: type });
    return own || (takes && freeLocations(drives, { type, number }, drive).length > 0);
  });
}

/** Moving a drive needs a VM that is off; one that is still to be added goes where it may be added. */
export function DrivePlaceFields(props: DrivePageProps): ReactNode {
  const styles = useStyles();
  const { vm, draft, drive, problem, onEdit } = props;
  const { controllerType, controllerNumber, controllerLocation } = drive.value;
  const drives = draftedDrives(vm, draft);
  const controllers = controllersFor(props);
  const several = draftedControllers(vm, draft).filter(({ type }) => type === 'SCSI').length > 1;
  const own = { type: controllerType, number: controllerNumber };
  const locations = freeLocations(drives, own, drive);
  const disabledReason = vm.state === 'Off' || drive.before === null ? undefined : vmSettings.needsOff;
  return (
    <div className={styles.place}>
      <SelectField
        label={text.controller}
        layout="above"
        choices={controllers.map(({ id, type, number }) => ({
          value: id,
          label: controllerPage.choice(type, number, several),
        }))}
        value={controllerPageOf(controllerType, controllerNumber)}
        error={errorOf(problem, 'controllerType') ?? errorOf(problem, 'controllerNumber')}
        disabledReason={disabledReason}
        onChange={(id) => {
          const chosen = controllers.find((controller) => controller.id === id);
          if (chosen === undefined) return;
          const [location = 0] = freeLocations(drives, chosen, drive);
          onEdit({
            controllerType: chosen.type,
            controllerNumber: chosen.number,
            controllerLocation: location,
          });
        }}
      />
      <SelectField
        label={text.location}
        layout="above"
        choices={locations.map((location) => ({ value: String(location), label: String(location) }))}
        value={String(controllerLocation)}
        error={errorOf(problem, 'controllerLocation')}
        disabledReason={disabledReason}
        onChange={(location) => {
          onEdit({ controllerType, controllerNumber, controllerLocation: Number(location) });
        }}
      />
    </div>
  );
}
