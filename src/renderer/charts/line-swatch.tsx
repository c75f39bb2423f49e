/** A stretch of a chart's line, for legends. */
import type { ReactNode } from 'react';
import { lineStyles, seriesColour } from './chart-theme';
import type { SeriesId } from './traffic-series';

/** Colour, weight and dash as the chart draws them. */
export function LineSwatch({ id }: { readonly id: SeriesId }): ReactNode {
  const { width, dash } = lineStyles[id];
  return (
    <svg width={28} height={8} aria-hidden>
      <line
        x1={0}
        y1={4}
        x2={28}
        y2={4}
        stroke={seriesColour(id)}
        strokeWidth={width}
        strokeDasharray={dash.length === 0 ? undefined : dash.join(' ')}
      />
    </svg>
  );
}
