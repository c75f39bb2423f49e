/**
 * What the traffic chart shows: which counters it asks for and how two samples of them become one
 * row of the chart.
 */
import { adapterInstance, cook, counterPath, objects } from '../../shared/model/counter';
import type { Adapter } from '../../shared/model/adapter';
import type { Vm } from '../../shared/model/vm';

export type SeriesId = 'emulated' | 'vmbus' | 'vf' | 'rootCpu';

/** Columns of the chart, in the order of its rows. */
export const seriesIds: readonly SeriesId[] = ['emulated', 'vmbus', 'vf', 'rootCpu'];

/** Counters of `Simulator Data Path` behind the first three columns. */
const pathCounters = ['Emulated Bytes/sec', 'VMBus Bytes/sec', 'VF Bytes/sec'] as const;

const bitsPerByte = 8;
const bitsPerMegabit = 1_000_000;

/** Path of the root partition's run time. */
export const rootPath = counterPath(objects.rootVirtualProcessor, '_Total', '% Total Run Time');

/** Counter paths of what one adapter carries, by data path. */
export function adapterPaths(vm: Vm, adapter: Adapter): readonly string[] {
  return pathCounters.map((counter) => counterPath(objects.dataPath, adapterInstance(vm, adapter), counter));
}

/** Counter paths for some adapters of a VM: three per adapter, then the root partition's run time. */
export function trafficPaths(vm: Vm, adapters: readonly Adapter[]): readonly string[] {
  return [...adapters.flatMap((adapter) => adapterPaths(vm, adapter)), rootPath];
}

/**
 * One row of the chart from two samples of `trafficPaths`: Mbps over the emulated, VMBus and VF
 * path, summed over the adapters, and the root partition's run time in per cent of one logical
 * processor. A column is NaN while none of its counters exists.
 */
export function trafficRow(
  earlier: Float64Array,
  later: Float64Array,
  elapsedMs: number,
  logicalProcessors: number,
): Float64Array {
  const row = new Float64Array(seriesIds.length).fill(Number.NaN);
  const root = later.length - 1;
  for (let index = 0; index < root; index += 1) {
    const column = index % pathCounters.length;
    const bytes = cook('rate', earlier[index] ?? Number.NaN, later[index] ?? Number.NaN, elapsedMs);
    if (Number.isNaN(bytes)) continue;
    const before = row[column] ?? Number.NaN;
    row[column] = (Number.isNaN(before) ? 0 : before) + (bytes * bitsPerByte) / bitsPerMegabit;
  }
  // `_Total` is the mean over the root's virtual processors, of which there is one per logical processor.
  const mean = cook('percent', earlier[root] ?? Number.NaN, later[root] ?? Number.NaN, elapsedMs);
  row[seriesIds.indexOf('rootCpu')] = mean * logicalProcessors;
  return row;
}

/** Smallest "round" top of an axis that holds `value`; its quarters are round as well. */
export function roundTop(value: number, least: number): number {
  const wanted = Number.isFinite(value) ? Math.max(value, least) : least;
  const decade = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 4, 6, 8, 10].find((each) => each * decade >= wanted * (1 - 1e-9)) ?? 10;
  return step * decade;
}
