/** The list's columns: usual widths, what their cells say, how they sort. */
import { heartbeatOf } from '../../../shared/model/integration-services';
import { assignedMemoryMb } from '../../../shared/model/memory';
import { isActive, uptimeAt } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import type { ColumnId } from '../../frame/list-columns';
import { panes } from '../../text/en/panes';
import { connectionText, sriovText } from './network-cells';

/** CSS pixels; of the usual columns those of Hyper-V Manager's stored settings. */
export const usualWidths: Readonly<Record<ColumnId, number>> = {
  name: 160,
  state: 87,
  cpu: 87,
  memory: 120,
  uptime: 100,
  status: 200,
  version: 87,
  connection: 140,
  created: 150,
  generation: 87,
  heartbeat: 160,
  notes: 160,
  guest: 160,
  sriov: 100,
  processors: 87,
};

/** Figures stand at the right, so that they can be compared. */
export const numericColumns: ReadonlySet<ColumnId> = new Set([
  'cpu',
  'memory',
  'uptime',
  'generation',
  'processors',
]);

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
  return isActive(vm) ? panes.megabytes(assignedMemoryMb(vm)) : '';
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

/** The Heartbeat cell, as on the Summary tab: blank while nobody would ask the guest. */
export function heartbeatText(vm: Vm): string {
  const beat = heartbeatOf(vm);
  return beat === null ? '' : panes.heartbeats[beat];
}

/** What sorting looks at besides the virtual machines themselves. */
export interface SortFacts {
  /** Simulated time in milliseconds since the Unix epoch. */
  readonly now: number;
  /** VM id to per cent. */
  readonly cpu: ReadonlyMap<string, number>;
  readonly world: WorldView;
}

/** What a column sorts by: figures as figures, texts as people count. */
function keyOf(column: ColumnId, vm: Vm, facts: SortFacts): string | number {
  switch (column) {
    case 'name':
      return vm.name;
    case 'state':
      return vm.state;
    case 'cpu':
      return facts.cpu.get(vm.id) ?? -1;
    case 'memory':
      return assignedMemoryMb(vm);
    case 'uptime':
      return isActive(vm) ? uptimeAt(vm, facts.now) : -1;
    case 'status':
      return vm.task?.text ?? '';
    case 'version':
      return 0;
    case 'connection':
      return connectionText(facts.world, vm.id);
    case 'created':
      return vm.createdAt;
    case 'generation':
      return vm.generation;
    case 'heartbeat':
      return heartbeatText(vm);
    case 'notes':
      return vm.notes;
    case 'guest':
      return vm.guest.operatingSystem;
    case 'sriov':
      return sriovText(facts.world, vm);
    case 'processors':
      return vm.processors;
  }
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return collator.compare(String(one), String(other));
}

export interface SortOrder {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** The VMs in order; equal ones by name, upwards. */
export function sortVms(vms: Iterable<Vm>, order: SortOrder, facts: SortFacts): readonly Vm[] {
  const sign = order.descending ? -1 : 1;
  return [...vms]
    .map((vm) => ({ vm, key: keyOf(order.column, vm, facts) }))
    .sort((one, other) => sign * compare(one.key, other.key) || collator.compare(one.vm.name, other.vm.name))
    .map(({ vm }) => vm);
}

/** The order that is stored; by name when the list does not show the stored column. */
export function sortOrder(column: string, descending: boolean, displayed: readonly ColumnId[]): SortOrder {
  const shown = displayed.find((id) => id === column);
  return shown === undefined ? { column: 'name', descending: false } : { column: shown, descending };
}

/** Columns whose cells hang on more than the virtual machine: their order follows the whole world. */
export const worldColumns: ReadonlySet<ColumnId> = new Set(['connection', 'sriov']);

/** Widths as stored, or the usual ones; a stored width that is no length is the usual one. */
export function widthsOf(
  displayed: readonly ColumnId[],
  stored: Readonly<Record<string, unknown>>,
): readonly number[] {
  return displayed.map((id) => {
    const width = stored[id];
    return typeof width === 'number' && width >= minimumWidth ? width : usualWidths[id];
  });
}

/** CSS pixels; narrower, and the edge could not be found again. */
export const minimumWidth = 40;
