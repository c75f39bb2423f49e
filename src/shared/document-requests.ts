/** The requests about the document and what is recorded in it; a part of the contract. */
import { z } from 'zod';
import { comparisonSchema, documentStateSchema, momentSchema, stepSchema } from './model/document';
import { layoutSchema, layoutWindows } from './model/layout';
import { newRecordingSchema, recordingSchema } from './model/recording';

const recordingTarget = z.object({ id: z.int().min(1) });

export const documentRequests = {
  'document.read': { input: z.object({}), output: documentStateSchema },
  /** A new host in a new document. */
  'document.new': { input: z.object({}), output: z.object({}) },
  /** Lets the user choose a document; what stands in its way is told by the document's state. */
  'document.open': { input: z.object({}), output: z.object({}) },
  'document.openRecent': { input: z.object({ number: z.int().min(0).max(100) }), output: z.object({}) },
  /** Lets the user choose where; the document is then kept there. False when the user cancels. */
  'document.saveAs': { input: z.object({}), output: z.object({ saved: z.boolean() }) },
  /** Opens what can be read of the document that was refused, or a copy of it, as a new one. */
  'document.recover': { input: z.object({}), output: z.object({ how: z.enum(['now', 'start', 'copy']) }) },
  /** The refusal has been read. */
  'document.dismiss': { input: z.object({}), output: z.object({}) },
  'document.undo': { input: z.object({}), output: z.object({}) },
  'document.redo': { input: z.object({}), output: z.object({}) },
  'document.reset': { input: z.object({}), output: z.object({}) },
  /** Steps that can be taken back or have been, oldest first. */
  'document.steps': { input: z.object({}), output: z.object({ steps: z.array(stepSchema) }) },
  /** What differs between two moments; null when the user chooses no other document. */
  'document.compare': {
    input: z.object({ left: momentSchema, right: momentSchema }),
    output: comparisonSchema.nullable(),
  },
  /** How a window was arranged when the document was left; null if it never was. */
  'layout.read': {
    input: z.object({ window: z.enum(layoutWindows) }),
    output: z.object({ layout: layoutSchema.nullable() }),
  },
  /** How a window is arranged from now on; written with the next write of the document. */
  'layout.write': { input: z.object({ layout: layoutSchema }), output: z.object({}) },
  /** Records counters in the document from now on, in simulated time. */
  'recording.start': { input: newRecordingSchema, output: z.object({ id: z.int() }) },
  /** One that has ended already stays as it is. */
  'recording.stop': { input: recordingTarget, output: z.object({}) },
  'recording.remove': { input: recordingTarget, output: z.object({}) },
  /** The oldest first; `full`: the document takes no more samples. */
  'recording.list': {
    input: z.object({}),
    output: z.object({ recordings: z.array(recordingSchema), full: z.boolean() }),
  },
  /** Lets the user choose a file and writes it as Windows' performance logs are; false when cancelled. */
  'recording.export': { input: recordingTarget, output: z.object({ exported: z.boolean() }) },
  /** Ends the long work that is under way; nothing of it remains. */
  'work.cancel': { input: z.object({}), output: z.object({}) },
} as const;
