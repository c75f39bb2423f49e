/** What every noun of the engine works with: the world, the clock, randomness, the event log. */
import type { Adapter } from '../../../shared/model/adapter';
import type { IovReason } from '../../../shared/model/iov-reason';
import type { Latencies, ModelParameters } from '../../../shared/model/model-parameters';
import type { Nic } from '../../../shared/model/nic';
import type { NicModel } from '../../../shared/model/nic-model';
import type { TraceEntry } from '../../../shared/model/ndis-trace';
import type { Vf } from '../../../shared/model/vf';
import type { Vm } from '../../../shared/model/vm';
import type { Result } from '../../../shared/result';
import type { World } from './world';
import type { RandomStream } from '../kernel/random';
import type { Task } from '../kernel/timeline';

/** What a document has to write to be abreast of a bounded list of numbered entries again. */
export interface UnsavedEntries<Entry> {
  /** Entries since the last save, oldest first. */
  readonly entries: readonly Entry[];
  /** Entries with a smaller number are forgotten. */
  readonly keptFrom: number;
}

export type VmHappening =
  'created' | 'deleted' | 'started' | 'turnedOff' | 'shutDown' | 'reset' | 'saved' | 'paused' | 'resumed';

export type VfHappening =
  | 'allocated'
  | 'iommuProgrammed'
  | 'vPortCreated'
  | 'filterMoved'
  | 'assigned'
  | 'driverLoaded'
  | 'driverMissing'
  | 'vfJoined'
  | 'switchedToVf'
  | 'switchedToSoftware'
  | 'unassigned'
  | 'filterMovedBack'
  | 'vPortDeleted'
  | 'functionReset'
  | 'vPortRefused'
  | 'vfRefused'
  | 'surpriseRemoved'
  | 'revoked'
  | 'guestSilent'
  | 'lostWithPf'
  | 'filterChanged'
  | 'ringFull'
  | 'freed';

export type NicHappening =
  | 'halting'
  | 'restarted'
  | 'disabled'
  | 'failed'
  | 'resetting'
  | 'removed'
  | 'returned'
  | 'linkUp'
  | 'linkDown'
  | 'vfsEnabled'
  | 'vfsNotEnabled'
  | 'vfsDisabled';

/** What a noun reports to the event log, which finds the words. */
export type Happening =
  | { readonly about: 'vm'; readonly what: VmHappening; readonly vm: Vm }
  | {
      readonly about: 'vf';
      readonly what: VfHappening;
      readonly vm: Vm;
      readonly adapter: Adapter;
      readonly vf: Vf;
      /** Why a VF is taken back or left unused. */
      readonly why?: IovReason;
    }
  | {
      readonly about: 'nic';
      readonly what: NicHappening;
      readonly nic: Nic;
      /** A sentence that says why it failed. */
      readonly why?: string;
    }
  | { readonly about: 'host'; readonly what: HostHappening };

export type HostHappening = 'goingDown' | 'up' | 'serviceStopped' | 'serviceStarted';

export interface Context {
  readonly world: World;
  /** Simulated milliseconds since the Unix epoch. */
  readonly now: number;
  readonly latencies: Latencies;
  readonly netvsc: ModelParameters['netvsc'];
  readonly memory: ModelParameters['memory'];
  /** Every NIC model that can be put into a slot. */
  readonly nicCatalogue: readonly NicModel[];
  random(stream: string): RandomStream;
  /** A number that no other timeline token of this world has. */
  nextToken(): number;
  /** Packets per second that the adapter got through, both directions, as the data paths were last worked out. */
  packetsPerSecond(adapterId: string): number;
  /** Whether the root partition could not keep up with the adapter's software path then. */
  isSaturated(adapterId: string): boolean;
  schedule(delayMs: number, task: Task): void;
  log(happening: Happening): void;
  /** Writes an entry of the trace: complete now, unless `at` tells a moment since the last millisecond. */
  trace(entry: Omit<TraceEntry, 'sequence' | 'at'> & Partial<Pick<TraceEntry, 'at'>>): void;
}

/** Handles one command; the answer is the id of the entity it was about. */
export type Handler<Input> = (context: Context, input: Input) => Result<string>;
