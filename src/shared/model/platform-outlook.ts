/** What a restart of the host would bring, told before anything is stored. */
import { z } from 'zod';
import { sriovSupportSchema } from './nic';
import { firmwareSettingsSchema, hardwarePatchSchema, platformReasonSchema } from './platform';

/** Changes over what is stored; absent members stay as they are. */
export const platformPatchSchema = z.object({
  firmware: firmwareSettingsSchema.partial(),
  hardware: hardwarePatchSchema,
});

export const platformOutlookSchema = z.object({
  reasons: z.array(platformReasonSchema),
  adapters: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      interfaceDescription: z.string(),
      support: sriovSupportSchema,
    }),
  ),
});

/** A card that can be put into a slot. */
export const cardSchema = z.object({
  /** Id of the NIC model. */
  id: z.string(),
  name: z.string(),
  ports: z.int(),
  linkSpeedMbps: z.number(),
  /** VFs per port that its driver hands out; 0 without SR-IOV. */
  vfs: z.int().min(0),
});

export type PlatformPatch = z.infer<typeof platformPatchSchema>;
export type PlatformOutlook = z.infer<typeof platformOutlookSchema>;
export type Card = z.infer<typeof cardSchema>;
