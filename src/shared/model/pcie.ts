/**
 * PCI Express as far as SR-IOV needs it: functions, bridges, the SR-IOV capability and the
 * routing-ID arithmetic. Shapes only; the simulated registers live in the engine.
 */
import { z } from 'zod';

/** A 16-bit PCIe routing ID (requester ID): bus << 8 | device << 3 | function. */
export const routingIdSchema = z.int().min(0).max(0xffff);

/** One BAR that the SR-IOV capability describes: one window for all VFs of a PF. */
export const vfBarSchema = z.object({
  /** BAR number, 0 to 5. */
  index: z.int().min(0).max(5),
  /** Address of VF 0's share; 0 means that firmware reserved no space. */
  address: z.number().nonnegative(),
  /** Size of one VF's share in bytes; null when the source does not tell. */
  sizeBytes: z.number().positive().nullable(),
  is64Bit: z.boolean(),
  prefetchable: z.boolean(),
});

/** Where a PF puts its VFs while NumVFs is at most `numVfsAtMost`. */
export const vfPlaceSchema = z.object({
  numVfsAtMost: z.int().min(0).max(0xffff),
  /** First VF Offset with ARI Capable Hierarchy set and clear. */
  ari: z.int().min(0).max(0xffff),
  noAri: z.int().min(0).max(0xffff),
  vfStride: z.int().min(0).max(0xffff),
});

export type VfPlace = z.infer<typeof vfPlaceSchema>;

/** The SR-IOV extended capability (ID 0x0010) of a PF. */
export const sriovCapabilitySchema = z.object({
  totalVfs: z.int().min(0).max(0xffff),
  initialVfs: z.int().min(0).max(0xffff),
  firstVfOffset: z.int().min(0).max(0xffff),
  vfStride: z.int().min(0).max(0xffff),
  /** Device ID that every VF of this PF has; its vendor ID is the PF's. */
  vfDeviceId: z.int().min(0).max(0xffff),
  /** The ARI Capable Hierarchy bit; set in the lowest-numbered PF of a device only. */
  ariCapableHierarchy: z.boolean(),
  vfBars: z.array(vfBarSchema),
  /**
   * What First VF Offset and VF Stride are at other values of NumVFs, in ascending order; absent
   * where they do not depend on it. No register tells this until NumVFs is written.
   */
  placesByNumVfs: z.array(vfPlaceSchema).optional(),
});

/** What a bridge (root port, switch port) forwards and isolates. */
export const bridgeSchema = z.object({
  secondaryBus: z.int().min(0).max(0xff),
  subordinateBus: z.int().min(0).max(0xff),
  /** PCIe port type; null for a bridge without the PCI Express capability. */
  portType: z.enum(['root', 'upstream', 'downstream', 'pcie-to-pci']).nullable(),
  /** Forwards routing IDs with function numbers above 7 (DevCap2 / DevCtl2 ARIFwd). */
  ariForwarding: z.object({ capable: z.boolean(), enabled: z.boolean() }),
});

/** One PCI function of the host, VFs excluded: VFs exist only while their PF enables them. */
export const pcieFunctionSchema = z.object({
  /** `dddd:bb:dd.f`, the address in lspci's form with its domain. */
  id: z.string(),
  domain: z.int().min(0).max(0xffff),
  routingId: routingIdSchema,
  /** 16-bit class code (base class << 8 | subclass); null when the source does not tell. */
  classCode: z.int().min(0).max(0xffff).nullable(),
  className: z.string(),
  vendorId: z.int().min(0).max(0xffff).nullable(),
  deviceId: z.int().min(0).max(0xffff).nullable(),
  /** Vendor and device as one text, e.g. `Intel Corporation 82576 Gigabit Network Connection`. */
  name: z.string(),
  /** True when the function has the PCI Express capability. */
  express: z.boolean(),
  /** True when the function has the Access Control Services capability. */
  acs: z.boolean(),
  /** True when the function has the Alternative Routing-ID Interpretation capability. */
  ari: z.boolean(),
  bridge: bridgeSchema.nullable(),
  sriov: sriovCapabilitySchema.nullable(),
  /** MSI-X vectors of the function itself; null without the capability. */
  msixVectors: z.int().positive().nullable(),
  /** The driver the operating system had bound when the source was taken; null if none. */
  driver: z.string().nullable(),
});

