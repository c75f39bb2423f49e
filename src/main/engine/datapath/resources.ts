/** The resources of a plant, made as flows need them. */
import { invariant } from '../kernel/invariant';
import { Resource } from './filling';
import type { Flow, FlowLimit, Plant } from './flow';
import type { Measure } from './path-cost';

export class Resources {
  readonly #all: Resource[] = [];
  readonly #sending = new Map<string, Resource>();
  readonly #receiving = new Map<string, Resource>();
  readonly #roots = new Map<number, Resource>();
  readonly #workers = new Map<string, Resource>();
  readonly #guests = new Map<string, Resource>();
  readonly #host: Resource;
  readonly #linkBits: ReadonlyMap<string, number>;
  readonly #hertz: number;

  constructor(private readonly plant: Plant) {
    this.#hertz = plant.clockMhz * 1e6;
    this.#linkBits = new Map(plant.ports.map((port) => [port.id, port.linkSpeedMbps * 1e6]));
    this.#host = this.#add(plant.logicalProcessors * this.#hertz, 'hostProcessors', 'onHost');
  }

  /** In the order in which they were first needed. */
  get all(): readonly Resource[] {
    return this.#all;
  }

  /** Everything that `flow` needs. Throws when it names a port or processor that the plant lacks. */
  of(flow: Flow): Resource[] {
    const hertz = flow.guestProcessors * this.#hertz;
    const guest = this.#shared(this.#guests, flow.vmId, hertz, 'guestProcessor', 'onGuestProcessor');
    return [this.#host, guest, ...this.#line(flow), ...this.#software(flow)];
  }

  /** Full duplex: each direction has the whole line rate. */
  #line({ adapterId, portId }: Flow): Resource[] {
    if (portId === null) return [];
    const bits = this.#linkBits.get(portId);
    invariant(bits !== undefined, `Adapter ${adapterId}: the plant has no port ${portId}.`);
    return [
      this.#shared(this.#sending, portId, bits, 'port', 'sentBits'),
      this.#shared(this.#receiving, portId, bits, 'port', 'receivedBits'),
    ];
  }

  /** What a VF does without. */
  #software({ adapterId, vmId, path, rootProcessor }: Flow): Resource[] {
    if (path === 'vf') return [];
    const exists = rootProcessor >= 0 && rootProcessor < this.plant.logicalProcessors;
    invariant(exists, `Adapter ${adapterId}: the plant has no root processor ${rootProcessor}.`);
    const root = this.#shared(this.#roots, rootProcessor, this.#hertz, 'rootProcessor', 'onRootProcessor');
    if (path === 'vmbus') return [root];
    // A virtual processor waits while its VM's one worker thread emulates: they take turns.
    return [root, this.#shared(this.#workers, vmId, this.#hertz, 'rootProcessor', 'onHost')];
  }

  #shared<Key>(
    known: Map<Key, Resource>,
    key: Key,
    capacity: number,
    limit: FlowLimit,
    measure: Measure,
  ): Resource {
    const present = known.get(key);
    if (present !== undefined) return present;
    const resource = this.#add(capacity, limit, measure);
    known.set(key, resource);
    return resource;
  }

  #add(capacity: number, limit: FlowLimit, measure: Measure): Resource {
    const resource = new Resource(this.#all.length, capacity, limit, measure);
    this.#all.push(resource);
    return resource;
  }
}
