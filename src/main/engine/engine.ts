/**
 * The simulated host behind one door. `execute` carries out commands, `advance` lets simulated
 * time pass; nothing else changes the world. Same seed, same hardware, same commands at the same
 * simulated times: byte-equal world.
 */
import type { Command } from '../../shared/contract';
import type { CounterKind } from '../../shared/model/counter';
import type { EventRecord } from '../../shared/model/event';
import type { TraceEntry } from '../../shared/model/ndis-trace';
import type { PlatformOutlook, PlatformPatch } from '../../shared/model/platform-outlook';
import type { PacketTrace, PacketTraceQuestion } from '../../shared/model/packet-trace';
import type { Change } from '../../shared/model/world-view';
import type { FunctionSpace } from '../../shared/pcie/config-space';
import type { Result } from '../../shared/result';
import { runBatch, startVm } from './commands';
import { resumeLinkChanges } from './adapter/netvsc';
import { CounterStore } from './counters/store';
import type { Engine, Listener, Model, SavedEngine, SavedRest, UnsavedEngine } from './engine-port';
import { EventLog } from './eventlog/event-log';
import { outlookAfter, startComputer } from './computer';
import { entitiesOf } from './hardware';
import type { Hardware } from './hardware';
import { powerOn } from './host/restart';
import { traceAdapter } from './packet-tracing';
import { checkInvariants } from './invariants';
import { LiveTraffic } from './live-traffic';
import type { Context } from './world/context';
import { invariant } from './kernel/invariant';
import { RandomSource } from './kernel/random';
import { Timeline } from './kernel/timeline';
import type { SavedTimeline, Task } from './kernel/timeline';
import { completeStart, powerOnNics } from './nic/lifecycle';
import { settleVfs } from './nic/virtual-functions';
import { startAutomatically } from './partition/automatic-actions';
import { balance, concernsBalancer } from './partition/balancer';
import { completeTransition } from './partition/lifecycle';
import { configSpace } from './pcie/vf-space';
import * as registers from './pcie/virtual-functions';
import { reconcile } from './reconcile';
import { TraceLog } from './trace/trace-log';
import { completeStep } from './vf/progress';
import { World } from './world/world';

export type { Engine, Listener, Model, SavedEngine, SavedRest, UnsavedEngine } from './engine-port';
export { storedKinds } from './world/world';
export type { Hardware, NewNic } from './hardware';

/** Data paths are worked out anew at most once per quantum of simulated time. */
const quantumMs = 10;
/** Passes of reconciliation after which something must be going round in circles. */
const passLimit = 100;

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
      carried: [],
    },
    options.model,
  );
}

/** Continues a saved host. */
export function restoreEngine(saved: SavedEngine, model: Model): Engine {
  return new SimulatedHost(saved, model);
}

