/** The pages of a VM's controllers, each with those of its drives. */
import { Cd16Regular, Gauge16Regular, HardDrive16Regular, Storage16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { fileNameOf } from '../../../../shared/model/host-file';
import type { Vm } from '../../../../shared/model/vm';
import type { WorldView } from '../../../../shared/model/world-view';
import { controllerPage, driveKinds, drivePage, qualityOfServicePage } from '../../../text/en/vm-storage';
import type { SettingsDraft } from '../settings-draft';
import type { PageView, SettingsPage } from '../settings-page';
import { ControllerPage } from './controller-page';
import { DvdDrivePage } from './dvd-drive-page';
import { HardDrivePage } from './hard-drive-page';
import { QualityOfServicePage } from './quality-of-service-page';
import { draftedControllers, draftedDrives, qosPageOf, withDriveEdit } from './storage-draft';
import type { DraftedController, DraftedDrive } from './storage-draft';
import { toldOf } from './storage-value';
import type { DriveValue } from './storage-value';

/** What every page of a drive is given. */
export interface DrivePageProps extends PageView {
  readonly world: WorldView;
  readonly vm: Vm;
  readonly draft: SettingsDraft;
  readonly drive: DraftedDrive;
  readonly onEdit: (patch: Partial<DriveValue>) => void;
}

function drivePages(world: WorldView, vm: Vm, draft: SettingsDraft, drive: DraftedDrive): SettingsPage {
  const props = (view: PageView): DrivePageProps => ({
    ...view,
    ...{ world, vm, draft, drive },
    onEdit: (patch) => {
      view.change(withDriveEdit(draft, drive, patch));
    },
  });
  const { path } = toldOf(drive.kind, drive.value);
  const shared = {
    id: drive.id,
    label: driveKinds[drive.kind],
    detail: path === null || path === '' ? drivePage.none : fileNameOf(path),
  };
  if (drive.kind === 'dvd') {
    return {
      ...shared,
      icon: <Cd16Regular />,
      draw: (view) => <DvdDrivePage key={drive.id} {...props(view)} />,
    };
  }
  const quality: SettingsPage = {
    id: qosPageOf(drive.id),
    label: qualityOfServicePage.title,
    icon: <Gauge16Regular />,
    draw: (view) => <QualityOfServicePage key={drive.id} {...props(view)} />,
  };
  const draw = (view: PageView): ReactNode => <HardDrivePage key={drive.id} {...props(view)} />;
  return { ...shared, icon: <HardDrive16Regular />, draw, children: [quality] };
}

function isOn({ value }: DraftedDrive, { type, number }: DraftedController): boolean {
  return value.controllerType === type && value.controllerNumber === number;
}

export function controllerPages(world: WorldView, vm: Vm, draft: SettingsDraft): readonly SettingsPage[] {
  const drives = draftedDrives(vm, draft);
  return draftedControllers(vm, draft).map((controller) => ({
    id: controller.id,
    label: controllerPage.names[controller.type](controller.number),
    icon: <Storage16Regular />,
    draw: (view) => <ControllerPage key={controller.id} {...{ vm, draft, controller }} {...view} />,
    children: drives
      .filter((drive) => isOn(drive, controller))
      .map((drive) => drivePages(world, vm, draft, drive)),
  }));
}
