/** Moments at which an adapter's traffic moved to a VF or left it, told from changes of the world. */
import type { Adapter } from '../../shared/model/adapter';
import type { EventRecord } from '../../shared/model/event';

export interface PathMarker {
  /** Simulated time in milliseconds since the Unix epoch. */
  readonly at: number;
  /** Where the traffic went: to the VF, or back to the software path. */
  readonly to: 'vf' | 'software';
}

/** What is known at one moment: the adapters by id and the event log, oldest first. */
export interface PathMoment {
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly events: readonly EventRecord[];
}

function direction(before: Adapter | undefined, after: Adapter): PathMarker['to'] | null {
  if (before === undefined || before.dataPath === after.dataPath) return null;
  if (after.dataPath === 'vf') return 'vf';
  // A VM that is turned off leaves the VF for nothing: that is no move to the software path.
  return before.dataPath === 'vf' && after.dataPath !== 'none' ? 'software' : null;
}

/** The log says when it happened; the console hears of it a little later. */
function momentOf(adapterId: string, before: PathMoment, after: PathMoment, now: number): number {
  const known = before.events.at(-1)?.sequence ?? -1;
  const entry = after.events.findLast((event) => event.sequence > known && event.adapterId === adapterId);
  return entry?.at ?? now;
}

/**
 * Markers for the adapters of one VM between two moments; `now` is the simulated time of the
 * second. Adapters that moved the same way at once share one marker.
 */
export function pathMarkers(
  vmId: string,
  before: PathMoment,
  after: PathMoment,
  now: number,
): readonly PathMarker[] {
  if (before.adapters === after.adapters) return [];
  const markers: PathMarker[] = [];
  for (const adapter of after.adapters.values()) {
    if (adapter.vmId !== vmId) continue;
    const to = direction(before.adapters.get(adapter.id), adapter);
    if (to === null) continue;
    const at = momentOf(adapter.id, before, after, now);
    if (!markers.some((marker) => marker.at === at && marker.to === to)) markers.push({ at, to });
  }
  return markers;
}

/** Places captions on as few rows as they need without overlapping; answers with each one's row. */
export function captionRows(spans: readonly { readonly left: number; readonly width: number }[]): number[] {
  const ends: number[] = [];
  return spans.map(({ left, width }) => {
    const free = ends.findIndex((end) => end <= left);
    const row = free === -1 ? ends.length : free;
    ends[row] = left + width;
    return row;
  });
}
