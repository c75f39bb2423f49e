/** What a virtual network adapter is connected to, and whether anybody can be reached there. */
import type { Adapter } from './adapter';
import { carriesTraffic } from './nic';
import type { Nic } from './nic';
import type { VirtualSwitch } from './switch';
import type { WorldView } from './world-view';

/** The virtual switch; undefined while the adapter is not connected. */
export function switchOf(world: WorldView, adapter: Adapter): VirtualSwitch | undefined {
  return adapter.switchId === null ? undefined : world.switch.get(adapter.switchId);
}

/** The physical adapter behind a virtual one; undefined unless it is on an external switch whose adapter is known. */
export function nicBehind(world: WorldView, adapter: Adapter): Nic | undefined {
  const nicId = switchOf(world, adapter)?.nicId ?? null;
  return nicId === null ? undefined : world.nic.get(nicId);
}

/** Whether the management operating system, which is on a switch too, and the adapter are in one VLAN. */
export function hostAnswers(
  { allowManagementOs, managementVlanId }: VirtualSwitch,
  { vlanId }: Pick<Adapter, 'vlanId'>,
): boolean {
  return allowManagementOs && managementVlanId === vlanId;
}

/**
 * Whether the port that the adapter is connected to has a link, as the host tells the guest. An
 * external switch passes the link of its physical adapter on (from memory).
 */
export function hasMedia(world: WorldView, adapter: Adapter): boolean {
  const virtualSwitch = switchOf(world, adapter);
  if (virtualSwitch === undefined) return false;
  if (virtualSwitch.type !== 'External') return true;
  const nic = nicBehind(world, adapter);
  return nic?.present === true && carriesTraffic(nic);
}

/** False while the guest takes its link for down: its network stack sends nothing then. */
export function guestSeesLink({ channel }: Adapter): boolean {
  return channel?.mediaConnected !== false;
}

/**
 * True while packets of the adapter can get anywhere: the host on an internal switch, the network
 * behind a port with a link. On a private switch nobody is simulated who would answer.
 */
export function reachesNetwork(world: WorldView, adapter: Adapter): boolean {
  const virtualSwitch = switchOf(world, adapter);
  if (virtualSwitch?.type === 'Private' || !guestSeesLink(adapter)) return false;
  if (virtualSwitch?.type === 'Internal') return hostAnswers(virtualSwitch, adapter);
  return hasMedia(world, adapter);
}
