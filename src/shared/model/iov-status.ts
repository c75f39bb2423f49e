/**
 * The chain that SR-IOV needs for one virtual network adapter, link by link, and the status text
 * that Hyper-V Manager shows on the Networking tab. The VF assignment engine and the console ask
 * the same functions.
 */
import type { Adapter } from './adapter';
import type { IovReason } from './iov-reason';
import { sriovSupport, vfLimit } from './nic';
import type { Nic } from './nic';
import { platformReasons } from './platform';
import { isReleasing } from './vf';
import type { VirtualSwitch } from './switch';
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

function switchOf(world: WorldView, adapter: Adapter): VirtualSwitch | undefined {
  return adapter.switchId === null ? undefined : world.switch.get(adapter.switchId);
}

/** The physical adapter behind a virtual one; undefined unless it is on an external switch. */
export function nicBehind(world: WorldView, adapter: Adapter): Nic | undefined {
  const nicId = switchOf(world, adapter)?.nicId ?? null;
  return nicId === null ? undefined : world.nic.get(nicId);
}

function nicLink(world: WorldView, nic: Nic | undefined): IovLink {
  if (nic === undefined) return unknown('nic');
  const support = sriovSupport(nic, thePlatform(world), world.function);
  return link('nic', support === 'Supported' ? [] : [support]);
}

function switchLink(virtualSwitch: VirtualSwitch | undefined): IovLink {
  if (virtualSwitch === undefined) return unknown('switch');
  if (virtualSwitch.type !== 'External') return link('switch', ['switchNotExternal']);
  return link('switch', virtualSwitch.iovEnabled ? [] : ['switchWithoutIov']);
}

function adapterLink(adapter: Adapter): IovLink {
  if (adapter.kind === 'legacy') return link('adapter', ['legacyAdapter']);
  if (adapter.iovWeight === 0) return link('adapter', ['adapterWithoutIov']);
  return link('adapter', adapter.waitingForVf ? ['noFreeVf'] : []);
}

function guestLink(world: WorldView, adapter: Adapter): IovLink {
  const guest = world.vm.get(adapter.vmId)?.guest;
  if (guest === undefined) return unknown('guest');
  if (!guest.supportsSriov) return link('guest', ['guestUnsupported']);
  return link('guest', guest.vfDriverInstalled ? [] : ['guestDriverMissing']);
}

/** The five links from the host's platform to the guest, outermost first. */
export function iovChain(world: WorldView, adapter: Adapter): readonly IovLink[] {
  const platform = thePlatform(world);
  return [
    link('platform', platformReasons(platform, world.function)),
    nicLink(world, nicBehind(world, adapter)),
    switchLink(switchOf(world, adapter)),
    adapterLink(adapter),
    guestLink(world, adapter),
  ];
}

/**
 * True when the adapter should own a VF now: asked for, running in a guest that can take one, and
 * nothing above it stands in the way. A missing VF driver in the guest does not count: Windows
 * allocates the VF all the same and the guest never takes it over.
 */
export function wantsVf(world: WorldView, adapter: Adapter): boolean {
  const vm = world.vm.get(adapter.vmId);
  if (vm === undefined || adapter.kind === 'legacy' || adapter.iovWeight === 0) return false;
  if (theHost(world).state !== 'running' || vm.guest.state !== 'running') return false;
  if (vm.state !== 'Running' && vm.state !== 'Pausing' && vm.state !== 'Paused' && vm.state !== 'Resuming')
    return false;
  if (!vm.guest.supportsSriov || switchLink(switchOf(world, adapter)).state !== 'holds') return false;
  const nic = nicBehind(world, adapter);
  if (nic !== undefined && (nic.state !== 'up' || vfLimit(nic) === 0)) return false;
  // Of the NIC and the platform behind it, SriovSupport tells both.
  return nicLink(world, nicBehind(world, adapter)).state === 'holds';
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
  if (adapter.kind === 'legacy' || adapter.iovWeight === 0 || adapter.dataPath === 'vf') return [];
  if (adapter.assignment !== null && isReleasing(adapter.assignment.step)) return [];
  return iovChain(world, adapter).flatMap((each) => each.reasons);
}