export type VfBar = z.infer<typeof vfBarSchema>;
export type SriovCapability = z.infer<typeof sriovCapabilitySchema>;
export type Bridge = z.infer<typeof bridgeSchema>;
export type PcieFunction = z.infer<typeof pcieFunctionSchema>;

/** Composes a routing ID from bus (0-255), device (0-31) and function (0-7). */
export function routingIdOf(bus: number, device: number, fn: number): number {
  return (bus << 8) | (device << 3) | fn;
}

/** The bus number in a routing ID. */
export function busOf(routingId: number): number {
  return routingId >> 8;
}

/** Prints a routing ID as `bb:dd.f`, as lspci does (an ARI function number too). */
export function formatRoutingId(routingId: number): string {
  const hex = (value: number): string => value.toString(16).padStart(2, '0');
  return `${hex(busOf(routingId))}:${hex((routingId >> 3) & 0x1f)}.${routingId & 7}`;
}

/** The vendor: the PCI ID database's name begins with it. */
export function vendorOf({ name }: Pick<PcieFunction, 'name'>): string {
  return /^(.+?\b(?:Corporation|Technologies|Inc\.|Ltd\.))/.exec(name)?.[1] ?? name;
}

/** Prints a function's full address as `dddd:bb:dd.f`. */
export function formatAddress(domain: number, routingId: number): string {
  return `${domain.toString(16).padStart(4, '0')}:${formatRoutingId(routingId)}`;
}

/** First VF Offset and VF Stride as the registers of `capability` will show them while NumVFs is `numVfs`. */
export function vfPlacingAt(
  capability: SriovCapability,
  numVfs: number,
  ari: boolean,
): Pick<SriovCapability, 'firstVfOffset' | 'vfStride'> {
  const row = capability.placesByNumVfs?.find(({ numVfsAtMost }) => numVfs <= numVfsAtMost);
  if (row === undefined) return capability;
  return { firstVfOffset: ari ? row.ari : row.noAri, vfStride: row.vfStride };
}

/**
 * Whether ARI Capable Hierarchy is set in a device. Its lowest-numbered PF alone has the bit, and
 * that bit holds for all of its PFs.
 */
export function deviceHasAri(functions: Iterable<PcieFunction>, of: PcieFunction): boolean {
  for (const { domain, routingId, sriov } of functions) {
    const isSame = domain === of.domain && routingId >> 3 === of.routingId >> 3;
    if (isSame && sriov?.ariCapableHierarchy === true) return true;
  }
  return false;
}

/**
 * Routing ID of VF `index` (0-based): RID(PF) + First VF Offset + index x VF Stride.
 * The sum may pass the PF's bus; the caller checks the bus against the bridge's range.
 */
export function vfRoutingId(
  pfRoutingId: number,
  capability: Pick<SriovCapability, 'firstVfOffset' | 'vfStride'>,
  index: number,
): number {
  return pfRoutingId + capability.firstVfOffset + index * capability.vfStride;
}

/** The bridge directly above `target`, or undefined for a function on a root bus. */
export function bridgeAbove(
  functions: Iterable<PcieFunction>,
  target: Pick<PcieFunction, 'domain' | 'routingId'>,
): PcieFunction | undefined {
  for (const candidate of functions) {
    const leadsTo = candidate.bridge?.secondaryBus;
    if (candidate.domain === target.domain && leadsTo === busOf(target.routingId)) return candidate;
  }
  return undefined;
}
