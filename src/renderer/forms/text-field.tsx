/** A line or a box of text. */
import { Input, Textarea } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import { FieldShell } from './field-shell';
import type { FieldProps } from './field-shell';

export interface TextFieldProps extends FieldProps<string> {
  readonly layout?: 'beside' | 'above';
  readonly labelWidth?: string;
  /** More than one makes a box with that many lines. */
  readonly lines?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** Gives the field the focus when its dialog opens. */
  readonly autoFocus?: boolean;
  readonly spellCheck?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Text with a caption. */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, onChange, lines = 1, maxLength, placeholder, autoFocus, spellCheck = false } = props;
  return (
    <FieldShell {...props} layout={props.layout ?? (lines > 1 ? 'above' : 'beside')}>
      {(control, off) => {
        const shared = {
          ...control,
          size: 'small' as const,
          value,
          readOnly: off,
          spellCheck,
          ...(maxLength === undefined ? {} : { maxLength }),
          ...(placeholder === undefined ? {} : { placeholder }),
          ...(autoFocus === true ? { 'data-first-focus': true } : {}),
        };
        if (lines > 1) {
          const change = (_: unknown, data: { value: string }): void => {
            onChange(data.value);
          };
          return <Textarea {...shared} onChange={change} rows={lines} resize="none" />;
        }
        return (
          <Input
            {...shared}
            input={props.inputRef === undefined ? {} : { ref: props.inputRef }}
            onChange={(_, data) => {
              onChange(data.value);
            }}
          />
        );
      }}
    </FieldShell>
  );
}
