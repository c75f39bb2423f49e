/** A check box with its caption. */
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FieldShell } from './field-shell';
import type { FieldProps } from './field-shell';

const useStyles = makeStyles({
  box: {
    // Fluent draws captions that are not ticked in the grey that also means "cannot be ticked".
    '--colorNeutralForeground3': tokens.colorNeutralForeground1,
    alignItems: 'start',
    minHeight: '24px',
    '& .fui-Checkbox__indicator': {
      width: '14px',
      height: '14px',
      margin: '5px 8px 5px 0',
      fontSize: '10px',
    },
    '& .fui-Checkbox__label': { padding: '4px 0', lineHeight: '16px', margin: 0 },
    '& .fui-Checkbox__input': { width: '24px' },
  },
  off: {
    '--colorNeutralForeground3': tokens.colorNeutralForegroundDisabled,
    '& .fui-Checkbox__label': {
      color: tokens.colorNeutralForegroundDisabled,
      '@media (forced-colors: active)': { color: 'GrayText' },
    },
    '& .fui-Checkbox__indicator': {
      color: tokens.colorNeutralForegroundDisabled,
      backgroundColor: 'transparent',
      borderTopColor: tokens.colorNeutralStrokeDisabled,
      borderRightColor: tokens.colorNeutralStrokeDisabled,
      borderBottomColor: tokens.colorNeutralStrokeDisabled,
      borderLeftColor: tokens.colorNeutralStrokeDisabled,
    },
  },
});

/** Yes or no. */
export function CheckField(props: FieldProps<boolean>): ReactNode {
  const styles = useStyles();
  return (
    <FieldShell {...props} layout="none">
      {(control, off) => (
        <Checkbox
          {...control}
          className={mergeClasses(styles.box, off && styles.off)}
          checked={props.value}
          label={props.label}
          onChange={(_, data) => {
            if (!off) props.onChange(data.checked === true);
          }}
        />
      )}
    </FieldShell>
  );
}
