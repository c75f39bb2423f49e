/** Colours and fonts of charts. A canvas knows no CSS variables, so they are read where it hangs. */
import type { SeriesId } from './traffic-series';

export interface LineStyle {
  /** CSS variable with the colour; `fallback` stands in where a theme does not define it. */
  readonly variable: string;
  readonly fallback: string;
  /** Width in CSS pixels. */
  readonly width: number;
  /** Dash pattern in CSS pixels, empty for a solid line. */
  readonly dash: readonly number[];
}

/** One look per series, told apart by dash and weight where colour cannot. */
export const lineStyles: Readonly<Record<SeriesId, LineStyle>> = {
  emulated: { variable: '--pathEmulated', fallback: '#c2570c', width: 2, dash: [7, 4] },
  vmbus: { variable: '--pathVmbus', fallback: '#2563c9', width: 1.5, dash: [] },
  vf: { variable: '--pathVf', fallback: '#1a7f4b', width: 3, dash: [] },
  rootCpu: { variable: '--colorNeutralForeground3', fallback: '#6b6b6b', width: 1.5, dash: [2, 3] },
};

/** The CSS colour of a series, for use in styles. */
export function seriesColour(id: SeriesId): string {
  const { variable, fallback } = lineStyles[id];
  return `var(${variable}, ${fallback})`;
}

export interface ChartTheme {
  readonly series: Readonly<Record<SeriesId, string>>;
  readonly text: string;
  readonly grid: string;
  readonly zero: string;
  readonly background: string;
  /** Canvas font of axis values and captions. */
  readonly font: string;
}

/** Reads the theme in force at `element`. */
export function readChartTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const read = (variable: string, fallback: string): string =>
    style.getPropertyValue(variable).trim() || fallback;
  const series = (id: SeriesId): string => read(lineStyles[id].variable, lineStyles[id].fallback);
  return {
    series: {
      emulated: series('emulated'),
      vmbus: series('vmbus'),
      vf: series('vf'),
      rootCpu: series('rootCpu'),
    },
    text: read('--colorNeutralForeground2', '#424242'),
    grid: read('--colorNeutralStroke2', '#e0e0e0'),
    zero: read('--colorNeutralStroke1', '#9e9e9e'),
    background: read('--colorNeutralBackground1', '#ffffff'),
    font: `11px ${style.fontFamily || 'sans-serif'}`,
  };
}