/** The pending change of load: of all entries that wait, the one that was entered last. */
function latestWake({ entries }: SavedTimeline): { at: number; token: number } | null {
  let latest: { at: number; token: number } | null = null;
  for (const { at, task } of entries) {
    if (task.noun === 'traffic' && task.token > (latest?.token ?? 0)) latest = { at, token: task.token };
  }
  return latest;
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
  readonly #traffic: LiveTraffic;
  #datapathDue: boolean;
  #balanceDue: boolean;
  /** The timeline entry at which an offered load next changes by itself. */
  #wake: { readonly at: number; readonly token: number } | null;

  constructor(saved: SavedEngine, model: Model) {
    this.world = new World(saved.entities);
    this.#timeline = new Timeline(saved.timeline);
    this.#random = new RandomSource(saved.seed, saved.random);
    this.#events = new EventLog(saved.events);
    this.#trace = new TraceLog(saved.trace);
    this.#counters = CounterStore.restore(saved.counters);
    this.#model = model;
    this.#lastToken = saved.lastToken;
    this.#traffic = new LiveTraffic(this.world, this.#counters, saved.carried, model.parameters);
    this.#datapathDue = saved.timeline.entries.some((entry) => entry.task.noun === 'datapath');
    this.#balanceDue = saved.timeline.entries.some((entry) => entry.task.noun === 'memory');
    this.#wake = latestWake(saved.timeline);
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
    const balanceDue = this.#balanceDue;
    const { flowsDue } = this.#traffic;
    const untold = new Map(this.#untold);
    const takeBack = (): void => {
      this.world.rollback();
      this.#events.rollback();
      this.#trace.rollback();
      this.#scheduled = [];
      this.#random = new RandomSource(this.#random.seed, random);
      this.#lastToken = lastToken;
      this.#datapathDue = datapathDue;
      this.#balanceDue = balanceDue;
      this.#traffic.flowsDue = flowsDue;
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

  configSpace(id: string): Pick<FunctionSpace, 'bytes' | 'silicon'> | null {
    return configSpace(this.world, id);
  }

  outlook(changes: PlatformPatch): Result<PlatformOutlook> {
    return outlookAfter(this.#context, changes);
  }

  tracePacket(question: PacketTraceQuestion): Result<PacketTrace> {
    return traceAdapter(this.world, this.#model.parameters, question);
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
      carried: this.#traffic.carried.save(),
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
      netvsc: this.#model.parameters.netvsc,
      memory: this.#model.parameters.memory,
      nicCatalogue: this.#model.nicCatalogue,
      random: (stream) => this.#random.fork(stream),
      packetsPerSecond: (id) => this.#traffic.carried.of(id)?.packetsPerSecond ?? 0,
      isSaturated: (id) => this.#traffic.carried.of(id)?.saturated === true,
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
        return completeTransition(this.#context, subject, token, startVm);
      case 'vf':
        return completeStep(this.#context, subject, token);
      case 'netvsc':
        return resumeLinkChanges(this.#context, subject, token);
      case 'nic':
        settleVfs(this.#context, subject, token, registers);
        return completeStart(this.#context, subject, token);
      case 'host':
        if (!powerOn(this.#context, token)) return;
        startComputer(this.#context);
        powerOnNics(this.#context);
        return startAutomatically(this.#context, startVm);
      case 'traffic':
        return this.#changeOfLoad(token);
      case 'datapath':
        this.#datapathDue = false;
        return this.#wakeAt(this.#traffic.catchUp(this.now()));
      case 'memory':
        this.#balanceDue = false;
        return balance(this.#context);
    }
  }

  #wakeAt(at: number | null): void {
    if (at === null || (this.#wake !== null && this.#wake.at <= at)) return;
    const token = this.#context.nextToken();
    this.#wake = { at, token };
    this.#context.schedule(at - this.now(), { noun: 'traffic', subject: 'host', token });
  }

  /** An offered load changes by itself; an entry with another token has been overtaken by an earlier change. */
  #changeOfLoad(token: number): void {
    if (this.#wake?.token !== token) return;
    this.#wake = null;
    this.#traffic.flowsDue = true;
    if (!this.#datapathDue) this.#scheduleDatapath();
  }

  /** Lets every noun react to what changed until nothing changes any more, then makes it final. */
  #settle(): void {
    for (let pass = 0; ; pass += 1) {
      invariant(pass < passLimit, 'The host does not come to rest.');
      const changes = this.world.takeChanges();
      if (changes.length === 0) break;
      for (const change of changes) this.#untold.set(`${change.kind} ${change.id}`, change);
      if (this.#traffic.note(changes) && !this.#datapathDue) this.#scheduleDatapath();
      if (!this.#balanceDue && concernsBalancer(this.world, changes)) this.#scheduleBalance();
      reconcile(this.#context, changes);
    }
    this.world.commit();
    for (const { delayMs, task } of this.#scheduled) this.#timeline.schedule(delayMs, task);
    this.#scheduled = [];
    this.#trace.commit();
    this.#news.push(...this.#events.takeNew());
  }

  /** The end of the present quantum: everything that happens until then is worked out together. */
  #scheduleDatapath(): void {
    this.#datapathDue = true;
    this.#context.schedule(this.#untilNext(quantumMs), { noun: 'datapath', subject: 'host', token: 0 });
  }

  /** The next time at which guests report their demand; what is at rest has none to come. */
  #scheduleBalance(): void {
    this.#balanceDue = true;
    const rest = this.#untilNext(this.#model.parameters.memory.balanceInterval);
    this.#context.schedule(rest, { noun: 'memory', subject: 'host', token: 0 });
  }

  #untilNext(intervalMs: number): number {
    return intervalMs - (this.#timeline.now % intervalMs);
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
