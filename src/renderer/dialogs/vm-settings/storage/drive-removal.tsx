/** The sentence and the button that take a drive away. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Explained } from '../../../forms/field-shell';
import { drivePage as text } from '../../../text/en/vm-storage';
import type { DrivePageProps } from './controller-pages';
import { removeDriveReason, withoutDrive } from './storage-draft';

const useStyles = makeStyles({ remove: { alignSelf: 'end', minWidth: '80px' } });

export function DriveRemoval(props: DrivePageProps & { readonly children: string }): ReactNode {
  const styles = useStyles();
  const { vm, draft, drive, change } = props;
  const reason = removeDriveReason(vm, drive);
  return (
    <>
      <div>{props.children}</div>
      <Explained reason={reason}>
        <Button
          className={styles.remove}
          size="small"
          disabledFocusable={reason !== undefined}
          onClick={() => {
            change(withoutDrive(draft, drive));
          }}
        >
          {text.remove}
        </Button>
      </Explained>
    </>
  );
}
