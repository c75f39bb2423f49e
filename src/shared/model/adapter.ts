/** A VM's virtual network adapter (vNIC): emulated (legacy) or software (synthetic). */
import { z } from 'zod';
import { netvscChannelSchema } from './netvsc-channel';
import { interruptModerationSchema } from './nic';
import { portSettingsSchema, untouchedPort } from './port-settings';
import { idleTraffic, trafficProfileSchema } from './traffic';
import { vfAssignmentSchema } from './vf';
import type { Vm } from './vm';

export const adapterKindSchema = z.enum(['synthetic', 'legacy']);
/** Which way the adapter's packets go now; `none` while there is nobody to talk to. */
export const dataPathSchema = z.enum(['none', 'emulated', 'vmbus', 'vf']);

/** How often VMBus and VF have changed places, and the packets that were lost: resent by TCP, gone for UDP. */
export const dataPathSwitchingSchema = z.object({
  switches: z.int().min(0),
  packetsLost: z.int().min(0),
  lastLost: z.int().min(0),
  /** Simulated time of the last change; null before the first. */
  lastAt: z.number().nullable(),
  /** TCP connections that did not survive an interruption; an adapter's traffic counts as one. */
  connectionsLost: z.int().min(0),
  /** Simulated time since which nothing gets through although the guest runs; null while it does. */
  interruptedSince: z.number().nullable(),
  /** Packets per second that got through before that moment. */
  rateBefore: z.number().min(0),
});

export type DataPathSwitching = z.infer<typeof dataPathSwitchingSchema>;

export const unswitched: DataPathSwitching = {
  switches: 0,
  packetsLost: 0,
  lastLost: 0,
  lastAt: null,
  connectionsLost: 0,
  interruptedSince: null,
  rateBefore: 0,
};

/** Where an adapter's receive filter is programmed, and for which frames. */
export const programmedFilterSchema = z.object({
  nicId: z.string(),
  /** 0: the default VPort. */
  vPortId: z.int().min(0),
  macAddress: z.string(),
  /** Null: untagged frames and VLAN 0. */
  vlanId: z.int().nullable(),
});

export type ProgrammedFilter = z.infer<typeof programmedFilterSchema>;

export const adapterSchema = z.object({
  id: z.string(),
  vmId: z.string(),
  kind: adapterKindSchema,
  name: z.string(),
  switchId: z.string().nullable(),
  /** Twelve hex digits; null until the VM first starts and a dynamic address is given. */
  macAddress: z.string().nullable(),
  /** The address was typed in and stays; otherwise it comes from the host's range. */
  staticMac: z.boolean(),
  /** 0 to 100; 0 disables. The second check box writes 100. */
  iovWeight: z.int().min(0).max(100),
  /** 0 to 100; 0 disables. */
  vmqWeight: z.int().min(0).max(100),
  /** IovQueuePairsRequested: queue pairs wanted for the VF's VPort. */
  iovQueuePairsRequested: z.int().min(1).max(0xffff_ffff),
  iovInterruptModeration: interruptModerationSchema,
  /** Virtual RSS: the software path is spread over processors of the root and of the guest. */
  vrssEnabled: z.boolean(),
  /** VrssMaxQueuePairs: the most processors that virtual RSS spreads it over. */
  vrssMaxQueuePairs: z.int().min(1).max(0xffff_ffff),
  /** Access VLAN; null: untagged. */
  vlanId: z.int().min(1).max(4094).nullable(),
  macSpoofing: z.boolean(),
  portMirroring: z.enum(['None', 'Source', 'Destination']),
  /** The port carries an access control list, which only the virtual switch can apply. */
  portAcl: z.boolean(),
  /** Maximum bandwidth in Mb/s, applied by the virtual switch; 0: unrestricted. */
  maximumMbps: z.int().min(0).max(1_000_000),
  ...portSettingsSchema.shape,
  traffic: trafficProfileSchema,
  /** Simulated milliseconds at which the traffic was set: its shape begins there. */
  trafficSince: z.number(),
  dataPath: dataPathSchema,
  assignment: vfAssignmentSchema.nullable(),
  /** Set while a VF is wanted and the NIC, which has VFs, has none to give. */
  waitingForVf: z.boolean(),
  /** The PF's VPort that serves as this adapter's VMQ on an SR-IOV switch; null: none. */
  vmqVPortId: z.int().min(1).nullable(),
  /** The physical adapter whose VPort that is; null with `vmqVPortId`. */
  vmqNicId: z.string().nullable(),
  /** Its receive filter in a NIC switch; null while it has none there. */
  filter: programmedFilterSchema.nullable(),
  /** NetVSC's channel from the guest's start until its end, a saved state included; null for a legacy adapter. */
  channel: netvscChannelSchema.nullable(),
  /** What changes of the data path have cost since the VM started. */
  switching: dataPathSwitchingSchema,
});

export type AdapterKind = z.infer<typeof adapterKindSchema>;
export type DataPath = z.infer<typeof dataPathSchema>;
export type Adapter = z.infer<typeof adapterSchema>;

/**
 * A new adapter's settings and situation, apart from what tells one from another. Defaults of virtual
 * RSS: Microsoft, Msvm_EthernetSwitchPortOffloadSettingData (VrssEnabled TRUE, VmmqQueuePairs 16).
 */
export const untouchedAdapter = {
  iovWeight: 0,
  iovQueuePairsRequested: 1,
  iovInterruptModeration: 'Default',
  vrssEnabled: true,
  vrssMaxQueuePairs: 16,
  vlanId: null,
  macSpoofing: false,
  portMirroring: 'None',
  portAcl: false,
  maximumMbps: 0,
  staticMac: false,
  ...untouchedPort,
  traffic: idleTraffic,
  dataPath: 'none',
  assignment: null,
  waitingForVf: false,
  vmqVPortId: null,
  vmqNicId: null,
  filter: null,
  channel: null,
  switching: unswitched,
} as const satisfies Partial<Adapter>;

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
