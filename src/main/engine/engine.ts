/**
 * The simulated host behind one door. `execute` carries out commands, `advance` lets simulated
 * time pass; nothing else changes the world. Same seed, same hardware, same commands at the same
 * simulated times: byte-equal world.
 */
import type { Command } from '../../shared/contract';
import type { CounterKind } from '../../shared/model/counter';
import type { EventRecord } from '../../shared/model/event';
import type { TraceEntry } from '../../shared/model/ndis-trace';
import type { Latencies, ModelParameters } from '../../shared/model/model-parameters';
import type { Change, WorldView } from '../../shared/model/world-view';
import type { Result } from '../../shared/result';
import { runBatch, startVm } from './commands';
import { publish } from './counters/publish';
import { CounterStore } from './counters/store';
import type { CounterStoreData, UnsavedCounters } from './counters/store';
import { EventLog } from './eventlog/event-log';
import type { SavedEvents } from './eventlog/event-log';
import { applyStoredSettings } from './firmware/configure';
import { flowKey, solveWorld } from './flows';
import { entitiesOf } from './hardware';
import type { Hardware } from './hardware';
import { powerOn } from './host/restart';
import { checkInvariants } from './invariants';
import type { Context, UnsavedEntries } from './world/context';
import { invariant } from './kernel/invariant';
import { RandomSource } from './kernel/random';
import type { RandomState } from './kernel/random';
import { Timeline } from './kernel/timeline';
import type { SavedTimeline, Task } from './kernel/timeline';
import { createVfs } from './nic/virtual-functions';
import { completeTransition } from './partition/lifecycle';
import { startAfterRestart } from './partition/verbs';
import { reconcile } from './reconcile';
import { TraceLog } from './trace/trace-log';
import type { SavedTrace } from './trace/trace-log';
import { completeStep } from './vf/assignment';
import { World } from './world/world';
import type { SavedEntities, UnsavedEntities } from './world/world';

export type { Hardware, NewNic } from './hardware';

/** Data paths are worked out anew at most once per quantum of simulated time. */
const quantumMs = 10;
/** Passes of reconciliation after which something must be going round in circles. */
const passLimit = 100;

/** The figures an engine works with. */
export interface Model {
  readonly parameters: ModelParameters;
  readonly latencies: Latencies;
}

/** A whole engine as plain data. */
export interface SavedEngine {
  readonly format: 1;
  readonly seed: number;
  readonly lastToken: number;
  readonly random: Readonly<Record<string, RandomState>>;
  readonly timeline: SavedTimeline;
  readonly entities: SavedEntities;
  readonly events: SavedEvents;
  readonly trace: SavedTrace;
  readonly counters: CounterStoreData;
}

/** What changed since the host was last saved: small, so that it can be written after every command. */
export interface UnsavedEngine extends UnsavedEntities {
  readonly events: UnsavedEntries<EventRecord>;
  readonly trace: UnsavedEntries<TraceEntry>;
  readonly counters: UnsavedCounters;
  /** All of the rest. */
  readonly rest: SavedRest;
}

/** A saved engine without what grows with the host: that is told entry by entry. */
export type SavedRest = Omit<SavedEngine, 'entities' | 'events' | 'trace' | 'counters'> & {
  readonly events: { readonly nextSequence: number };
  readonly trace: { readonly nextSequence: number };
};

export type Listener = (changes: readonly Change[], events: readonly EventRecord[]) => void;

/** What the rest of the program may do with a host. */
export interface Engine {
  readonly world: WorldView;
  /** Simulated milliseconds since the Unix epoch. */
  now(): number;
  /** Carries out a batch wholly, or refuses it and leaves no trace. */
  execute(batch: readonly Command[]): Result<{ ids: string[] }>;
  /** Lets a whole number of simulated milliseconds pass. */
  advance(ms: number): void;
  /** Calls the listener after each `execute` and `advance` that changed or logged something. */
  subscribe(listener: Listener): () => void;
  /** The newest events, oldest first. */
  events(count: number): readonly EventRecord[];
  /** The newest entries of the trace that `wanted` accepts, oldest first. */
  trace(count: number, wanted?: (entry: TraceEntry) => boolean): readonly TraceEntry[];
  /** Kind of a counter path; null for an unknown object or counter. */
  counterKind(path: string): CounterKind | null;
  /** Absolute value of a counter now; NaN while its instance does not exist. */
  counterValue(path: string): number;
  /** Throws when the world is in a state that must not exist. */
  check(): void;
  save(): SavedEngine;
  /** What changed since `markSaved`, or since the engine was restored. */
  unsaved(): UnsavedEngine;
  /** What `save` or `unsaved` told is safe. */
  markSaved(): void;
}

