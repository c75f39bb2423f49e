/** Which columns the list of virtual machines can have, and which of them it shows. */

/** Hyper-V Manager's own columns, in its order. */
export const usualColumns = ['name', 'state', 'cpu', 'memory', 'uptime', 'status', 'version'] as const;

/** Columns of the simulator's choice; Hyper-V Manager has others, such as Replication Health. */
const furtherColumns = [
  'connection',
  'created',
  'generation',
  'heartbeat',
  'notes',
  'guest',
  'sriov',
  'processors',
] as const;

export const columnIds = [...usualColumns, ...furtherColumns] as const;
export type ColumnId = (typeof columnIds)[number];

/**
 * The columns that a stored list names, each once, unknown ones left out. The name always comes
 * first: as in MMC, the first column can be neither removed nor moved (from memory).
 */
export function displayedColumns(stored: readonly unknown[]): readonly ColumnId[] {
  const known = stored.flatMap((text) => columnIds.find((id) => id === text) ?? []);
  return [...new Set<ColumnId>(['name', ...known])];
}

/** The columns that are not displayed, in the order in which the program lists them. */
export function availableColumns(displayed: readonly ColumnId[]): readonly ColumnId[] {
  return columnIds.filter((id) => !displayed.includes(id));
}

/** True for a column that may leave its place. */
export function canMove(displayed: readonly ColumnId[], id: ColumnId, step: -1 | 1): boolean {
  const index = displayed.indexOf(id);
  const target = index + step;
  return index > 0 && target > 0 && target < displayed.length;
}

/** The columns with one of them a place further up (-1) or down (1). */
export function movedColumn(displayed: readonly ColumnId[], id: ColumnId, step: -1 | 1): readonly ColumnId[] {
  if (!canMove(displayed, id, step)) return displayed;
  const rest = displayed.filter((each) => each !== id);
  const place = displayed.indexOf(id) + step;
  return [...rest.slice(0, place), id, ...rest.slice(place)];
}
