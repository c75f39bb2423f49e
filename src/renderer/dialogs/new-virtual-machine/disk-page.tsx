/** `Connect Virtual Hard Disk`. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { mostDiskGb } from '../../../shared/model/host-file';
import { Explained } from '../../forms/field-shell';
import { NumberField } from '../../forms/number-field';
import { RadioChoices } from '../../forms/radio-choices';
import { TextField } from '../../forms/text-field';
import { openDialog } from '../../host/dialogs';
import { wizard as text } from '../../text/en/wizard';
import { diskFolderOf, diskNameOf } from './wizard-disk';
import type { HostPageProps } from './wizard-pages';

const useStyles = makeStyles({
  paragraph: { margin: 0 },
  fields: { display: 'flex', flexDirection: 'column', gap: '4px' },
  path: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '8px', alignItems: 'start' },
  browse: { minWidth: '80px' },
});

const labelWidth = '56px';

function NewDiskFields({ value, set, errors, host }: HostPageProps): ReactNode {
  const styles = useStyles();
  const disabledReason = value.disk === 'new' ? undefined : text.disk.needsCreate;
  const folder = diskFolderOf(value, host);
  const shared = { labelWidth, disabledReason };
  return (
    <div className={styles.fields}>
      <TextField
        {...shared}
        label={text.disk.name}
        maxLength={260}
        value={diskNameOf(value, host)}
        error={errors.diskName}
        onChange={(diskName) => {
          set({ diskName });
        }}
      />
      <div title={folder}>
        <TextField
          {...shared}
          label={text.disk.location}
          maxLength={260}
          value={folder}
          error={errors.diskFolder}
          onChange={(diskFolder) => {
            set({ diskFolder });
          }}
        />
      </div>
      <NumberField
        {...shared}
        label={text.disk.size}
        width="240px"
        unit={text.disk.unit}
        min={1}
        max={mostDiskGb.VHDX}
        value={value.diskSizeGb}
        error={errors.diskSizeGb}
        onChange={(diskSizeGb) => {
          set({ diskSizeGb });
        }}
      />
    </div>
  );
}

function ExistingDiskField({ value, set, errors }: HostPageProps): ReactNode {
  const styles = useStyles();
  const disabledReason = value.disk === 'existing' ? undefined : text.disk.needsExisting;
  return (
    <div className={styles.path} title={value.existingDisk}>
      <TextField
        label={text.disk.path}
        labelWidth={labelWidth}
        disabledReason={disabledReason}
        maxLength={260}
        value={value.existingDisk}
        error={errors.existingDisk}
        onChange={(existingDisk) => {
          set({ existingDisk });
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
              onChoose: (existingDisk) => {
                set({ existingDisk });
              },
            });
          }}
        >
          {text.disk.browse}
        </Button>
      </Explained>
    </div>
  );
}

/** What belongs to a choice that is not taken shows, but cannot be changed, as in Windows. */
export function DiskPage(props: HostPageProps): ReactNode {
  const styles = useStyles();
  const { value, set } = props;
  return (
    <>
      <p className={styles.paragraph}>{text.disk.intro}</p>
      <RadioChoices
        label={text.disk.label}
        value={value.disk}
        choices={[
          {
            value: 'new',
            label: text.disk.create,
            hint: text.disk.createHint,
            content: <NewDiskFields {...props} />,
          },
          {
            value: 'existing',
            label: text.disk.existing,
            hint: text.disk.existingHints[value.generation],
            content: <ExistingDiskField {...props} />,
          },
          { value: 'later', label: text.disk.later, hint: text.disk.laterHint },
        ]}
        onChange={(disk) => {
          set({ disk });
        }}
      />
    </>
  );
}
