/**
 * The simulated host behind one door. `execute` carries out commands, `advance` lets simulated
 * time pass; nothing else changes the world. Same seed, same hardware, same commands at the same
 * simulated times: byte-equal world.
 */
import type { Command } from '../../shared/contract';
import type { CounterKind } from '../../shared/model/counter';
import type { Adapter } from '../../shared/model/adapter';
import type { EventRecord } from '../../shared/model/event';
import type { TraceEntry } from '../../shared/model/ndis-trace';
import type { PlatformOutlook, PlatformPatch } from '../../shared/model/platform-outlook';
import type { PacketTrace, PacketTraceQuestion } from '../../shared/model/packet-trace';
import type { Vm } from '../../shared/model/vm';
import type { Change } from '../../shared/model/world-view';
import type { FunctionSpace } from '../../shared/pcie/config-space';
import type { Result } from '../../shared/result';
import { runBatch, startVm } from './commands';
import { resumeLinkChanges } from './adapter/netvsc';
import { Publisher } from './counters/publish';
import { CounterStore } from './counters/store';
import type { Engine, Listener, Model, SavedEngine } from './engine-port';
import { CarriedTraffic } from './carried';
import { EventLog } from './eventlog/event-log';
import { outlookAfter, startComputer } from './computer';
import { flowDiffers, vmDiffers, WorldTraffic } from './flows';
import type { Solution } from './flows';
import { entitiesOf } from './hardware';
import type { Hardware } from './hardware';
import { powerOn } from './host/restart';
import { traceAdapter } from './packet-tracing';
import { checkInvariants } from './invariants';
import type { Context } from './world/context';
import { invariant } from './kernel/invariant';
import { RandomSource } from './kernel/random';
import { Timeline } from './kernel/timeline';
import type { SavedTimeline, Task } from './kernel/timeline';
import { completeStart, powerOnNics } from './nic/lifecycle';
import { settleVfs } from './nic/virtual-functions';
import { startAutomatically } from './partition/automatic-actions';
import { completeTransition } from './partition/lifecycle';
import { configSpace } from './pcie/vf-space';
import * as registers from './pcie/virtual-functions';
import { reconcile } from './reconcile';
import { TraceLog } from './trace/trace-log';
import { completeStep } from './vf/progress';
import { World } from './world/world';

export type { Engine, Listener, Model, SavedEngine } from './engine-port';
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

/** What was known under the id and what is now; remembers the latter. */
function seen<T>(known: Map<string, T>, id: string, value: T | null): [T | undefined, T | undefined] {
  const before = known.get(id);
  if (value === null) known.delete(id);
  else known.set(id, value);
  return [before, value ?? undefined];
}

class SimulatedHost implements Engine {
  readonly world: World;
  readonly #timeline: Timeline;
  readonly #counters: CounterStore;
  readonly #events: EventLog;
  readonly #trace: TraceLog;
  readonly #carried: CarriedTraffic;
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
  readonly #traffic: WorldTraffic;
  readonly #publisher: Publisher;
  /** Adapters and VMs as they were when it was last asked whether the data paths must be worked out. */
  readonly #seenAdapters: Map<string, Adapter>;
  readonly #seenVms: Map<string, Vm>;
  #datapathDue: boolean;
  /** What the data paths carry is unknown, or no longer that of the last solution; else only the counters are due. */
  #flowsDue = true;
  /** Of the last solution. */
  #ends: Solution['ends'] = [];
  /** The timeline entry at which an offered load next changes by itself. */
  #wake: { readonly at: number; readonly token: number } | null;

