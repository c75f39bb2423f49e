/** One store holds everything the console knows of the host; `feed.ts` is its only writer. */
import { useSyncExternalStore } from 'react';
import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { Clock } from '../../shared/contract';
import type { EventRecord } from '../../shared/model/event';
import type { WorldView } from '../../shared/model/world-view';
import type { Refusal } from '../../shared/result';
import { formatDateTime, setCalendar } from '../text/en/date-time';
import { emptyWorld } from './world-state';

export interface HostState {
  /** True once the world has been read; until then `world` is empty and has no host. */
  readonly ready: boolean;
  readonly world: WorldView;
  /** Event log, oldest first, the newest `eventCapacity` entries. */
  readonly events: readonly EventRecord[];
  readonly clock: Clock;
  /** Wall time in milliseconds (performance.now) at which `clock` was heard. */
  readonly clockHeardAt: number;
  /** Why the world could not be read; null while all is well. */
  readonly problem: Refusal | null;
}

/** Entries of the event log that the console keeps. */
export const eventCapacity = 2000;

/** A store that has heard nothing yet. */
export function createHostStore(): StoreApi<HostState> {
  return createStore<HostState>(() => ({
    ready: false,
    world: emptyWorld(),
    events: [],
    clock: { now: 0, speed: 1, paused: true },
    clockHeardAt: 0,
    problem: null,
  }));
}

/** The console's one store. */
export const hostStore: StoreApi<HostState> = createHostStore();

/** Selects from the store; re-renders when the selected value is another one. */
export function useHost<T>(select: (state: HostState) => T): T {
  return useStore(hostStore, select);
}

function dateOffsetOf({ world }: HostState): number {
  return world.host.get('host')?.dateOffsetMs ?? 0;
}

hostStore.subscribe((state, before) => {
  if (dateOffsetOf(state) !== dateOffsetOf(before)) setCalendar(dateOffsetOf(state));
});

/** What the host's calendar adds to simulated time, milliseconds. */
export function dateOffset(): number {
  return dateOffsetOf(hostStore.getState());
}

/** `formatDateTime`; re-renders when the host's calendar is set. */
export function useDateTime(): (ms: number) => string {
  useHost(dateOffsetOf);
  return formatDateTime;
}

/** The whole world; re-renders on every change of it. Prefer a narrower selector in long lists. */
export function useWorld(): WorldView {
  return useHost((state) => state.world);
}

/**
 * Simulated time at wall time `wall` (performance.now): the host's last word, carried on at its
 * speed. Milliseconds since the Unix epoch.
 */
export function simulatedNow(state: HostState = hostStore.getState(), wall = performance.now()): number {
  const { clock, clockHeardAt } = state;
  return clock.paused ? clock.now : clock.now + Math.max(0, wall - clockHeardAt) * clock.speed;
}

// One timer for all who want to know the time: hundreds of cells may be asking.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tickNow = 0;

function tick(): void {
  const now = simulatedNow();
  if (now === tickNow) return;
  tickNow = now;
  for (const listener of listeners) listener();
}

function stopIfUnused(): void {
  if (listeners.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

/** Calls `listener` about once a second while simulated time passes, and when the clock is set. */
export function onTick(listener: () => void): () => void {
  if (timer === undefined) timer = setInterval(tick, 1000);
  tickNow = simulatedNow();
  listeners.add(listener);
  const unsubscribe = hostStore.subscribe((state, before) => {
    // A clock that is set (paused, resumed, stepped, another host) shows at once; its routine reports do not.
    const set = state.clock.paused !== before.clock.paused || state.clock.speed !== before.clock.speed;
    if (set || state.ready !== before.ready || state.clock.paused) tick();
  });
  return () => {
    unsubscribe();
    listeners.delete(listener);
    stopIfUnused();
  };
}

/** Simulated time in milliseconds since the Unix epoch, refreshed once a second. */
export function useNow(): number {
  return useSyncExternalStore(onTick, () => (tickNow === 0 ? (tickNow = simulatedNow()) : tickNow));
}
