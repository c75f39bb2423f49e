/** Live chart of one VM's traffic by path with the root partition's CPU, and its legend. */
import { makeStyles } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { simulatedNow } from '../host/store';
import { performance as text } from '../text/en/performance';
import { formatFigure, showFigure } from './figures';
import { createSampleRing, summarise } from './sample-ring';
import type { SampleRing, Summary } from './sample-ring';
import { TrafficLegend } from './traffic-legend';
import type { LegendHandle } from './traffic-legend';
import { windowSeconds } from './traffic-plot';
import { seriesIds } from './traffic-series';
import type { SeriesId } from './traffic-series';
import { startSession } from './traffic-session';
import { usePathMarkers } from './use-path-markers';
import { useVisible } from './use-visible';

/** Two minutes of samples at real time; what is older has left the chart. */
const ringCapacity = 240;

const useStyles = makeStyles({
  // The pane's own size decides: a low, wide pane has the legend beside the chart, a high one below it.
  pane: { flexGrow: 1, minHeight: 0, containerType: 'size' },
  root: {
    display: 'flex',
    gap: '4px 16px',
    height: '100%',
    minHeight: 0,
    '@container (min-height: 260px)': { flexDirection: 'column' },
  },
  chart: { flexGrow: 1, minWidth: 0, minHeight: 0, position: 'relative' },
  // Out of the flow: the chart takes the pane's size and never pushes it.
  canvas: { position: 'absolute', inset: 0, overflow: 'hidden' },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

function summaries(ring: SampleRing, now: number): ReadonlyMap<SeriesId, Summary> {
  const from = now - windowSeconds * 1000;
  return new Map(seriesIds.map((id, index) => [id, summarise(ring.column(index, from))]));
}

function spoken(figures: ReadonlyMap<SeriesId, Summary>): string {
  const last = (id: SeriesId): string => formatFigure(figures.get(id)?.last ?? Number.NaN, text.noValue);
  return text.summary({
    emulated: last('emulated'),
    vmbus: last('vmbus'),
    vf: last('vf'),
    rootCpu: last('rootCpu'),
  });
}

export interface TrafficChartProps {
  /** Accessible name. */
  readonly title: string;
  readonly vmId: string;
  /** As `trafficPaths` makes them. */
  readonly paths: readonly string[];
  readonly logicalProcessors: number;
  /** Shows the table of figures that is the legend too. */
  readonly legend?: boolean;
}

/** Samples go from the host into a ring and from there onto the canvas; React draws the frame alone. */
export function TrafficChart(props: TrafficChartProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [ring] = useState(() => createSampleRing(seriesIds.length, ringCapacity));
  const target = useRef<HTMLDivElement>(null);
  const legend = useRef<LegendHandle>(null);
  const sentence = useRef<HTMLParagraphElement>(null);
  const markers = usePathMarkers(props.vmId);
  const active = useVisible(target);
  const { paths, logicalProcessors } = props;

  useEffect(() => {
    if (target.current === null) return undefined;
    return startSession({
      target: target.current,
      paths,
      logicalProcessors,
      ring,
      active,
      markers: () => markers.current,
      now: simulatedNow,
      onDrawn(end) {
        const figures = summaries(ring, end);
        legend.current?.show(figures);
        showFigure(sentence.current, spoken(figures));
      },
    });
  }, [paths, logicalProcessors, ring, active, markers]);

  return (
    <div className={styles.pane}>
      <div className={styles.root}>
        <div className={styles.chart} role="img" aria-label={props.title} aria-describedby={id}>
          <div ref={target} className={styles.canvas} />
        </div>
        <p id={id} ref={sentence} className={styles.hidden} />
        {props.legend === true && <TrafficLegend ref={legend} />}
      </div>
    </div>
  );
}
