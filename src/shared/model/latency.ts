/** One-way latency between two guests, stack included. */
import { z } from 'zod';

/** Microseconds. */
export const latencySchema = z.object({
  mean: z.number(),
  p50: z.number(),
  p99: z.number(),
  p999: z.number(),
});

export type Latency = z.infer<typeof latencySchema>;
