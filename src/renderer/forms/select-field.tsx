/** One of many: a drop-down list. */
import { Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FieldShell } from './field-shell';
import type { FieldProps } from './field-shell';

export interface SelectChoice<V extends string> {
  readonly value: V;
  readonly label: string;
}

export interface SelectFieldProps<V extends string> extends FieldProps<V> {
  readonly choices: readonly SelectChoice<V>[];
  readonly layout?: 'beside' | 'above';
  readonly labelWidth?: string;
  /** Gives the field the focus when its dialog opens. */
  readonly autoFocus?: boolean;
}

/** A drop-down list. A value that is not among the choices shows as empty. */
export function SelectField<V extends string>(props: SelectFieldProps<V>): ReactNode {
  const known = props.choices.some((each) => each.value === props.value);
  return (
    <FieldShell {...props} layout={props.layout ?? 'beside'}>
      {(control, off) => (
        <Select
          {...control}
          size="small"
          value={props.value}
          {...(props.autoFocus === true ? { 'data-first-focus': true } : {})}
          onMouseDown={(event) => {
            // A disabled list can be focused, to learn why, but does not drop down.
            if (off) event.preventDefault();
          }}
          onChange={(_, data) => {
            const choice = props.choices.find((each) => each.value === data.value);
            if (choice !== undefined && !off) props.onChange(choice.value);
          }}
        >
          {!known && <option value={props.value} hidden />}
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </FieldShell>
  );
}
