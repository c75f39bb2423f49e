/** Recordings of counters: what was asked for, and how far it is. */
import { z } from 'zod';
import { displayNameSchema } from './switch';

/** Counters of one recording. */
export const maxRecordedPaths = 64;
/** Samples of all recordings of a document; with `maxRecordedPaths` each about 50 MB. */
export const maxSamples = 100_000;
export const maxRecordings = 100;
export const minIntervalMs = 1000;
export const maxIntervalMs = 60_000;

/** What a recording is begun with. */
export const newRecordingSchema = z.object({
  name: displayNameSchema,
  /** Counter paths; while an instance does not exist its value is missing. */
  paths: z.array(z.string().min(1).max(1000)).min(1).max(maxRecordedPaths),
  /** Simulated milliseconds from one sample to the next. */
  intervalMs: z.int().min(minIntervalMs).max(maxIntervalMs),
});

export type NewRecording = z.infer<typeof newRecordingSchema>;

export const recordingSchema = newRecordingSchema.extend({
  id: z.int().min(1),
  /** Simulated milliseconds since the Unix epoch. */
  startedAt: z.int(),
  /** Null while it goes on. */
  endedAt: z.int().nullable(),
  /** How many there are. */
  samples: z.int().min(0),
});

export type Recording = z.infer<typeof recordingSchema>;
