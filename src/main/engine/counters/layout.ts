/** Which slots belong to which instance of which counter object. */
import { invariant } from '../kernel/invariant';
import { tableOf } from './definitions';
import type { ObjectName } from './definitions';

export interface Instance {
  readonly object: ObjectName;
  readonly name: string;
}

/** An owner of instances: they come with it, bear its name and go with it. */
export interface Owner {
  readonly id: string;
  readonly kind: 'host' | 'nic' | 'switch' | 'vm' | 'adapter';
  /** The entity that it stands for. */
  readonly entity: string;
  /** What the instances are named after; as long as it stays the same, so do the instances. */
  readonly signature: string;
  instances(): readonly Instance[];
}

/** The slots of one owner, one run for all its instances. */
export interface Block {
  readonly owner: string;
  signature: string;
  instances: readonly Instance[];
  /** First slot of each instance. */
  readonly starts: readonly number[];
  readonly size: number;
}

export class Layout {
  readonly #blocks = new Map<string, Block>();
  readonly #startOf = new Map<string, Map<string, number>>();
  /** Runs of free slots by their length. */
  readonly #free = new Map<number, number[]>();
  #slots = 0;

  /** Slots ever used; the arrays must be as long. */
  get slots(): number {
    return this.#slots;
  }

  /** In the order in which they were opened. */
  get blocks(): Iterable<Block> {
    return this.#blocks.values();
  }

  block(owner: string): Block | undefined {
    return this.#blocks.get(owner);
  }

  /** First slot of an instance; undefined while it does not exist. */
  startOf(object: string, instance: string): number | undefined {
    return this.#startOf.get(object)?.get(instance);
  }

  /**
   * Makes exactly the given owners present: closes the others, renames in place, opens what is new.
   * Answers the new blocks, whose slots hold leftovers; undefined when nothing has changed.
   */
  arrange(owners: readonly Owner[]): { owner: Owner; block: Block }[] | undefined {
    const ids = new Set(owners.map((owner) => owner.id));
    return this.change(
      owners,
      [...this.#blocks.keys()].filter((id) => !ids.has(id)),
    );
  }

  /** The same where these owners are present, those with the ids `absent` are not, and all others are as they were. */
  change(owners: readonly Owner[], absent: readonly string[]): { owner: Owner; block: Block }[] | undefined {
    const gone = absent.flatMap((id) => this.#blocks.get(id) ?? []);
    const changed = owners.filter((owner) => this.#blocks.get(owner.id)?.signature !== owner.signature);
    if (gone.length === 0 && changed.length === 0) return undefined;
    const plans = changed.map((owner) => ({ owner, instances: owner.instances() }));
    // Names are given up before any is taken, so that owners may swap them.
    for (const block of gone) this.#close(block);
    for (const { owner, instances } of plans) {
      const block = this.#blocks.get(owner.id);
      if (block === undefined) continue;
      if (sameObjects(instances, block.instances)) this.#unname(block);
      else this.#close(block);
    }
    const opened: { owner: Owner; block: Block }[] = [];
    for (const { owner, instances } of plans) {
      const block = this.#blocks.get(owner.id);
      if (block === undefined) {
        opened.push({ owner, block: this.open(owner.id, owner.signature, instances) });
      } else {
        this.#rename(block, owner.signature, instances);
      }
    }
    return opened;
  }

  /** Gives a new owner its slots. */
  open(owner: string, signature: string, instances: readonly Instance[]): Block {
    const size = sizeOf(instances);
    const first = this.#free.get(size)?.pop() ?? this.#grow(size);
    let next = first;
    const starts = instances.map(({ object }) => {
      const start = next;
      next += lengthOf(object);
      return start;
    });
    const block: Block = { owner, signature, instances, starts, size };
    this.#blocks.set(owner, block);
    block.instances = this.#name(instances, starts);
    return block;
  }

  #grow(size: number): number {
    const first = this.#slots;
    this.#slots += size;
    return first;
  }

  #close(block: Block): void {
    this.#unname(block);
    this.#blocks.delete(block.owner);
    const first = block.starts[0];
    if (first === undefined) return;
    const free = this.#free.get(block.size);
    if (free === undefined) this.#free.set(block.size, [first]);
    else free.push(first);
  }

  #rename(block: Block, signature: string, instances: readonly Instance[]): void {
    block.signature = signature;
    block.instances = this.#name(instances, block.starts);
  }

  #unname(block: Block): void {
    for (const { object, name } of block.instances) this.#startOf.get(object)?.delete(name);
  }

  #name(instances: readonly Instance[], starts: readonly number[]): Instance[] {
    return instances.map(({ object, name }, index) => {
      const start = starts[index];
      invariant(start !== undefined, `Instance ${name} of ${object} has no slots.`);
      const names = this.#startOf.get(object) ?? new Map<string, number>();
      this.#startOf.set(object, names);
      const free = freeName(names, name);
      names.set(free, start);
      return free === name ? { object, name } : { object, name: free };
    });
  }
}

function sameObjects(left: readonly Instance[], right: readonly Instance[]): boolean {
  return left.length === right.length && left.every(({ object }, index) => object === right[index]?.object);
}

/** Windows numbers further instances of one name. */
function freeName(taken: ReadonlyMap<string, number>, name: string): string {
  if (!taken.has(name)) return name;
  for (let number = 1; ; number++) {
    const numbered = `${name}#${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}

function lengthOf(object: ObjectName): number {
  return tableOf(object)?.names.length ?? 0;
}

function sizeOf(instances: readonly Instance[]): number {
  return instances.reduce((sum, { object }) => sum + lengthOf(object), 0);
}
