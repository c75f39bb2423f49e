/** The VMBus channel between the host and NetVSC, the guest's driver of a synthetic adapter. */
import { z } from 'zod';

/** Versions of NVSP as Linux' hyperv_net.h numbers them: VFs came with 4, their capability bit is set from 5 on. */
export const nvspVersions = {
  v1: 0x0_0002,
  v2: 0x3_0002,
  v4: 0x4_0000,
  v5: 0x5_0000,
  v6: 0x6_0000,
  v61: 0x6_0001,
} as const;

export const netvscChannelSchema = z.object({
  /** Version of NVSP that both sides agreed on. */
  nvspVersion: z.int(),
  /** What the guest takes its link for. */
  mediaConnected: z.boolean(),
  /** Simulated time at which NetVSC last passed a change of the link on; null before the first. */
  linkChangedAt: z.number().nullable(),
  /** Changes that the host has told and NetVSC has not passed on yet, oldest first: true for a link. */
  linkChanges: z.array(z.boolean()).readonly(),
  /** Matches the timeline entry at which NetVSC goes on with them; null while none is pending. */
  linkToken: z.int().nullable(),
});

export type NetvscChannel = z.infer<typeof netvscChannelSchema>;
