/** Draws the moments at which the data path changed: a vertical line with its caption. */
import uPlot from 'uplot';
import type { ChartTheme } from './chart-theme';
import { captionRows } from './path-markers';
import type { PathMarker } from './path-markers';

export interface DrawnMarker extends PathMarker {
  readonly caption: string;
}

/** CSS pixels. */
const captionHeight = 16;
const captionPadding = 5;

interface Placed {
  readonly marker: DrawnMarker;
  /** Where the line stands, in canvas pixels. */
  readonly x: number;
  readonly left: number;
  readonly width: number;
}

function place(plot: uPlot, marker: DrawnMarker): Placed | null {
  const { bbox, ctx } = plot;
  const x = Math.round(plot.valToPos(marker.at / 1000, 'x', true));
  if (!(x >= bbox.left && x <= bbox.left + bbox.width)) return null;
  const width = ctx.measureText(marker.caption).width + 2 * captionPadding * uPlot.pxRatio;
  // A caption that would leave the chart on the right stands on the line's left.
  const left = x + width > bbox.left + bbox.width ? x - width : x;
  return { marker, x, left, width };
}

/** Draws the markers that lie inside the plotting area, captions at the top. */
export function drawMarkers(plot: uPlot, markers: readonly DrawnMarker[], theme: ChartTheme): void {
  const { bbox, ctx } = plot;
  const scale = uPlot.pxRatio;
  ctx.save();
  ctx.font = theme.font.replace(/^\d+/, (size) => String(Number(size) * scale));
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const placed = markers.map((marker) => place(plot, marker)).filter((each) => each !== null);
  const rows = captionRows(placed);
  placed.forEach(({ marker, x, left, width }, index) => {
    const colour = marker.to === 'vf' ? theme.series.vf : theme.series.vmbus;
    const top = bbox.top + (rows[index] ?? 0) * captionHeight * scale;
    ctx.strokeStyle = colour;
    ctx.lineWidth = scale;
    ctx.setLineDash([4 * scale, 3 * scale]);
    ctx.beginPath();
    ctx.moveTo(x + 0.5, bbox.top);
    ctx.lineTo(x + 0.5, bbox.top + bbox.height);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.fillStyle = theme.background;
    ctx.fillRect(left, top, width, captionHeight * scale);
    ctx.strokeRect(left + 0.5, top + 0.5, width - 1, captionHeight * scale - 1);
    ctx.fillStyle = theme.text;
    ctx.fillText(marker.caption, left + captionPadding * scale, top + (captionHeight * scale) / 2);
  });
  ctx.restore();
}
