/**
 * What happens between power-on and the first driver: firmware numbers the buses and hands out
 * memory, then the operating system switches on what SR-IOV needs. Pure: the same functions and
 * settings give the same bytes.
 */
import { findCapability, findExtended, hideExtended, showExtended } from './capabilities';
import { assignBusNumbers } from './bus-numbers';
import { openMemoryWindow, openPrefetchWindow } from './bridge-windows';
import { Registers } from './config-space';
import type { FunctionSpace } from './config-space';
import { readBar } from './decode';
import { planMemory } from './memory-plan';
import type { BarRequest, MemoryPlan, Pool, WindowKind } from './memory-plan';
import { setUpByOperatingSystem, switchOnAri } from './os-setup';
import { bar, capabilityId, express, extendedId, header, sriov } from './registers';
import type { BarSize } from './silicon';
import { secondaryBusOf, topologyOf } from './topology';
import type { Node, Topology } from './topology';
import { coldReset } from './write-config';

/** What the firmware set-up decides about PCI Express resources. */
export interface FirmwareResources {
  /** Prefetchable BARs may lie above 4 GiB; off, all share the window below. */
  readonly above4gDecoding: boolean;
  /** Firmware reserves bus numbers and VF BARs; off, neither. */
  readonly sriovResources: boolean;
  /** Ports may forward ARI. */
  readonly ari: boolean;
  /** Ports show Access Control Services. */
  readonly acs: boolean;
  /** Size of the window for BARs below 4 GiB. */
  readonly mmio32MiB: number;
}

/** What the simulated firmware does unless its set-up says otherwise. */
export const defaultResources: FirmwareResources = {
  above4gDecoding: true,
  sriovResources: true,
  ari: true,
  acs: true,
  mmio32MiB: 1024,
};

/** End of the 32-bit window: local APICs, I/O APICs and flash lie above. The simulator's choice. */
const end32 = 0xfc00_0000;
/** Where the 64-bit window begins, far above any memory; Intel servers use this address. From memory. */
const window64: Pool = { base: 0x3800_0000_0000, size: 2 ** 40 };
const megabyte = 0x10_0000;

/**
 * Starts all functions of a host anew and answers with them, in the order given. Bridges keep
 * their secondary bus, so every function keeps its id.
 */
export function enumerate<T extends FunctionSpace>(
  functions: readonly T[],
  resources: FirmwareResources,
): T[] {
  const nodes = functions.map((each): Node => {
    const bytes = coldReset(each);
    return { ...each, bytes, secondary: secondaryBusOf(each.bytes) };
  });
  for (const node of nodes) showWhatFirmwareAllows(node, resources);
  const topology = topologyOf(nodes);
  // VFs lie elsewhere with ARI, so it comes before the bus numbers.
  switchOnAri(topology);
  assignBusNumbers(topology, resources.sriovResources);
  assignMemory(topology, resources);
  setUpByOperatingSystem(topology);
  return functions.map((each, index) => ({ ...each, bytes: nodes[index]?.bytes ?? each.bytes }));
}

/** Firmware may hide ACS of a port and its ability to forward ARI before anybody else looks. */
function showWhatFirmwareAllows({ bytes, silicon }: Node, { acs, ari }: FirmwareResources): void {
  if (silicon.port === null) return;
  const { acsAt, ariCapable } = silicon.port;
  if (acsAt !== null) {
    if (acs) showExtended(bytes, acsAt, extendedId.acs, 1);
    else hideExtended(bytes, acsAt);
  }
  const at = findCapability(bytes, capabilityId.express);
  if (at === undefined) return;
  const space = new Registers(bytes);
  const others = space.get32(at + express.deviceCap2) & ~express.ariForwarding;
  if (ariCapable) space.set32(at + express.deviceCap2, others | (ari ? express.ariForwarding : 0));
}

function assignMemory(topology: Topology, resources: FirmwareResources): void {
  const size = resources.mmio32MiB * megabyte;
  const below: Pool = { base: end32 - size, size };
  const pools = { memory: below, prefetch: resources.above4gDecoding ? window64 : below };
  const plan = bestPlan(topology, groupsOf(topology, resources.sriovResources), pools);
  for (const [request, address] of plan.bars) putAddress(request, address);
  for (const [node, { memory, prefetch }] of plan.windows) {
    if (memory !== undefined) openMemoryWindow(node.bytes, memory);
    if (prefetch !== undefined) openPrefetchWindow(node.bytes, prefetch);
  }
}

/** Space that is handed out together or not at all: a function's BARs, or its VF BARs. */
interface Group {
  readonly node: Node;
  readonly bars: readonly BarRequest[];
}

/** The functions' own BARs come before those of VFs. */
function groupsOf(topology: Topology, withVfBars: boolean): Group[] {
  const own = topology.nodes.map((node): Group => ({ node, bars: ownBars(node) }));
  const ofVfs = topology.nodes.map((node): Group => ({ node, bars: withVfBars ? vfBars(node) : [] }));
  return [...own, ...ofVfs].filter(({ bars }) => bars.length > 0);
}

function bestPlan(
  topology: Topology,
  groups: readonly Group[],
  pools: Readonly<Record<WindowKind, Pool>>,
): MemoryPlan {
  const all = planMemory(
    topology,
    groups.flatMap(({ bars }) => bars),
    pools,
  );
  if (all !== null) return all;
  const without = new Set<Node>();
  let taken: BarRequest[] = [];
  let best = planMemory(topology, taken, pools);
  for (const { node, bars } of groups) {
    // A PF that cannot work itself has no use for VFs.
    const plan = without.has(node) ? null : planMemory(topology, [...taken, ...bars], pools);
    if (plan === null) {
      without.add(node);
      continue;
    }
    taken = [...taken, ...bars];
    best = plan;
  }
  return best ?? { bars: new Map(), windows: new Map() };
}

function ownBars(node: Node): BarRequest[] {
  return requestsAt(node, header.bar0, node.silicon.bars, 1, 0);
}

/** One VF BAR holds the shares of TotalVFs VFs; the whole must be aligned like one share only. */
function vfBars(node: Node): BarRequest[] {
  const at = findExtended(node.bytes, extendedId.sriov);
  if (at === undefined || node.silicon.sriov === null) return [];
  const space = new Registers(node.bytes);
  const total = space.get16(at + sriov.totalVfs);
  const page = 4096 * space.get32(at + sriov.systemPageSize);
  return total === 0 ? [] : requestsAt(node, at + sriov.vfBar0, node.silicon.sriov.vfBars, total, page);
}

function requestsAt(
  node: Node,
  base: number,
  sizes: readonly BarSize[],
  count: number,
  smallest: number,
): BarRequest[] {
  const space = new Registers(node.bytes);
  return sizes.flatMap(({ index, sizeBytes }) => {
    if (sizeBytes === null) return [];
    const { is64Bit, prefetchable } = readBar(space, base, index);
    const share = Math.max(sizeBytes, smallest);
    // Only a BAR with 64 bits can follow the prefetchable window above 4 GiB.
    const kind = is64Bit && prefetchable ? 'prefetch' : 'memory';
    return [{ node, at: base + 4 * index, kind, size: share * count, alignment: share }];
  });
}

function putAddress({ node, at }: BarRequest, address: number): void {
  const space = new Registers(node.bytes);
  const flags = space.get32(at) & bar.flags;
  space.set32(at, (address % 2 ** 32) + flags);
  if ((flags & bar.type) === bar.is64Bit) space.set32(at + 4, Math.floor(address / 2 ** 32));
}
