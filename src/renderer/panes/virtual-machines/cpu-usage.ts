/** CPU Usage of every virtual machine, from counters straight into the cells. */
import { cook, counterPath, objects, virtualProcessorInstance } from '../../../shared/model/counter';
import type { CounterKind } from '../../../shared/model/counter';
import type { Vm } from '../../../shared/model/vm';
import { watchCounters } from '../../host/live';
import { panes } from '../../text/en/panes';

/** The contract takes this many paths per watch; VMs beyond it show no figure. */
const MAX_PATHS = 20_000;
const INTERVAL_MS = 1000;

interface Sample {
  readonly at: number;
  readonly values: Float64Array;
}

/** Which of the watched values belong to which VM. */
export interface CpuPlan {
  readonly paths: readonly string[];
  readonly shares: readonly { readonly vmId: string; readonly first: number; readonly count: number }[];
}

/** One path per virtual processor of every VM. */
export function planCpu(vms: Iterable<Vm>): CpuPlan {
  const paths: string[] = [];
  const shares = [];
  for (const vm of vms) {
    if (paths.length + vm.processors > MAX_PATHS) break;
    shares.push({ vmId: vm.id, first: paths.length, count: vm.processors });
    for (let index = 0; index < vm.processors; index += 1) {
      paths.push(
        counterPath(objects.virtualProcessor, virtualProcessorInstance(vm, index), '% Total Run Time'),
      );
    }
  }
  return { paths, shares };
}

/**
 * Per cent of the whole host that each VM used between two samples: the sum over its virtual
 * processors, divided by the host's logical processors. VMs without a figure are left out.
 */
export function cpuPercents(
  plan: CpuPlan,
  kinds: readonly (CounterKind | null)[],
  earlier: Sample,
  later: Sample,
  logicalProcessors: number,
): ReadonlyMap<string, number> {
  const elapsed = later.at - earlier.at;
  const result = new Map<string, number>();
  for (const { vmId, first, count } of plan.shares) {
    let sum = 0;
    for (let index = first; index < first + count; index += 1) {
      const kind = kinds[index] ?? 'percent';
      sum += cook(kind, earlier.values[index] ?? Number.NaN, later.values[index] ?? Number.NaN, elapsed);
    }
    if (!Number.isNaN(sum)) result.set(vmId, Math.round(sum / logicalProcessors));
  }
  return result;
}

let percents: ReadonlyMap<string, number> = new Map();
const cells = new Map<string, HTMLElement>();
const listeners = new Set<() => void>();

function write(vmId: string, cell: HTMLElement): void {
  const percent = percents.get(vmId);
  const text = percent === undefined ? '' : panes.percent(percent);
  if (cell.textContent !== text) cell.textContent = text;
}

/** Follows the VMs' processors until the returned function is called. */
export function followCpu(vms: Iterable<Vm>, logicalProcessors: number): () => void {
  const plan = planCpu(vms);
  let earlier: Sample | null = null;
  const watch = watchCounters(plan.paths, INTERVAL_MS, (at, values) => {
    const later = { at, values };
    // No simulated time has passed (the host is paused): the old figures stand.
    if (earlier !== null && at <= earlier.at) return;
    if (earlier !== null) {
      percents = cpuPercents(plan, watch.kinds, earlier, later, logicalProcessors);
      for (const [vmId, cell] of cells) write(vmId, cell);
      for (const listener of listeners) listener();
    }
    earlier = later;
  });
  return () => {
    watch.stop();
  };
}

/** Lets the feed write into `cell`; the returned function ends that. Fits a React ref. */
export function attachCpuCell(vmId: string, cell: HTMLElement): () => void {
  cells.set(vmId, cell);
  write(vmId, cell);
  return () => {
    if (cells.get(vmId) === cell) cells.delete(vmId);
  };
}

/** The newest figures: VM id to per cent. Another map after every sample. */
export function cpuNow(): ReadonlyMap<string, number> {
  return percents;
}

/** Calls `listener` after every sample until the returned function is called. */
export function onCpu(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
