/** A VM's virtual network adapter (vNIC): emulated (legacy) or software (synthetic). */
import { z } from 'zod';
import { trafficProfileSchema } from './traffic';
import { vfAssignmentSchema } from './vf';
import type { Vm } from './vm';

export const adapterKindSchema = z.enum(['synthetic', 'legacy']);
/** Which way the adapter's packets go now; `none` while there is nobody to talk to. */
export const dataPathSchema = z.enum(['none', 'emulated', 'vmbus', 'vf']);

export const adapterSchema = z.object({
  id: z.string(),
  vmId: z.string(),
  kind: adapterKindSchema,
  name: z.string(),
  switchId: z.string().nullable(),
  /** Twelve hex digits; null until the VM first starts and a dynamic address is given. */
  macAddress: z.string().nullable(),
  /** 0 to 100; 0 disables. The second check box writes 100. */
  iovWeight: z.int().min(0).max(100),
  /** 0 to 100; 0 disables. */
  vmqWeight: z.int().min(0).max(100),
  traffic: trafficProfileSchema,
  /** Simulated milliseconds at which the traffic was set: its shape begins there. */
  trafficSince: z.number(),
  dataPath: dataPathSchema,
  assignment: vfAssignmentSchema.nullable(),
  /** Set while a VF is wanted but every VF of the NIC is taken. */
  waitingForVf: z.boolean(),
});

export type AdapterKind = z.infer<typeof adapterKindSchema>;
export type DataPath = z.infer<typeof dataPathSchema>;
export type Adapter = z.infer<typeof adapterSchema>;

/** The greatest number of adapters of each kind in one VM (Windows Server 2019 and later; legacy: generation 1 only). */
export const adapterLimits: Readonly<Record<AdapterKind, number>> = { synthetic: 64, legacy: 4 };

/**
 * Whether an adapter of the kind may be added to the VM or removed from it now: while the VM is
 * off, and synthetic ones of generation 2 also while it runs (hot add).
 */
export function canAddOrRemove(kind: AdapterKind, vm: Vm): boolean {
  if (vm.state === 'Off') return true;
  return vm.state === 'Running' && vm.generation === 2 && kind === 'synthetic';
}

/** Prints twelve hex digits as `00:15:5D:0A:0B:0C`, the form of the Networking tab. */
export function formatMac(digits: string, separator = ':'): string {
  return (digits.match(/../g) ?? []).join(separator);
}
