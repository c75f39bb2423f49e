/**
 * Absolute counter values in flat arrays. A counter grows by its rate from the moment on at which
 * the rate was set, so time alone costs nothing, and reading changes nothing.
 */
import type { CounterKind } from '../../../shared/model/counter';
import { invariant } from '../kernel/invariant';
import { tableOf } from './definitions';
import type { ObjectName, Readings } from './definitions';
import { Layout } from './layout';
import type { Block, Instance, Owner } from './layout';
import { parseCounterPath } from './path';

/** The instances of one owner with their counters in slot order. */
interface SavedBlock {
  readonly owner: string;
  readonly signature: string;
  readonly instances: readonly Instance[];
  readonly base: readonly number[];
  readonly rate: readonly number[];
  readonly since: readonly number[];
}

/** A whole store as plain data. */
export interface CounterStoreData {
  readonly now: number;
  readonly blocks: readonly SavedBlock[];
}

export class CounterStore {
  readonly #layout = new Layout();
  /** Value at `since`. */
  #base = new Float64Array(0);
  /** Growth per second. */
  #rate = new Float64Array(0);
  /** Simulated milliseconds at which the rate was set. */
  #since = new Float64Array(0);
  #now = 0;
  /** Slots of paths that have been asked for; holds until instances change. */
  readonly #slotOfPath = new Map<string, number>();

  /** Continues a saved store. What does not fit the present set of counters begins at 0 again. */
  static restore(data: CounterStoreData): CounterStore {
    const store = new CounterStore();
    store.#now = data.now;
    for (const saved of data.blocks) {
      if (saved.instances.some(({ object }) => tableOf(object) === undefined)) continue;
      const block = store.#layout.open(saved.owner, saved.signature, saved.instances);
      store.#clear(block);
      if (saved.base.length === block.size) store.#put(block, saved);
    }
    return store;
  }

  save(): CounterStoreData {
    const blocks = [...this.#layout.blocks].map((block): SavedBlock => {
      const { owner, signature, instances, starts, size } = block;
      const first = starts[0] ?? 0;
      const of = (array: Float64Array): number[] => [...array.subarray(first, first + size)];
      const numbers = { base: of(this.#base), rate: of(this.#rate), since: of(this.#since) };
      return { owner, signature, instances, ...numbers };
    });
    return { now: this.#now, blocks };
  }

  /**
   * Moves the store to simulated time `now`; time never runs backwards. What a rate has brought is
   * folded into the value when the rate next changes, and only then: however often this is called
   * in between, values stay the same to the last bit.
   */
  settle(now: number): void {
    invariant(now >= this.#now, `The counters are at ${this.#now} and cannot go back to ${now}.`);
    this.#now = now;
  }

  /** Makes exactly the given owners' instances present. New counters begin at 0; answers whose they are. */
  arrange(owners: readonly Owner[]): readonly Owner[] {
    return this.#open(this.#layout.arrange(owners));
  }

  /** The same where only these owners, and those with the ids `absent`, may be other than they were. */
  rearrange(owners: readonly Owner[], absent: readonly string[]): readonly Owner[] {
    return this.#open(this.#layout.change(owners, absent));
  }

  #open(opened: ReturnType<Layout['arrange']>): readonly Owner[] {
    if (opened === undefined) return [];
    this.#slotOfPath.clear();
    for (const { block } of opened) this.#clear(block);
    return opened.map(({ owner }) => owner);
  }

  /** Sets the counters of an owner's instance number `index`, which is of the given object. */
  set<O extends ObjectName>(owner: string, index: number, object: O, readings: Readings<O>): void {
    const block = this.#layout.block(owner);
    const start = block?.instances[index]?.object === object ? block.starts[index] : undefined;
    const table = tableOf(object);
    invariant(start !== undefined && table !== undefined, `${owner} has no instance ${index} of ${object}.`);
    const values: Readonly<Record<string, number>> = readings;
    for (let offset = 0; offset < table.names.length; offset++) {
      const value = values[table.names[offset] ?? ''] ?? 0;
      if (table.kinds[offset] === 'gauge') this.#base[start + offset] = value;
      else this.#setRate(start + offset, value);
    }
  }

  /** The counter's absolute value at `now`; NaN while its instance does not exist. */
  value(path: string, now: number): number {
    const slot = this.#slotOf(path);
    return slot === undefined ? Number.NaN : this.#valueAt(slot, now);
  }

  /** What kind of counter the path names, whether or not its instance exists; null for an unknown one. */
  kindOf(path: string): CounterKind | null {
    const parts = parseCounterPath(path);
    if (parts === null) return null;
    const table = tableOf(parts.object);
    const offset = table?.offsets.get(parts.counter);
    return offset === undefined ? null : (table?.kinds[offset] ?? null);
  }

  #slotOf(path: string): number | undefined {
    const known = this.#slotOfPath.get(path);
    if (known !== undefined) return known;
    const parts = parseCounterPath(path);
    if (parts === null) return undefined;
    const start = this.#layout.startOf(parts.object, parts.instance);
    const offset = tableOf(parts.object)?.offsets.get(parts.counter);
    if (start === undefined || offset === undefined) return undefined;
    this.#slotOfPath.set(path, start + offset);
    return start + offset;
  }

  #valueAt(slot: number, now: number): number {
    const elapsedMs = now - (this.#since[slot] ?? now);
    return (this.#base[slot] ?? 0) + ((this.#rate[slot] ?? 0) * elapsedMs) / 1000;
  }

  #setRate(slot: number, rate: number): void {
    if (this.#rate[slot] === rate) return;
    this.#base[slot] = this.#valueAt(slot, this.#now);
    this.#rate[slot] = rate;
    this.#since[slot] = this.#now;
  }

  #clear(block: Block): void {
    if (this.#layout.slots > this.#base.length) this.#lengthen(this.#layout.slots * 2);
    const first = block.starts[0] ?? 0;
    this.#base.fill(0, first, first + block.size);
    this.#rate.fill(0, first, first + block.size);
    this.#since.fill(this.#now, first, first + block.size);
  }

  #put(block: Block, { base, rate, since }: SavedBlock): void {
    const first = block.starts[0] ?? 0;
    this.#base.set(base, first);
    this.#rate.set(rate, first);
    this.#since.set(since, first);
  }

  #lengthen(length: number): void {
    const longer = (array: Float64Array): Float64Array<ArrayBuffer> => {
      const result = new Float64Array(length);
      result.set(array);
      return result;
    };
    this.#base = longer(this.#base);
    this.#rate = longer(this.#rate);
    this.#since = longer(this.#since);
  }
}