  constructor(saved: SavedEngine, model: Model) {
    this.world = new World(saved.entities);
    this.#timeline = new Timeline(saved.timeline);
    this.#random = new RandomSource(saved.seed, saved.random);
    this.#events = new EventLog(saved.events);
    this.#trace = new TraceLog(saved.trace);
    this.#carried = new CarriedTraffic(saved.carried);
    this.#counters = CounterStore.restore(saved.counters);
    this.#model = model;
    this.#lastToken = saved.lastToken;
    this.#traffic = new WorldTraffic(model.parameters);
    this.#publisher = new Publisher(this.#counters);
    this.#datapathDue = saved.timeline.entries.some((entry) => entry.task.noun === 'datapath');
    this.#wake = latestWake(saved.timeline);
    this.#seenAdapters = new Map(this.world.adapter);
    this.#seenVms = new Map(this.world.vm);
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
    const flowsDue = this.#flowsDue;
    const untold = new Map(this.#untold);
    const takeBack = (): void => {
      this.world.rollback();
      this.#events.rollback();
      this.#trace.rollback();
      this.#scheduled = [];
      this.#random = new RandomSource(this.#random.seed, random);
      this.#lastToken = lastToken;
      this.#datapathDue = datapathDue;
      this.#flowsDue = flowsDue;
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
      format: 1,
      seed: this.#random.seed,
      lastToken: this.#lastToken,
      random: this.#random.save(),
      timeline: this.#timeline.save(),
      entities: this.world.save(),
      events: this.#events.save(),
      trace: this.#trace.save(),
      counters: this.#counters.save(),
      carried: this.#carried.save(),
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
      nicCatalogue: this.#model.nicCatalogue,
      random: (stream) => this.#random.fork(stream),
      packetsPerSecond: (id) => this.#carried.of(id)?.packetsPerSecond ?? 0,
      isSaturated: (id) => this.#carried.of(id)?.saturated === true,
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
        if (this.#flowsDue) this.#solveDataPaths();
        return this.#publisher.publish(this.world, this.#ends, this.now());
    }
  }

  #solveDataPaths(): void {
    const { ends, nextChangeAt } = this.#traffic.solve(this.world, this.now());
    this.#flowsDue = false;
    this.#ends = ends;
    this.#carried.follow(ends);
    if (nextChangeAt === null || (this.#wake !== null && this.#wake.at <= nextChangeAt)) return;
    const token = this.#context.nextToken();
    this.#wake = { at: nextChangeAt, token };
    this.#context.schedule(nextChangeAt - this.now(), { noun: 'traffic', subject: 'host', token });
  }

  /** An offered load changes by itself; an entry with another token has been overtaken by an earlier change. */
  #changeOfLoad(token: number): void {
    if (this.#wake?.token !== token) return;
    this.#wake = null;
    this.#flowsDue = true;
    if (!this.#datapathDue) this.#scheduleDatapath();
  }

  /** Lets every noun react to what changed until nothing changes any more, then makes it final. */
  #settle(): void {
    for (let pass = 0; ; pass += 1) {
      invariant(pass < passLimit, 'The host does not come to rest.');
      const changes = this.world.takeChanges();
      if (changes.length === 0) break;
      for (const change of changes) {
        this.#untold.set(`${change.kind} ${change.id}`, change);
        this.#publisher.note(change);
        if (change.kind !== 'vm') continue;
        for (const { id } of this.world.adaptersOf(change.id)) this.#publisher.note({ kind: 'adapter', id });
      }
      // Every change must be looked at: it is also how the flow keys are kept.
      const concerned = changes.filter((change) => this.#concernsCounters(change));
      if (concerned.length > 0 && !this.#datapathDue) this.#scheduleDatapath();
      this.#flowsDue ||= concerned.some((change) => this.#concernsFlows(change));
      reconcile(this.#context, changes);
    }
    this.world.commit();
    for (const { delayMs, task } of this.#scheduled) this.#timeline.schedule(delayMs, task);
    this.#scheduled = [];
    this.#trace.commit();
    this.#news.push(...this.#events.takeNew());
  }

  /** Of changes that concern the counters: a VM without any path, such as one that starts, carries nothing. */
  #concernsFlows({ kind, id }: Change): boolean {
    return kind !== 'vm' || this.world.adaptersOf(id).some(({ dataPath }) => dataPath !== 'none');
  }

  #concernsCounters(change: Change): boolean {
    if (change.kind === 'function' || change.kind === 'vf') return false;
    const { id } = change;
    switch (change.kind) {
      case 'adapter':
        return flowDiffers(...seen(this.#seenAdapters, id, change.value));
      case 'vm':
        return vmDiffers(...seen(this.#seenVms, id, change.value));
      default:
        return true;
    }
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
