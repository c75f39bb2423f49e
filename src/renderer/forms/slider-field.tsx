/** A figure between two ends that matter more than the figure. */
import { Slider, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FieldShell } from './field-shell';
import type { FieldProps } from './field-shell';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '8px' },
  slider: { flexGrow: 1 },
});

export interface SliderFieldProps extends FieldProps<number> {
  /** Words at the left and at the right end. */
  readonly ends: readonly [least: string, most: string];
  readonly min: number;
  readonly max: number;
}

/** A slider, whose caption is left to the group around it; it is the field's name in any case. */
export function SliderField(props: SliderFieldProps): ReactNode {
  const styles = useStyles();
  const [least, most] = props.ends;
  return (
    <FieldShell {...props} layout="none" width={props.width ?? '320px'}>
      {(control, off) => (
        <div className={styles.row}>
          <span aria-hidden>{least}</span>
          <Slider
            {...control}
            className={styles.slider}
            size="small"
            aria-label={props.label}
            min={props.min}
            max={props.max}
            value={props.value}
            disabled={off}
            onChange={(_, data) => {
              props.onChange(data.value);
            }}
          />
          <span aria-hidden>{most}</span>
        </div>
      )}
    </FieldShell>
  );
}
