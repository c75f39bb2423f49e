/**
 * All state of the simulated host, keyed by kind and id. Entities are immutable values; the only
 * ways to write are `put` and `remove`, which remember what was there, so that a refused batch
 * leaves no trace and a finished one can be told to listeners.
 */
import type { Adapter } from '../../../shared/model/adapter';
import type { PcieFunction } from '../../../shared/model/pcie';
import type { Platform } from '../../../shared/model/platform';
import { kinds } from '../../../shared/model/world-view';
import type { Change, Entities, Kind, WorldView } from '../../../shared/model/world-view';
import type { StoredConfig } from '../../../shared/pcie/config-space';
import { invariant } from '../kernel/invariant';
import { Indexes } from './indexes';

/** An imported computer as it was imported: what is put back into its slots must be somewhere. */
export interface ImportedComputer extends Pick<Platform, 'firmware' | 'hardware'> {
  readonly id: 'imported';
  readonly functions: readonly PcieFunction[];
  readonly configs: readonly StoredConfig[];
}

/**
 * What the world holds: the kinds that everybody sees, the bytes of the functions' registers, and
 * where the host came from a listing, that.
 */
export interface StoredEntities extends Entities {
  config: StoredConfig;
  imported: ImportedComputer;
}

export type StoredKind = keyof StoredEntities;

export const storedKinds = [...kinds, 'config', 'imported'] as const;

/** Whether the outside hears of changes of the kind. */
function isTold(kind: StoredKind): kind is Kind {
  return kind !== 'config' && kind !== 'imported';
}

type Maps = { [K in StoredKind]: Map<string, StoredEntities[K]> };

/** Entities in the order in which they came to be; that order is part of the state. */
export type SavedEntities = { readonly [K in StoredKind]: readonly StoredEntities[K][] };

/** One changed entity of any kind; `value` is null when it is gone. */
export interface StoredChange<K extends StoredKind> {
  readonly kind: K;
  readonly id: string;
  readonly value: StoredEntities[K] | null;
}

/** What a document has to write to be abreast of the world again. */
export interface UnsavedEntities {
  /** Entities written since `markSaved`, with their present value; null: gone. */
  readonly entities: readonly StoredChange<StoredKind>[];
  /** The ids of each kind whose entities came or went, in order. */
  readonly order: { readonly [K in StoredKind]?: readonly string[] };
}

interface Undo {
  readonly kind: StoredKind;
  readonly id: string;
  readonly previous: StoredEntities[StoredKind] | undefined;
  /** Ids in order before a removal: a Map would append what is put back. */
  readonly order?: readonly string[];
}

export class World implements WorldView {
  readonly host = new Map<string, Entities['host']>();
  readonly platform = new Map<string, Entities['platform']>();
  readonly function = new Map<string, Entities['function']>();
  readonly nic = new Map<string, Entities['nic']>();
  readonly vf = new Map<string, Entities['vf']>();
  readonly switch = new Map<string, Entities['switch']>();
  readonly vm = new Map<string, Entities['vm']>();
  readonly adapter = new Map<string, Entities['adapter']>();
  readonly disk = new Map<string, Entities['disk']>();
  /** Configuration spaces; what they say is told through `function`, so nobody hears of their changes. */
  readonly config = new Map<string, StoredConfig>();
  /** At most one entity, under the kind's own name. */
  readonly imported = new Map<string, ImportedComputer>();

  readonly #indexes = new Indexes();
  #journal: Undo[] = [];
  /** Last change per `kind id` since `takeChanges`, in order of first change. */
  readonly #changed = new Map<string, { kind: Kind; id: string }>();
  /** What `put` and `remove` touched since `markSaved`, even if it was taken back. */
  readonly #unsaved = new Map<string, { kind: StoredKind; id: string }>();
  readonly #reordered = new Set<StoredKind>();

  constructor(saved?: SavedEntities) {
    if (saved === undefined) return;
    for (const kind of storedKinds) for (const entity of saved[kind]) this.put(kind, entity);
    this.commit();
    this.takeChanges();
    this.markSaved();
  }

  /** Adds an entity or replaces the one with the same id. */
  put<K extends StoredKind>(kind: K, entity: StoredEntities[K]): void {
    const map = this.#map(kind);
    const previous = map.get(entity.id);
    this.#note(kind, entity.id, previous);
    map.set(entity.id, entity);
    if (isTold(kind))
      this.#indexes.replace<Kind>(kind, previous as Entities[Kind] | undefined, entity as Entities[Kind]);
  }

