/** The requests about simulated time; a part of the contract. */
import { z } from 'zod';

export const clockSchema = z.object({ now: z.number(), speed: z.number().positive(), paused: z.boolean() });

export const timeRequests = {
  /** How fast simulated time passes, if it does; absent members stay as they are. */
  'time.set': {
    input: z.object({ speed: z.number().min(0.1).max(1000).optional(), paused: z.boolean().optional() }),
    output: clockSchema,
  },
  /** Lets so much simulated time pass at once, paused or not. */
  'time.step': { input: z.object({ ms: z.int().min(1).max(3_600_000) }), output: z.object({}) },
  /** Takes the host so much simulated time back, as a step that can be undone; no further than its start. */
  'time.back': {
    input: z.object({
      ms: z
        .int()
        .min(1)
        .max(366 * 24 * 3_600_000),
    }),
    /** False when the user has cancelled. */
    output: z.object({ went: z.boolean() }),
  },
} as const;
