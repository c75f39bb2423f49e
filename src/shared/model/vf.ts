/** A virtual function and its way to a VM: allocated, given a VPort, offered to the guest, in use. */
import { z } from 'zod';
import { routingIdSchema } from './pcie';

export const vfSchema = z.object({
  /** `<PF id>#<index>`. */
  id: z.string(),
  nicId: z.string(),
  /** 0-based, as NDIS numbers VFs. */
  index: z.int().min(0),
  routingId: routingIdSchema,
  /** The virtual network adapter that owns the VF; null while it is free. */
  adapterId: z.string().nullable(),
  /** The one non-default VPort attached to the VF; null until CREATE_VPORT. */
  vPortId: z.int().min(1).nullable(),
  /** Queue pairs of that VPort; 0 while there is none. */
  queuePairs: z.int().min(0),
  /** The VF serial number by which NetVSC finds its VF; made before the allocation, null while free. */
  serial: z.int().min(1).nullable(),
});

export type Vf = z.infer<typeof vfSchema>;

/**
 * Where an assignment stands. Forward: the OIDs of Microsoft's "Virtual Function Initialization
 * Sequence", then the virtual PCI bus, then the guest's NetVSC. Back: fall back to the software path
 * first, then free. An assignment rests in `active`, `noDriver` and `refused`.
 */
export const vfStepSchema = z.enum([
  'allocating',
  'programmingIommu',
  'creatingVPort',
  'movingFilter',
  'associating',
  'loadingDriver',
  'takingOver',
  'switching',
  'active',
  'noDriver',
  'refused',
  'switchingBack',
  'removingDevice',
  'movingFilterBack',
  'deletingVPort',
  'resettingVf',
  'freeing',
]);

export type VfStep = z.infer<typeof vfStepSchema>;

/** Why NetVSC leaves a VF unused: the values of NVSC_SRIOV_VF_FAILURE_REASON that the simulator knows. */
export const vfFailureSchema = z.enum(['mediaDisconnected', 'mtuMismatch', 'cannotSwitch']);

export type VfFailure = z.infer<typeof vfFailureSchema>;

/** The assignment as its adapter sees it. */
export const vfAssignmentSchema = z.object({
  vfId: z.string(),
  step: vfStepSchema,
  /** Matches the timeline entry that drives the next step; an entry with another token is stale. */
  token: z.int(),
  /** The host has told NetVSC of the VF (VF_ASSOCIATION), and has to take that back. */
  associated: z.boolean(),
  /** The guest does not answer: the step waits for it. */
  stalled: z.boolean(),
  /** Why the step `refused` was entered; null in every other step. */
  failure: vfFailureSchema.nullable(),
  /** Attempts to send SWITCH_DATA_PATH that met a full ring. */
  attempts: z.int().min(0),
  /** Simulated time at which the remapping tables began to admit the VF to its VM's memory; null before. */
  programmedAt: z.number().nullable(),
  /** Simulated time at which the host asked for the VF back; null while it may stay. */
  revokedAt: z.number().nullable(),
});

export type VfAssignment = z.infer<typeof vfAssignmentSchema>;

/** An assignment at its very beginning, apart from what tells one from another. */
export const freshAssignment = {
  associated: false,
  stalled: false,
  failure: null,
  attempts: 0,
  programmedAt: null,
  revokedAt: null,
} as const satisfies Partial<VfAssignment>;

const releasing: readonly VfStep[] = [
  'switchingBack',
  'removingDevice',
  'movingFilterBack',
  'deletingVPort',
  'resettingVf',
  'freeing',
];

/** True once an assignment is on its way back. */
export function isReleasing(step: VfStep): boolean {
  return releasing.includes(step);
}

/** True while the VF carries the traffic: until the switch back is complete no packet falls in between. */
export function carriesData(step: VfStep | undefined): boolean {
  return step === 'active' || step === 'switchingBack';
}
