/** The list's columns: order, usual widths, what their cells say, how they sort. */
import { isActive, uptimeAt } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { panes } from '../../text/en/panes';

export const columnIds = ['name', 'state', 'cpu', 'memory', 'uptime', 'status', 'version'] as const;
export type ColumnId = (typeof columnIds)[number];

/** CSS pixels; those of Hyper-V Manager's stored settings. */
export const usualWidths: Readonly<Record<ColumnId, number>> = {
  name: 160,
  state: 87,
  cpu: 87,
  memory: 120,
  uptime: 100,
  status: 200,
  version: 87,
};

/** Figures stand at the right, so that they can be compared. */
export const numericColumns: ReadonlySet<ColumnId> = new Set(['cpu', 'memory', 'uptime']);

/** `hh:mm:ss`, with days in front from the first day on: `1.02:03:04`. */
export function formatUptime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
    .map(two)
    .join(':');
  const days = Math.floor(seconds / 86_400);
  return days === 0 ? clock : `${days}.${clock}`;
}

/** The Assigned Memory cell: blank while the VM holds none. */
export function memoryText(vm: Vm): string {
  return isActive(vm) ? panes.megabytes(vm.startupMemoryMb) : '';
}

/** The Uptime cell at simulated time `now`: blank while the VM is off or saved. */
export function uptimeText(vm: Vm, now: number): string {
  return isActive(vm) ? formatUptime(uptimeAt(vm, now)) : '';
}

/** The Status cell: the running task and how far it has come. */
export function statusText(vm: Vm, now: number): string {
  if (vm.task === null) return '';
  const done = (now - vm.task.startedAt) / vm.task.durationMs;
  // A task that is listed is not done, whatever the clock says.
  return panes.task(vm.task.text, Math.min(99, Math.max(0, Math.floor(done * 100))));
}

// Numbers inside names count as numbers: VM2 comes before VM10.
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

type Compare = (one: Vm, other: Vm) => number;

function comparing(column: ColumnId, now: number, cpu: ReadonlyMap<string, number>): Compare {
  const by =
    (value: (vm: Vm) => number): Compare =>
    (one, other) =>
      value(one) - value(other);
  switch (column) {
    case 'name':
      return (one, other) => collator.compare(one.name, other.name);
    case 'state':
      return (one, other) => collator.compare(one.state, other.state);
    case 'cpu':
      return by((vm) => cpu.get(vm.id) ?? -1);
    case 'memory':
      return by((vm) => (isActive(vm) ? vm.startupMemoryMb : -1));
    case 'uptime':
      return by((vm) => (isActive(vm) ? uptimeAt(vm, now) : -1));
    case 'status':
      return (one, other) => collator.compare(one.task?.text ?? '', other.task?.text ?? '');
    case 'version':
      return () => 0;
  }
}

export interface SortOrder {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** The VMs in order; equal ones by name, upwards. `cpu` maps ids to per cent. */
export function sortVms(
  vms: Iterable<Vm>,
  order: SortOrder,
  now: number,
  cpu: ReadonlyMap<string, number>,
): readonly Vm[] {
  const compare = comparing(order.column, now, cpu);
  const sign = order.descending ? -1 : 1;
  return [...vms].sort((one, other) => sign * compare(one, other) || collator.compare(one.name, other.name));
}

/** A column's id out of a stored text; the name column when it is none. */
export function columnOf(text: string): ColumnId {
  return columnIds.find((id) => id === text) ?? 'name';
}
