/** What a switch port does not let its virtual machine send. */
import type { Adapter } from './adapter';

export type PortGuard = 'macSpoofing' | 'dhcpGuard' | 'routerGuard';

/**
 * Which setting of the port drops what the guest sends; null when all of it passes. An address that
 * is not the adapter's own needs MAC address spoofing, on a VF too, whose source address the NIC
 * checks (from memory); the guards drop what DHCP servers and routers say (Set-VMNetworkAdapter).
 */
export function droppingGuard(adapter: Pick<Adapter, 'traffic' | PortGuard>): PortGuard | null {
  switch (adapter.traffic.sender) {
    case 'itself':
      return null;
    case 'anotherAddress':
      return adapter.macSpoofing ? null : 'macSpoofing';
    case 'dhcpServer':
      return adapter.dhcpGuard ? 'dhcpGuard' : null;
    case 'router':
      return adapter.routerGuard ? 'routerGuard' : null;
  }
}
