/** The drop-down list of physical network adapters beside `External network:`. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SelectField } from '../../forms/select-field';
import type { SelectChoice } from '../../forms/select-field';
import { switchManager as text } from '../../text/en/switch-manager';

export interface NicFieldProps {
  readonly choices: readonly SelectChoice<string>[];
  readonly value: string | null;
  readonly onChange: (nicId: string) => void;
  readonly error: string | undefined;
  readonly disabledReason: string | undefined;
}

const useStyles = makeStyles({
  // The original gives the list no caption of its own; for those who hear the page the radio button's serves.
  unlabelled: {
    '& label': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
    '& select': { textOverflow: 'ellipsis' },
    '& select[aria-disabled="true"]': { color: tokens.colorNeutralForegroundDisabled },
  },
});

/** Named by the radio button that it belongs to. */
export function NicField(props: NicFieldProps): ReactNode {
  const styles = useStyles();
  const shown = props.choices.find((choice) => choice.value === props.value);
  return (
    <div className={styles.unlabelled} title={shown?.label}>
      <SelectField
        label={text.externalNetwork}
        choices={props.choices}
        value={props.value ?? ''}
        error={props.error}
        disabledReason={props.disabledReason}
        onChange={props.onChange}
      />
    </div>
  );
}
