/** The row of buttons at the bottom right of a property dialog. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { forms } from '../text/en/forms';

const useStyles = makeStyles({
  row: { display: 'flex', justifyContent: 'flex-end', gap: '8px', width: '100%' },
  button: { minWidth: '80px' },
});

export interface OkCancelApplyProps {
  /** Applies and closes. Enter in a text field does the same. */
  readonly onOk: () => void;
  readonly onCancel: () => void;
  readonly onApply: () => void;
  /** False while there is nothing to apply. */
  readonly canApply: boolean;
  /** True while the host is being asked. */
  readonly busy: boolean;
}

/** OK, Cancel and Apply, in that order. */
export function OkCancelApply(props: OkCancelApplyProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Button
        className={styles.button}
        size="small"
        appearance="primary"
        type="submit"
        disabledFocusable={props.busy}
        onClick={props.onOk}
      >
        {forms.ok}
      </Button>
      <Button className={styles.button} size="small" onClick={props.onCancel}>
        {forms.cancel}
      </Button>
      <Button
        className={styles.button}
        size="small"
        disabledFocusable={!props.canApply || props.busy}
        onClick={props.onApply}
      >
        {forms.apply}
      </Button>
    </div>
  );
}
