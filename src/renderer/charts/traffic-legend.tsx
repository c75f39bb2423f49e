/** The chart's legend, which is also its table: what the lines say, in figures. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useImperativeHandle, useRef } from 'react';
import type { ReactNode, Ref } from 'react';
import { performance as text } from '../text/en/performance';
import { formatFigure, showFigure } from './figures';
import { LineSwatch } from './line-swatch';
import type { Summary } from './sample-ring';
import { seriesIds } from './traffic-series';
import type { SeriesId } from './traffic-series';

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    fontSize: '12px',
    lineHeight: '16px',
    fontVariantNumeric: 'tabular-nums',
    alignSelf: 'start',
    flexShrink: 0,
    '& th, & td': { padding: '2px 6px', fontWeight: 'normal', whiteSpace: 'nowrap' },
    '& thead th': {
      color: tokens.colorNeutralForeground3,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'right',
    },
    '& thead th:first-child': { textAlign: 'left' },
  },
  name: { display: 'flex', alignItems: 'center', gap: '8px', textAlign: 'left' },
  figure: { textAlign: 'right', minWidth: '48px' },
  now: { fontWeight: tokens.fontWeightSemibold },
  unit: { textAlign: 'right', color: tokens.colorNeutralForeground3 },
});

/** What the chart hands over after each drawing. */
export interface LegendHandle {
  show(summaries: ReadonlyMap<SeriesId, Summary>): void;
}

const figureColumns = ['last', 'average', 'minimum', 'maximum'] as const;

/** Figures are written into the cells directly: they change far too often for React. */
export function TrafficLegend({ ref }: { readonly ref: Ref<LegendHandle> }): ReactNode {
  const styles = useStyles();
  const body = useRef<HTMLTableSectionElement>(null);
  useImperativeHandle(ref, () => ({
    show(summaries) {
      for (const [id, summary] of summaries) {
        for (const column of figureColumns) {
          const cell = body.current?.querySelector(`[data-figure="${id}.${column}"]`) ?? null;
          showFigure(cell, formatFigure(summary[column], text.noValue));
        }
      }
    },
  }));
  return (
    <table className={styles.table} aria-label={text.legend}>
      <thead>
        <tr>
          <th scope="col">{text.columns.series}</th>
          <th scope="col">{text.columns.unit}</th>
          {figureColumns.map((column) => (
            <th key={column} scope="col">
              {text.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {seriesIds.map((id) => (
          <tr key={id} title={id === 'rootCpu' ? text.rootCpuHint : undefined}>
            <th scope="row" className={styles.name}>
              <LineSwatch id={id} />
              {text.series[id]}
            </th>
            <td className={styles.unit}>{text.units[id]}</td>
            {figureColumns.map((column) => (
              <td
                key={column}
                data-figure={`${id}.${column}`}
                className={column === 'last' ? `${styles.figure} ${styles.now}` : styles.figure}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
