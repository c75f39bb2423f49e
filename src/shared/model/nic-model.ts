/**
 * What is known about one model of network adapter: its identity, its ports, its SR-IOV
 * capability and its drivers. The files in assets/hardware/nics have this shape.
 */
import { z } from 'zod';
import { marked } from './marked';
import type { VfPlace } from './pcie';

const uint16 = z.int().min(0).max(0xffff);
const count = z.int().positive();

/**
 * First VF Offset, one entry per PF in function order; a list of one holds for every PF. The
 * register is read-only, but its value depends on whether the port above forwards ARI.
 */
const offsetsSchema = z.array(uint16.min(1)).min(1);

/** Where VFs lie while NumVFs is at most `numVfsAtMost`. */
const fewVfsSchema = z.strictObject({
  numVfsAtMost: count,
  ari: offsetsSchema,
  noAri: offsetsSchema,
  vfStride: count,
});

/** The SR-IOV side of a NIC model. Null stands for a figure that no text gave. */
export const sriovModelSchema = z.strictObject({
  vfDeviceId: marked(uint16),
  /** TotalVFs of each PF's capability. */
  totalVfs: marked(count),
  /** VFs per PF that the driver hands out; some hardware keeps one pool for the PF. */
  usableVfs: marked(count),
  firstVfOffset: z.strictObject({
    ari: marked(offsetsSchema),
    /** Null when only one layout is known; the register is then taken not to change. */
    noAri: marked(offsetsSchema).nullable(),
  }),
  vfStride: marked(count),
  /**
   * For hardware that packs few VFs more tightly: places for small values of NumVFs, in ascending
   * order. Beyond the last one `firstVfOffset` and `vfStride` hold. Left out where NumVFs has no say.
   */
  fewVfs: marked(z.array(fewVfsSchema).min(1)).optional(),
  /** Queue pairs per port, PF and VFs together. */
  queuePairs: marked(count).nullable(),
  /** VPorts of a port's NIC switch, the default one included. */
  maxVports: marked(count.min(2)).nullable(),
  /** Whether VPorts may differ in their number of queue pairs; unknown is taken as no. */
  asymmetricQueuePairs: marked(z.boolean()).nullable(),
  /** Queue pairs of a VF where all VPorts have the same number. */
  queuePairsPerVf: marked(count),
  /** Largest number of queue pairs a non-default VPort can have; NDIS wants a power of two. */
  maxQueuePairsPerVport: marked(count),
  msixVectorsVf: marked(count).nullable(),
  /** Supported Page Sizes of the capability: bit n stands for 4 KiB << n. */
  pageSizes: marked(z.int().positive()),
  /** BARs of one VF; all of them sit in windows that the PF's capability describes. */
  vfBars: z.array(z.strictObject({ index: marked(z.int().min(0).max(5)), sizeBytes: marked(count) })).min(1),
  /** Vendor and device of the VF as the PCI ID database names them: what lspci says in the guest. */
  vfPciName: marked(z.string().min(1)),
  /** How the VF is called in the guest's Device Manager. */
  vfName: marked(z.string().min(1)),
});

const barSchema = z.strictObject({
  index: z.int().min(0).max(5),
  sizeBytes: count,
  is64Bit: z.boolean(),
  prefetchable: z.boolean(),
});

const driverSchema = marked(z.string().min(1)).nullable();

