/** The drawn chart: throughput by path on the left axis, root partition CPU on the right one. */
import uPlot from 'uplot';
import { readChartTheme, lineStyles } from './chart-theme';
import type { ChartTheme } from './chart-theme';
import { drawMarkers } from './marker-drawing';
import type { DrawnMarker } from './marker-drawing';
import type { SampleRing } from './sample-ring';
import { roundTop, seriesIds } from './traffic-series';
import type { SeriesId } from './traffic-series';
import './live-chart.css';

/** Seconds of simulated time from the left edge to the right one. */
export const windowSeconds = 60;

/** An idle chart still has a scale: the least top of each axis. */
const leastMbps = 10;
const leastPercent = 100;

export interface PlotTexts {
  readonly left: string;
  readonly right: string;
  readonly bottom: string;
}

export interface TrafficPlot {
  /** Draws the rows of the last minute before `now` (simulated milliseconds) and the markers in it. */
  draw(ring: SampleRing, now: number, markers: readonly DrawnMarker[]): void;
  /** CSS pixels. */
  resize(width: number, height: number): void;
  destroy(): void;
}

/** A missing sample is a gap in the line, which the chart library knows as null. */
function withGaps(column: Float64Array): (number | null)[] {
  return Array.from(column, (value) => (Number.isNaN(value) ? null : value));
}

function topOf(columns: readonly Float64Array[], least: number): number {
  let greatest = 0;
  for (const column of columns) {
    for (const value of column) if (value > greatest) greatest = value;
  }
  return roundTop(greatest, least);
}

function seriesOptions(theme: () => ChartTheme): uPlot.Series[] {
  return seriesIds.map((id) => ({
    scale: id === 'rootCpu' ? 'percent' : 'mbps',
    stroke: () => theme().series[id],
    width: lineStyles[id].width,
    dash: [...lineStyles[id].dash],
    points: { show: false },
  }));
}

/** Four equal parts, two where there is little height: always round, for the top is. */
function quarters(plot: uPlot, _axis: number, low: number, high: number): number[] {
  const parts = plot.bbox.height / uPlot.pxRatio < 72 ? 2 : 4;
  return Array.from({ length: parts + 1 }, (_, index) => low + ((high - low) * index) / parts);
}

function figure(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

function axes(theme: () => ChartTheme, texts: PlotTexts): uPlot.Axis[] {
  const stroke = (): string => theme().text;
  const { font } = theme();
  const grid = { stroke: () => theme().grid, width: 1 };
  const shared: uPlot.Axis = { stroke, font, labelFont: font, labelGap: 0, gap: 4, ticks: { show: false } };
  const vertical: uPlot.Axis = { ...shared, labelSize: 18, splits: quarters };
  const values = (_: uPlot, splits: number[]): string[] => splits.map(figure);
  return [
    {
      ...shared,
      size: 18,
      labelSize: 15,
      label: texts.bottom,
      grid: { show: false },
      splits: (_plot, _axis, low, high) => [low, low + 15, low + 30, low + 45, high],
      values: (_plot, splits) => splits.map((split) => String(Math.round((splits.at(-1) ?? split) - split))),
    },
    { ...vertical, scale: 'mbps', side: 3, size: 48, label: texts.left, grid, values },
    { ...vertical, scale: 'percent', side: 1, size: 38, label: texts.right, grid: { show: false }, values },
  ];
}

/** Draws the zero line over the grid: an idle path lies on it. */
function drawZeroLine(plot: uPlot, theme: ChartTheme): void {
  const { ctx, bbox } = plot;
  const y = Math.round(bbox.top + bbox.height) - 0.5;
  ctx.save();
  ctx.strokeStyle = theme.zero;
  ctx.lineWidth = uPlot.pxRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** Puts an empty chart into `target`; its size follows in `resize`. */
export function createTrafficPlot(target: HTMLElement, texts: PlotTexts): TrafficPlot {
  let theme = readChartTheme(target);
  let markers: readonly DrawnMarker[] = [];
  let top: Record<'mbps' | 'percent', number> = { mbps: leastMbps, percent: leastPercent };
  let end = 0;

  const plot = new uPlot(
    {
      width: 320,
      height: 160,
      padding: [8, 0, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      series: [{}, ...seriesOptions(() => theme)],
      axes: axes(() => theme, texts),
      scales: {
        x: { time: false, range: () => [end - windowSeconds, end] },
        mbps: { range: () => [0, top.mbps] },
        percent: { range: () => [0, top.percent] },
      },
      hooks: {
        drawAxes: [
          (self) => {
            drawZeroLine(self, theme);
          },
        ],
        draw: [
          (self) => {
            drawMarkers(self, markers, theme);
          },
        ],
      },
    },
    [[], ...seriesIds.map(() => [])],
    target,
  );

  return {
    draw(ring, now, shown) {
      theme = readChartTheme(target);
      end = now / 1000;
      markers = shown;
      const from = now - windowSeconds * 1000;
      const column = (id: SeriesId): Float64Array => ring.column(seriesIds.indexOf(id), from);
      top = {
        mbps: topOf([column('emulated'), column('vmbus'), column('vf')], leastMbps),
        percent: topOf([column('rootCpu')], leastPercent),
      };
      const seconds = Array.from(ring.times(from), (at) => at / 1000);
      plot.setData([seconds, ...seriesIds.map((id) => withGaps(column(id)))]);
    },
    resize(width, height) {
      plot.setSize({ width, height });
    },
    destroy() {
      plot.destroy();
    },
  };
}
