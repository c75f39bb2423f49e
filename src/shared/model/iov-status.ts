/**
 * The chain that SR-IOV needs for one virtual network adapter, link by link, and the status text
 * that Hyper-V Manager shows on the Networking tab. The VF assignment engine and the console ask
 * the same functions.
 */
import type { Adapter } from './adapter';
import type { IovReason } from './iov-reason';
import { mtuOf, sriovSupport, vfLimit } from './nic';
import type { Nic } from './nic';
import { platformReasons } from './platform';
import type { VirtualSwitch } from './switch';
import { nicBehind, switchOf } from './uplink';
import { carriesData, isReleasing } from './vf';
import type { VfFailure } from './vf';
import { vfShortage } from './vf-shortage';
import { runs } from './vm';
import type { Guest } from './vm';
import { theHost, thePlatform } from './world-view';
import type { WorldView } from './world-view';

export type IovLayer = 'platform' | 'nic' | 'switch' | 'adapter' | 'guest';

/** One link: holds, fails for the named reasons, or cannot be judged yet (`reasons` empty). */
export interface IovLink {
  readonly layer: IovLayer;
  readonly state: 'holds' | 'fails' | 'unknown';
  readonly reasons: readonly IovReason[];
}

function link(layer: IovLayer, reasons: readonly IovReason[]): IovLink {
  return { layer, state: reasons.length === 0 ? 'holds' : 'fails', reasons };
}

function unknown(layer: IovLayer): IovLink {
  return { layer, state: 'unknown', reasons: [] };
}

/** What keeps a driver that is not up from allocating; null while it is up. */
function downReason(nic: Nic): IovReason | null {
  switch (nic.state) {
    case 'up':
      return null;
    case 'failed':
      return 'pfDriverFailed';
    case 'disabled':
      return 'nicDisabled';
    case 'halting':
      return nic.afterHalt === 'disabled' ? 'nicDisabled' : 'nicRestarting';
    case 'restarting':
      return 'nicRestarting';
  }
}

/** Why the physical adapter allocates no VF at all; undefined when there is none to judge. */
function nicReasons(world: WorldView, adapter: Adapter): readonly IovReason[] | undefined {
  if (switchOf(world, adapter)?.type !== 'External') return undefined;
  const nic = nicBehind(world, adapter);
  if (nic?.present !== true) return ['nicMissing'];
  const down = downReason(nic);
  if (down !== null) return [down];
  const support = sriovSupport(nic, thePlatform(world), world.function);
  if (support !== 'Supported') return [support];
  if (!nic.properties.sriov) return ['nicSriovDisabled'];
  return vfLimit(nic) === 0 ? ['nicWithoutVfs'] : [];
}

function switchReasons(virtualSwitch: VirtualSwitch): readonly IovReason[] {
  if (virtualSwitch.type !== 'External') return ['switchNotExternal'];
  if (!virtualSwitch.iovEnabled) return ['switchWithoutIov'];
  return virtualSwitch.forwardingExtension ? ['forwardingExtension'] : [];
}

/** Settings of the virtual adapter with which the virtual switch must see every packet, or that ask for no VF. */
function adapterReasons(adapter: Adapter): readonly IovReason[] {
  if (adapter.kind === 'legacy') return ['legacyAdapter'];
  if (adapter.iovWeight === 0) return ['adapterWithoutIov'];
  const reasons: IovReason[] = [];
  if (adapter.macSpoofing) reasons.push('macSpoofing');
  if (adapter.portMirroring !== 'None') reasons.push('portMirroring');
  if (adapter.portAcl) reasons.push('portAcl');
  if (adapter.dhcpGuard) reasons.push('dhcpGuard');
  if (adapter.routerGuard) reasons.push('routerGuard');
  if (adapter.maximumMbps > 0) reasons.push('bandwidthLimit');
  return reasons;
}

function shortageReasons(world: WorldView, adapter: Adapter): readonly IovReason[] {
  const nic = adapter.waitingForVf ? nicBehind(world, adapter) : undefined;
  const shortage = nic === undefined ? null : vfShortage(world, nic, adapter);
  return shortage === null ? [] : [shortage];
}

/** How the reasons say what NetVSC finds fault with. */
export const failureReasons: Readonly<Record<VfFailure, IovReason>> = {
  mediaDisconnected: 'vfMediaDisconnected',
  mtuMismatch: 'vfMtuMismatch',
  cannotSwitch: 'vfCannotSwitch',
};