export const nicModelSchema = z
  .strictObject({
    /** Name of the file, kebab-case. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: marked(z.string().min(1)),
    /** Vendor and device as the PCI ID database names them. */
    pciName: marked(z.string().min(1)),
    /** Interface description as Windows shows it. */
    windowsDescription: marked(z.string().min(1)),
    vendorId: marked(uint16),
    /** Device IDs of the PF; the first one belongs to the variant that the file describes. */
    deviceIds: marked(z.array(uint16).min(1)),
    ports: marked(count.max(8)),
    /** PCI functions: one per port, except where one function serves all ports. */
    functions: marked(count.max(8)),
    linkSpeedMbps: marked(count),
    /** True when the functions have the ARI capability. */
    ari: marked(z.boolean()),
    /** True when the functions have the Access Control Services capability. */
    acs: marked(z.boolean()),
    msixVectorsPf: marked(count).nullable(),
    /** Memory BARs of the function itself, in the order of their numbers. */
    pfBars: marked(z.array(barSchema).min(1)),
    /** Hardware queues for VMQ without SR-IOV; 0 when the adapter has none. */
    vmqQueues: marked(z.int().min(0)),
    drivers: z.strictObject({
      windowsPf: driverSchema,
      windowsVf: driverSchema,
      linuxPf: driverSchema,
      linuxVf: driverSchema,
    }),
    sriov: sriovModelSchema.nullable(),
  })
  .refine((model) => offsetListsFit(model), {
    error: 'firstVfOffset must have one entry, or one per function',
    path: ['sriov', 'firstVfOffset'],
  })
  .refine(({ sriov }) => sriov === null || ascends(sriov.fewVfs?.value ?? [], sriov.totalVfs.value), {
    error: 'fewVfs must go by ascending numVfsAtMost, all below totalVfs',
    path: ['sriov', 'fewVfs'],
  })
  .refine(
    (model) => model.sriov?.maxVports == null || model.sriov.usableVfs.value < model.sriov.maxVports.value,
    {
      error: 'maxVports must exceed usableVfs: NDIS wants a VPort for each VF and the default one',
      path: ['sriov', 'maxVports'],
    },
  )
  .refine((model) => model.sriov === null || model.sriov.usableVfs.value <= model.sriov.totalVfs.value, {
    error: 'usableVfs must not exceed totalVfs',
    path: ['sriov', 'usableVfs'],
  });

export type NicModel = z.infer<typeof nicModelSchema>;
export type SriovModel = z.infer<typeof sriovModelSchema>;

function offsetListsFit(model: {
  functions: { value: number };
  sriov: z.infer<typeof sriovModelSchema> | null;
}): boolean {
  if (model.sriov === null) return true;
  const { ari, noAri } = model.sriov.firstVfOffset;
  const few = (model.sriov.fewVfs?.value ?? []).flatMap((row) => [row.ari, row.noAri]);
  const lists = noAri === null ? [ari.value, ...few] : [ari.value, noAri.value, ...few];
  return lists.every((list) => list.length === 1 || list.length === model.functions.value);
}

function ascends(rows: readonly { numVfsAtMost: number }[], below: number): boolean {
  return rows.every(({ numVfsAtMost }, index) => numVfsAtMost < (rows[index + 1]?.numVfsAtMost ?? below));
}

/** Places for small values of NumVFs as PF number `fn` of the model has them. */
export function fewVfPlaces(sriov: SriovModel, fn: number): VfPlace[] {
  const own = (list: readonly number[]): number => list[fn] ?? list[0] ?? 0;
  return (sriov.fewVfs?.value ?? []).map((row) => ({ ...row, ari: own(row.ari), noAri: own(row.noAri) }));
}

/**
 * First VF Offset that PF number `fn` of the model reports for its largest NumVFs, with or without ARI forwarding at
 * the port above.
 */
export function firstVfOffset(sriov: SriovModel, fn: number, ari: boolean): number {
  const { firstVfOffset: offsets } = sriov;
  const list = ari || offsets.noAri === null ? offsets.ari.value : offsets.noAri.value;
  return list[fn] ?? list[0] ?? 0;
}

/** The model that has this vendor ID and PF device ID; null stands for an ID nobody knows. */
export function findNicModel(
  catalogue: readonly NicModel[],
  vendorId: number | null,
  deviceId: number | null,
): NicModel | undefined {
  if (vendorId === null || deviceId === null) return undefined;
  return catalogue.find(
    (model) => model.vendorId.value === vendorId && model.deviceIds.value.includes(deviceId),
  );
}
