/** A whole number with a caption and, if it has one, its unit. */
import { Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { FieldShell } from './field-shell';
import type { FieldProps } from './field-shell';

export interface NumberFieldProps extends FieldProps<number> {
  readonly layout?: 'beside' | 'above';
  readonly labelWidth?: string;
  /** Leaves the caption to the sentence above; it is the field's name in any case. */
  readonly unlabelled?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Shown behind the figure, e.g. `MB`. */
  readonly unit?: string;
  /** Gives the field the focus when its dialog opens. */
  readonly autoFocus?: boolean;
}

/**
 * A number. While the text is not a number `onChange` gets NaN, so that the page can say so;
 * the text stays as it was typed.
 */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { value, onChange, min, max, step, unit, autoFocus } = props;
  const [text, setText] = useState(String(value));
  const typed = text.trim() === '' ? Number.NaN : Number(text);
  // The page changed the value by itself: what was typed before no longer counts.
  const shown = Object.is(typed, value) ? text : Number.isNaN(value) ? '' : String(value);
  return (
    <FieldShell
      {...props}
      layout={props.unlabelled === true ? 'none' : (props.layout ?? 'beside')}
      width={props.width ?? '120px'}
    >
      {(control, off) => (
        <Input
          {...control}
          {...(props.unlabelled === true ? { 'aria-label': props.label } : {})}
          type="number"
          size="small"
          value={shown}
          readOnly={off}
          {...(unit === undefined ? {} : { contentAfter: unit })}
          {...(min === undefined ? {} : { min })}
          {...(max === undefined ? {} : { max })}
          {...(step === undefined ? {} : { step })}
          {...(autoFocus === true ? { 'data-first-focus': true } : {})}
          onChange={(_, data) => {
            setText(data.value);
            onChange(data.value.trim() === '' ? Number.NaN : Number(data.value));
          }}
        />
      )}
    </FieldShell>
  );
}
