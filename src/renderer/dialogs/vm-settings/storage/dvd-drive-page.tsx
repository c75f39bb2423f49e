/** The page of a DVD drive: where it is attached, and which image file is in it. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { canChangeMedia } from '../../../../shared/model/storage';
import { GroupBox } from '../../../forms/group-box';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { RadioChoices } from '../../../forms/radio-choices';
import { TextField } from '../../../forms/text-field';
import { drivePage as text } from '../../../text/en/vm-storage';
import { errorOf } from '../settings-page';
import type { DrivePageProps } from './controller-pages';
import { DrivePlaceFields } from './drive-place';
import { DriveRemoval } from './drive-removal';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** Media are changed while the VM runs, too. */
export function DvdDrivePage(props: DrivePageProps): ReactNode {
  const styles = useStyles();
  const { vm, drive, problem, onEdit } = props;
  const { hasMedia, path } = drive.value;
  const disabledReason = canChangeMedia(vm) ? undefined : text.needsOffOrRunning;
  const image = (
    <div title={path}>
      <TextField
        label={text.path}
        maxLength={260}
        value={path}
        error={errorOf(problem, 'path')}
        disabledReason={disabledReason}
        onChange={(next) => {
          onEdit({ hasMedia: true, path: next });
        }}
      />
    </div>
  );
  return (
    <div className={styles.page}>
      <div>{text.dvdIntro}</div>
      <DrivePlaceFields {...props} />
      <GroupBox caption={text.media}>
        <RadioChoices
          label={text.dvdMedia}
          showLabel
          choices={[
            { value: 'none', label: text.none },
            { value: 'image', label: text.imageFile, content: image },
          ]}
          value={hasMedia ? 'image' : 'none'}
          disabledReason={disabledReason}
          onChange={(choice) => {
            onEdit({ hasMedia: choice === 'image' });
          }}
        />
        <NoEffectMark what={text.imageMark} />
      </GroupBox>
      <DriveRemoval {...props}>{text.dvdRemoveText}</DriveRemoval>
    </div>
  );
}
