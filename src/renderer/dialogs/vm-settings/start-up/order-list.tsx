/** The buttons that move the chosen entry of an order. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ReasonedButton } from '../../../forms/reasoned-button';
import { biosPage as text } from '../../../text/en/vm-storage';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** The order with the entry at `index` moved by one; `by` is -1 for up. */
export function moved<T>(order: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const next = [...order];
  next.splice(index + by, 0, ...next.splice(index, 1));
  return next;
}

export interface MoveButtonsProps {
  readonly index: number;
  readonly count: number;
  /** Why nothing can be moved; undefined while it can. */
  readonly fixed: string | undefined;
  readonly onMove: (by: -1 | 1) => void;
}

export function MoveButtons({ index, count, fixed, onMove }: MoveButtonsProps): ReactNode {
  const styles = useStyles();
  const up = fixed ?? (index > 0 ? undefined : text.isFirst);
  const down = fixed ?? (index >= 0 && index < count - 1 ? undefined : text.isLast);
  return (
    <div className={styles.buttons}>
      <ReasonedButton
        reason={up}
        onPress={() => {
          if (up === undefined) onMove(-1);
        }}
      >
        {text.moveUp}
      </ReasonedButton>
      <ReasonedButton
        reason={down}
        onPress={() => {
          if (down === undefined) onMove(1);
        }}
      >
        {text.moveDown}
      </ReasonedButton>
    </div>
  );
}