function guestReasons(guest: Guest, { assignment }: Adapter): readonly IovReason[] {
  if (!guest.supportsSriov) return ['guestUnsupported'];
  if (!guest.vfDriverInstalled) return ['guestDriverMissing'];
  if (assignment?.stalled === true && !guest.responsive) return ['guestNotResponding'];
  return assignment?.failure == null ? [] : [failureReasons[assignment.failure]];
}

/** The five links from the host's platform to the guest, outermost first. */
export function iovChain(world: WorldView, adapter: Adapter): readonly IovLink[] {
  const ofNic = nicReasons(world, adapter);
  const virtualSwitch = switchOf(world, adapter);
  const guest = world.vm.get(adapter.vmId)?.guest;
  return [
    link('platform', platformReasons(thePlatform(world), world.function)),
    ofNic === undefined ? unknown('nic') : link('nic', ofNic),
    virtualSwitch === undefined ? unknown('switch') : link('switch', switchReasons(virtualSwitch)),
    link('adapter', [...adapterReasons(adapter), ...shortageReasons(world, adapter)]),
    guest === undefined ? unknown('guest') : link('guest', guestReasons(guest, adapter)),
  ];
}

/**
 * Why the host gives the adapter no VF and takes back the one it has, outermost first; what the NIC
 * lacks at the moment is not among them. Of the NIC and the platform behind it, SriovSupport tells both.
 */
export function withholding(world: WorldView, adapter: Adapter): readonly IovReason[] {
  const virtualSwitch = switchOf(world, adapter);
  const unsupported = world.vm.get(adapter.vmId)?.guest.supportsSriov === false;
  return [
    ...(nicReasons(world, adapter) ?? []),
    ...(virtualSwitch === undefined ? [] : switchReasons(virtualSwitch)),
    ...adapterReasons(adapter),
    ...(unsupported ? (['guestUnsupported'] as const) : []),
  ];
}

/**
 * True when the adapter should own a VF now: asked for, running in a guest that can take one, and
 * nothing above it stands in the way. A paused VM keeps its VF, the simulator's choice. A missing
 * VF driver in the guest does not count: Windows allocates the VF all the same and the guest never
 * takes it over; neither does what NetVSC finds fault with.
 */
export function wantsVf(world: WorldView, adapter: Adapter): boolean {
  if (adapter.kind === 'legacy' || adapter.iovWeight === 0) return false;
  const vm = world.vm.get(adapter.vmId);
  if (vm === undefined || theHost(world).state !== 'running') return false;
  if (vm.guest.state !== 'running' || !runs(vm)) return false;
  return switchOf(world, adapter) !== undefined && withholding(world, adapter).length === 0;
}

/** Why NetVSC would not use a VF of the adapter now; null when it would. */
export function netvscObjection(world: WorldView, adapter: Adapter): VfFailure | null {
  const nic = nicBehind(world, adapter);
  if (nic === undefined) return null;
  if (!nic.cablePlugged) return 'mediaDisconnected';
  // The guest's MTU is that of the packets it sends.
  return adapter.traffic.packetBytes > mtuOf(nic) ? 'mtuMismatch' : null;
}

/** The Status cell of the Networking tab; empty while the VM is off. */
export function networkingStatus(world: WorldView, adapter: Adapter): string {
  const vm = world.vm.get(adapter.vmId);
  if (vm === undefined || adapter.dataPath === 'none') {
    return vm?.guest.state === 'booting' ? 'No Contact' : '';
  }
  if (adapter.dataPath === 'vf') return 'OK (SR-IOV active)';
  if (adapter.kind === 'synthetic' && adapter.iovWeight > 0) return 'Degraded (SR-IOV not operational)';
  return 'OK';
}

/** Reasons why a VF that is asked for is not in use, outermost first; empty while it is on its way. */
export function iovReasons(world: WorldView, adapter: Adapter): readonly IovReason[] {
  const { kind, iovWeight, assignment } = adapter;
  if (kind === 'legacy' || iovWeight === 0 || carriesData(assignment?.step)) return [];
  if (assignment !== null && isReleasing(assignment.step) && !assignment.stalled) return [];
  return iovChain(world, adapter).flatMap((each) => each.reasons);
}