/** Builds a host on new hardware. */
export function createEngine(options: {
  seed: number;
  startAt: number;
  hardware: Hardware;
  model: Model;
}): Engine {
  invariant(Number.isSafeInteger(options.startAt), 'The start must be a whole number of milliseconds.');
  return new SimulatedHost(
    {
      format: 1,
      seed: options.seed,
      lastToken: 0,
      random: {},
      timeline: { now: options.startAt, nextSequence: 0, entries: [] },
      entities: entitiesOf(options.hardware, options.startAt),
      events: { nextSequence: 1, entries: [] },
      trace: { nextSequence: 1, entries: [] },
      counters: new CounterStore().save(),
    },
    options.model,
  );
}

/** Continues a saved host. */
export function restoreEngine(saved: SavedEngine, model: Model): Engine {
  return new SimulatedHost(saved, model);
}

class SimulatedHost implements Engine {
  readonly world: World;
  readonly #timeline: Timeline;
  readonly #counters: CounterStore;
  readonly #events: EventLog;
  readonly #trace: TraceLog;
  readonly #model: Model;
  readonly #listeners = new Set<Listener>();
  readonly #context: Context;
  #random: RandomSource;
  #lastToken: number;
  /** Entries that the present batch wants to schedule. */
  #scheduled: { delayMs: number; task: Task }[] = [];
  /** Latest change per entity since listeners were last told. */
  #untold = new Map<string, Change>();
  #news: EventRecord[] = [];
  /** Flow-relevant side of every adapter when the data paths were last worked out. */
  readonly #flowKeys = new Map<string, string>();
  #datapathDue: boolean;

  constructor(saved: SavedEngine, model: Model) {
    this.world = new World(saved.entities);
    this.#timeline = new Timeline(saved.timeline);
    this.#random = new RandomSource(saved.seed, saved.random);
    this.#events = new EventLog(saved.events);
    this.#trace = new TraceLog(saved.trace);
    this.#counters = CounterStore.restore(saved.counters);
    this.#model = model;
    this.#lastToken = saved.lastToken;
    this.#datapathDue = saved.timeline.entries.some((entry) => entry.task.noun === 'datapath');
    for (const adapter of this.world.adapter.values()) this.#flowKeys.set(adapter.id, flowKey(adapter));
    this.#context = this.#createContext();
    if (saved.timeline.nextSequence === 0) this.#begin();
  }

  now(): number {
    return this.#timeline.now;
  }

