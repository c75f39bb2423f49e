/** A MAC address as six boxes of two digits. */
import { Input, makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { forms } from '../text/en/forms';
import { FieldShell } from './field-shell';
import type { FieldProps } from './field-shell';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '4px' },
  box: { width: '40px', minWidth: 0, '& input': { textAlign: 'center' } },
});

const pairs = [0, 1, 2, 3, 4, 5];

/** The digits of a pair: hexadecimal ones, at most two. */
function pairOf(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-F]/g, '')
    .slice(0, 2);
}

export interface MacFieldProps extends FieldProps<string> {
  readonly labelWidth?: string;
  /** Leaves the caption to what stands around the boxes; it is their group's name in any case. */
  readonly unlabelled?: boolean;
}

/**
 * The value is six pairs with `-` between them, unfinished ones included. A full pair hands the focus
 * on; a whole address may be pasted into any box.
 */
export function MacField(props: MacFieldProps): ReactNode {
  const styles = useStyles();
  const row = useRef<HTMLDivElement>(null);
  const typed = props.value.split('-');

  function focus(index: number): void {
    const input = row.current?.querySelectorAll('input')[index];
    input?.focus();
    input?.select();
  }

  function change(index: number, text: string): void {
    const pair = pairOf(text);
    props.onChange(pairs.map((each) => (each === index ? pair : (typed[each] ?? ''))).join('-'));
    if (pair.length === 2 && pair !== typed[index]) focus(index + 1);
  }

  function paste(event: ClipboardEvent): void {
    const digits = event.clipboardData.getData('text').replace(/[^0-9a-f]/gi, '');
    if (digits.length !== 12) return;
    event.preventDefault();
    props.onChange(pairs.map((each) => pairOf(digits.slice(2 * each))).join('-'));
  }

  function back(event: KeyboardEvent, index: number): void {
    if (event.key !== 'Backspace' || (typed[index] ?? '') !== '' || index === 0) return;
    event.preventDefault();
    focus(index - 1);
  }

  return (
    <FieldShell {...props} layout={props.unlabelled === true ? 'none' : 'beside'}>
      {({ id, ...control }, off) => (
        <div ref={row} role="group" aria-label={props.label} className={styles.row}>
          {pairs.map((index) => (
            <Input
              {...control}
              key={index}
              {...(index === 0 ? { id } : {})}
              aria-label={forms.macPair(props.label, index + 1)}
              className={styles.box}
              size="small"
              maxLength={2}
              spellCheck={false}
              value={typed[index] ?? ''}
              readOnly={off}
              onPaste={off ? undefined : paste}
              onKeyDown={(event) => {
                if (!off) back(event, index);
              }}
              onChange={(_, data) => {
                change(index, data.value);
              }}
            />
          ))}
        </div>
      )}
    </FieldShell>
  );
}
