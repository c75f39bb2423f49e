/**
 * Settings of a virtual network adapter that belong to its switch port or to the VM's configuration:
 * the pages Network Adapter, Hardware Acceleration and Advanced Features.
 */
import { z } from 'zod';

/** The most security associations that can be asked for; the page's range is 1 to 4096 (from memory). */
export const mostSecurityAssociations = 4096;

export const portSettingsSchema = z.object({
  /** Minimum bandwidth in Mb/s that is reserved for what the VM sends; 0: none. */
  minimumMbps: z.int().min(0).max(1_000_000),
  /** IPsecOffloadMaximumSecurityAssociation; 0 disables the offload. Kept; no guest here uses IPsec. */
  ipsecMaximumSas: z.int().min(0).max(mostSecurityAssociations),
  /** The port drops what a DHCP server sends. */
  dhcpGuard: z.boolean(),
  /** The port drops router advertisements and redirections. */
  routerGuard: z.boolean(),
  /** ClusterMonitored; kept, because the host is in no cluster. */
  protectedNetwork: z.boolean(),
  /** AllowTeaming; kept, because no guest makes a team. */
  allowTeaming: z.boolean(),
  /** The guest learns the adapter's name; generation 2 only, and kept. */
  deviceNaming: z.boolean(),
});

export type PortSettings = z.infer<typeof portSettingsSchema>;

/** As Hyper-V makes a synthetic adapter. */
export const untouchedPort: PortSettings = {
  minimumMbps: 0,
  ipsecMaximumSas: 512,
  dhcpGuard: false,
  routerGuard: false,
  protectedNetwork: true,
  allowTeaming: false,
  deviceNaming: false,
};
