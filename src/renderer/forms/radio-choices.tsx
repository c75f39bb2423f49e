/** One of a few: radio buttons under a caption. */
import { Radio, RadioGroup, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Explained } from './field-shell';
import type { FieldProps } from './field-shell';

export interface RadioChoice<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Sentence under the choice. */
  readonly hint?: string;
  readonly disabledReason?: string | undefined;
  /** What belongs to the choice, shown indented under it. */
  readonly content?: ReactNode;
}

export interface RadioChoicesProps<V extends string> extends FieldProps<V> {
  readonly choices: readonly RadioChoice<V>[];
  /** Shows the caption above the choices; it is the group's accessible name in any case. */
  readonly showLabel?: boolean;
}

const useStyles = makeStyles({
  group: { gap: 0 },
  radio: {
    // Fluent draws captions that are not chosen in the grey that also means "cannot be chosen".
    '--colorNeutralForeground3': tokens.colorNeutralForeground1,
    alignItems: 'start',
    minHeight: '24px',
    '& .fui-Radio__indicator': { width: '14px', height: '14px', margin: '5px 8px 5px 0' },
    '& .fui-Radio__label': { padding: '4px 0', lineHeight: '16px', margin: 0 },
  },
  off: {
    '--colorNeutralForeground3': tokens.colorNeutralForegroundDisabled,
    // Fluent means its own colour for radio buttons that can be chosen.
    '@media (forced-colors: active)': {
      '& .fui-Radio__input:enabled ~ .fui-Radio__label': { color: 'GrayText' },
    },
  },
  // What belongs to a choice has all the width there is.
  wide: { alignSelf: 'stretch' },
  below: { paddingLeft: '22px', paddingBottom: '4px', color: tokens.colorNeutralForeground3 },
  content: { paddingLeft: '22px', paddingBottom: '4px' },
  error: { color: tokens.colorPaletteRedForeground1 },
});

/** Radio buttons; a choice with a `disabledReason` can be focused but not taken. */
export function RadioChoices<V extends string>(props: RadioChoicesProps<V>): ReactNode {
  const styles = useStyles();
  const id = useId();
  const off = props.disabled === true || props.disabledReason !== undefined;
  const hintId = props.hint === undefined ? undefined : `${id}-hint`;
  const describedBy = props.error === undefined ? hintId : `${id}-error`;
  function choose(value: string): void {
    const choice = props.choices.find((each) => each.value === value);
    if (choice !== undefined && choice.disabledReason === undefined && !off) props.onChange(choice.value);
  }
  return (
    <div>
      {props.showLabel === true && <div>{props.label}</div>}
      {props.hint !== undefined && <div id={hintId}>{props.hint}</div>}
      <RadioGroup
        className={styles.group}
        aria-label={props.label}
        aria-describedby={describedBy}
        value={props.value}
        onChange={(_, data) => {
          choose(data.value);
        }}
      >
        {props.choices.map((choice) => {
          const reason = props.disabledReason ?? choice.disabledReason;
          const dim = off || reason !== undefined;
          return (
            <div key={choice.value} className={mergeClasses(choice.content !== undefined && styles.wide)}>
              <Explained reason={reason}>
                <div>
                  <Radio
                    className={mergeClasses(styles.radio, dim && styles.off)}
                    value={choice.value}
                    label={choice.label}
                    aria-disabled={dim ? true : undefined}
                    aria-describedby={choice.hint === undefined ? undefined : `${id}-${choice.value}`}
                  />
                </div>
              </Explained>
              {choice.hint !== undefined && (
                <div id={`${id}-${choice.value}`} className={styles.below}>
                  {choice.hint}
                </div>
              )}
              {choice.content !== undefined && <div className={styles.content}>{choice.content}</div>}
            </div>
          );
        })}
      </RadioGroup>
      {props.error !== undefined && (
        <div id={`${id}-error`} className={styles.error}>
          {props.error}
        </div>
      )}
    </div>
  );
}
