/** A physical network adapter: one port, one PF (or a function without SR-IOV), owned by the parent partition. */
import { z } from 'zod';
import { busOf, vfRoutingId, bridgeAbove } from './pcie';
import type { PcieFunction } from './pcie';
import { platformReasons } from './platform';
import type { Platform } from './platform';

/** What the PF driver offers through its NIC switch. */
export const nicSwitchSchema = z.object({
  /** VFs the driver can hand out; may be below the capability's TotalVFs. */
  maxVfs: z.int().min(1),
  /** Queue pairs of the port; null where no figure is known. */
  queuePairs: z.int().positive().nullable(),
  queuePairsPerVf: z.int().min(1),
  /** How the VF is called in the guest's Device Manager. */
  vfName: z.string(),
  /** File name of the VF driver in a Windows guest. */
  vfDriver: z.string(),
});

export const nicSchema = z.object({
  /** Equals the id of its PCIe function. */
  id: z.string(),
  /** Connection name, e.g. `Ethernet 2`. */
  name: z.string(),
  /** What dialogs show, e.g. `Intel(R) Ethernet Server Adapter X520-2 #2`. */
  interfaceDescription: z.string(),
  linkSpeedMbps: z.number().positive(),
  macAddress: z.string(),
  /** Hardware queues for VMQ; 0 when the adapter has none. */
  vmqQueues: z.int().min(0),
  /** Null when device or driver know nothing of SR-IOV. */
  nicSwitch: nicSwitchSchema.nullable(),
  /** The virtual switch bound to the adapter. */
  switchId: z.string().nullable(),
  /** VFs that exist now: 0 while VF Enable is clear. */
  numVfs: z.int().min(0),
  /** Matches the timeline entry that ends the wait after VF Enable was set or cleared; null while none is pending. */
  enableToken: z.int().nullable(),
});

export type Nic = z.infer<typeof nicSchema>;

/** Values of `Get-NetAdapterSriov`'s property SriovSupport, from Microsoft's page on that cmdlet. */
export type SriovSupport =
  | 'Supported'
  | 'Unknown'
  | 'MissingAcs'
  | 'MissingPfDriver'
  | 'NoBusResources'
  | 'NoIoMmuSupport'
  | 'NoVfBarSpace'
  | 'NoOscSupport';

/**
 * What Windows would report for the adapter. Host-level causes come first, because no other
 * slot or driver cures them.
 */
export function sriovSupport(
  nic: Nic,
  platform: Platform,
  functions: ReadonlyMap<string, PcieFunction>,
): SriovSupport {
  const pf = functions.get(nic.id);
  if (pf?.sriov == null || nic.nicSwitch === null) return 'MissingPfDriver';
  const reasons = platformReasons(platform, functions);
  if (reasons.includes('noPcieNativeControl')) return 'NoOscSupport';
  if (reasons.some((reason) => reason !== 'noAcsAtRootPorts')) return 'NoIoMmuSupport';
  const bridge = bridgeAbove(functions.values(), pf);
  if (bridge !== undefined && !bridge.acs) return 'MissingAcs';
  const lastBus = busOf(vfRoutingId(pf.routingId, pf.sriov, nic.nicSwitch.maxVfs - 1));
  const highestBus = bridge?.bridge?.subordinateBus ?? busOf(pf.routingId);
  if (lastBus > highestBus) return 'NoBusResources';
  if (pf.sriov.vfBars.some((bar) => bar.address === 0)) return 'NoVfBarSpace';
  return 'Supported';
}
