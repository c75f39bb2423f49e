/** A physical network adapter: one port, one PF (or a function without SR-IOV), owned by the parent partition. */
import { z } from 'zod';
import { bridgeAbove, busOf, deviceHasAri, vfPlacingAt, vfRoutingId } from './pcie';
import type { PcieFunction, SriovCapability } from './pcie';
import { platformReasons } from './platform';
import type { Platform, PlatformReason } from './platform';

/**
 * What the PF driver offers through its NIC switch: NDIS_NIC_SWITCH_CAPABILITIES as far as it
 * matters here.
 */
export const nicSwitchSchema = z.object({
  /** VFs the driver can hand out (MaxNumVFs); may be below the capability's TotalVFs. */
  maxVfs: z.int().min(1),
  /** VPorts of the switch, the default one included (MaxNumVPorts); at least `maxVfs` + 1. */
  maxVPorts: z.int().min(2),
  /** Queue pairs of the port (MaxNumQueuePairs); at least one per VPort. */
  queuePairs: z.int().positive(),
  /** True when `queuePairs` was assumed because no figure is known. */
  queuePairsAssumed: z.boolean(),
  /** Queue pairs of a VF's VPort while all VPorts must have the same number. */
  queuePairsPerVf: z.int().min(1),
  /** MaxNumQueuePairsPerNonDefaultVPort, a power of two. */
  maxQueuePairsPerVPort: z.int().min(1),
  /** SINGLE_VPORT_POOL: no VPort is kept for a VF, so VMQ may leave a VF without one. */
  singleVPortPool: z.boolean(),
  /** ASYMMETRIC_QUEUE_PAIRS: non-default VPorts may differ in their number of queue pairs. */
  asymmetricQueuePairs: z.boolean(),
  /** PER_VPORT_INTERRUPT_MODERATION. */
  perVPortModeration: z.boolean(),
  /** VF_RSS_SUPPORTED: a guest may spread a VF's traffic over its processors. */
  vfRss: z.boolean(),
  /** How the VF is called in the guest's Device Manager. */
  vfName: z.string(),
  /** File name of the VF driver in a Windows guest. */
  vfDriver: z.string(),
  /** How lspci calls the VF in a Linux guest. */
  vfPciName: z.string(),
  /** The kernel module that drives the VF in a Linux guest; empty when none is known. */
  vfModule: z.string(),
});

export const interruptModerationSchema = z.enum(['Default', 'Adaptive', 'Off', 'Low', 'Medium', 'High']);

export type InterruptModeration = z.infer<typeof interruptModerationSchema>;

/** `Speed & Duplex` as adapters offer it; `auto` takes the port's best. */
export const speedDuplexSchema = z.enum(['auto', '100half', '100full', '1000full', '10000full']);

export type SpeedDuplex = z.infer<typeof speedDuplexSchema>;

/** The Advanced tab of the adapter in the parent partition; a change restarts the adapter. */
export const nicPropertiesSchema = z.object({
  speedDuplex: speedDuplexSchema,
  /** `Jumbo Packet`: frame bytes with the Ethernet header; 1514 means disabled. */
  jumboPacket: z.union([z.literal(1514), z.literal(4088), z.literal(9014)]),
  /**
   * `Large Send Offload V2`, (IPv4) and (IPv6) in one (*LsoV2IPv4, *LsoV2IPv6): the virtual switch
   * hands segments of up to 64 KB over whole. Simplified: every driver offers it, and it is off at
   * first, because what has been published about the software path is met without.
   */
  lso: z.boolean(),
  /** `Virtual Machine Queues` (*VMQ). */
  vmq: z.boolean(),
  /** `Receive Side Scaling` (*RSS); without effect while the adapter serves a virtual switch. */
  rss: z.boolean(),
  /** `SR-IOV` (*SRIOV). */
  sriov: z.boolean(),
  /** *NumVFs: the most VFs that Windows allocates on this adapter; bounded by what the driver offers. */
  numVfs: z.int().min(0).max(0xffff),
});

export type NicProperties = z.infer<typeof nicPropertiesSchema>;

