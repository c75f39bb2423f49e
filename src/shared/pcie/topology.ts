/** The tree of buses that a host's functions make, for the code that hands out resources. */
import { busOf } from '../model/pcie';
import { Registers } from './config-space';
import type { FunctionSpace } from './config-space';
import { bridge, header, headerType } from './registers';

/** One function while firmware works on it: bytes that may be changed, and the bus behind a bridge. */
export interface Node extends FunctionSpace {
  /** Secondary bus that the bridge keeps, so that ids stay what they are; null for no bridge. */
  readonly secondary: number | null;
}

export interface Topology {
  /** In the order of domain and routing ID. */
  readonly nodes: readonly Node[];
  /** Functions directly on a bus. */
  on(domain: number, bus: number): readonly Node[];
  /** The bridge that leads to the bus of a function; undefined on a root bus. */
  above(node: Pick<Node, 'domain' | 'routingId'>): Node | undefined;
}

/** Bus behind a bridge; null for other functions and for a bridge that firmware left without one. */
export function secondaryBusOf(bytes: Uint8Array): number | null {
  const space = new Registers(bytes);
  const isBridge = (space.get8(header.type) & headerType.layout) === headerType.bridge;
  const secondary = space.get8(bridge.secondary);
  return isBridge && secondary !== 0 ? secondary : null;
}

function key(domain: number, bus: number): number {
  return domain * 0x100 + bus;
}

export function topologyOf(nodes: readonly Node[]): Topology {
  const inOrder = [...nodes].sort((a, b) => a.domain - b.domain || a.routingId - b.routingId);
  const buses = new Map<number, Node[]>();
  const bridges = new Map<number, Node>();
  for (const node of inOrder) {
    const bus = key(node.domain, busOf(node.routingId));
    const there = buses.get(bus);
    if (there === undefined) buses.set(bus, [node]);
    else there.push(node);
    if (node.secondary !== null) bridges.set(key(node.domain, node.secondary), node);
  }
  return {
    nodes: inOrder,
    on: (domain, bus) => buses.get(key(domain, bus)) ?? [],
    above: ({ domain, routingId }) => bridges.get(key(domain, busOf(routingId))),
  };
}