  execute(batch: readonly Command[]): Result<{ ids: string[] }> {
    const random = this.#random.save();
    const lastToken = this.#lastToken;
    const datapathDue = this.#datapathDue;
    const untold = new Map(this.#untold);
    const takeBack = (): void => {
      this.world.rollback();
      this.#events.rollback();
      this.#trace.rollback();
      this.#scheduled = [];
      this.#random = new RandomSource(this.#random.seed, random);
      this.#lastToken = lastToken;
      this.#datapathDue = datapathDue;
      this.#untold = untold;
    };
    try {
      const result = runBatch(this.#context, batch);
      if (result.ok) this.#settle();
      else takeBack();
      this.#tell();
      return result;
    } catch (error) {
      takeBack();
      throw error;
    }
  }

  advance(ms: number): void {
    invariant(Number.isSafeInteger(ms) && ms >= 0, `Time passes in whole milliseconds: ${ms}`);
    const until = this.#timeline.now + ms;
    for (let task = this.#timeline.takeDue(until); task; task = this.#timeline.takeDue(until)) {
      this.#run(task);
      // What happens in one instant is settled together.
      if (!this.#timeline.hasMoreNow) this.#settle();
    }
    this.#timeline.moveTo(until);
    this.#tell();
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  events(count: number): readonly EventRecord[] {
    return this.#events.newest(count);
  }

  trace(count: number, wanted?: (entry: TraceEntry) => boolean): readonly TraceEntry[] {
    return this.#trace.newest(count, wanted);
  }

  counterKind(path: string): CounterKind | null {
    return this.#counters.kindOf(path);
  }

  counterValue(path: string): number {
    return this.#counters.value(path, this.#timeline.now);
  }

  check(): void {
    checkInvariants(this.world);
  }

  save(): SavedEngine {
    return {
      ...this.#saveRest(),
      entities: this.world.save(),
      events: this.#events.save(),
      trace: this.#trace.save(),
      counters: this.#counters.save(),
    };
  }

  unsaved(): UnsavedEngine {
    return {
      ...this.world.unsaved(),
      events: this.#events.unsaved(),
      trace: this.#trace.unsaved(),
      counters: this.#counters.unsaved(),
      rest: this.#saveRest(),
    };
  }

  markSaved(): void {
    this.world.markSaved();
    this.#events.markSaved();
    this.#trace.markSaved();
    this.#counters.markSaved();
  }

  #saveRest(): SavedRest {
    return {
      format: 1,
      seed: this.#random.seed,
      lastToken: this.#lastToken,
      random: this.#random.save(),
      timeline: this.#timeline.save(),
      events: { nextSequence: this.#events.nextSequence },
      trace: { nextSequence: this.#trace.nextSequence },
    };
  }

  #createContext(): Context {
    const now = (): number => this.#timeline.now;
    return {
      world: this.world,
      get now() {
        return now();
      },
      latencies: this.#model.latencies,
      random: (stream) => this.#random.fork(stream),
      nextToken: () => (this.#lastToken += 1),
      schedule: (delayMs, task) => this.#scheduled.push({ delayMs, task }),
      log: (happening) => this.#events.append(this.#timeline.now, happening),
      trace: (entry) => this.#trace.append({ at: this.#timeline.now, ...entry }),
    };
  }

  /** The first moment of a new host: its idle counters appear. */
  #begin(): void {
    this.#scheduleDatapath();
    this.#settle();
    this.#untold.clear();
  }

  #run(task: Task): void {
    const { subject, token } = task;
    switch (task.noun) {
      case 'partition':
        return completeTransition(this.#context, subject, token);
      case 'vf':
        return completeStep(this.#context, subject, token);
      case 'nic':
        return createVfs(this.#context, subject, token);
      case 'host':
        if (!powerOn(this.#context, token)) return;
        applyStoredSettings(this.#context);
        return startAfterRestart(this.#context, startVm);
      case 'datapath':
        this.#datapathDue = false;
        return publish(
          this.#counters,
          this.world,
          solveWorld(this.world, this.#model.parameters),
          this.now(),
        );
    }
  }

  /** Lets every noun react to what changed until nothing changes any more, then makes it final. */
  #settle(): void {
    for (let pass = 0; ; pass += 1) {
      invariant(pass < passLimit, 'The host does not come to rest.');
      const changes = this.world.takeChanges();
      if (changes.length === 0) break;
      for (const change of changes) this.#untold.set(`${change.kind} ${change.id}`, change);
      // Every change must be looked at: it is also how the flow keys are kept.
      const concerned = changes.filter((change) => this.#concernsFlows(change));
      if (concerned.length > 0 && !this.#datapathDue) this.#scheduleDatapath();
      reconcile(this.#context, changes);
    }
    this.world.commit();
    for (const { delayMs, task } of this.#scheduled) this.#timeline.schedule(delayMs, task);
    this.#scheduled = [];
    this.#trace.commit();
    this.#news.push(...this.#events.takeNew());
  }

  #concernsFlows(change: Change): boolean {
    if (change.kind === 'function' || change.kind === 'vf') return false;
    if (change.kind !== 'adapter') return true;
    const key = change.value === null ? undefined : flowKey(change.value);
    if (this.#flowKeys.get(change.id) === key) return false;
    if (key === undefined) this.#flowKeys.delete(change.id);
    else this.#flowKeys.set(change.id, key);
    return true;
  }

  /** The end of the present quantum: everything that happens until then is worked out together. */
  #scheduleDatapath(): void {
    this.#datapathDue = true;
    const rest = quantumMs - (this.#timeline.now % quantumMs);
    this.#context.schedule(rest, { noun: 'datapath', subject: 'host', token: 0 });
  }

  #tell(): void {
    if (this.#untold.size === 0 && this.#news.length === 0) return;
    const changes = [...this.#untold.values()];
    const news = this.#news;
    this.#untold = new Map();
    this.#news = [];
    for (const listener of this.#listeners) listener(changes, news);
  }
}
