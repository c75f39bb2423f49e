/** Turns counter samples into rows of a ring, for as long as somebody looks. */
import type { SampleRing } from './sample-ring';
import { seriesIds, trafficRow } from './traffic-series';

/** The part of `watchCounters` that a recorder needs; tests hand in their own. */
export type CounterSource = (
  paths: readonly string[],
  intervalMs: number,
  onSample: (at: number, values: Float64Array) => void,
) => { stop(): void };

export interface RecorderOptions {
  readonly source: CounterSource;
  /** As `trafficPaths` makes them. */
  readonly paths: readonly string[];
  readonly logicalProcessors: number;
  readonly intervalMs: number;
  readonly ring: SampleRing;
  /** Called after every new row. */
  readonly onRow: () => void;
}

/** Starts recording; the answer ends it. Where recording begins again, the line has a gap. */
export function recordTraffic(options: RecorderOptions): () => void {
  const { ring, logicalProcessors } = options;
  let earlierAt = Number.NaN;
  let earlier: Float64Array | null = null;

  function onSample(at: number, values: Float64Array): void {
    // Simulated time stands still while the simulation is paused.
    if (at === earlierAt) return;
    // The first sample, or one after the clock was set back, has nothing to be compared with.
    const row =
      earlier === null || at < earlierAt
        ? new Float64Array(seriesIds.length).fill(Number.NaN)
        : trafficRow(earlier, values, at - earlierAt, logicalProcessors);
    earlierAt = at;
    // The sender may use its array again.
    earlier = values.slice();
    ring.push(at, row);
    options.onRow();
  }

  const watch = options.source(options.paths, options.intervalMs, onSample);
  return () => {
    watch.stop();
  };
}
