/** The page of a hard drive: where it is attached, and which virtual hard disk is in it. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { diskFormatOf, diskIdOf } from '../../../../shared/model/host-file';
import type { VirtualHardDisk } from '../../../../shared/model/host-file';
import { Explained } from '../../../forms/field-shell';
import { GroupBox } from '../../../forms/group-box';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { TextField } from '../../../forms/text-field';
import { openDialog } from '../../../host/dialogs';
import { vmSettings } from '../../../text/en/vm-settings';
import { drivePage as text } from '../../../text/en/vm-storage';
import { errorOf } from '../settings-page';
import type { DrivePageProps } from './controller-pages';
import { DrivePlaceFields } from './drive-place';
import { DriveRemoval } from './drive-removal';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  path: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '8px', alignItems: 'start' },
  browse: { minWidth: '80px', marginTop: '20px' },
});

function told({ path, maximumGb, type }: VirtualHardDisk): string {
  return text.holds(text.gigabytes(maximumGb), text.types[type], diskFormatOf(path));
}

/** What a running VM has opened stays open. */
export function HardDrivePage(props: DrivePageProps): ReactNode {
  const styles = useStyles();
  const { world, vm, drive, problem, onEdit } = props;
  const { path } = drive.value;
  const disk = world.disk.get(diskIdOf(path.trim()));
  const disabledReason = vm.state === 'Off' || drive.before === null ? undefined : vmSettings.needsOff;
  return (
    <div className={styles.page}>
      <div>{text.hardIntro}</div>
      <DrivePlaceFields {...props} />
      <GroupBox caption={text.media}>
        <div>{text.hardMedia}</div>
        <div className={styles.path} title={path}>
          <TextField
            label={text.virtualHardDisk}
            layout="above"
            maxLength={260}
            value={path}
            error={errorOf(problem, 'path')}
            hint={disk === undefined ? undefined : told(disk)}
            disabledReason={disabledReason}
            onChange={(next) => {
              onEdit({ path: next });
            }}
          />
          <Explained reason={disabledReason}>
            <Button
              className={styles.browse}
              size="small"
              disabledFocusable={disabledReason !== undefined}
              onClick={() => {
                openDialog({
                  kind: 'browseDisks',
                  onChoose: (next) => {
                    onEdit({ path: next });
                  },
                });
              }}
            >
              {text.browse}
            </Button>
          </Explained>
        </div>
        <NoEffectMark what={text.contentsMark}>{text.contents}</NoEffectMark>
      </GroupBox>
      <DriveRemoval {...props}>{text.hardRemoveText}</DriveRemoval>
    </div>
  );
}