  /** Removes an entity that exists. */
  remove(kind: StoredKind, id: string): void {
    const map = this.#map(kind);
    const previous = map.get(id);
    invariant(previous !== undefined, `There is no ${kind} ${id} to remove.`);
    this.#note(kind, id, previous, [...map.keys()]);
    map.delete(id);
    if (isTold(kind)) this.#indexes.replace<Kind>(kind, previous as Entities[Kind] | undefined, undefined);
  }

  /** The entity, which must exist. */
  need<K extends StoredKind>(kind: K, id: string): StoredEntities[K] {
    const entity = this.#map(kind).get(id);
    invariant(entity !== undefined, `There is no ${kind} ${id}.`);
    return entity;
  }

  /** The VM's adapters in the order in which they were added. */
  adaptersOf(vmId: string): Adapter[] {
    return Array.from(this.#indexes.adaptersOf(vmId), (id) => this.need('adapter', id));
  }

  /** Id of the VM with that name, upper and lower case alike. */
  vmNamed(name: string): string | undefined {
    return this.#indexes.vmNamed(name);
  }

  /** Memory that active VMs hold, in MB. */
  get activeMemoryMb(): number {
    return this.#indexes.activeMemoryMb;
  }

  /** Id of the active VM that holds the virtual hard disk. */
  diskHolder(diskId: string): string | undefined {
    return this.#indexes.diskHolder(diskId);
  }

  /** How many active VMs have Dynamic Memory. */
  get balancedVms(): number {
    return this.#indexes.balancedVms;
  }

  /** Whether a virtual adapter has the MAC address, given as a number. */
  hasMacAddress(address: number): boolean {
    return this.#indexes.hasMacAddress(address);
  }

  /** Makes everything written so far final. */
  commit(): void {
    this.#journal = [];
  }

  /** Takes back everything written since the last commit. The order of the entities is restored too. */
  rollback(): void {
    for (const entry of this.#journal.reverse()) {
      const map: Map<string, StoredEntities[StoredKind]> = this.#map(entry.kind);
      if (entry.previous === undefined) map.delete(entry.id);
      else map.set(entry.id, entry.previous);
      if (entry.order !== undefined) reorder(map, entry.order);
    }
    this.#journal = [];
    this.#changed.clear();
    this.#indexes.clear();
    for (const vm of this.vm.values()) this.#indexes.replace('vm', undefined, vm);
    for (const adapter of this.adapter.values()) this.#indexes.replace('adapter', undefined, adapter);
  }

  /** What changed since the last call, each entity once with its present value. */
  takeChanges(): Change[] {
    const changes = [...this.#changed.values()].map((each) => this.#present(each) as Change);
    this.#changed.clear();
    return changes;
  }

  unsaved(): UnsavedEntities {
    const order = Object.fromEntries([...this.#reordered].map((kind) => [kind, [...this.#map(kind).keys()]]));
    return { entities: [...this.#unsaved.values()].map((each) => this.#present(each)), order };
  }

  /** Everything as it is now is safe; `unsaved` begins anew. */
  markSaved(): void {
    this.#unsaved.clear();
    this.#reordered.clear();
  }

  save(): SavedEntities {
    return Object.fromEntries(
      storedKinds.map((kind) => [kind, [...this.#map(kind).values()]]),
    ) as unknown as SavedEntities;
  }

  #present<K extends StoredKind>({ kind, id }: { kind: K; id: string }): StoredChange<K> {
    return { kind, id, value: this.#map(kind).get(id) ?? null };
  }

  #map<K extends StoredKind>(kind: K): Map<string, StoredEntities[K]> {
    return (this as Maps)[kind];
  }

  #note(
    kind: StoredKind,
    id: string,
    previous: StoredEntities[StoredKind] | undefined,
    order?: readonly string[],
  ): void {
    this.#journal.push(order === undefined ? { kind, id, previous } : { kind, id, previous, order });
    const key = `${kind} ${id}`;
    this.#unsaved.set(key, { kind, id });
    if (previous === undefined || order !== undefined) this.#reordered.add(kind);
    if (isTold(kind) && !this.#changed.has(key)) this.#changed.set(key, { kind, id });
  }
}

function reorder(map: Map<string, StoredEntities[StoredKind]>, order: readonly string[]): void {
  const entries = order.map((id) => [id, map.get(id)] as const);
  map.clear();
  for (const [id, entity] of entries) if (entity !== undefined) map.set(id, entity);
}
