/** The console's copy of the host's world, changed only by what the host sends. */
import { kinds } from '../../shared/model/world-view';
import type { Change, Kind, WorldView } from '../../shared/model/world-view';

type Draft = { [K in Kind]: Map<string, unknown> };

/** A world before anything is known of the host. */
export function emptyWorld(): WorldView {
  return Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as unknown as WorldView;
}

/**
 * The world after `changes`. Kinds that no change names keep their map, so that a selector over
 * them sees the same object and nothing re-renders.
 */
export function withChanges(world: WorldView, changes: readonly Change[]): WorldView {
  if (changes.length === 0) return world;
  const next: Partial<Draft> = {};
  for (const change of changes) {
    const map = (next[change.kind] ??= new Map<string, unknown>(world[change.kind]));
    if (change.value === null) map.delete(change.id);
    else map.set(change.id, change.value);
  }
  return { ...world, ...next } as WorldView;
}
