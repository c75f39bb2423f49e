/** An entry of the event log, as Event Viewer would show it. */
import { z } from 'zod';

export const eventSchema = z.object({
  /** Grows by one with every entry. */
  sequence: z.int(),
  /** Simulated time in milliseconds since the Unix epoch. */
  at: z.number(),
  level: z.enum(['Information', 'Warning', 'Error']),
  /** Event source, e.g. `Hyper-V-SynthNic`. */
  source: z.string(),
  /** Windows' event ID; null where Windows is not known to log the step. */
  eventId: z.int().nullable(),
  text: z.string(),
  /** True when the wording is the simulator's own. */
  simulated: z.boolean(),
  vmId: z.string().nullable(),
  adapterId: z.string().nullable(),
});

export type EventRecord = z.infer<typeof eventSchema>;
