/** Published measurements that the cost model answers for; assets/model/published.yaml. */
import { z } from 'zod';
import { markSchema } from './marked';

/** What the model can be asked; one function of the engine answers each. */
export const questionSchema = z.enum([
  'softwareWithVmq',
  'softwareWithoutVmq',
  'lineRate',
  'costPerVm',
  'softwareMean',
  'softwareP99',
  'softwareP999',
  'vfMean',
  'vfP99',
  'vfP999',
  'singleSoftware',
  'eightSoftware',
  'singleVf',
  'singleVfRoot',
  'manyVf',
  'fileCopy',
  'shareOfBareMetal',
  'hypercall',
  'exitInHypervisor',
  'exitToUserSpace',
  'virtualInterrupt',
  'signalToHost',
  'copyPerByte',
  'gainByLso',
]);

const rowSchema = z.strictObject({
  /** Number of the publication; several figures of one share it. */
  id: z.string().regex(/^P\d+$/),
  quantity: z.string().min(1),
  unit: z.string().min(1),
  published: z.union([
    z.strictObject({ value: z.number() }),
    z.strictObject({ low: z.number(), high: z.number() }),
  ]),
  /** How far the model may be off; null: printed, but judged by nobody. */
  tolerancePercent: z.number().positive().nullable(),
  role: z.enum(['fitted', 'check', 'not explained']),
  question: questionSchema,
  conditions: z.string().min(1),
  mark: markSchema,
  source: z.string().min(1),
});

export const publishedFileSchema = z.array(rowSchema).min(1);

export type Question = z.infer<typeof questionSchema>;
export type PublishedRow = z.infer<typeof rowSchema>;
