/** The traffic of one living host: hears what changes, works it out when it must, and has it counted. */
import type { Adapter } from '../../shared/model/adapter';
import type { ModelParameters } from '../../shared/model/model-parameters';
import type { Vm } from '../../shared/model/vm';
import type { Change } from '../../shared/model/world-view';
import { CarriedTraffic } from './carried';
import type { Carried } from './carried';
import { Publisher } from './counters/publish';
import type { CounterStore } from './counters/store';
import { flowDiffers, memoryDiffers, vmDiffers, WorldTraffic } from './flows';
import type { Solution } from './flows';
import type { World } from './world/world';

/** What was known under the id and what is now; remembers the latter. */
function seen<T>(known: Map<string, T>, id: string, value: T | null): [T | undefined, T | undefined] {
  const before = known.get(id);
  if (value === null) known.delete(id);
  else known.set(id, value);
  return [before, value ?? undefined];
}

export class LiveTraffic {
  readonly carried: CarriedTraffic;
  /** What the data paths carry is unknown, or no longer that of the last solution; else only the counters are due. */
  flowsDue = true;
  readonly #world: World;
  readonly #traffic: WorldTraffic;
  readonly #publisher: Publisher;
  /** Adapters and VMs as they were when it was last asked whether the data paths must be worked out. */
  readonly #seenAdapters: Map<string, Adapter>;
  readonly #seenVms: Map<string, Vm>;
  /** Of the last solution. */
  #ends: Solution['ends'] = [];

  constructor(
    world: World,
    counters: CounterStore,
    carried: readonly Carried[],
    parameters: ModelParameters,
  ) {
    this.#world = world;
    this.carried = new CarriedTraffic(carried);
    this.#traffic = new WorldTraffic(parameters);
    this.#publisher = new Publisher(counters, parameters.memory.parentReserve);
    this.#seenAdapters = new Map(world.adapter);
    this.#seenVms = new Map(world.vm);
  }

  /** Takes note of every change; answers whether the counters must be brought up to date. */
  note(changes: readonly Change[]): boolean {
    for (const change of changes) {
      this.#publisher.note(change);
      if (change.kind !== 'vm') continue;
      for (const { id } of this.#world.adaptersOf(change.id)) this.#publisher.note({ kind: 'adapter', id });
    }
    // Each must be looked at, for it is also remembered.
    const concerned = changes.map((change) => this.#concern(change));
    this.flowsDue ||= concerned.includes('flows');
    return concerned.some((concern) => concern !== 'nothing');
  }

  /**
   * Brings the counters up to date at simulated time `now`. Answers when an offered load next changes
   * by itself; null for never, or when that is as it was.
   */
  catchUp(now: number): number | null {
    const next = this.flowsDue ? this.#solve(now) : null;
    this.#publisher.publish(this.#world, this.#ends, now);
    return next;
  }

  #solve(now: number): number | null {
    const { ends, nextChangeAt } = this.#traffic.solve(this.#world, now);
    this.flowsDue = false;
    this.#ends = ends;
    this.carried.follow(ends);
    return nextChangeAt;
  }

  /** What has to be worked out anew; a VM without any path, such as one that starts, carries nothing. */
  #concern(change: Change): 'nothing' | 'counters' | 'flows' {
    const { id } = change;
    switch (change.kind) {
      case 'function':
      case 'vf':
        return 'nothing';
      case 'adapter':
        return flowDiffers(...seen(this.#seenAdapters, id, change.value)) ? 'flows' : 'nothing';
      case 'vm': {
        const [before, after] = seen(this.#seenVms, id, change.value);
        if (!vmDiffers(before, after)) return memoryDiffers(before, after) ? 'counters' : 'nothing';
        const carries = this.#world.adaptersOf(id).some(({ dataPath }) => dataPath !== 'none');
        return carries ? 'flows' : 'counters';
      }
      default:
        return 'flows';
    }
  }
}
