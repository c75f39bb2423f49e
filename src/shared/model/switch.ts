/** A virtual switch. Whether it can do SR-IOV is decided once, when it is created. */
import { z } from 'zod';

export const switchTypeSchema = z.enum(['External', 'Internal', 'Private']);

/** Switch and VM names: Windows refuses nothing else that a keyboard can type. */
export const displayNameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(100, 'Use at most 100 characters.');

export const switchSchema = z.object({
  id: z.string(),
  name: displayNameSchema,
  notes: z.string().max(4000),
  type: switchTypeSchema,
  /**
   * The physical adapter an external switch is bound to; while it is not in the computer, the id under
   * which the host remembers it. Null for the other types.
   */
  nicId: z.string().nullable(),
  allowManagementOs: z.boolean(),
  /** Access VLAN of the management operating system's own adapter; null: untagged. */
  managementVlanId: z.int().min(1).max(4094).nullable(),
  /** The first check box. Fixed at creation. */
  iovEnabled: z.boolean(),
  /** A forwarding extension is active; its policies need every packet, so it has VFs removed from the ports. */
  forwardingExtension: z.boolean(),
  /** Kept; nobody captures. */
  captureExtension: z.boolean(),
  /** Kept; no filter is installed. */
  filteringExtension: z.boolean(),
  /**
   * RSC in the virtual switch: TCP segments for a guest are merged. Changed without an interruption
   * (Microsoft, "RSC in the vSwitch"). Windows has it on for a new external switch; here it is off at
   * first, because what has been published about the software path is met without. What the adapter merges in
   * hardware is off while it serves a virtual switch, so it has no property here.
   */
  softwareRscEnabled: z.boolean(),
});

export type SwitchType = z.infer<typeof switchTypeSchema>;
export type VirtualSwitch = z.infer<typeof switchSchema>;
