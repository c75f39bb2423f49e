/** Figures from counters, once a second, written straight into the page: they never move their neighbours. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { cook } from '../../shared/model/counter';
import type { CounterKind } from '../../shared/model/counter';
import { watchCounters } from '../host/live';
import { performance as text } from '../text/en/performance';
import { formatFigure, showFigure } from './figures';

const sampleMs = 1000;

/** One figure: the sum of some counters. */
export interface LiveFigure {
  readonly label: string;
  readonly unit: string;
  readonly paths: readonly string[];
  /** `gauge` also shows the bare value of a counter that only grows: bytes since its beginning. */
  readonly kind: CounterKind;
  /** What a counter's value is multiplied with; 1 if left out. */
  readonly scale?: number;
  /** Shows whole numbers, with separators. */
  readonly whole?: boolean;
  /** A zero means that there is nothing to measure. */
  readonly zeroIsNone?: boolean;
}

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(96px, max-content) 1fr',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
  },
  wide: {
    gridTemplateColumns:
      'max-content minmax(72px, max-content) 1fr max-content minmax(72px, max-content) 1fr',
  },
  label: { color: tokens.colorNeutralForeground2 },
  figure: {
    margin: 0,
    textAlign: 'right',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    userSelect: 'text',
  },
  unit: { margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: 'contents' },
});

/** What a figure shows at the later of two samples, as text. */
export function figureText(
  figure: LiveFigure,
  earlier: readonly number[],
  later: readonly number[],
  elapsedMs: number,
): string {
  const { kind, scale = 1 } = figure;
  const values = later.map((value, index) => cook(kind, earlier[index] ?? Number.NaN, value, elapsedMs));
  const sum = values.reduce((total, value) => total + value, 0) * scale;
  if (!Number.isFinite(sum) || (sum === 0 && figure.zeroIsNone === true)) return text.noValue;
  return figure.whole === true ? Math.round(sum).toLocaleString('en-US') : formatFigure(sum, text.noValue);
}

export interface LiveFiguresProps {
  /** Accessible name. */
  readonly label: string;
  /** The same array from render to render. */
  readonly figures: readonly LiveFigure[];
  /** Two figures side by side. */
  readonly wide?: boolean;
}

/** A list of figures with their units. */
export function LiveFigures({ label, figures, wide = false }: LiveFiguresProps): ReactNode {
  const styles = useStyles();
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    let earlierAt = Number.NaN;
    let earlier: Float64Array | null = null;
    function onSample(at: number, values: Float64Array): void {
      // Simulated time stands still while the simulation is paused.
      if (at === earlierAt) return;
      let offset = 0;
      for (const [index, figure] of figures.entries()) {
        const end = offset + figure.paths.length;
        const before = at > earlierAt ? [...(earlier?.subarray(offset, end) ?? [])] : [];
        const shown = figureText(figure, before, [...values.subarray(offset, end)], at - earlierAt);
        showFigure(list.current?.querySelector(`[data-figure="${index}"]`) ?? null, shown);
        offset = end;
      }
      earlierAt = at;
      // The sender may use its array again.
      earlier = values.slice();
    }
    const watch = watchCounters(
      figures.flatMap((figure) => figure.paths),
      sampleMs,
      onSample,
    );
    return () => {
      watch.stop();
    };
  }, [figures]);
  return (
    <dl ref={list} className={mergeClasses(styles.list, wide && styles.wide)} aria-label={label}>
      {figures.map((figure, index) => (
        <div key={figure.label} className={styles.row}>
          <dt className={styles.label}>{figure.label}</dt>
          <dd className={styles.figure} data-figure={index} />
          <dd className={styles.unit}>{figure.unit}</dd>
        </div>
      ))}
    </dl>
  );
}
