/** Live counters: samples go from the host straight to whoever draws them, never through React. */
import type { StreamMessage } from '../../shared/contract';
import type { CounterKind } from '../../shared/model/counter';
import { request } from './client';

type Sample = Extract<StreamMessage, { stream: 'sample' }>;

export interface Watch {
  /** How to cook each value; empty until the host has answered, null for a path it does not know. */
  readonly kinds: readonly (CounterKind | null)[];
  /** Ends the watch; no sample arrives afterwards. */
  stop(): void;
}

const watchers = new Map<string, (at: number, values: Float64Array) => void>();
let counter = 0;

/**
 * Asks for samples of the counters at `paths` every `intervalMs` milliseconds. `onSample` gets the
 * simulated time in milliseconds since the Unix epoch and absolute values in the order of the paths;
 * `cook()` of the shared model turns two of them into what a person reads.
 */
export function watchCounters(
  paths: readonly string[],
  intervalMs: number,
  onSample: (at: number, values: Float64Array) => void,
): Watch {
  counter += 1;
  const watch = `watch-${counter}`;
  let kinds: readonly (CounterKind | null)[] = [];
  watchers.set(watch, onSample);
  void request('counters.watch', { watch, paths: [...paths], intervalMs }).then((answer) => {
    if (answer.ok) kinds = answer.value.kinds;
  });
  return {
    get kinds() {
      return kinds;
    },
    stop() {
      if (watchers.delete(watch)) void request('counters.unwatch', { watch });
    },
  };
}

/** Hands a sample from the stream to its watcher; a sample for an ended watch is dropped. */
export function deliverSample(sample: Sample): void {
  watchers.get(sample.watch)?.(sample.at, sample.values);
}
