/** What the rest of the program may do with a simulated host, and the shape in which one is saved. */
import type { Command } from '../../shared/contract';
import type { CounterKind } from '../../shared/model/counter';
import type { EventRecord } from '../../shared/model/event';
import type { Latencies, ModelParameters } from '../../shared/model/model-parameters';
import type { TraceEntry } from '../../shared/model/ndis-trace';
import type { NicModel } from '../../shared/model/nic-model';
import type { PacketTrace, PacketTraceQuestion } from '../../shared/model/packet-trace';
import type { PlatformOutlook, PlatformPatch } from '../../shared/model/platform-outlook';
import type { Change, WorldView } from '../../shared/model/world-view';
import type { FunctionSpace } from '../../shared/pcie/config-space';
import type { Result } from '../../shared/result';
import type { Carried } from './carried';
import type { CounterStoreData, UnsavedCounters } from './counters/store';
import type { SavedEvents } from './eventlog/event-log';
import type { RandomState } from './kernel/random';
import type { SavedTimeline } from './kernel/timeline';
import type { SavedTrace } from './trace/trace-log';
import type { UnsavedEntries } from './world/context';
import type { SavedEntities, UnsavedEntities } from './world/world';

/** The figures an engine works with. */
export interface Model {
  readonly parameters: ModelParameters;
  readonly latencies: Latencies;
  /** Every NIC model that can be put into a slot. */
  readonly nicCatalogue: readonly NicModel[];
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
  /** What the nouns may ask of the last solution of the data paths. */
  readonly carried: readonly Carried[];
}

/** A saved engine without what grows with the host: that is told entry by entry. */
export type SavedRest = Omit<SavedEngine, 'entities' | 'events' | 'trace' | 'counters'> & {
  readonly events: { readonly nextSequence: number };
  readonly trace: { readonly nextSequence: number };
};

/** What changed since the host was last saved: small, so that it can be written after every command. */
export interface UnsavedEngine extends UnsavedEntities {
  readonly events: UnsavedEntries<EventRecord>;
  readonly trace: UnsavedEntries<TraceEntry>;
  readonly counters: UnsavedCounters;
  /** All of the rest. */
  readonly rest: SavedRest;
}

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
  /** Configuration space of a function or a VF (`<PF id>#<index>`), as a copy; null for an unknown id. */
  configSpace(id: string): Pick<FunctionSpace, 'bytes' | 'silicon'> | null;
  /** What a restart would bring if the changes were stored; refused as the commands would be. */
  outlook(changes: PlatformPatch): Result<PlatformOutlook>;
  /** Follows one packet of an adapter; changes nothing. */
  tracePacket(question: PacketTraceQuestion): Result<PacketTrace>;
  /** Throws when the world is in a state that must not exist. */
  check(): void;
  save(): SavedEngine;
  /** What changed since `markSaved`, or since the engine was restored. */
  unsaved(): UnsavedEngine;
  /** What `save` or `unsaved` told is safe. */
  markSaved(): void;
}
