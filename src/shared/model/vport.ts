/**
 * The VPorts of a physical adapter's NIC switch, derived from who owns what: VPort 0 is the
 * default one and always the PF's; each VF in use has exactly one; further ones of the PF serve as
 * VMQs. Microsoft, "Virtual Ports (VPorts)" and "Nondefault Virtual Ports and VMQ".
 */
import type { Adapter, ProgrammedFilter } from './adapter';
import { vmqAvailable } from './nic';
import type { InterruptModeration, Nic } from './nic';
import { assignedQueuePairs, defaultVPortQueuePairs, symmetricQueuePairs } from './queue-pairs';
import { nicBehind } from './uplink';
import type { Vf, VfStep } from './vf';
import { isActive } from './vm';
import type { WorldView } from './world-view';

/** A receive filter: frames to this address go to the VPort that holds it. */
export interface ReceiveFilter {
  /** Twelve hex digits. */
  readonly macAddress: string;
  /** Null: untagged frames and VLAN 0. */
  readonly vlanId: number | null;
  /** The virtual network adapter behind it; null: the management operating system. */
  readonly adapterId: string | null;
}

export interface VPort {
  readonly id: number;
  /** A PF's VPort is created deactivated and activated by its own request; the table shows the result. */
  readonly state: 'Activated' | 'Deactivated';
  /** The VF it is attached to, by index; null: the PF. */
  readonly vfIndex: number | null;
  readonly queuePairs: number;
  readonly interruptModeration: InterruptModeration;
  readonly filters: readonly ReceiveFilter[];
  /** The virtual network adapter that it serves alone; null for the default VPort. */
  readonly adapterId: string | null;
}

/** Steps during which the adapter's filter is not on the VPort of its VF: not yet, or no longer. */
const filterElsewhere: readonly VfStep[] = [
  'allocating',
  'programmingIommu',
  'creatingVPort',
  'movingFilter',
  'deletingVPort',
  'resettingVf',
  'freeing',
];

/** True while the physical adapter has a NIC switch with VPorts. */
export function hasNicSwitch(nic: Nic): boolean {
  return nic.numVfs > 0;
}

/**
 * Where the adapter's receive filter is: on one VPort of one physical adapter at any moment, moved
 * as a whole. Undefined while there is none: not connected to a NIC switch, off, or without an address.
 */
export function filterPlace(
  world: WorldView,
  adapter: Adapter,
): { readonly nicId: string; readonly vPortId: number } | undefined {
  if (adapter.macAddress === null) return undefined;
  const { assignment } = adapter;
  const vf = assignment === null ? undefined : world.vf.get(assignment.vfId);
  if (assignment !== null && vf?.vPortId != null && !filterElsewhere.includes(assignment.step)) {
    return { nicId: vf.nicId, vPortId: vf.vPortId };
  }
  const nic = nicBehind(world, adapter);
  const vm = world.vm.get(adapter.vmId);
  if (nic === undefined || !hasNicSwitch(nic) || vm === undefined || !isActive(vm)) return undefined;
  return { nicId: nic.id, vPortId: (adapter.vmqNicId === nic.id ? adapter.vmqVPortId : null) ?? 0 };
}

/** The receive filter that the adapter should have in a NIC switch now; null: none. A failed adapter holds none. */
export function wantedFilter(world: WorldView, adapter: Adapter): ProgrammedFilter | null {
  const { macAddress, vlanId } = adapter;
  const place = filterPlace(world, adapter);
  if (place === undefined || macAddress === null) return null;
  const nic = world.nic.get(place.nicId);
  if (nic === undefined || nic.state === 'failed') return null;
  return { ...place, macAddress, vlanId };
}

export function sameFilter(left: ProgrammedFilter | null, right: ProgrammedFilter | null): boolean {
  if (left === null || right === null) return left === right;
  const { nicId, vPortId, macAddress, vlanId } = left;
  const samePlace = nicId === right.nicId && vPortId === right.vPortId;
  return samePlace && macAddress === right.macAddress && vlanId === right.vlanId;
}

function filterOf({ macAddress, vlanId, id }: Adapter): ReceiveFilter {
  return { macAddress: macAddress ?? '', vlanId, adapterId: id };
}

function vfsWithVPort(world: WorldView, nicId: string): Vf[] {
  return [...world.vf.values()].filter((vf) => vf.nicId === nicId && vf.vPortId !== null);
}

/** Adapters that a VPort of the PF serves as VMQ. */
export function vmqHolders(world: WorldView, nicId: string): Adapter[] {
  return [...world.adapter.values()].filter((each) => each.vmqNicId === nicId);
}

/** Queue pairs of a PF's VPort that serves as VMQ: one queue, unless all VPorts must be alike. */
export function vmqQueuePairs(nic: Nic): number {
  if (nic.nicSwitch === null || nic.nicSwitch.asymmetricQueuePairs) return 1;
  return symmetricQueuePairs(nic.nicSwitch, nic.numVfs);
}