/**
 * The PF driver's life. `halting`: everything above lets go first, VFs fail over to the software
 * path. `failed`: it has stopped at once, by a fault (Device Manager's code 43) or because the card
 * is not `present` any more. `disabled`: an administrator disabled the adapter.
 */
export const nicStateSchema = z.enum(['up', 'halting', 'restarting', 'failed', 'disabled']);

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
  /** Why VF Enable could not be set when it was last tried; Windows tries no second time until the driver or the switch starts anew. */
  vfEnableError: z.string().nullable(),
  state: nicStateSchema,
  /** False while the card has been pulled out: nothing answers, but Windows keeps what it knows of the adapter. */
  present: z.boolean(),
  /** Simulated time at which the card was last put back into the running computer; null when it never was. */
  returnedAt: z.number().nullable(),
  /** What becomes of the adapter once it has halted; `reset` comes up again without a new start of its driver. */
  afterHalt: z.enum(['up', 'disabled', 'reset']),
  /** Matches the timeline entry that ends the restart; null while none is pending. */
  stateToken: z.int().nullable(),
  /** False while the cable is out. */
  cablePlugged: z.boolean(),
  /** The driver installed in the parent partition knows SR-IOV. */
  sriovDriver: z.boolean(),
  properties: nicPropertiesSchema,
});

export type Nic = z.infer<typeof nicSchema>;
export type NicSwitch = z.infer<typeof nicSwitchSchema>;
export type NicState = z.infer<typeof nicStateSchema>;

/** The adapter's life in a host, as it begins: drivers installed, properties at their defaults. */
export function freshNic(nicSwitch: Nic['nicSwitch']) {
  return {
    switchId: null,
    numVfs: 0,
    enableToken: null,
    vfEnableError: null,
    state: 'up',
    present: true,
    returnedAt: null,
    afterHalt: 'up',
    stateToken: null,
    cablePlugged: true,
    sriovDriver: nicSwitch !== null,
    properties: {
      speedDuplex: 'auto',
      jumboPacket: 1514,
      lso: false,
      vmq: true,
      rss: true,
      sriov: true,
      numVfs: nicSwitch?.maxVfs ?? 0,
    },
  } as const satisfies Partial<Nic>;
}

/** The most VFs that Windows allocates on the adapter: the driver's number, the administrator's, or none. */
export function vfLimit(nic: Nic): number {
  if (nic.nicSwitch === null || !nic.sriovDriver || !nic.properties.sriov) return 0;
  return Math.min(nic.nicSwitch.maxVfs, nic.properties.numVfs);
}

const speeds: Readonly<Record<SpeedDuplex, number>> = {
  auto: Infinity,
  '100half': 100,
  '100full': 100,
  '1000full': 1000,
  '10000full': 10_000,
};

/** Whether the port has the speed that the setting asks for. */
export function offersSpeed(nic: Pick<Nic, 'linkSpeedMbps'>, setting: SpeedDuplex): boolean {
  return setting === 'auto' || speeds[setting] <= nic.linkSpeedMbps;
}

/** Link speed in Mb/s that `Speed & Duplex` leads to, whether or not a cable is plugged in. */
export function negotiatedMbps(nic: Nic): number {
  return Math.min(nic.linkSpeedMbps, speeds[nic.properties.speedDuplex]);
}

/** What the port carries now in Mb/s: per direction, or both together on a half-duplex link; 0 without a link. */
export function effectiveLinkMbps(nic: Nic): number {
  return carriesTraffic(nic) ? negotiatedMbps(nic) : 0;
}

/** True while both directions share the link. */
export function isHalfDuplex(nic: Nic): boolean {
  return nic.properties.speedDuplex === '100half';
}

const ethernetHeaderBytes = 14;

/** Largest IP packet in bytes: `Jumbo Packet` counts the Ethernet header. */
export function mtuOf(nic: Nic): number {
  return nic.properties.jumboPacket - ethernetHeaderBytes;
}

/** VMQ is off on links below 10 Gb/s unless BelowTenGigVmqEnabled is set (Hyper-V performance guide). */
const vmqMinimumMbps = 10_000;

