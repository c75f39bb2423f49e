/**
 * A value that says where it comes from. Hardware data and cost figures reach the user only
 * together with this, so a remembered number is never shown as a documented one.
 */
import { z } from 'zod';

/**
 * Where a value comes from:
 * - `sourced`: read in the document that `source` names;
 * - `secondary`: read in a text that quotes the original;
 * - `derived`: computed from sourced values, `source` says how;
 * - `memory`: believed to be right, no text found;
 * - `estimate`: a model figure that nobody published;
 * - `assumed`: this simulator's choice.
 */
export const markSchema = z.enum(['sourced', 'secondary', 'derived', 'memory', 'estimate', 'assumed']);

export type Mark = z.infer<typeof markSchema>;

const needSource: readonly Mark[] = ['sourced', 'secondary', 'derived'];

/** False for a value that claims a document or a computation and does not name it. */
export function namesItsSource(entry: { mark: Mark; source?: string | undefined }): boolean {
  return !needSource.includes(entry.mark) || entry.source !== undefined;
}

/** The message of a value that fails `namesItsSource`. */
export const sourceMissing = 'a sourced, secondary or derived value must name its source';

/** Schema of a value of type `value` together with its mark. */
export function marked<T extends z.ZodType>(value: T) {
  return z
    .strictObject({ value, mark: markSchema, source: z.string().min(1).optional() })
    .refine(namesItsSource, { error: sourceMissing });
}

/** The shape of `T` with every marked value replaced by the bare value. */
export type Plain<T> = T extends { value: infer V; mark: Mark }
  ? V
  : T extends readonly (infer E)[]
    ? Plain<E>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;

/** Copies a tree of marked values without the marks. */
export function plain<T>(tree: T): Plain<T> {
  return strip(tree) as Plain<T>;
}

function strip(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strip);
  if (typeof node !== 'object' || node === null) return node;
  if ('value' in node && 'mark' in node) return node.value;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, strip(child)]));
}
