/** What the console knows of the document that its host is kept in. */
import { z } from 'zod';

export const stepSchema = z.object({
  /** Counted from 1. */
  step: z.int(),
  /** Simulated milliseconds since the Unix epoch. */
  at: z.number(),
  /** Names of its commands; null for a way back in time. */
  commands: z.array(z.string()).nullable(),
  /** Where a way back went, simulated milliseconds; null for a batch, and for a reset to the start. */
  backTo: z.number().nullable(),
});

export type DocumentStep = z.infer<typeof stepSchema>;

const refusalSchema = z.object({ code: z.string(), message: z.string() });

export const documentStateSchema = z.object({
  /** The file's name without its ending. */
  name: z.string(),
  /** True until the user has given it a name and a place. */
  untitled: z.boolean(),
  /** The step that Undo takes back; null when there is none. */
  undo: stepSchema.nullable(),
  /** The step that Redo brings back; null when there is none. */
  redo: stepSchema.nullable(),
  /** How many recordings it holds. */
  recordings: z.int(),
  /** True while a recording would go on, and the document takes no more samples. */
  recordingsFull: z.boolean(),
  /** Documents that were open before, the newest first; they are opened by their number in this list. */
  recent: z.array(z.object({ name: z.string(), folder: z.string() })),
  /** Why the document cannot be saved now, so that time stands still; null while all is well. */
  problem: refusalSchema.nullable(),
  /** Why a document could not be opened; null once it has been read. */
  refused: refusalSchema.nullable(),
});

export type DocumentState = z.infer<typeof documentStateSchema>;

/** One side of a comparison: a moment of this document, or another document that the user chooses. */
export const momentSchema = z.discriminatedUnion('moment', [
  z.object({ moment: z.literal('now') }),
  z.object({ moment: z.literal('start') }),
  z.object({ moment: z.literal('before'), step: z.int().min(1) }),
  z.object({ moment: z.literal('file') }),
]);

export type ComparedMoment = z.infer<typeof momentSchema>;

/** One member that differs; a missing side is null, an entity's presence has the empty path. */
export const differenceSchema = z.object({
  kind: z.string(),
  id: z.string(),
  /** What people call the entity. */
  name: z.string(),
  /** Members from the entity down, joined by dots. */
  member: z.string(),
  left: z.string().nullable(),
  right: z.string().nullable(),
});

export type Difference = z.infer<typeof differenceSchema>;

export const comparisonSchema = z.object({
  /** Name of the other document, where one was chosen. */
  file: z.string().nullable(),
  differences: z.array(differenceSchema),
  /** Differences that were found beyond those that are listed. */
  more: z.int(),
});

export type Comparison = z.infer<typeof comparisonSchema>;

/** Work that takes long enough to be watched and cancelled. */
export const workSchema = z.object({
  kind: z.enum(['build', 'copy', 'read', 'create', 'export', 'back']),
  /** From 0 to 1. */
  share: z.number(),
});

export type Work = z.infer<typeof workSchema>;

/** Which of the window's processes has crashed: the page's, or the one that draws. */
export const mishapSchema = z.enum(['page', 'graphics']);

export type Mishap = z.infer<typeof mishapSchema>;
