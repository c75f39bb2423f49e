/** Bus numbers: each bridge keeps its secondary bus and gets as many behind it as VFs may need. */
import { busOf, vfRoutingId } from '../model/pcie';
import { findExtended } from './capabilities';
import { Registers } from './config-space';
import { bridge, extendedId, sriov } from './registers';
import type { Node, Topology } from './topology';
import { ariHierarchySet, placeVfs } from './vf-placing';

const lastBus = 0xff;

/**
 * The highest bus that VFs of a function can lie on. EDK2 reserves for InitialVFs; Linux tries every
 * NumVFs, because First VF Offset and VF Stride may change with it. So does this: within a row of
 * places, the most VFs reach farthest.
 */
export function highestVfBus(
  node: Pick<Node, 'bytes' | 'routingId' | 'silicon'>,
  deviceAri: boolean,
): number {
  const own = busOf(node.routingId);
  const at = findExtended(node.bytes, extendedId.sriov);
  if (at === undefined) return own;
  const space = new Registers(node.bytes.slice());
  const count = space.get16(at + sriov.initialVfs);
  const rows = node.silicon.sriov?.fewVfs ?? [];
  let highest = own;
  for (const numVfs of [...rows.map(({ numVfsAtMost }) => Math.min(numVfsAtMost, count)), count]) {
    // Without VFs there is nothing to reserve: the rule would reckon with a VF number -1.
    if (numVfs === 0) continue;
    space.set16(at + sriov.numVfs, numVfs);
    placeVfs(space.bytes, node.silicon, deviceAri);
    const placing = {
      firstVfOffset: space.get16(at + sriov.firstVfOffset),
      vfStride: space.get16(at + sriov.vfStride),
    };
    highest = Math.max(highest, busOf(vfRoutingId(node.routingId, placing, numVfs - 1)));
  }
  return highest;
}

/** The same for all functions behind a bridge. */
function highestVfBuses(behind: readonly Node[]): number[] {
  const withAri = new Set<number>();
  for (const each of behind) if (ariHierarchySet(each.bytes)) withAri.add(each.routingId >> 3);
  return behind.map((each) => highestVfBus(each, withAri.has(each.routingId >> 3)));
}

/** Writes primary, secondary and subordinate bus of every bridge. */
export function assignBusNumbers(topology: Topology, reserveForVfs: boolean): void {
  const done = new Map<Node, number>();
  const highest = (node: Node, secondary: number): number => {
    const known = done.get(node);
    if (known !== undefined) return known;
    // Also the guard against a bridge that leads back to its own bus.
    done.set(node, secondary);
    const value = subordinateOf(topology, node, secondary, reserveForVfs, highest);
    done.set(node, value);
    return value;
  };
  for (const node of topology.nodes) {
    if (node.secondary === null) continue;
    const space = new Registers(node.bytes);
    space.set8(bridge.primary, busOf(node.routingId));
    space.set8(bridge.secondary, node.secondary);
    space.set8(bridge.subordinate, highest(node, node.secondary));
  }
}

function subordinateOf(
  topology: Topology,
  node: Node,
  secondary: number,
  reserveForVfs: boolean,
  highest: (child: Node, secondary: number) => number,
): number {
  const behind = topology.on(node.domain, secondary);
  let used = secondary;
  for (const each of behind) {
    if (each.secondary !== null) used = Math.max(used, highest(each, each.secondary));
  }
  if (!reserveForVfs) return used;
  const spare = node.silicon.port?.spareBuses ?? null;
  const empty = behind.length === 0;
  const wanted = empty ? secondary + (spare ?? 0) : Math.max(used, ...highestVfBuses(behind));
  const allowed = spare === null ? lastBus : secondary + spare;
  return Math.max(used, Math.min(wanted, allowed, nextBusInUse(topology, node.domain, used) - 1));
}

/** The lowest bus above `bus` that has functions or that a bridge leads to. */
function nextBusInUse(topology: Topology, domain: number, bus: number): number {
  let next = lastBus + 1;
  for (const node of topology.nodes) {
    if (node.domain !== domain) continue;
    for (const used of [busOf(node.routingId), node.secondary ?? 0]) {
      if (used > bus && used < next) next = used;
    }
  }
  return next;
}
