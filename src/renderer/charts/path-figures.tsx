/** What one adapter achieves now over each data path, in figures beside a stretch of the path's line. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { watchCounters } from '../host/live';
import { performance as text } from '../text/en/performance';
import { formatFigure, showFigure } from './figures';
import { LineSwatch } from './line-swatch';
import { createSampleRing } from './sample-ring';
import { recordTraffic } from './traffic-recorder';
import { seriesIds } from './traffic-series';
import type { SeriesId } from './traffic-series';

const sampleMs = 1000;

const paths: readonly SeriesId[] = ['emulated', 'vmbus', 'vf'];

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: 0 },
  path: { display: 'flex', alignItems: 'center', gap: '6px' },
  name: { color: tokens.colorNeutralForeground2 },
  figure: {
    margin: 0,
    minWidth: '48px',
    textAlign: 'right',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

export interface PathFiguresProps {
  /** Accessible name. */
  readonly label: string;
  /** As `trafficPaths` makes them for one adapter; the same array from render to render. */
  readonly counterPaths: readonly string[];
}

/** Figures in Mbps, once a second, written straight into the page. */
export function PathFigures({ label, counterPaths }: PathFiguresProps): ReactNode {
  const styles = useStyles();
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    const ring = createSampleRing(seriesIds.length, 2);
    return recordTraffic({
      source: watchCounters,
      paths: counterPaths,
      logicalProcessors: 1,
      intervalMs: sampleMs,
      ring,
      onRow() {
        for (const id of paths) {
          const value = ring.column(seriesIds.indexOf(id), ring.newest).at(-1) ?? Number.NaN;
          const cell = list.current?.querySelector(`[data-figure="${id}"]`) ?? null;
          showFigure(cell, formatFigure(value, text.noValue));
        }
      },
    });
  }, [counterPaths]);
  return (
    <dl ref={list} className={styles.list} aria-label={label}>
      {paths.map((id) => (
        <div key={id} className={styles.path}>
          <LineSwatch id={id} />
          <dt className={styles.name}>{text.series[id]}</dt>
          <dd className={styles.figure} data-figure={id} />
        </div>
      ))}
    </dl>
  );
}
