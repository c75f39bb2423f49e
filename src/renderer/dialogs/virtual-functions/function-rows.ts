/** The PF and the VFs of one adapter as rows, and how many of them are left. */
import { sriovSupport, vfLimit } from '../../../shared/model/nic';
import type { Nic } from '../../../shared/model/nic';
import { formatRoutingId } from '../../../shared/model/pcie';
import { queuePairsInUse, vPortsOf } from '../../../shared/model/vport';
import type { Vf } from '../../../shared/model/vf';
import { thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import type { DataPath } from '../../../shared/model/adapter';
import type { Fact } from '../../forms/facts';
import { panes } from '../../text/en/panes';
import { virtualFunctions as text } from '../../text/en/virtual-functions';

export interface FunctionRow {
  readonly id: string;
  readonly name: string;
  readonly routingId: string;
  readonly owner: string;
  readonly vPort: string;
  /** Null while there is none. */
  readonly queuePairs: number | null;
  readonly state: string;
  /** The data path of the owner's adapter; null for the PF and for a free VF. */
  readonly path: DataPath | null;
}

/** VFs of the adapter in order of their index. */
export function vfsOf(world: WorldView, nicId: string): readonly Vf[] {
  return [...world.vf.values()]
    .filter((vf) => vf.nicId === nicId)
    .sort((left, right) => left.index - right.index);
}

function vfRow(world: WorldView, vf: Vf): FunctionRow {
  const adapter = world.adapter.get(vf.adapterId ?? '');
  const vm = world.vm.get(adapter?.vmId ?? '');
  const owned = adapter !== undefined && vm !== undefined;
  const assignment = adapter?.assignment ?? null;
  const { iov } = panes;
  const step = assignment === null ? '' : iov.steps[assignment.step];
  return {
    id: vf.id,
    name: text.vf(vf.index),
    routingId: formatRoutingId(vf.routingId),
    owner: owned ? text.owner(vm.name, adapter.name) : text.freeVf,
    vPort: vf.vPortId === null ? text.nobody : String(vf.vPortId),
    queuePairs: vf.queuePairs === 0 ? null : vf.queuePairs,
    state: assignment?.stalled === true ? iov.stalled(step) : step,
    path: owned ? adapter.dataPath : null,
  };
}

function pfRow(world: WorldView, nic: Nic): FunctionRow {
  const ports = vPortsOf(world, nic.id).filter((port) => port.vfIndex === null);
  const fn = world.function.get(nic.id);
  return {
    id: nic.id,
    name: text.pf,
    routingId: fn === undefined ? '' : formatRoutingId(fn.routingId),
    owner: text.parent,
    vPort: ports.length === 0 ? text.nobody : text.vmqs(ports.length - 1),
    queuePairs: ports.length === 0 ? null : ports.reduce((sum, port) => sum + port.queuePairs, 0),
    state: '',
    path: null,
  };
}

/** The PF first, then its VFs. */
export function functionRows(world: WorldView, nic: Nic): readonly FunctionRow[] {
  return [pfRow(world, nic), ...vfsOf(world, nic.id).map((vf) => vfRow(world, vf))];
}

/** How many VFs of the adapter exist and how many have an owner. */
export function vfCounts(world: WorldView, nic: Nic): { readonly existing: number; readonly used: number } {
  const vfs = vfsOf(world, nic.id);
  return { existing: vfs.length, used: vfs.filter((vf) => vf.adapterId !== null).length };
}

/** The adapter's resources for VFs: in use, free and at most. Empty for an adapter without SR-IOV. */
export function resourceFacts(world: WorldView, nic: Nic): readonly Fact[] {
  const { nicSwitch } = nic;
  if (nicSwitch === null) return [];
  const { existing, used } = vfCounts(world, nic);
  const total = world.function.get(nic.id)?.sriov?.totalVfs ?? 0;
  const pairs = nicSwitch.queuePairsAssumed ? text.ofAllAssumed : text.ofAll;
  return [
    [text.used, String(used)],
    [text.free, String(existing - used)],
    [text.existing, String(existing)],
    [text.most, text.mostText(vfLimit(nic), nicSwitch.maxVfs, total)],
    [text.vPorts, text.ofAll(vPortsOf(world, nic.id).length, nicSwitch.maxVPorts)],
    [text.queuePairs, pairs(queuePairsInUse(world, nic), nicSwitch.queuePairs)],
    [text.support, sriovSupport(nic, thePlatform(world), world.function)],
    [text.switchName, world.switch.get(nic.switchId ?? '')?.name ?? text.none],
  ];
}