/** The whole table in order of VPort ids; empty while the adapter has no NIC switch. */
export function vPortsOf(world: WorldView, nicId: string): readonly VPort[] {
  const nic = world.nic.get(nicId);
  if (nic?.nicSwitch == null || !hasNicSwitch(nic)) return [];
  const { perVPortModeration } = nic.nicSwitch;
  const filters = new Map<number, ReceiveFilter[]>();
  const virtualSwitch = world.switch.get(nic.switchId ?? '');
  if (virtualSwitch?.allowManagementOs === true) {
    const vlanId = virtualSwitch.managementVlanId;
    filters.set(0, [{ macAddress: nic.macAddress, vlanId, adapterId: null }]);
  }
  for (const adapter of world.adapter.values()) {
    const place = filterPlace(world, adapter);
    if (place?.nicId !== nicId) continue;
    filters.set(place.vPortId, [...(filters.get(place.vPortId) ?? []), filterOf(adapter)]);
  }
  const port = (
    id: number,
    own: Pick<VPort, 'vfIndex' | 'queuePairs' | 'interruptModeration' | 'adapterId'>,
  ): VPort => ({ id, state: 'Activated', ...own, filters: filters.get(id) ?? [] });
  const pf = { vfIndex: null, interruptModeration: 'Default' } as const;
  const ofVfs = vfsWithVPort(world, nicId).map((vf) => {
    const moderation = world.adapter.get(vf.adapterId ?? '')?.iovInterruptModeration ?? 'Default';
    return port(vf.vPortId ?? 0, {
      vfIndex: vf.index,
      queuePairs: vf.queuePairs,
      interruptModeration: perVPortModeration ? moderation : 'Default',
      adapterId: vf.adapterId,
    });
  });
  const vmqs = vmqHolders(world, nicId).map(({ id, vmqVPortId }) =>
    port(vmqVPortId ?? 0, { ...pf, queuePairs: vmqQueuePairs(nic), adapterId: id }),
  );
  const first = port(0, { ...pf, queuePairs: defaultVPortQueuePairs, adapterId: null });
  return [first, ...[...ofVfs, ...vmqs].sort((left, right) => left.id - right.id)];
}

/** What is in use on a NIC switch now. */
function usage(world: WorldView, nic: Nic): { ids: Set<number>; vfPorts: number; queuePairs: number } {
  const ofVfs = vfsWithVPort(world, nic.id);
  const vmqs = vmqHolders(world, nic.id);
  const ids = new Set([...ofVfs.map((vf) => vf.vPortId ?? 0), ...vmqs.map((each) => each.vmqVPortId ?? 0)]);
  const queuePairs = ofVfs.reduce(
    (sum, vf) => sum + vf.queuePairs,
    defaultVPortQueuePairs + vmqs.length * vmqQueuePairs(nic),
  );
  return { ids, vfPorts: ofVfs.length, queuePairs };
}

/** Queue pairs in use on the NIC switch, the default VPort's included. */
export function queuePairsInUse(world: WorldView, nic: Nic): number {
  return hasNicSwitch(nic) ? usage(world, nic).queuePairs : 0;
}

/**
 * Id for a new VPort: NDIS numbers non-default VPorts from 1 to MaxNumVPorts - 1, the lowest free
 * number first. Null when the pool is exhausted, which happens to a VF with a single pool only.
 */
export function freeVPort(world: WorldView, nic: Nic): number | null {
  const { ids } = usage(world, nic);
  for (let id = 1; id < (nic.nicSwitch?.maxVPorts ?? 1); id += 1) if (!ids.has(id)) return id;
  return null;
}

/**
 * Queue pairs that the VPort of the adapter's VF gets at its creation; 0 when too few are left, so
 * that the VPort cannot be made. Without a single pool one queue pair is kept for every other VF
 * that has no VPort yet.
 */
export function queuePairsFor(world: WorldView, nic: Nic, adapter: Adapter): number {
  if (nic.nicSwitch === null) return 0;
  const { queuePairs, vfPorts } = usage(world, nic);
  const othersToCome = Math.max(0, nic.numVfs - vfPorts - 1);
  const kept = nic.nicSwitch.singleVPortPool ? 0 : othersToCome;
  return assignedQueuePairs(nic.nicSwitch, {
    requested: adapter.iovQueuePairsRequested,
    left: nic.nicSwitch.queuePairs - queuePairs - kept,
    numVfs: nic.numVfs,
  });
}

/**
 * The most PF VPorts that may serve as VMQs: all but the default one with a single pool, otherwise
 * what is not reserved for VFs. Microsoft gives MaxNumVPorts - MaxNumVFs for the latter and counts
 * the default VPort there: its example for Set-NetAdapterSriov makes 31 VFs and 32 VMQs of 64 VPorts.
 */
export function vmqCapacity(nic: Nic): number {
  if (nic.nicSwitch === null || !hasNicSwitch(nic) || !vmqAvailable(nic)) return 0;
  const { maxVPorts, queuePairs, singleVPortPool, asymmetricQueuePairs } = nic.nicSwitch;
  const each = vmqQueuePairs(nic);
  const reserved = singleVPortPool ? 0 : nic.numVfs;
  const perVf = asymmetricQueuePairs ? 1 : each;
  const byQueues = Math.floor((queuePairs - defaultVPortQueuePairs - reserved * perVf) / each);
  return Math.max(0, Math.min(maxVPorts - 1 - reserved, byQueues));
}

/** Whether another PF VPort can be made now for use as VMQ. */
export function canAddVmq(world: WorldView, nic: Nic): boolean {
  if (nic.nicSwitch === null || vmqHolders(world, nic.id).length >= vmqCapacity(nic)) return false;
  const { queuePairs, vfPorts } = usage(world, nic);
  const kept = nic.nicSwitch.singleVPortPool
    ? 0
    : (nic.numVfs - vfPorts) * (nic.nicSwitch.asymmetricQueuePairs ? 1 : vmqQueuePairs(nic));
  const left = nic.nicSwitch.queuePairs - queuePairs - kept;
  return left >= vmqQueuePairs(nic) && freeVPort(world, nic) !== null;
}
