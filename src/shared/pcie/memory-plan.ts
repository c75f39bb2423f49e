/**
 * Memory for BARs and VF BARs: what lies behind a bridge is packed into that bridge's windows, the
 * windows are packed on the bus above. A plan is made as a whole and fits as a whole or not at all.
 */
import type { Window } from './bridge-windows';
import { windowGranularity } from './bridge-windows';
import type { Node, Topology } from './topology';

export type WindowKind = 'memory' | 'prefetch';

/** Space that one BAR asks for. */
export interface BarRequest {
  readonly node: Node;
  /** Offset of the BAR's register. */
  readonly at: number;
  readonly kind: WindowKind;
  readonly size: number;
  /** A power of two; for a VF BAR the share of one VF. */
  readonly alignment: number;
}

/** A stretch of addresses that is handed out upward. */
export interface Pool {
  readonly base: number;
  readonly size: number;
}

export interface MemoryPlan {
  readonly bars: ReadonlyMap<BarRequest, number>;
  readonly windows: ReadonlyMap<Node, Readonly<Partial<Record<WindowKind, Window>>>>;
}

interface Item {
  readonly size: number;
  readonly alignment: number;
  place(address: number): void;
}

interface Draft {
  readonly topology: Topology;
  readonly requests: ReadonlyMap<Node, readonly BarRequest[]>;
  readonly bars: Map<BarRequest, number>;
  readonly windows: Map<Node, Partial<Record<WindowKind, Window>>>;
}

/**
 * Places all requests; null when they do not fit. When both kinds have the same pool, prefetchable
 * windows follow the others in it.
 */
export function planMemory(
  topology: Topology,
  requests: readonly BarRequest[],
  pools: Readonly<Record<WindowKind, Pool>>,
): MemoryPlan | null {
  const byNode = new Map<Node, BarRequest[]>();
  for (const request of requests) {
    const there = byNode.get(request.node);
    if (there === undefined) byNode.set(request.node, [request]);
    else there.push(request);
  }
  const draft: Draft = { topology, requests: byNode, bars: new Map(), windows: new Map() };
  const roots = topology.nodes.filter((node) => topology.above(node) === undefined);
  let next = pools.memory.base;
  for (const kind of ['memory', 'prefetch'] as const) {
    const pool = pools[kind];
    if (kind === 'prefetch' && pool !== pools.memory) next = pool.base;
    for (const item of roots.flatMap((node) => itemsOf(draft, node, kind, new Set()))) {
      next = alignUp(next, item.alignment);
      item.place(next);
      next += item.size;
    }
    if (next > pool.base + pool.size) return null;
  }
  return draft;
}

/** What one function asks for on its bus: its BARs and, for a bridge, a window. */
function itemsOf(draft: Draft, node: Node, kind: WindowKind, visited: Set<Node>): Item[] {
  // A bridge that leads back to a bus above it would never end.
  if (visited.has(node)) return [];
  visited.add(node);
  const own = (draft.requests.get(node) ?? [])
    .filter((request) => request.kind === kind)
    .map((request): Item => {
      const { size, alignment } = request;
      return { size, alignment, place: (address) => void draft.bars.set(request, address) };
    });
  const window = windowOf(draft, node, kind, visited);
  return window === null ? own : [...own, window];
}

function windowOf(draft: Draft, node: Node, kind: WindowKind, visited: Set<Node>): Item | null {
  if (node.secondary === null) return null;
  const inner = draft.topology
    .on(node.domain, node.secondary)
    .flatMap((child) => itemsOf(draft, child, kind, visited));
  if (inner.length === 0) return null;
  // Largest alignment first leaves the fewest holes.
  inner.sort((left, right) => right.alignment - left.alignment);
  const offsets: number[] = [];
  let end = 0;
  for (const item of inner) {
    end = alignUp(end, item.alignment);
    offsets.push(end);
    end += item.size;
  }
  const size = alignUp(end, windowGranularity);
  const alignment = Math.max(windowGranularity, ...inner.map((item) => item.alignment));
  const place = (base: number): void => {
    draft.windows.set(node, { ...draft.windows.get(node), [kind]: { base, size } });
    for (const [index, item] of inner.entries()) item.place(base + (offsets[index] ?? 0));
  };
  return { size, alignment, place };
}

function alignUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}
