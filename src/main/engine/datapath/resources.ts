/** The resources of a plant, made as flows need them. */
import { invariant } from '../kernel/invariant';
import { FlowEnd } from './filling';
import type { Need } from './filling';
import type { Flow, FlowLimit, FlowSide, Plant } from './flow';
import type { Measure, PathCost } from './path-cost';
import type { ProcessorClaim } from './processor-shares';
import { Resource } from './resource';

/** Bits that a port's line, in each direction unless they share it, and the switch behind it pass per second. */
interface PortResources {
  readonly lines: readonly Resource[];
  readonly inside: Resource;
}

export class Resources {
  readonly #ports: ReadonlyMap<string, PortResources>;
  /** By number; made when first needed, for most processors serve nobody. */
  readonly #roots = new Map<number, Resource>();
  readonly #logicalProcessors: number;
  readonly #workers = new Map<string, Resource>();
  readonly #guests = new Map<string, Resource>();
  readonly host: Resource;
  readonly #hertz: number;

  constructor(plant: Plant, capacityOverLine: number) {
    this.#hertz = plant.clockMhz * 1e6;
    this.host = new Resource(plant.logicalProcessors * this.#hertz, 'hostProcessors', 'onHost');
    this.#logicalProcessors = plant.logicalProcessors;
    this.#ports = new Map(
      plant.ports.map(({ id, linkSpeedMbps, halfDuplex = false }) => {
        const bits = linkSpeedMbps * 1e6;
        const measures: readonly Measure[] = halfDuplex ? ['lineBits'] : ['sentBits', 'receivedBits'];
        const lines = measures.map((measure) => new Resource(bits, 'port', measure));
        const inside = new Resource(bits * capacityOverLine, 'nicSwitch', 'switchedBits');
        return [id, { lines, inside }];
      }),
    );
  }

  /** Resources of single VMs that are known: they stay until all of them are made anew. */
  get privateCount(): number {
    return this.#guests.size + this.#workers.size;
  }

  /** Everything that a flow needs. Throws when it names a port or processor that the plant lacks. */
  of(flow: Flow, own: FlowEnd, other: FlowEnd | undefined): Need[] {
    const needs: Need[] = [];
    this.#endNeeds(needs, flow, flow, own);
    if (other !== undefined && flow.peer !== undefined) this.#endNeeds(needs, flow, flow.peer, other);
    return needs;
  }

  #endNeeds(needs: Need[], flow: Flow, side: FlowSide, end: FlowEnd): void {
    needs.push({ resource: this.host, end, share: 1 });
    this.#guestNeeds(needs, flow, side, end);
    if (side.portId !== null) this.#portNeeds(needs, flow, side, side.portId, end);
    if (side.path !== 'vf') this.#softwareNeeds(needs, flow, side, end);
  }

  #guestNeeds(needs: Need[], flow: Flow, side: FlowSide, end: FlowEnd): void {
    const { traffic } = flow;
    const { vmId, guestProcessors, guestShare = 1 } = side;
    const processors = this.#shared(this.#guests, vmId, guestProcessors * guestShare, 'guestProcessor');
    processors.claim = this.#claimOf(side);
    needs.push({ resource: processors, end, share: 1 });
    if (traffic.applicationCopies !== undefined && side === flow) {
      needs.push({
        resource: new Resource(guestShare * this.#hertz, 'application', 'application'),
        end,
        share: 1,
      });
    }
    const { connections = guestProcessors } = traffic;
    const busy = Math.min(connections, side.queues ?? guestProcessors);
    if (busy >= guestProcessors) return;
    // Few connections or queues leave processors of the guest idle, whose time the others do not get.
    const resource = new Resource(busy * guestShare * this.#hertz, 'guestProcessor', 'onGuestProcessor');
    needs.push({ resource, end, share: 1 });
  }

  #claimOf({ hostWeight, hostReserve = 0, guestProcessors }: FlowSide): ProcessorClaim | undefined {
    if (hostWeight === undefined) return undefined;
    return { weight: hostWeight, reserve: hostReserve * guestProcessors * this.#hertz };
  }

  #portNeeds(needs: Need[], flow: Flow, side: FlowSide, portId: string, end: FlowEnd): void {
    const port = this.#ports.get(portId);
    invariant(port !== undefined, `Adapter ${side.adapterId}: the plant has no port ${portId}.`);
    if (flow.peer?.local !== true) {
      needs.push(...port.lines.map((resource) => ({ resource, end, share: 1 })));
    } else if (flow.path === 'vf' || flow.peer.path === 'vf') {
      needs.push({ resource: port.inside, end, share: 1 });
    }
  }

  /** What a VF does without. */
  #softwareNeeds(needs: Need[], flow: Flow, side: FlowSide, end: FlowEnd): void {
    const spread = servingProcessors(side, flow.traffic.connections);
    for (const processor of spread) {
      const resource = this.#root(processor, side.adapterId);
      needs.push({ resource, end, share: 1 / spread.length });
    }
    if (side.path === 'vmbus') return;
    // A virtual processor waits while its VM's one worker thread emulates: they take turns.
    needs.push({
      resource: this.#shared(this.#workers, side.vmId, 1, 'rootProcessor', 'onHost'),
      end,
      share: 1,
    });
  }

  #root(processor: number, adapterId: string): Resource {
    const known = this.#roots.get(processor);
    if (known !== undefined) return known;
    const exists = processor >= 0 && processor < this.#logicalProcessors;
    invariant(exists, `Adapter ${adapterId}: the plant has no root processor ${processor}.`);
    const resource = new Resource(this.#hertz, 'rootProcessor', 'onRootProcessor');
    this.#roots.set(processor, resource);
    return resource;
  }

  #shared(
    known: Map<string, Resource>,
    key: string,
    processors: number,
    limit: FlowLimit,
    measure: Measure = 'onGuestProcessor',
  ): Resource {
    const capacity = processors * this.#hertz;
    const present = known.get(key);
    if (present?.whole === capacity) return present;
    const resource = new Resource(capacity, limit, measure);
    known.set(key, resource);
    return resource;
  }
}

/** The root processors that a flow's connections occupy: a connection keeps to one. */
export function servingProcessors({ rootProcessors }: FlowSide, connections = Infinity): readonly number[] {
  return connections >= rootProcessors.length ? rootProcessors : rootProcessors.slice(0, connections);
}

/** Ends of a flow, made from their costs. */
export function endsOf(own: PathCost, other: PathCost | undefined): [FlowEnd, FlowEnd | undefined] {
  return [new FlowEnd(own, false), other === undefined ? undefined : new FlowEnd(other, true)];
}
