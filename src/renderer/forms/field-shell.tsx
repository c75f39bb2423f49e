/** What every field has around its control: caption, explanation, error, and why it is disabled. */
import { Tooltip, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle12Filled } from '@fluentui/react-icons';
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** Properties that all fields share. The control's accessible name is exactly `label`. */
export interface FieldProps<V> {
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** One sentence, shown beside the control. */
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Disables the control and says why on hover and focus; the control can still be focused. */
  readonly disabledReason?: string | undefined;
  /** Explanation under the control. */
  readonly hint?: string | undefined;
  /** Width of the control: a CSS length. */
  readonly width?: string | undefined;
}

/** What a control must carry so that the shell's texts are tied to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-disabled': true | undefined;
}

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  row: { display: 'flex', gap: '8px', minWidth: 0 },
  beside: { alignItems: 'center' },
  above: { flexDirection: 'column', alignItems: 'stretch', gap: '4px' },
  label: { flexShrink: 0, lineHeight: '16px' },
  dim: { color: tokens.colorNeutralForegroundDisabled },
  control: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    '& input[aria-disabled="true"]': { color: tokens.colorNeutralForegroundDisabled },
  },
  error: {
    display: 'flex',
    alignItems: 'start',
    gap: '4px',
    color: tokens.colorPaletteRedForeground1,
    '& svg': { marginTop: '2px', flexShrink: 0 },
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

export interface FieldShellProps extends Omit<FieldProps<unknown>, 'value' | 'onChange'> {
  /** `beside` puts the caption left of the control; `none` leaves it to the control itself. */
  readonly layout: 'beside' | 'above' | 'none';
  /** Width of the caption at least, so that fields of a group line up: a CSS length. */
  readonly labelWidth?: string | undefined;
  readonly children: (control: ControlProps, off: boolean) => ReactElement;
}

/** Lays out one field. `children` draws the control and spreads the given properties on it. */
export function FieldShell(props: FieldShellProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const { label, error, hint, disabledReason, layout, labelWidth, width } = props;
  const off = props.disabled === true || disabledReason !== undefined;
  const described = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`]
    .filter((each) => each !== false)
    .join(' ');
  const control = props.children(
    {
      id,
      'aria-describedby': described === '' ? undefined : described,
      'aria-invalid': error === undefined ? undefined : true,
      'aria-disabled': off ? true : undefined,
    },
    off,
  );
  return (
    <div className={styles.field}>
      <div className={mergeClasses(styles.row, layout === 'above' ? styles.above : styles.beside)}>
        {layout !== 'none' && (
          <label
            htmlFor={id}
            className={mergeClasses(styles.label, off && styles.dim)}
            style={labelWidth === undefined ? undefined : { minWidth: labelWidth }}
          >
            {label}
          </label>
        )}
        <Explained reason={disabledReason}>
          <div className={styles.control} style={width === undefined ? undefined : { maxWidth: width }}>
            {control}
          </div>
        </Explained>
      </div>
      {error !== undefined && (
        <div id={`${id}-error`} className={styles.error}>
          <ErrorCircle12Filled aria-hidden />
          <span>{error}</span>
        </div>
      )}
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** Shows `reason` when its child, or anything in it, is hovered or focused. */
export function Explained(props: {
  readonly reason: string | undefined;
  readonly children: ReactElement;
}): ReactNode {
  if (props.reason === undefined) return props.children;
  return (
    <Tooltip content={props.reason} relationship="description" positioning="below-start" withArrow>
      {props.children}
    </Tooltip>
  );
}