/** Whether the adapter sorts VMs' packets in hardware: into VMQs, or into PF VPorts of an SR-IOV switch. */
export function vmqAvailable(nic: Nic): boolean {
  return nic.state === 'up' && nic.properties.vmq && negotiatedMbps(nic) >= vmqMinimumMbps;
}

/** True while frames can pass the port. */
export function carriesTraffic(nic: Nic): boolean {
  return nic.cablePlugged && (nic.state === 'up' || nic.state === 'halting');
}

/** Values of `Get-NetAdapterSriov`'s property SriovSupport, from Microsoft's page on that cmdlet. */
export const sriovSupportSchema = z.enum([
  'Supported',
  'Unknown',
  'MissingAcs',
  'MissingPfDriver',
  'NoBusResources',
  'NoIoMmuSupport',
  'NoVfBarSpace',
  'NoOscSupport',
]);

export type SriovSupport = z.infer<typeof sriovSupportSchema>;

/** What the host as a whole contributes to an adapter's value; null when it stands in no adapter's way. */
function supportByPlatform(reasons: readonly PlatformReason[]): SriovSupport | null {
  // Without PCI Express nobody can read the extended configuration space that tells of VFs.
  if (reasons.includes('noPciExpress')) return 'Unknown';
  if (reasons.includes('noPcieNativeControl')) return 'NoOscSupport';
  return reasons.some((reason) => reason !== 'noAcsAtRootPorts') ? 'NoIoMmuSupport' : null;
}

/**
 * True when every port between the function and the root can keep its requests from a neighbour.
 * The upstream port of a switch has nobody beside it; a bridge to conventional PCI isolates nothing.
 */
function isolatedUpToRoot(functions: ReadonlyMap<string, PcieFunction>, pf: PcieFunction): boolean {
  let below = pf;
  for (let hops = 0; hops < functions.size; hops += 1) {
    const above = bridgeAbove(functions.values(), below);
    if (above === undefined) return true;
    if (above.bridge?.portType !== 'upstream' && !above.acs) return false;
    below = above;
  }
  return true;
}

/** True when the bus of the last VF that Windows would enable is one that the bridge above forwards. */
function hasBusesForVfs(
  functions: ReadonlyMap<string, PcieFunction>,
  pf: PcieFunction,
  capability: SriovCapability,
  vfs: number,
): boolean {
  if (vfs === 0) return true;
  const above = bridgeAbove(functions.values(), pf)?.bridge;
  const highest = above?.subordinateBus ?? busOf(pf.routingId);
  // Where the VFs lie may depend on how many they are.
  const placing = vfPlacingAt(capability, vfs, deviceHasAri(functions.values(), pf));
  return busOf(vfRoutingId(pf.routingId, placing, vfs - 1)) <= highest;
}

/**
 * What Windows would report for the adapter. `Get-NetAdapterSriov` has one value per adapter, so
 * several causes need an order, which no text gives. Here: the driver, because only a driver that
 * knows SR-IOV asks for it; then what holds for the whole host, because no other slot cures it; then
 * the way to the slot from the outside in: isolation, bus numbers, address space.
 */
export function sriovSupport(
  nic: Nic,
  platform: Platform,
  functions: ReadonlyMap<string, PcieFunction>,
): SriovSupport {
  const pf = functions.get(nic.id);
  if (pf?.sriov == null || nic.nicSwitch === null || !nic.sriovDriver) return 'MissingPfDriver';
  // A driver that has stopped answers no question.
  if (nic.state === 'failed') return 'Unknown';
  const byPlatform = supportByPlatform(platformReasons(platform, functions));
  if (byPlatform !== null) return byPlatform;
  if (!isolatedUpToRoot(functions, pf)) return 'MissingAcs';
  const vfs = Math.min(nic.nicSwitch.maxVfs, nic.properties.numVfs);
  if (!hasBusesForVfs(functions, pf, pf.sriov, vfs)) return 'NoBusResources';
  if (pf.sriov.vfBars.some((bar) => bar.address === 0)) return 'NoVfBarSpace';
  return 'Supported';
}
